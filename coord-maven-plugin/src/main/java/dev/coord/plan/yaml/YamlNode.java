package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A value of a plan file and its place. */
sealed interface YamlNode {

  /** Where the value begins. */
  Location location();

  /** What the value is, in the words of messages. */
  String kind();

  /** Whether all of it could be read, and all that is in it. */
  boolean isWhole();

  /** The value when lines that follow it, and may belong to it, cannot be read. */
  YamlNode cut();

  /** A key with its value. */
  record Entry(String key, Location keyLocation, YamlNode value) {
    public Entry {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(keyLocation, "keyLocation");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * Keys with values.
   *
   * @param entries no key twice
   * @param again the entries whose key was written before
   * @param complete whether no other key can have been meant to be in it
   */
  record Mapping(Location location, Map<String, Entry> entries, List<Entry> again, boolean complete)
      implements YamlNode {

    /** What cannot be a key. */
    private static final Pattern WORDS = Pattern.compile("[^a-z].*|.*\\s.*");

    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
      again = List.copyOf(again);
    }

    Mapping(Location location, List<Entry> entries, List<Entry> again, boolean complete) {
      this(location, byKey(entries), again, complete);
    }

    private static Map<String, Entry> byKey(List<Entry> entries) {
      Map<String, Entry> map = new LinkedHashMap<>();
      entries.forEach(entry -> map.put(entry.key(), entry));
      return map;
    }

    Optional<YamlNode> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** Whether it is rather a text that holds a colon: no key has a space or such a beginning. */
    boolean isTextWithColon() {
      return entries.size() == 1
          && entries.values().stream()
              .allMatch(e -> e.value() instanceof Scalar && WORDS.matcher(e.key()).matches());
    }

    @Override
    public String kind() {
      return "a map of keys";
    }

    @Override
    public boolean isWhole() {
      return complete
          && again.isEmpty()
          && entries.values().stream().allMatch(entry -> entry.value().isWhole());
    }

    @Override
    public Mapping cut() {
      List<Entry> cut = new ArrayList<>(entries.values());
      if (!cut.isEmpty()) {
        Entry last = cut.remove(cut.size() - 1);
        cut.add(new Entry(last.key(), last.keyLocation(), last.value().cut()));
      }
      return new Mapping(location, cut, again, false);
    }
  }

  /**
   * A list of values.
   *
   * @param complete whether no other item can have been meant to be in it
   */
  record Sequence(Location location, List<YamlNode> items, boolean complete) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }

    @Override
    public boolean isWhole() {
      return complete && items.stream().allMatch(YamlNode::isWhole);
    }

    @Override
    public Sequence cut() {
      List<YamlNode> cut = new ArrayList<>(items);
      if (!cut.isEmpty()) {
        cut.add(cut.remove(cut.size() - 1).cut());
      }
      return new Sequence(location, cut, false);
    }
  }

  /** How a scalar is written. */
  enum Style {
    /** Without quotes: what it means depends on its characters. */
    PLAIN,
    /** In quotes or as a block of lines: a text. */
    TEXT
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

    @Override
    public boolean isWhole() {
      return true;
    }

    /** Lines may have been meant as the value of a key that has none. */
    @Override
    public YamlNode cut() {
      return plain() && text.isEmpty() ? new Hole(location) : this;
    }
  }

  /** A value that cannot be read. Why was told, so whoever asks for it says nothing more. */
  record Hole(Location location) implements YamlNode {
    @Override
    public String kind() {
      return "unreadable";
    }

    @Override
    public boolean isWhole() {
      return false;
    }

    @Override
    public Hole cut() {
      return this;
    }
  }
}
