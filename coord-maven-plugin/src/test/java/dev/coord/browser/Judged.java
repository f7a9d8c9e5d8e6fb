package dev.coord.browser;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How often what looks alike was judged in each view, on whatever page: see {@code checks.js}. */
final class Judged {

  private final Map<String, Map<String, Integer>> counts = new HashMap<>();

  /** How often what was judged, as an object of JavaScript. */
  synchronized String known(String view) {
    return counts.getOrDefault(view, Map.of()).entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
        .sorted()
        .collect(Collectors.joining(",", "{", "}"));
  }

  synchronized void add(String view, String name) {
    counts.computeIfAbsent(view, key -> new HashMap<>()).merge(name, 1, Integer::sum);
  }
}
