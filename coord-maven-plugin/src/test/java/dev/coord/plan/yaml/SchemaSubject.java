package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.plan.yaml.YamlNode.Entry;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Scalar;
import dev.coord.plan.yaml.YamlNode.Sequence;
import dev.coord.publish.Schemas;
import dev.coord.testing.JsonSchema;
import dev.coord.testing.JsonSchema.Mistake;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A plan file as the reader sees it, and as an editor sees it that knows its schema. */
public final class SchemaSubject {
  static final JsonNode SCHEMA = JsonSchema.parse(Schemas.files().get(Schemas.PLAN));

  private static final JsonSchema VALIDATOR = JsonSchema.of(SCHEMA);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, Location> values = new HashMap<>();
  private final Map<String, Location> keys = new HashMap<>();
  private final List<Diagnostic> read;
  private final List<Mistake> checked;

  private SchemaSubject(PlanFile file) {
    read = new PlanReader().read(List.of(file)).diagnostics();
    Problems problems = new Problems();
    List<Mapping> documents = YamlFile.read(file, true, problems).documents();
    assertThat(problems.sorted()).as("mistakes of YAML").isEmpty();
    checked = VALIDATOR.mistakes(json("", documents.get(0)));
  }

  static SchemaSubject of(String text) {
    return of(Plans.file("coord.yml", text));
  }

  public static SchemaSubject of(PlanFile file) {
    return new SchemaSubject(file);
  }

  private JsonNode json(String pointer, YamlNode node) {
    values.put(pointer, node.location());
    if (node instanceof Mapping mapping) {
      ObjectNode object = JSON.objectNode();
      for (Entry entry : mapping.entries().values()) {
        String inner = pointer + "/" + entry.key();
        keys.put(inner, entry.keyLocation());
        object.set(entry.key(), json(inner, entry.value()));
      }
      return object;
    }
    if (node instanceof Sequence sequence) {
      ArrayNode array = JSON.arrayNode();
      for (int i = 0; i < sequence.items().size(); i++) {
        array.add(json(pointer + "/" + i, sequence.items().get(i)));
      }
      return array;
    }
    return scalar((Scalar) node);
  }

  /** What YAML 1.2 takes a text for in its core schema, which editors go by. */
  private static JsonNode scalar(Scalar scalar) {
    String text = scalar.text();
    if (!scalar.plain()) {
      return JSON.textNode(text);
    }
    if (text.matches("|~|null|Null|NULL")) {
      return JSON.nullNode();
    }
    if (text.matches("true|True|TRUE|false|False|FALSE")) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (text.matches("[-+]?[0-9]+")) {
      return JSON.numberNode(new BigInteger(text));
    }
    return text.matches("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?")
        ? JSON.numberNode(new BigDecimal(text))
        : JSON.textNode(text);
  }

  List<Diagnostic> diagnostics() {
    return read;
  }

  public List<Mistake> mistakes() {
    return checked;
  }

  Location value(String pointer) {
    return values.get(pointer);
  }

  Location key(String pointer) {
    return keys.get(pointer);
  }

  /** Where the reader says that a key excludes another. */
  TreeSet<Location> excluded() {
    return read.stream()
        .filter(one -> one.problem().endsWith("exclude each other"))
        .map(Diagnostic::location)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The keys that the schema forbids beside others. */
  TreeSet<Location> forbidden() {
    return checked.stream()
        .filter(mistake -> mistake.message().startsWith("false"))
        .map(mistake -> keys.get(mistake.pointer()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Where the reader finds something wrong with a value or in it, but for what only all files of a
   * plan can tell together.
   */
  TreeSet<Location> refused(String pointer) {
    TreeSet<Location> places = new TreeSet<>();
    for (Diagnostic one : read) {
      boolean inside =
          values.entrySet().stream()
                  .anyMatch(e -> isIn(e.getKey(), pointer) && e.getValue().equals(one.location()))
              || keys.entrySet().stream()
                  .anyMatch(
                      e ->
                          isIn(e.getKey(), pointer)
                              && !e.getKey().equals(pointer)
                              && e.getValue().equals(one.location()));
      boolean aboutMore =
          one.problem().startsWith("no ")
              || one.problem().contains("which is not one of")
              || one.problem().equals("\"project\" needs \"name\"");
      if (inside && !aboutMore) {
        places.add(one.location());
      }
    }
    return places;
  }

  /**
   * Where the schema finds something wrong with a value or in it. Of a map with a key that nobody
   * knows the reader does not say that it lacks one of several, because that one was meant.
   */
  TreeSet<Location> invalid(String pointer) {
    TreeSet<Location> places = new TreeSet<>();
    for (Mistake mistake : checked) {
      boolean lacks = mistake.message().matches("(?s)(required|oneOf|anyOf): .*");
      if (isIn(mistake.pointer(), pointer) && !(lacks && hasUnknown(mistake.pointer()))) {
        boolean unknown = mistake.message().startsWith("additionalProperties");
        places.add((unknown ? keys : values).get(mistake.pointer()));
      }
    }
    return places;
  }

  private boolean hasUnknown(String pointer) {
    return values.containsKey(pointer + "/" + KnownPlace.UNKNOWN)
        && !refused(pointer).contains(values.get(pointer));
  }

  private static boolean isIn(String pointer, String outer) {
    return pointer.equals(outer) || pointer.startsWith(outer + "/");
  }

  /** Both sides, for the description of a test. */
  @Override
  public String toString() {
    return read.stream().map(Diagnostic::message).toList() + "\n" + checked;
  }
}
