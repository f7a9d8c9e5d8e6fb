package dev.coord.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a JSON Schema has that is no mere addition to another one.
 *
 * <p>A new field is an addition. A field that is gone, that is another's type or has other words,
 * that is no longer always there, or that must be there though it was not, is none: readers of the
 * one or the other would refuse what they are given.
 */
final class SchemaChanges {

  private final JsonNode before;
  private final JsonNode after;
  private final List<String> changes = new ArrayList<>();

  /** References that were followed; definitions may refer to themselves. */
  private final Set<String> followed = new HashSet<>();

  SchemaChanges(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /** The places of all others, as pointers with references followed. */
  List<String> otherThanAdditions() {
    compare("", before, after);
    return changes;
  }

  private void compare(String place, JsonNode old, JsonNode now) {
    if (old.has("$ref") && !followed.add(old.get("$ref").asText())) {
      return;
    }
    JsonNode was = resolved(before, old);
    JsonNode is = resolved(after, now);
    Set<String> keys = new TreeSet<>();
    was.fieldNames().forEachRemaining(keys::add);
    is.fieldNames().forEachRemaining(keys::add);
    keys.removeAll(Set.of("description", "$defs", "$ref", "$comment", "examples", "title"));
    for (String key : keys) {
      compare(place + "/" + key, key, was.path(key), is.path(key));
    }
  }

  private void compare(String place, String key, JsonNode was, JsonNode is) {
    switch (key) {
      case "properties" -> fields(place, was, is);
      case "items", "if", "then", "else", "additionalProperties" -> {
        if (was.isObject() && is.isObject()) {
          compare(place, was, is);
        } else {
          same(place, was, is);
        }
      }
      case "required" -> {
        if (!words(was).equals(words(is))) {
          changes.add(place);
        }
      }
      default -> same(place, was, is);
    }
  }

  private void fields(String place, JsonNode was, JsonNode is) {
    was.fieldNames()
        .forEachRemaining(
            name -> {
              if (is.has(name)) {
                compare(place + "/" + name, was.get(name), is.get(name));
              } else {
                changes.add(place + "/" + name);
              }
            });
  }

  private void same(String place, JsonNode was, JsonNode is) {
    if (!was.equals(is)) {
      changes.add(place);
    }
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new TreeSet<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  /** What a node refers to, with what stands beside the reference left to the reference. */
  private static JsonNode resolved(JsonNode schema, JsonNode node) {
    return node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
  }
}
