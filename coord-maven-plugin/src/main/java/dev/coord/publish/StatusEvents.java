package dev.coord.publish;

import dev.coord.plan.Event;
import dev.coord.plan.Plan;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import java.util.List;

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
    json.number("minutes", event.minutes());
    if (event.agendaMinutes() > 0) {
      json.number("agenda_minutes", event.agendaMinutes());
    }
    json.text("sprint", event.sprint());
    json.texts("participants", event.participants());
    json.list("agenda", event.agenda(), this::item);
    topics("topics", event.topics());
    json.list("schedule", event.days(), this::day);
    json.text("focus", event.focus());
    json.texts("benefits", event.benefits());
    new StatusTasks(json).write("deliverables", event.deliverables());
    json.exacts("branches", event.branches());
    json.text("notes", event.notes());
    json.place("place", event.origin().self());
  }

  private void item(Event.Item item) {
    json.text("item", item.item());
    json.number("minutes", item.minutes());
    json.texts("points", item.points());
  }

  /** What is dealt with at a time. */
  void topics(String name, List<Event.Topic> topics) {
    json.list(
        name,
        topics,
        topic -> {
          json.text("when", topic.when().toString());
          json.text("text", topic.text());
        });
  }

  private void day(Event.Day day) {
    json.text("when", day.when().toString());
    json.texts("who", day.who());
    json.text("what", day.what());
  }

  private void span(Span span) {
    json.text("first", span.first().toString());
    json.text("last", span.last().toString());
  }
}
