package dev.coord.publish;

import dev.coord.plan.Event;
import dev.coord.plan.Plan;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;

/** What happens when, in {@code status.json}. */
final class StatusEvents {

  private final Json json;

  StatusEvents(Json json) {
    this.json = json;
  }

  void write(Plan plan) {
    PlanCalendar calendar = PlanCalendar.of(plan);
    json.list("events", plan.events(), event -> event(calendar, event));
  }

  private void event(PlanCalendar calendar, Event event) {
    json.text("id", event.id());
    json.text("title", event.title());
    json.text("kind", event.kind().word());
    json.text("cadence", event.cadence());
    json.text("when", event.when().toString());
    json.list("dates", calendar.event(event).times(), this::span);
    json.text("time", event.time());
    event.minutes().ifPresent(minutes -> json.number("minutes", minutes));
    if (event.agendaMinutes() > 0) {
      json.number("agenda_minutes", event.agendaMinutes());
    }
    json.text("sprint", event.sprint());
    json.texts("participants", event.participants());
    json.exacts("branches", event.branches());
    json.place("place", event.origin().self());
  }

  private void span(Span span) {
    json.text("first", span.first().toString());
    json.text("last", span.last().toString());
  }
}
