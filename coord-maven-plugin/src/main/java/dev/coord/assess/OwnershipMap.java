package dev.coord.assess;

import dev.coord.diagnostic.Location;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who owns the tracked files.
 *
 * @param patterns every pattern of ownership with what it matches, in the plan's order
 * @param overlaps files that two workstreams own and neither keeps off
 * @param unowned tracked files that no workstream owns and nothing shares or protects, counted by
 *     top-level directory ({@code .} for the root)
 * @param tracked number of tracked files
 */
public record OwnershipMap(
    List<PatternUse> patterns,
    List<Overlap> overlaps,
    SortedMap<String, Integer> unowned,
    int tracked) {

  /**
   * A pattern and what it matches.
   *
   * @param workstream id of the workstream, or empty for boundaries of the project
   * @param role {@code owns}, {@code keeps off}, {@code shared: coordinate}, {@code protected}
   * @param pattern as written
   * @param files tracked files it matches
   */
  public record PatternUse(
      String workstream, String role, String pattern, Location place, int files) {
    /** Checks that all parts are there. */
    public PatternUse {
      Objects.requireNonNull(workstream, "workstream");
      Objects.requireNonNull(role, "role");
      Objects.requireNonNull(pattern, "pattern");
      Objects.requireNonNull(place, "place");
    }
  }

  /**
   * A file that two workstreams own.
   *
   * @param owners their ids, sorted
   */
  public record Overlap(String path, List<String> owners) {
    /** Copies the collection. */
    public Overlap {
      Objects.requireNonNull(path, "path");
      owners = List.copyOf(owners);
    }
  }

  /** Copies the collections. */
  public OwnershipMap {
    patterns = List.copyOf(patterns);
    overlaps = List.copyOf(overlaps);
    unowned = Collections.unmodifiableSortedMap(new TreeMap<>(unowned));
  }
}
