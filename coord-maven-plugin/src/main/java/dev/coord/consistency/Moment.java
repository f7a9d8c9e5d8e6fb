package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.schedule.Dated;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A time that the plan tells somewhere.
 *
 * @param words what the plan says, with the dates it means
 * @param place where it says so
 * @param dates empty when they cannot be told
 * @param order dates as if the project began on some day, to compare what is counted in it; empty
 *     when the project's first day is known, or for what is not counted in the project
 */
record Moment(String words, Location place, Optional<Span> dates, Optional<Span> order) {

  static Moment of(Dated dated, Optional<Dated> order, Location place) {
    return new Moment(words(dated), place, dated.span(), order.flatMap(Dated::span));
  }

  static Moment of(LocalDate day, Location place) {
    return new Moment(day.toString(), place, Optional.of(new Span(day, day)), Optional.empty());
  }

  private static String words(Dated dated) {
    String words = dated.timing().toString();
    return dated
        .span()
        .map(Span::toString)
        .filter(dates -> !words.contains(dates))
        .map(dates -> words + " (" + dates + ")")
        .orElse(words);
  }

  /** Whether it surely ends before the other begins. */
  boolean isBefore(Moment other) {
    return dates.isPresent() && other.dates.isPresent()
        ? isBefore(dates.get(), other.dates.get())
        : order.isPresent() && other.order.isPresent() && isBefore(order.get(), other.order.get());
  }

  private static boolean isBefore(Span one, Span other) {
    return one.last().isBefore(other.first());
  }

  /** Whether it surely begins before the other ends. */
  boolean beginsBeforeEndOf(Moment other) {
    return dates.isPresent() && other.dates.isPresent()
        ? dates.get().first().isBefore(other.dates.get().last())
        : order.isPresent()
            && other.order.isPresent()
            && order.get().first().isBefore(other.order.get().last());
  }
}
