package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coord.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OwnTemplatesTest {

  private static final Path FOLDER =
      Path.of("..", "coord-site-templates", "src/main/resources", Templates.FOLDER);

  private static final String MODEL =
      "Correct it: MODEL.md of coord-site-templates says what a template is given.";
  private static final String DELETE =
      "Correct it, or delete the file to have coord's own template.";
  private static final String AS_IT_IS =
      "Print the value as it is: what is markup already is not escaped again.";

  /** What a page has at least. */
  private static final String PAGE =
      "<#import 'blocks.ftlh' as blocks><main><h1>${page.title}</h1>${page.verdict}"
          + "<@blocks.all page.blocks/></main>";

  private static final String ENDLESS =
      "it writes more than 32 MiB into one page. Let each list of it, or of what it calls, come to"
          + " an end.";
  private static final String BEGIN = "Begin with coord's own template, and change that.";

  @Test
  void every_template_of_the_module_can_be_overridden() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.contains(".ftl")))
          .containsExactlyInAnyOrderElementsOf(Templates.NAMES);
    }
  }

  @Test
  void a_template_of_the_same_name_is_used_and_the_others_stay() {
    String page = "<!DOCTYPE html>\n<title>${page.title} of ${site.project}</title>\n" + PAGE;

    Map<String, byte[]> files = render(Map.of("page.ftlh", page), "");

    assertThat(text(files, "index.html"))
        .startsWith("<!DOCTYPE html>\n<title>Dashboard of Shop</title>\n<main><h1>");
    assertThat(files.get("index.html.md"))
        .isEqualTo(new SiteRenderer().render(SampleSites.failing()).get("index.html.md"));
  }

  @Test
  void coords_own_templates_in_the_directory_change_nothing() throws IOException {
    Map<String, String> copies = new TreeMap<>();
    for (String name : Templates.NAMES) {
      copies.put(name, Files.readString(FOLDER.resolve(name)));
    }

    assertThat(Manifest.of(render(copies, "")))
        .isEqualTo(Manifest.of(new SiteRenderer().render(SampleSites.failing())));
  }

  @Test
  void a_style_comes_after_coords_own_in_the_one_style_sheet() {
    Map<String, byte[]> files = render(Map.of(), "h1 { color: teal; }\n");

    assertThat(text(files, "assets/coord.css"))
        .startsWith(new String(Templates.asset("assets/coord.css"), StandardCharsets.UTF_8))
        .endsWith("\n/* custom.css */\nh1 { color: teal; }\n");
    assertThat(files.keySet()).isEqualTo(new SiteRenderer().render(SampleSites.failing()).keySet());
  }

  @Test
  void hostile_text_is_escaped_in_a_template_of_ones_own_as_well() {
    String strong = "<b>${'<script>'}</b>" + PAGE;

    assertThat(text(render(Map.of("page.ftlh", strong), ""), "index.html"))
        .startsWith("<b>&lt;script&gt;</b>");
  }

  @Test
  void a_link_may_name_its_address_behind_its_content() {
    String line =
        "<#list content as part><#switch part.kind><#on \"link\">"
            + "${part.content.content} (${part.href})<#on \"strong\">${part.text}"
            + "<#on \"badge\">${part.word}<#on \"code\">${part.content}<#default>?"
            + "</#switch></#list>";

    assertThat(text(render(Map.of("line.ftlh", line), ""), "index.html"))
        .contains(
            "are not met: coverage.lines (gates.html#gate-coverage.lines), ownership"
                + " (gates.html#gate-ownership) and");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "page.ftlh",
            "<html>\n\t<h1>${page.titel}</h1>",
            "site/page.ftlh:2:8: there is no page.titel. " + MODEL),
        mistake(
            "page.ftlh",
            "a\n\t<#if page.searches>x",
            "site/page.ftlh:2:21: unexpected end of file reached, you have an unclosed #if. "
                + DELETE),
        mistake(
            "page.ftlh",
            "<#list page.blocks as b>\n</#if>",
            "site/page.ftlh:2:1: encountered \"</#if>\", but at this place only this can be closed:"
                + " \"#list\". "
                + DELETE),
        mistake("page.md.ftl", "${\"x\" + }", "site/page.md.ftl:1:9: encountered \"}\". " + DELETE),
        mistake(
            "page.ftlh", "<#bogus>", "site/page.ftlh:1:2: unknown directive: #bogus. " + DELETE),
        mistake(
            "page.ftlh",
            "${page.title?foo}",
            "site/page.ftlh:1:14: unknown built-in: \"foo\". " + DELETE),
        mistake(
            "page.ftlh",
            "${page}",
            "site/page.ftlh:1:3: page: a text is expected here, and this is a value with fields. "
                + MODEL),
        mistake(
            "page.ftlh",
            "<#if page.title>x</#if>",
            "site/page.ftlh:1:6: page.title: true or false is expected here, and this is a text. "
                + MODEL),
        mistake(
            "page.ftlh",
            "${page.title.x}",
            "site/page.ftlh:1:3: page.title: a value with fields is expected here, and this is a"
                + " text. "
                + MODEL),
        mistake(
            "page.ftlh",
            "<#list page.title as x></#list>",
            "site/page.ftlh:1:8: page.title: a list is expected here, and this is a text. "
                + MODEL),
        mistake(
            "page.ftlh",
            "<#import '/etc/passwd' as n>",
            "site/page.ftlh:1:1: template importing failed (for parameter value \"/etc/passwd\"):"
                + " Template not found for name \"etc/passwd\". "
                + MODEL),
        mistake(
            "page.ftlh",
            "<#include '../../pom.xml'>",
            "site/page.ftlh:1:1: template inclusion failed (for parameter value \"../../pom.xml\"):"
                + " Template not found for name \"../../pom.xml\". "
                + MODEL),
        mistake(
            "page.ftlh",
            "<#macro a><@a/></#macro><@a/>",
            "site/page.ftlh: it calls itself, or what it calls does, without end. Let a macro call"
                + " itself for parts of what it was given only."),
        mistake("page.ftlh", "\n", "site/page.ftlh: it writes nothing. " + BEGIN),
        mistake("page.md.ftl", "", "site/page.md.ftl: it writes nothing. " + BEGIN),
        mistake(
            "page.ftlh",
            PAGE.replace("main>", "div>"),
            "site/page.ftlh: a page has no <main>, its content. " + BEGIN),
        mistake(
            "page.ftlh",
            PAGE.replace("h1>", "b>"),
            "site/page.ftlh: a page has no heading. Print page.title in one."),
        mistake(
            "page.md.ftl",
            "${page.verdict}",
            "site/page.md.ftl: a page has no heading. Print page.title in one."),
        mistake(
            "page.ftlh",
            PAGE.replace("${page.verdict}", ""),
            "site/page.ftlh: a page does not answer its question. Print page.verdict as it is,"
                + " once."),
        mistake(
            "page.md.ftl",
            "# ${page.title}",
            "site/page.md.ftl: a page does not answer its question. Print page.verdict as it is,"
                + " once."),
        mistake(
            "page.ftlh",
            PAGE.replace("<@blocks.all page.blocks/>", ""),
            "site/page.ftlh: a page has not all of its sections and rows. Print all of page.blocks,"
                + " with the ids that links lead to."),
        mistake(
            "blocks.ftlh",
            "<#macro all blocks></#macro>",
            "site/blocks.ftlh: a page has not all of its sections and rows. Print all of"
                + " page.blocks, with the ids that links lead to."),
        mistake(
            "blocks.md.ftl",
            "<#macro all blocks></#macro>",
            "site/blocks.md.ftl: a page has not all of its sections and rows. Print all of"
                + " page.blocks, with their headings."),
        mistake(
            "page.ftlh",
            "<#list 1.. as i>" + "a".repeat(1_000) + "</#list>",
            "site/page.ftlh: " + ENDLESS),
        mistake(
            "inlines.ftlh",
            "<#macro line content><#list 1.. as i>" + "a".repeat(1_000) + "</#list></#macro>",
            "site/inlines.ftlh: " + ENDLESS),
        mistake("cell.ftlh", "<td>", "site/cell.ftlh: content is not printed. Print it once."),
        mistake(
            "inlines.ftlh",
            "<#macro line content><#list content as part><#if part.kind == 'strong'>"
                + "${part.text}${part.text}</#if></#list></#macro>",
            "site/inlines.ftlh: strong: part.text is printed 2 times. Print it once."),
        mistake(
            "page.ftlh",
            "<p>\n${page.title?no_esc}",
            "site/page.ftlh:2:13: \"?no_esc\" is not allowed in a template. " + AS_IT_IS),
        mistake(
            "page.ftlh",
            "${page.title? eval}",
            "site/page.ftlh:1:13: \"?eval\" is not allowed in a template. " + AS_IT_IS),
        mistake(
            "page.ftlh",
            "${'freemarker.template.utility.Execute'?new()('id')}",
            "site/page.ftlh:1:40: \"?new\" is not allowed in a template. " + AS_IT_IS),
        mistake(
            "page.ftlh",
            "<#ftl output_format='undefined'>",
            "site/page.ftlh:1:1: \"<#ftl\" is not allowed in a template. " + AS_IT_IS),
        mistake(
            "page.ftlh",
            "<#noautoesc>",
            "site/page.ftlh:1:1: \"<#noautoesc\" is not allowed in a template. " + AS_IT_IS),
        mistake(
            "page.ftlh",
            "${.now}",
            "site/page.ftlh:1:3: \".now\" makes other pages at each run. Print site.stamp, the time"
                + " of the data."));
  }

  private static Arguments mistake(String name, String template, String message) {
    return Arguments.of(name, template, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void what_does_not_fit_is_told_with_template_line_and_column(
      String name, String template, String message) {
    assertThat(problems(Map.of(name, template))).contains(message);
  }

  @Test
  void what_a_template_of_coord_misses_is_told_with_who_has_to_give_it() {
    assertThat(problems(Map.of("blocks.ftlh", "<#macro some blocks></#macro>")))
        .singleElement()
        .asString()
        .matches(
            "page\\.ftlh:\\d+:3: there is no blocks\\.all\\. This is coord's own template: let"
                + " blocks\\.ftlh give what it asks for, or put a page\\.ftlh of your own beside\\.");
  }

  @Test
  void mistakes_of_all_pages_are_told_at_once_and_each_of_them_once() {
    List<String> told =
        problems(Map.of("page.ftlh", "${page.a}", "page.md.ftl", "${page.b}\n${page.c}"));

    assertThat(told)
        .containsExactly(
            "site/page.ftlh:1:3: there is no page.a. " + MODEL,
            "site/page.md.ftl:1:3: there is no page.b. " + MODEL);
  }

  @Test
  void the_same_templates_give_the_same_bytes() {
    Map<String, String> own = Map.of("page.ftlh", "${page.title} ${page.blocks?size}" + PAGE);

    assertThat(Manifest.of(render(own, "p {}"))).isEqualTo(Manifest.of(render(own, "p {}")));
  }

  @Test
  void a_name_that_coord_has_no_template_for_is_no_template() {
    assertThatThrownBy(() -> new OwnTemplates("", Map.of("page.html", ""), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no templates: [page.html]");
  }

  private static List<String> problems(Map<String, String> templates) {
    UnfitTemplatesException thrown =
        catchThrowableOfType(UnfitTemplatesException.class, () -> render(templates, ""));
    return thrown.problems().stream().map(Diagnostic::message).toList();
  }

  private static Map<String, byte[]> render(Map<String, String> templates, String style) {
    return new SiteRenderer(new OwnTemplates("site", templates, style))
        .render(SampleSites.failing());
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }
}
