package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A value of a plan file and its place. */
sealed interface YamlNode {

  /** Where the value begins. */
  Location location();

  /** What the value is, in the words of messages. */
  String kind();

  /** A key with its value. */
  record Entry(String key, Location keyLocation, YamlNode value) {
    public Entry {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(keyLocation, "keyLocation");
      Objects.requireNonNull(value, "value");
    }
  }

  /** Keys with values; no key twice. */
  record Mapping(Location location, Map<String, Entry> entries) implements YamlNode {
    Mapping(Location location, List<Entry> entries) {
      this(location, byKey(entries));
    }

    private static Map<String, Entry> byKey(List<Entry> entries) {
      Map<String, Entry> map = new LinkedHashMap<>();
      entries.forEach(entry -> map.put(entry.key(), entry));
      return Collections.unmodifiableMap(map);
    }

    Optional<YamlNode> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    @Override
    public String kind() {
      return "a map of keys";
    }
  }

  /** A list of values. */
  record Sequence(Location location, List<YamlNode> items) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** How a scalar is written. */
  enum Style {
    /** Without quotes: what it means depends on its characters. */
    PLAIN,
    /** In quotes or as a block of lines: a text. */
    TEXT,
    /** Refused already; whoever reads it says nothing more. */
    REFUSED
  }

  /** A single value, not yet interpreted. */
  record Scalar(Location location, String text, Style style) implements YamlNode {
    @Override
    public String kind() {
      return style == Style.PLAIN && text.isEmpty() ? "empty" : Words.quote(text);
    }

    boolean plain() {
      return style == Style.PLAIN;
    }
  }
}
