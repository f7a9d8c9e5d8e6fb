package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.markdown.Markdown;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Site;
import dev.coord.site.model.Tone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a text says, the page keeps the elements that it has with a harmless text. Markdown is
 * read back by a Markdown reader first.
 */
class HostileTextTest {

  private static final SiteRenderer RENDERER = new SiteRenderer();

  private static final Map<String, byte[]> EXPECTED = RENDERER.render(HostileSites.of("plain"));

  static Stream<String> texts() {
    return HostileSites.TEXTS.stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void a_text_cannot_add_to_a_page_or_its_mirror(String text) {
    Map<String, byte[]> files = RENDERER.render(HostileSites.of(text));

    assertThat(HtmlRules.violations(files)).isEmpty();
    assertThat(pageSkeleton(files, "index.html")).isEqualTo(pageSkeleton(EXPECTED, "index.html"));
    assertThat(pageSkeleton(files, "pages/sub.html"))
        .isEqualTo(pageSkeleton(EXPECTED, "pages/sub.html"));
    assertThat(mirrorSkeleton(files)).isEqualTo(mirrorSkeleton(EXPECTED));
    for (String name : files.keySet()) {
      assertThat(content(files, name).codePoints())
          .as("characters that no page may hold, in %s", name)
          .noneMatch(c -> Character.isISOControl(c) && c != '\n')
          .noneMatch(c -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069);
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void text_of_the_plan_cannot_reach_beyond_its_place(String text) {
    Map<String, byte[]> files = RENDERER.render(withProse(text));
    Element body = Jsoup.parse(content(files, "prose.html")).body();
    assertThat(body.select("script, svg, iframe, style, form")).isEmpty();
    assertThat(body.select("h2#end")).hasSize(1);
    assertThat(body.select("main > p")).extracting(Element::text).contains("Still here.");

    Element mirror = reread(content(files, "prose.html.md"));
    assertThat(mirror.select("h4")).extracting(Element::text).contains("The end");
    assertThat(mirror.select("table")).hasSize(1 + prose(text).select("table").size());
    assertThat(mirror.select("table").last().select("td, th"))
        .as("cells of the page's own table")
        .hasSize(6);
  }

  private static Site withProse(String markdown) {
    Block table =
        SampleSites.table(
            "t",
            "Cells",
            List.of("A", "B", "C"),
            List.of(
                SampleSites.row(
                    "r",
                    Tone.NEUTRAL,
                    List.of(new Inline.Rich(markdown)),
                    List.of(new Inline.Code("x"), new Inline.Rich(markdown)),
                    List.of(new Inline.Text("z")))));
    return SampleSites.site(
        List.of(
            SampleSites.page(
                "prose",
                "Prose",
                "prose",
                Tone.GOOD,
                List.of(new Inline.Rich(markdown)),
                new Block.Prose(markdown),
                new Block.Callout(Tone.INFO, "Inside", List.of(new Block.Prose(markdown))),
                table,
                SampleSites.section(
                    "end", "The end", SampleSites.paragraph(Inline.text("Still here."))))),
        Tone.GOOD);
  }

  private static Element prose(String markdown) {
    // The same text stands on the page twice.
    Element twice = Jsoup.parseBodyFragment(new Markdown().html(markdown).html()).body();
    twice.append(new Markdown().html(markdown).html());
    return twice;
  }

  private static String content(Map<String, byte[]> files, String file) {
    return new String(files.get(file), StandardCharsets.UTF_8);
  }

  private static List<String> pageSkeleton(Map<String, byte[]> files, String file) {
    List<String> skeleton = new ArrayList<>();
    for (Element element : Jsoup.parse(content(files, file)).getAllElements()) {
      // Where a long word may break; how many there are is a matter of the word's length.
      if (element.outerHtml().equals("<wbr>") || isMarkOfCode(element)) {
        continue;
      }
      List<String> names =
          element.attributes().asList().stream()
              .map(Attribute::getKey)
              .filter(name -> !element.is("code"))
              .toList();
      skeleton.add(element.tagName() + names);
    }
    return skeleton;
  }

  /** Which pieces of a listing are coloured is a matter of its words. */
  private static boolean isMarkOfCode(Element element) {
    return element.is("pre > code > span")
        && element.attributes().size() == 1
        && element.className().matches("md-(comment|string|keyword|number|name|added|removed)")
        && element.children().isEmpty();
  }

  private static List<String> mirrorSkeleton(Map<String, byte[]> files) {
    List<String> skeleton = new ArrayList<>();
    for (Element element : reread(content(files, "index.html.md")).getAllElements()) {
      // An address that is shown as it is deceives nobody, and some readers link it.
      boolean bare = element.is("a") && element.text().matches("(http|www\\.).*");
      // What holds an escaped pipe is no code in a cell, since readers differ there.
      if (!bare && !element.is("code") && !isMarkOfCode(element)) {
        skeleton.add(element.tagName());
      }
    }
    return skeleton;
  }

  private static Element reread(String markdown) {
    return Jsoup.parseBodyFragment(new Markdown().html(markdown).html()).body();
  }
}
