package dev.coord.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.SchemaSubject;
import dev.coord.publish.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plans that pages show, and those of the sample project, are valid by the schema. */
class PlanSchemaExamplesTest {

  @TestFactory
  Stream<DynamicTest> a_plan_of_a_page_is_valid_unless_the_page_says_that_it_is_refused() {
    return Document.all().stream()
        .flatMap(
            page ->
                page.code().stream()
                    .filter(code -> code.language().equals("yaml"))
                    .filter(code -> ExamplePlan.isPlan(code.text()))
                    .filter(code -> code.comments("refused").isEmpty())
                    .map(
                        code ->
                            dynamicTest(
                                page.name() + ":" + code.line(), () -> isValid(code.text()))));
  }

  private static void isValid(String text) {
    PlanFile file =
        ExamplePlan.isWhole(text)
            ? ExamplePlan.file("a.yml", text)
            : ExamplePlan.part("a.yml", text);

    assertThat(SchemaSubject.of(file).mistakes()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> a_file_of_the_sample_project_is_valid() throws IOException {
    try (Stream<Path> files = Files.list(Document.file("sample-project/coord"))) {
      return files.sorted().toList().stream()
          .map(
              file ->
                  dynamicTest(
                      file.getFileName().toString(),
                      () -> isValid(Files.readString(file, StandardCharsets.UTF_8))));
    }
  }

  @Test
  void the_pages_name_the_places_of_the_schemas() {
    String repository = "coord-maven-plugin/src/main/resources/dev/coord/publish/";

    assertThat(Document.of("docs/editor.md").text())
        .contains("`target/coord/" + Schemas.PLAN + "`")
        .contains("`" + repository + Schemas.PLAN + "`");
    assertThat(Document.of("docs/site.md").section("status.json")).contains("`" + Schemas.STATUS);
    assertThat(Document.file(repository + Schemas.PLAN)).exists();
    assertThat(Document.file(repository + Schemas.STATUS)).exists();
  }
}
