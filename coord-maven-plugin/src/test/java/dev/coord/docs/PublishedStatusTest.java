package dev.coord.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coord.publish.Schemas;
import dev.coord.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What was published of {@code status.json} holds: within a version there are only additions.
 *
 * <p>The copies below {@code src/test/resources/published} are those of the last release, and what
 * the next one will be held against before there is one. {@code -Dcoord.published=write} replaces
 * them, which is right after a release, and before the first one.
 */
class PublishedStatusTest {

  private static final Path FOLDER = Path.of("src/test/resources/published/status-1");
  private static final List<String> EXAMPLES = List.of("example.json", "error.json");

  @BeforeAll
  static void publish() throws IOException {
    if ("write".equals(System.getProperty("coord.published"))) {
      List<byte[]> documents = StatusFieldsTest.documents();
      Files.createDirectories(FOLDER);
      Files.write(FOLDER.resolve("schema.json"), Schemas.files().get(Schemas.STATUS));
      Files.write(
          FOLDER.resolve("example.json"),
          documents.stream().max(Comparator.comparing(document -> document.length)).orElseThrow());
      Files.write(FOLDER.resolve("error.json"), documents.get(documents.size() - 1));
    }
  }

  private static JsonNode published(String name) {
    try {
      return JsonSchema.parse(Files.readAllBytes(FOLDER.resolve(name)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode today() {
    return JsonSchema.parse(Schemas.files().get(Schemas.STATUS));
  }

  @Test
  void what_was_written_then_is_valid_today() {
    JsonSchema schema = JsonSchema.of(today());

    assertThat(EXAMPLES)
        .allSatisfy(name -> assertThat(schema.mistakes(published(name))).as(name).isEmpty());
  }

  @Test
  void what_is_written_today_is_valid_for_who_reads_it_by_the_published_schema() {
    JsonSchema schema = JsonSchema.of(published("schema.json"));

    assertThat(StatusFieldsTest.documents())
        .hasSizeGreaterThan(5)
        .allSatisfy(document -> assertThat(schema.mistakes(JsonSchema.parse(document))).isEmpty());
  }

  @Test
  void the_schema_has_only_additions() {
    assertThat(new SchemaChanges(published("schema.json"), today()).otherThanAdditions())
        .as(
            "other than additions to what was published. Leave it as it was, or raise the version"
                + " of the format; before the first release, run with -Dcoord.published=write")
        .isEmpty();
  }

  @Test
  void a_new_field_is_an_addition() {
    ObjectNode later = today().deepCopy();
    ((ObjectNode) later.at("/$defs/recorded/properties")).putObject("later").put("type", "string");

    assertThat(new SchemaChanges(today(), later).otherThanAdditions()).isEmpty();
  }

  @Test
  void whatever_else_is_told_with_its_place() {
    ObjectNode later = today().deepCopy();
    ObjectNode recorded = (ObjectNode) later.at("/$defs/recorded");
    ((ObjectNode) recorded.at("/properties/unread")).put("type", "string");
    ((ArrayNode) recorded.at("/properties/source/enum")).add("elsewhere");
    ((ArrayNode) recorded.get("required")).add("later");
    ((ObjectNode) recorded.at("/properties/runs/items/properties")).remove("tests");
    ((ArrayNode) recorded.at("/properties/runs/items/required")).remove(0);

    assertThat(new SchemaChanges(today(), later).otherThanAdditions())
        .containsExactlyInAnyOrder(
            "/properties/recorded/properties/unread/type",
            "/properties/recorded/properties/source/enum",
            "/properties/recorded/required",
            "/properties/recorded/properties/runs/items/properties/tests",
            "/properties/recorded/properties/runs/items/required");
  }
}
