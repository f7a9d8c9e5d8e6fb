package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

  private static final Path MODULE = Path.of("..", "coord-site-templates");
  private static final Path FOLDER = MODULE.resolve("src/main/resources").resolve(Templates.FOLDER);

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "(?i)[\\w)\\]'\"]\\s*\\?\\s*[a-z]"
              + "|<#(no_?auto_?esc|output_?format|ftl|attempt|include|noparse)\\b"
              + "|\\.(get_optional_template|data_model|main)\\b");

  private static final Pattern UNQUOTED = Pattern.compile("<[a-z][^<>]*\\s[a-z-]+=[^\"\\s<]");

  static Stream<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().contains(".ftl")).sorted().toList().stream();
    }
  }

  @Test
  void there_are_templates_to_look_at() throws IOException {
    assertThat(templates())
        .extracting(file -> file.getFileName().toString())
        .contains("page.ftlh", "page.md.ftl");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void no_template_turns_escaping_off_or_runs_data(Path template) throws IOException {
    assertThat(Files.readString(template)).isNotBlank().doesNotContainPattern(FORBIDDEN);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void no_template_has_an_attribute_without_quotes(Path template) throws IOException {
    assertThat(withoutQuoted(Files.readString(template)))
        .isNotBlank()
        .doesNotContainPattern(UNQUOTED);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void the_name_of_a_template_decides_how_it_escapes(Path template) {
    assertThat(template.getFileName().toString()).matches("[a-z]+(\\.ftlh|\\.md\\.ftl)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${x?no_esc}",
        "${x?noEsc}",
        "${x?interpret}",
        "${'a'?new()}",
        "${x? eval}",
        "<#if x?has_content>",
        "<#noautoesc>",
        "<#outputformat 'x'>",
        "<#ftl output_format='undefined'>"
      })
  void what_is_forbidden_would_be_found(String template) {
    assertThat(template).containsPattern(FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a href=${x}>", "<a class=\"b\" href=${x}>", "<p id='a'>"})
  void an_attribute_without_quotes_would_be_found(String template) {
    assertThat(withoutQuoted(template)).containsPattern(UNQUOTED);
  }

  private static String withoutQuoted(String template) {
    return template.replaceAll("\"[^\"]*\"", "\"\"");
  }

  @Test
  void a_template_reads_the_parts_of_a_view_and_nothing_else() throws TemplateModelException {
    RecordWrapper wrapper = new RecordWrapper();
    TemplateHashModel view = (TemplateHashModel) wrapper.wrap(new InlineView.Text("x"));

    assertThat(view.get("text")).hasToString("x");
    assertThat(view.get("kind")).hasToString("text");
    assertThat(view.get("class")).isNull();
    assertThat(view.get("hashCode")).isNull();
    assertThat(view.get("toString")).isNull();
    for (Object other : List.of(Path.of("x"), new Object(), Tone.BAD, Inline.text("x"))) {
      assertThatThrownBy(() -> wrapper.wrap(other)).isInstanceOf(TemplateModelException.class);
    }
  }

  @Test
  void a_missing_variable_fails_the_page_instead_of_leaving_half_of_it() {
    assertThatThrownBy(() -> new Templates().render("page.ftlh", Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("template page.ftlh");
  }

  @Test
  void the_page_about_the_model_lists_every_part_of_every_view() throws IOException {
    String model = Files.readString(MODULE.resolve("MODEL.md"));
    for (Class<?> view : views()) {
      Matcher row =
          Pattern.compile("(?m)^\\| `" + view.getSimpleName() + "`[^|]*\\| ([^|]*) \\|")
              .matcher(model);
      assertThat(row.find()).as("MODEL.md has a row for %s", view.getSimpleName()).isTrue();
      List<String> parts =
          Arrays.stream(view.getRecordComponents()).map(RecordComponent::getName).toList();
      List<String> rows = new ArrayList<>();
      do {
        rows.add(row.group(1).replace("`", ""));
      } while (row.find());
      assertThat(rows)
          .as("parts of %s in MODEL.md", view.getSimpleName())
          .contains(String.join(", ", parts));
    }
  }

  private static List<Class<?>> views() {
    return Stream.of(PageView.class, BlockView.class, InlineView.class)
        .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
        .filter(Class::isRecord)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused-new.ftlh", "refused-api.ftlh", "refused-class.ftlh"})
  void a_template_can_reach_no_class(String template) {
    Templates templates = new Templates();

    assertThatThrownBy(() -> templates.render(template, Map.of("text", "x")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("template " + template + ": ");
  }
}
