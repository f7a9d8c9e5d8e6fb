package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.testing.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schema of plan files says what the reader does. Which keys there are is found by asking the
 * reader, see {@link KnownPlace}.
 */
class PlanSchemaTest {
  private static final JsonNode SCHEMA = SchemaSubject.SCHEMA;
  private static final String UNKNOWN = KnownPlace.UNKNOWN;
  private static final Pattern WORDS =
      Pattern.compile("must be ([a-z0-9_]+(?:, [a-z0-9_]+)* or [a-z0-9_]+), but is .*");
  private static final Pattern NEEDS = Pattern.compile("needs (?:two .*)?\"(\\w+)\"$");
  private static final List<String> VALUES = List.of("{}", "[]", "true", "1.5", "some words", "~");

  @Test
  void it_is_a_schema_and_bears_the_version_of_the_format() {
    assertThat(JsonSchema.ofSchemas().mistakes(SCHEMA)).isEmpty();
    assertThat(SCHEMA.at("/$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(SCHEMA.at("/$id").asText()).isEqualTo("urn:coord:schema:plan:" + TopLevel.VERSION);
    assertThat(SCHEMA.at("/properties/coord/const").asInt()).isEqualTo(TopLevel.VERSION);
  }

  @Test
  void it_knows_the_maps_and_keys_of_the_reader_and_no_others() {
    Set<Set<String>> described = new HashSet<>();
    maps(map -> described.add(names(map.get("properties"))));
    Set<Set<String>> known =
        KnownPlace.all().stream().map(KnownPlace::keys).collect(Collectors.toSet());

    assertThat(known).hasSizeGreaterThan(25);
    assertThat(described).isEqualTo(known);
  }

  @Test
  void it_requires_what_the_reader_requires() {
    Map<Set<String>, Set<String>> required = new HashMap<>();
    maps(
        map -> {
          Set<String> keys = new TreeSet<>();
          map.path("required").forEach(key -> keys.add(key.asText()));
          required.put(names(map.get("properties")), keys);
        });
    Map<Set<String>, Set<String>> needed = new HashMap<>();
    KnownPlace.all().forEach(place -> needed.put(place.keys(), needed(place)));

    // A file need not have what another file of the same plan has.
    assertThat(needed.put(KnownPlace.all().get(0).keys(), Set.of("coord"))).isEmpty();
    assertThat(needed.put(names(SCHEMA.at("/$defs/project/properties")), Set.of()))
        .containsExactly("name");
    // The other key of two stands for it.
    assertThat(needed.put(names(SCHEMA.at("/$defs/action/properties")), Set.of()))
        .containsExactly("title");
    assertThat(required).isEqualTo(needed);
  }

  private static Set<String> needed(KnownPlace place) {
    return Plans.read(place.with("")).diagnostics().stream()
        .filter(one -> one.problem().startsWith(place.what() + " needs"))
        .map(one -> NEEDS.matcher(one.problem()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .filter(key -> place.keys().contains(key))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @TestFactory
  Stream<DynamicTest> a_value_is_refused_by_both_in_the_same_places_or_by_none() {
    return forEachKey(
        (place, key) ->
            values()
                .forEach(
                    value -> {
                      SchemaSubject plan = SchemaSubject.of(place.with(key + ": " + value));
                      assertThat(plan.invalid(place.pointer(key)))
                          .as("%s: %s%n%s", key, value, plan)
                          .isEqualTo(plan.refused(place.pointer(key)));
                    }));
  }

  private static Stream<String> values() {
    List<String> values = new ArrayList<>(VALUES);
    for (String value : VALUES) {
      values.add("[" + value + "]");
      values.add("{" + UNKNOWN + ": " + value + "}");
    }
    return values.stream();
  }

  /** The reader may refuse more numbers, by what they stand for. */
  @TestFactory
  Stream<DynamicTest> a_number_that_the_schema_refuses_is_refused_by_the_reader() {
    return forEachKey(
        (place, key) -> {
          for (String number : List.of("-1", "2", "+02", "[-1]", "[2]")) {
            SchemaSubject plan = SchemaSubject.of(place.with(key + ": " + number));
            assertThat(plan.refused(place.pointer(key)))
                .as("%s: %s%n%s", key, number, plan)
                .containsAll(plan.invalid(place.pointer(key)));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> a_wrong_type_is_refused_by_both() {
    return forEachKey(
        (place, key) -> {
          SchemaSubject map = SchemaSubject.of(place.with(key + ": {}"));
          SchemaSubject list = SchemaSubject.of(place.with(key + ": []"));
          String pointer = place.pointer(key);
          Set<String> kinds = new HashSet<>();
          for (SchemaSubject plan : List.of(map, list)) {
            if (plan.refused(pointer).contains(plan.value(pointer))) {
              assertThat(plan.invalid(pointer)).contains(plan.value(pointer));
              kinds.add("refused");
            }
          }
          assertThat(kinds).as("a map or a list is wrong").isNotEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> an_unknown_key_beside_a_known_one_is_refused_by_both_in_the_same_place() {
    return forEachKey(
        (place, key) -> {
          SchemaSubject plan = SchemaSubject.of(place.with(key + ": 1, " + UNKNOWN + ": 1"));
          String pointer = place.pointer(UNKNOWN);

          assertThat(plan.diagnostics())
              .anyMatch(
                  one ->
                      one.location().equals(plan.key(pointer))
                          && one.problem().endsWith("is not a key of " + place.what()));
          assertThat(plan.invalid(pointer)).containsExactly(plan.key(pointer));
        });
  }

  @TestFactory
  Stream<DynamicTest> keys_that_exclude_each_other_do_so_for_both() {
    return forEachKey(
        (place, key) -> {
          for (String other : place.keys()) {
            if (other.compareTo(key) > 0) {
              SchemaSubject plan = SchemaSubject.of(place.with(key + ": a, " + other + ": a"));
              assertThat(plan.forbidden())
                  .as("%s and %s%n%s", key, other, plan)
                  .isEqualTo(plan.excluded());
            }
          }
        });
  }

  @Test
  void some_keys_exclude_each_other() {
    assertThat(SchemaSubject.of("{merges: {waves: [{day: 1, days: 1}]}}").forbidden())
        .hasToString("[coord.yml:1:20]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epics: [{id: a, issues: [\"[x] #012: X\"]}]",
        "epics: [{id: a, issues: [\"[x] #0\"]}]",
        "epics: [{id: a, issues: [\"[x] #1,000: X\"]}]",
        "epics: [{id: a, issues: [\"[x] #12, #14: X\"]}]",
        "epics: [{id: a, progress: 180%}]",
        "gates: [{coverage: {lines: \">= 180%\"}}]",
        "gates: [{coverage: {lines: \">= 100.5%\"}}]",
        "handoffs: [{id: a, kind: library, name: x, file: /pom.xml}]",
        "workstreams: [{id: a, progress_file: ../x.md}]",
        "workstreams: [{id: a, launch: {prompt_file: a//b.md}}]",
        "environments: [{id: a, pipelines: [{file: .github/workflows/}]}]",
      })
  void it_refuses_values_that_the_reader_refuses(String plan) {
    SchemaSubject subject = SchemaSubject.of("coord: 1\nproject: {name: Shop}\n" + plan + "\n");

    assertThat(subject.diagnostics()).isNotEmpty();
    assertThat(subject.mistakes()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epics: [{id: a, issues: [\"[x] #12: X\", \"[ ] #1st step\", \"[ ]   Later\", \"[-] #7 Old\"]}]",
        "gates: [{coverage: {lines: \">= 100%\", branches: \"> 0.5 %\"}}]",
        "handoffs: [{id: a, kind: library, name: x, file: .config/a..b/pom.xml}]",
      })
  void it_takes_values_that_the_reader_takes(String plan) {
    SchemaSubject subject = SchemaSubject.of("coord: 1\nproject: {name: Shop}\n" + plan + "\n");

    assertThat(subject.mistakes()).isEmpty();
    assertThat(subject.diagnostics()).isEmpty();
  }

  @Test
  void words_are_those_of_the_reader() {
    Set<Set<String>> offered = new HashSet<>();
    walk(SCHEMA, node -> node.path("enum").forEach(word -> offered.add(texts(node.get("enum")))));
    Set<Set<String>> known = new HashSet<>();
    for (KnownPlace place : KnownPlace.all()) {
      for (String key : place.keys()) {
        for (Diagnostic one : Plans.read(place.with(key + ": some words")).diagnostics()) {
          Matcher words = WORDS.matcher(one.problem());
          if (words.find() && !words.group(1).matches("true or false|hours or days")) {
            known.add(Set.of(words.group(1).split(", | or ")));
          }
        }
      }
    }

    assertThat(offered.remove(Set.of("mon", "tue", "wed", "thu", "fri", "sat", "sun"))).isTrue();
    assertThat(known).hasSizeGreaterThan(7);
    assertThat(offered).isEqualTo(known);
  }

  @Test
  void everything_is_described_for_those_who_write() {
    List<String> bare = new ArrayList<>();
    maps(
        map ->
            map.get("properties")
                .properties()
                .forEach(
                    property -> {
                      String text = description(property.getValue());
                      if (!text.matches("[A-Z0-9].*\\.")) {
                        bare.add(property.getKey() + ": " + text);
                      }
                    }));

    assertThat(bare).isEmpty();
  }

  private static String description(JsonNode node) {
    return node.has("description")
        ? node.get("description").asText()
        : SCHEMA.at(node.path("$ref").asText().substring(1)).path("description").asText();
  }

  @Test
  void a_plan_that_uses_every_key_is_valid() throws IOException {
    for (String name : List.of("large.yml", "/dev/coord/site/everything.yml")) {
      isValid(name);
    }
  }

  private static void isValid(String name) throws IOException {
    try (InputStream in = PlanSchemaTest.class.getResourceAsStream(name)) {
      String large = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      SchemaSubject plan = SchemaSubject.of(large);

      assertThat(plan.diagnostics()).isEmpty();
      assertThat(plan.mistakes()).isEmpty();
    }
  }

  private static Stream<DynamicTest> forEachKey(KeyTest test) {
    return KnownPlace.all().stream()
        .flatMap(
            place ->
                place.keys().stream()
                    .map(key -> dynamicTest(place.pointer(key), () -> test.test(place, key))));
  }

  private interface KeyTest {
    void test(KnownPlace place, String key);
  }

  /** All parts of the schema that describe a map with keys that the format knows. */
  private static void maps(Consumer<JsonNode> use) {
    walk(
        SCHEMA,
        node -> {
          if (node.has("properties") && node.has("additionalProperties")) {
            use.accept(node);
          }
        });
  }

  private static void walk(JsonNode node, Consumer<JsonNode> use) {
    use.accept(node);
    node.forEach(inner -> walk(inner, use));
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }
}
