package dev.coord.path;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/**
 * Paths of files that are there, for those who ask which of them a pattern covers. They are listed
 * when somebody asks first. Not for several threads at once.
 */
public final class KnownPaths {

  private final Supplier<SortedSet<String>> list;
  private final Map<PathPattern, List<String>> covered = new HashMap<>();
  private Optional<SortedSet<String>> paths = Optional.empty();

  /** Paths that are listed when they are asked for, once. */
  public KnownPaths(Supplier<SortedSet<String>> list) {
    this.list = Objects.requireNonNull(list, "list");
  }

  /** No paths at all. */
  public static KnownPaths none() {
    return new KnownPaths(Collections::emptySortedSet);
  }

  /** The paths that a pattern covers, sorted. */
  public List<String> coveredBy(PathPattern pattern) {
    return covered.computeIfAbsent(pattern, one -> paths().stream().filter(one::matches).toList());
  }

  private SortedSet<String> paths() {
    if (paths.isEmpty()) {
      paths = Optional.of(list.get());
    }
    return paths.get();
  }
}
