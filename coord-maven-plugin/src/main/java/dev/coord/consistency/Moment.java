package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.schedule.WorkDays.Span;
import java.util.Optional;
import java.util.function.BiPredicate;

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
    return compared(other, (one, another) -> one.last().isBefore(another.first()));
  }

  /** Whether something is so of the days of both; false where they cannot be compared. */
  boolean compared(Moment other, BiPredicate<Span, Span> test) {
    return dates.isPresent() && other.dates.isPresent()
        ? test.test(dates.get(), other.dates.get())
        : order.isPresent() && other.order.isPresent() && test.test(order.get(), other.order.get());
  }
}
