package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.schedule.WorkDays.Span;
import java.util.Optional;

/**
 * A time that the plan tells somewhere.
 *
 * @param words what the plan says, with the dates it means: {@code on day 3 (2026-01-07)}
 * @param place where it says so
 * @param dates empty when they cannot be told
 * @param order dates as if the project began on some day, to compare what is counted in it; empty
 *     when the project's first day is known, or for what is not counted in the project
 */
record Moment(String words, Location place, Optional<Span> dates, Optional<Span> order) {

  /** Whether it surely ends before the other begins. */
  boolean isBefore(Moment other) {
    return dates.isPresent() && other.dates.isPresent()
        ? isBefore(dates.get(), other.dates.get())
        : order.isPresent() && other.order.isPresent() && isBefore(order.get(), other.order.get());
  }

  private static boolean isBefore(Span one, Span other) {
    return one.last().isBefore(other.first());
  }
}
