package dev.coord.evidence.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A value of YAML. */
public sealed interface YamlValue {

  /** Keys with their values, in the order written. */
  record Entries(Map<String, YamlValue> entries) implements YamlValue {
    /** Copies the map. */
    public Entries {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The value of a key. */
    public Optional<YamlValue> get(String key) {
      return Optional.ofNullable(entries.get(key));
    }
  }

  /** Items in their order. */
  record Items(List<YamlValue> items) implements YamlValue {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * A single value, not interpreted.
   *
   * @param plain whether it stands without quotes, so that it may mean something else than a text
   */
  record Text(String text, boolean plain) implements YamlValue {
    /** Checks that the text is there. */
    public Text {
      Objects.requireNonNull(text, "text");
    }

    /** Whether it says that there is no value. */
    public boolean isNothing() {
      return plain && List.of("", "~", "null", "Null", "NULL").contains(text);
    }
  }

  /** What points elsewhere, or means what its tag says: nobody knows its value. */
  record Unknown() implements YamlValue {}
}
