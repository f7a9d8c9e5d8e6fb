package dev.coord.schedule;

import dev.coord.plan.Stretch;
import dev.coord.plan.Timing;
import dev.coord.schedule.WorkDays.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When something is, with the dates it means.
 *
 * @param timing what the plan says
 * @param ways each way of counting with its dates, dates themselves first; days of the week are a
 *     way of their own only where nothing stands beside them, otherwise they narrow the others
 */
public record Dated(Timing timing, List<Way> ways) {

  /**
   * One way of counting.
   *
   * @param stretch what is counted
   * @param whole its dates; empty when they cannot be told
   * @param times the same, or the days of the week that are picked out of it, for each of its
   *     weeks; empty when there is no such day in it
   */
  public record Way(Stretch stretch, Optional<Span> whole, List<Span> times) {
    /** Copies the collection. */
    public Way {
      Objects.requireNonNull(stretch, "stretch");
      Objects.requireNonNull(whole, "whole");
      times = List.copyOf(times);
    }

    /** From the first day to the last. */
    public Optional<Span> span() {
      return times.isEmpty()
          ? Optional.empty()
          : Optional.of(new Span(times.get(0).first(), times.get(times.size() - 1).last()));
    }
  }

  /** Copies the collection. */
  public Dated {
    Objects.requireNonNull(timing, "timing");
    ways = List.copyOf(ways);
  }

  /** From the first day to the last, by the first way whose dates can be told. */
  public Optional<Span> span() {
    return ways.stream().flatMap(way -> way.span().stream()).findFirst();
  }

  /** Each time it is, by the first way whose dates can be told; empty when none can. */
  public List<Span> times() {
    return ways.stream().map(Way::times).filter(t -> !t.isEmpty()).findFirst().orElse(List.of());
  }
}
