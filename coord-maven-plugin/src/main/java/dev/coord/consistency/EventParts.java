package dev.coord.consistency;

import dev.coord.plan.Event;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Topics and lines of a schedule that are not within the time of their event. */
final class EventParts {

  private static final int LAST_OF_WEEK = 6;

  private final Plan plan;
  private final PlanCalendar calendar;
  private final boolean dated;

  private EventParts(Plan plan, PlanCalendar calendar, boolean dated) {
    this.plan = plan;
    this.calendar = calendar;
    this.dated = dated;
  }

  static Stream<Contradiction> of(Plan plan) {
    EventParts byDates = new EventParts(plan, PlanCalendar.of(plan), true);
    return Stream.concat(
        byDates.all(),
        PlanCalendar.undated(plan).stream()
            .flatMap(order -> new EventParts(plan, order, false).all()));
  }

  private Stream<Contradiction> all() {
    return plan.events().stream()
        .flatMap(event -> calendar.event(event).span().stream().flatMap(s -> look(event, s)));
  }

  private Stream<Contradiction> look(Event event, Span whole) {
    return Times.inside(plan, calendar, event)
        .filter(part -> !within(whole, part.dated()))
        .map(part -> contradiction(event, whole, part));
  }

  private boolean within(Span whole, Dated part) {
    return part.ways().stream()
        .filter(way -> way.span().isPresent())
        .findFirst()
        .filter(
            way ->
                isWeeks(way) ? !touches(whole, way.span().get()) : !within(whole, way.span().get()))
        .isEmpty();
  }

  /** Whether it is whole weeks, of which the event has the days that it is on. */
  private static boolean isWeeks(Dated.Way way) {
    Stretch.Counting counting = way.stretch().counting();
    return (counting == Stretch.Counting.WEEKS || counting == Stretch.Counting.PHASE_WEEKS)
        && way.span().equals(way.whole());
  }

  /**
   * Whether the event has begun by the end of the first week, and ends no earlier than in the last.
   */
  private static boolean touches(Span whole, Span weeks) {
    return !whole.first().isAfter(weeks.first().plusDays(LAST_OF_WEEK))
        && !whole.last().isBefore(weeks.last().minusDays(LAST_OF_WEEK));
  }

  private boolean within(Span whole, Span part) {
    return calendar.workDays().worked(whole).contains(calendar.workDays().worked(part))
        || whole.contains(part);
  }

  private Contradiction contradiction(Event event, Span whole, Times part) {
    return new Contradiction(
        part.subject(),
        part.noun() + " is " + words(part.dated(), part.dated().span()),
        Words.place(part.dated().timing()),
        "the event is " + words(calendar.event(event), Optional.of(whole)),
        List.of(Words.place(event.when())),
        "Keep " + part.noun() + " within the event.");
  }

  private String words(Dated when, Optional<Span> span) {
    String words = when.timing().toString();
    return dated && !words.equals(span.orElseThrow().toString())
        ? words + ", " + span.get()
        : words;
  }
}
