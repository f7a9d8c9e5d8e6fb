package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ids of the tasks of one workstream or block, and what these tasks depend on. */
final class TaskScope {
  /** A place that names a task: by its id, or as {@code workstream/task}. */
  record Dependency(String task, Location place) {}

  private final Map<String, Location> places = new LinkedHashMap<>();
  private final Map<String, String> spellings = new HashMap<>();
  private final List<Dependency> dependencies = new ArrayList<>();
  private boolean open;

  /** Adds a task's id; returns the place of an equal one, or one that differs by case only. */
  Optional<Location> declare(String id, Location place) {
    String before = spellings.putIfAbsent(id.toLowerCase(Locale.ROOT), id);
    if (before == null) {
      places.put(id, place);
    }
    return Optional.ofNullable(before).map(places::get);
  }

  /** Notes that there may be tasks that cannot be read. */
  void open() {
    open = true;
  }

  /** Whether a task may have an id, as far as can be told. */
  boolean mayHave(String id) {
    return open || places.containsKey(id);
  }

  void dependsOn(String task, Location place) {
    dependencies.add(new Dependency(task, place));
  }

  Set<String> ids() {
    return places.keySet();
  }

  List<Dependency> dependencies() {
    return dependencies;
  }
}
