package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The ids of a plan. An id counts as known as soon as it is read, so that a mistake elsewhere in
 * its record does not make each reference to it a mistake too.
 */
final class Names {
  private final Map<Kind, Map<String, Location>> places = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<String, String>> spellings = new EnumMap<>(Kind.class);

  /**
   * Adds an id, unless one of the same kind is equal or differs by case only: files are named after
   * ids, and some file systems know no case.
   *
   * @return the id that was there before, and its place
   */
  Optional<Map.Entry<String, Location>> declare(Kind kind, String id, Location place) {
    Map<String, Location> known = places.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    String before =
        spellings
            .computeIfAbsent(kind, k -> new HashMap<>())
            .putIfAbsent(id.toLowerCase(Locale.ROOT), id);
    if (before != null) {
      return Optional.of(Map.entry(before, known.get(before)));
    }
    known.put(id, place);
    return Optional.empty();
  }

  boolean knows(Kind kind, String id) {
    return places.getOrDefault(kind, Map.of()).containsKey(id);
  }

  /** All ids of a kind in the order read. */
  Collection<String> of(Kind kind) {
    return Collections.unmodifiableSet(places.getOrDefault(kind, Map.of()).keySet());
  }
}
