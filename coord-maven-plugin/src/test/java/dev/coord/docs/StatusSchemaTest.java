package dev.coord.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coord.publish.Schemas;
import dev.coord.publish.StatusJson;
import dev.coord.testing.JsonSchema;
import dev.coord.testing.JsonSchema.Mistake;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema of {@code status.json} fits to what is written and to what the page says of it. */
class StatusSchemaTest {

  private static final JsonNode SCHEMA = JsonSchema.parse(Schemas.files().get(Schemas.STATUS));
  private static final JsonSchema COMPILED = JsonSchema.of(SCHEMA);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static List<JsonNode> documents() {
    return StatusFieldsTest.documents().stream().map(JsonSchema::parse).toList();
  }

  @Test
  void it_is_a_schema_and_bears_the_version_of_the_format() {
    assertThat(JsonSchema.ofSchemas().mistakes(SCHEMA)).isEmpty();
    assertThat(SCHEMA.at("/$id").asText())
        .isEqualTo("urn:coord:schema:status:" + StatusJson.SCHEMA_VERSION);
    assertThat(SCHEMA.at("/properties/schema_version/const").asInt())
        .isEqualTo(StatusJson.SCHEMA_VERSION);
  }

  @Test
  void what_is_written_is_valid_and_each_field_of_it_is_described() {
    JsonNode strict = SCHEMA.deepCopy();
    close(strict);

    assertThat(documents())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            document -> {
              assertThat(JsonSchema.of(SCHEMA).mistakes(document)).isEmpty();
              assertThat(JsonSchema.of(strict).mistakes(document)).isEmpty();
            });
  }

  /** Forbids what the schema does not describe; readers of a later version skip it instead. */
  private static void close(JsonNode schema) {
    schema.forEach(StatusSchemaTest::close);
    if (schema instanceof ObjectNode object && object.path("type").asText().equals("object")) {
      object.put("additionalProperties", false);
    }
  }

  @Test
  void fields_that_a_later_version_adds_are_allowed() {
    ObjectNode document = (ObjectNode) documents().get(0);
    document.put("later", 1);
    ((ObjectNode) document.get("gates").get(0)).put("later", true);

    assertThat(JsonSchema.of(SCHEMA).mistakes(document)).isEmpty();
  }

  @Test
  void a_field_that_is_always_there_is_missed() {
    ObjectNode document = (ObjectNode) documents().get(0);
    document.remove("gates");
    ((ObjectNode) document.get("workstreams").get(0)).remove("tasks");
    ObjectNode error = (ObjectNode) documents().get(documents().size() - 1);
    error.remove("diagnostics");

    assertThat(JsonSchema.of(SCHEMA).mistakes(document))
        .extracting(Mistake::pointer)
        .containsExactlyInAnyOrder("", "/workstreams/0");
    assertThat(JsonSchema.of(SCHEMA).mistakes(error)).hasSize(1);
  }

  /**
   * Fields of one document and one depth are changed together, but those at the top, which decide
   * what else there must be.
   */
  @TestFactory
  Stream<DynamicTest> a_value_of_another_type_is_refused_where_it_is() {
    Map<String, JsonNode> byField = new TreeMap<>();
    Map<String, String> pointers = new TreeMap<>();
    documents().forEach(document -> values("", document, document, byField, pointers));
    Map<JsonNode, Map<String, List<String>>> groups = new IdentityHashMap<>();
    byField.forEach(
        (field, document) -> {
          String pointer = pointers.get(field);
          long depth = pointer.chars().filter(c -> c == '/').count();
          groups
              .computeIfAbsent(document, any -> new TreeMap<>())
              .computeIfAbsent(depth == 1 ? field : "depth " + depth, any -> new ArrayList<>())
              .add(pointer);
        });
    return groups.entrySet().stream()
        .flatMap(
            document ->
                document.getValue().entrySet().stream()
                    .map(
                        group ->
                            dynamicTest(
                                group.getKey(),
                                () -> refused(document.getKey(), group.getValue()))));
  }

  /** The first document that has a field, and where. */
  private static void values(
      String pointer,
      JsonNode node,
      JsonNode document,
      Map<String, JsonNode> byField,
      Map<String, String> pointers) {
    String field = pointer.replaceAll("/[0-9]+", "[]");
    if (!field.isEmpty() && byField.putIfAbsent(field, document) == null) {
      pointers.put(field, pointer);
    }
    node.properties()
        .forEach(
            entry ->
                values(
                    pointer + "/" + entry.getKey(), entry.getValue(), document, byField, pointers));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      values(pointer + "/" + i, node.get(i), document, byField, pointers);
    }
  }

  private static void refused(JsonNode document, List<String> pointers) {
    JsonNode changed = document.deepCopy();
    pointers.forEach(pointer -> change(changed, pointer));

    assertThat(COMPILED.mistakes(changed))
        .extracting(Mistake::pointer)
        .containsOnly(pointers.toArray(String[]::new));
  }

  private static void change(JsonNode document, String pointer) {
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = document.at(place.head());
    JsonNode wrong = document.at(place).isObject() ? JSON.arrayNode() : JSON.objectNode();
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), wrong);
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), wrong);
    }
  }

  @TestFactory
  Stream<DynamicTest> a_field_has_the_type_and_words_that_the_page_names() {
    return StatusFieldsTest.types().entrySet().stream()
        .map(
            row ->
                dynamicTest(
                    row.getKey(),
                    () -> {
                      JsonNode schema = schemaOf(row.getKey());
                      assertThat(typesOf(schema))
                          .isEqualTo(
                              row.getValue().equals(List.of("path"))
                                  ? Set.of("text")
                                  : new TreeSet<>(row.getValue()));
                    }));
  }

  private static JsonNode schemaOf(String field) {
    JsonNode schema = SCHEMA;
    for (String name : field.split("\\.")) {
      schema = resolved(schema).path("properties").path(name.replace("[]", ""));
      schema = name.endsWith("[]") ? resolved(schema).path("items") : schema;
      assertThat(schema.isMissingNode()).as("schema of " + field).isFalse();
    }
    return resolved(schema);
  }

  private static JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? SCHEMA.at(schema.get("$ref").asText().substring(1)) : schema;
  }

  /** Words, or what the page calls the type. */
  private static Set<String> typesOf(JsonNode schema) {
    if (schema.has("enum")) {
      return new TreeSet<>(
          StreamSupport.stream(schema.get("enum").spliterator(), false)
              .map(JsonNode::asText)
              .toList());
    }
    if (schema.has("const")) {
      return Set.of("number");
    }
    String format = schema.path("format").asText();
    return switch (schema.path("type").asText()) {
      case "integer" -> Set.of("number");
      case "boolean" -> Set.of("flag");
      default ->
          Set.of(
              format.equals("date-time")
                  ? "time"
                  : format.equals("date") ? "date" : schema.has("pattern") ? "id" : "text");
    };
  }
}
