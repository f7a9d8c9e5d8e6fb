package dev.coord.plan.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The maps that a plan is made of, with the keys of each: told by the plan's JSON Schema, which is
 * held to what is read. So a key that stands in the wrong map can be told where it belongs.
 */
final class Levels {

  /** More of them are no help. */
  private static final int MOST = 3;

  private static final String SCHEMA = "/dev/coord/publish/schema/plan-1.schema.json";

  /** Read when the first key is met that does not belong where it is. */
  private static final class Known {
    private static final Levels LEVELS = read();
  }

  /** By path, such as {@code project.calendar}; that of the plan itself is empty. */
  private final Map<String, Set<String>> keys = new LinkedHashMap<>();

  private final Map<String, Object> definitions = new HashMap<>();
  private final Set<String> rules;

  private Levels(Map<?, ?> schema) {
    map(schema.get("$defs")).forEach((name, definition) -> definitions.put(name, definition));
    rules = map(map(definitions.get("rule")).get("properties")).keySet();
    add("", schema, new ArrayList<>());
  }

  /**
   * What to do with a key that is none of some others, as sentences.
   *
   * @param known the keys of the map that it stands in
   */
  static String remedy(String key, Collection<String> known) {
    List<String> inner = Known.LEVELS.inner(key, Set.copyOf(known));
    if (!inner.isEmpty() && inner.size() <= MOST) {
      return "It belongs under " + Words.either(inner) + ".";
    }
    List<String> others = Known.LEVELS.others(key);
    return "Known keys are "
        + Words.list(known)
        + (others.isEmpty() || others.size() > MOST
            ? "."
            : "; " + Words.quote(key) + " is one of " + Words.either(others) + ".");
  }

  /** The keys beside it whose maps know a key; but for rules, of which one at most is there. */
  private List<String> inner(String key, Set<String> known) {
    return keys.keySet().stream()
        .filter(path -> keys.get(path).contains(key) && isPart(path, known))
        .map(path -> path.substring(path.lastIndexOf('.') + 1))
        .filter(name -> !rules.contains(name) || !known.containsAll(rules))
        .map(Words::quote)
        .distinct()
        .toList();
  }

  private List<String> others(String key) {
    return keys.keySet().stream()
        .filter(path -> keys.get(path).contains(key))
        .map(path -> path.isEmpty() ? "the plan itself" : path)
        .toList();
  }

  /** Whether a map is the value of a key of the one that has the known keys. */
  private boolean isPart(String path, Set<String> known) {
    int dot = path.lastIndexOf('.');
    return !path.isEmpty() && known.equals(keys.get(dot < 0 ? "" : path.substring(0, dot)));
  }

  /** Adds a map and those in it; one that is met again on the way, as tasks in tasks, is known. */
  private void add(String path, Map<?, ?> schema, List<String> outer) {
    for (String part : List.of("then", "else", "items")) {
      add(path, schema.get(part), outer);
    }
    Map<String, Object> properties = map(schema.get("properties"));
    if (properties.isEmpty()) {
      return;
    }
    keys.putIfAbsent(path, Set.copyOf(properties.keySet()));
    properties.forEach((key, value) -> add(path.isEmpty() ? key : path + "." + key, value, outer));
  }

  private void add(String path, Object schema, List<String> outer) {
    Map<String, Object> found = map(schema);
    if (found.isEmpty()) {
      return;
    }
    if (found.get("$ref") instanceof String reference) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      if (!outer.contains(name)) {
        List<String> within = new ArrayList<>(outer);
        within.add(name);
        add(path, map(definitions.get(name)), within);
      }
    } else {
      add(path, found, outer);
    }
  }

  @SuppressWarnings("unchecked") // JSON's objects have names for keys.
  private static Map<String, Object> map(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static Levels read() {
    try (InputStream in = Levels.class.getResourceAsStream(SCHEMA);
        JsonParser json = new JsonFactory().createParser(in)) {
      json.nextToken();
      return new Levels((Map<?, ?>) value(json));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SCHEMA, e);
    }
  }

  private static Object value(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        map.put(name, value(json));
      }
      return map;
    }
    if (json.currentToken() == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(json));
      }
      return list;
    }
    return json.getText();
  }
}
