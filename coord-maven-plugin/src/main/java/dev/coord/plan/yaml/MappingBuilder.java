package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import dev.coord.plan.yaml.YamlNode.Entry;
import dev.coord.plan.yaml.YamlNode.Mapping;
import dev.coord.plan.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a map together, and says which of its keys no plan may have. */
final class MappingBuilder {
  /**
   * A key as it is written.
   *
   * @param good whether its text can be used; what is wrong with it was told
   */
  record Key(String text, Location place, boolean plain, boolean good) {}

  /** How many values of keys that were written before are read in one map. */
  private static final int MAX_AGAIN = 50;

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Entry> again = new ArrayList<>();
  private boolean complete = true;
  private String last;

  void add(Key key, YamlNode value, Problems problems) {
    last = null;
    if (!key.good()) {
      complete = false;
      return;
    }
    if (key.plain() && key.text().equals("<<")) {
      problems.error(
          key.place(), "merge keys (\"<<\") are not allowed in a plan", "Write the keys out.");
      complete = false;
      return;
    }
    Entry entry = new Entry(key.text(), key.place(), value);
    Entry first = entries.putIfAbsent(key.text(), entry);
    if (first != null) {
      problems.error(
          key.place(),
          "the key " + Words.quote(key.text()) + " is already written at " + first.keyLocation(),
          "Keep one of the two.");
      if (again.size() < MAX_AGAIN) {
        again.add(entry);
      } else {
        complete = false;
      }
      return;
    }
    last = key.text();
  }

  /**
   * Cuts the last value, because lines that follow it cannot be read.
   *
   * @return whether it is a list or map, which these lines may belong to
   */
  boolean cutLast() {
    if (last == null) {
      return false;
    }
    entries.computeIfPresent(
        last, (key, entry) -> new Entry(key, entry.keyLocation(), entry.value().cut()));
    YamlNode value = entries.get(last).value();
    return value instanceof Mapping || value instanceof Sequence;
  }

  /**
   * The map.
   *
   * @param whole whether no line was lost that may hold a key of it
   */
  Mapping build(Location place, boolean whole) {
    return new Mapping(place, entries, again, complete && whole);
  }
}
