package dev.coord.plan;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Stretch.Counting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When something is, in one or several ways of counting, which must mean the same dates.
 *
 * @param stretches one for each way of counting, in the order of {@link Stretch.Counting}; empty
 *     when the plan does not say
 */
public record Timing(Origin origin, List<Stretch> stretches) {

  /** Copies the collection. */
  public Timing {
    Parts.require(origin);
    stretches = List.copyOf(stretches);
  }

  /** Something whose time is not said. */
  public static Timing unsaid(Origin origin) {
    return new Timing(origin, List.of());
  }

  /** Whether the plan does not say when. */
  public boolean isUnsaid() {
    return stretches.isEmpty();
  }

  /** Whether it begins on day 0 or in week 0, which come before what they are counted in. */
  public boolean isAhead() {
    return stretches.stream()
        .filter(s -> s.counting() == Counting.DAYS || s.counting() == Counting.WEEKS)
        .anyMatch(s -> s.first() == 0);
  }

  /** The stretch that is counted in a certain way. */
  public Optional<Stretch> in(Counting counting) {
    return stretches.stream().filter(s -> s.counting() == counting).findFirst();
  }

  /** Where a stretch was written. */
  public Location place(Stretch stretch) {
    return stretch.counting().keys().stream()
        .filter(origin.fields()::containsKey)
        .map(origin::of)
        .findFirst()
        .orElse(origin.self());
  }

  /** All of it as the team wrote it: {@code weeks 1-2, weeks 9-10 of phase-3}. */
  @Override
  public String toString() {
    return stretches.stream().map(Stretch::toString).collect(Collectors.joining(", "));
  }
}
