package dev.coord.testing;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Boundaries.Unowned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Puts boundaries together; they begin at line 40, their parts follow. */
public final class Bounds {

  private final List<Shared> shared = new ArrayList<>();
  private PathPatterns guarded = Plans.NOWHERE;
  private Unowned unowned = Unowned.WARN;
  private final Map<String, Integer> lines = new TreeMap<>(Map.of("unowned", 60));

  private Bounds() {}

  /** Nothing is shared or protected, and what nobody owns warns. */
  public static Bounds bounds() {
    return new Bounds();
  }

  /** Shared paths; the first are at line 41, the next at line 42. */
  public Bounds shared(Mode mode, String... patterns) {
    return add(mode, Optional.empty(), patterns);
  }

  /** Shared paths that somebody looks after. */
  public Bounds stewarded(Mode mode, String steward, String... patterns) {
    return add(mode, Optional.of(steward), patterns);
  }

  private Bounds add(Mode mode, Optional<String> steward, String... patterns) {
    Location self = Places.line(41 + shared.size());
    shared.add(
        new Shared(Places.origin(self, Map.of()), PathPatterns.of(patterns), mode, steward, ""));
    lines.put("shared", 41);
    return this;
  }

  /** Protected paths, at line 50. */
  public Bounds guarded(String... patterns) {
    guarded = PathPatterns.of(patterns);
    lines.put("protected", 50);
    return this;
  }

  public Bounds unowned(Unowned value) {
    unowned = value;
    return this;
  }

  public Boundaries build() {
    Branches branches =
        new Branches(
            Places.origin(40),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());
    return new Boundaries(
        Places.origin(Places.line(40), lines),
        shared,
        guarded,
        unowned,
        List.of(),
        List.of(),
        branches);
  }
}
