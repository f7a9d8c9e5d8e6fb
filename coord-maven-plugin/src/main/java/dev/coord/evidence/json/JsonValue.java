package dev.coord.evidence.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of JSON. */
public sealed interface JsonValue {

  /** Members with their names, in the order written. */
  record Members(Map<String, JsonValue> members) implements JsonValue {
    /** Copies the map. */
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A member. */
    public Optional<JsonValue> get(String name) {
      return Optional.ofNullable(members.get(name));
    }
  }

  /** Items in their order. */
  record Items(List<JsonValue> items) implements JsonValue {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A text or a number, as it is written.
   *
   * @param line where it stands
   */
  record Text(String text, int line) implements JsonValue {}

  /**
   * {@code true}, {@code false} or {@code null}.
   *
   * @param isTrue whether it is the first of them
   */
  record Word(boolean isTrue) implements JsonValue {}

  /** A member of this value, if it has members. */
  default Optional<JsonValue> member(String name) {
    return this instanceof Members all ? all.get(name) : Optional.empty();
  }

  /** The text or number that a member is. */
  default Optional<Text> text(String name) {
    return member(name).filter(Text.class::isInstance).map(Text.class::cast);
  }
}
