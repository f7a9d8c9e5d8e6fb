package dev.coord.site;

import dev.coord.plan.Event;
import dev.coord.plan.Event.Day;
import dev.coord.plan.Event.Item;
import dev.coord.plan.Event.Topic;
import dev.coord.schedule.PlanCalendar;
import dev.coord.site.draft.Beside;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;

/** All that the plan says of each event, below the tables of the calendar. */
final class EventSections {

  private final View view;
  private final Draft page;
  private final PlanCalendar calendar;

  EventSections(View view, Draft page) {
    this.view = view;
    this.page = page;
    this.calendar = PlanCalendar.of(view.plan());
  }

  /** The section of an event. */
  static String anchor(Event event) {
    return Anchors.of("about", event.id());
  }

  void add(Event event) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(facts(event));
    prose(blocks, event, event.focus(), "focus");
    if (!event.agenda().isEmpty()) {
      blocks.add(agenda(event));
      if (event.agenda().stream().anyMatch(item -> item.minutes().isPresent())) {
        blocks.add(new Block.Paragraph(sum(event)));
      }
    }
    if (!event.topics().isEmpty()) {
      blocks.add(topics(event));
    }
    if (!event.days().isEmpty()) {
      blocks.add(schedule(event));
    }
    if (!event.benefits().isEmpty()) {
      blocks.add(benefits(event));
    }
    if (!event.deliverables().isEmpty()) {
      blocks.add(
          TaskTable.of(
              view,
              page,
              Anchors.of("deliverables", event.id()),
              "What is there after " + event.title(),
              event.deliverables()));
    }
    prose(blocks, event, event.notes(), "notes");
    page.section(anchor(event), event.title(), blocks);
  }

  private static void prose(List<Block> blocks, Event event, String text, String key) {
    if (!text.isEmpty()) {
      blocks.add(Line.prose(text, event.origin().of(key)));
    }
  }

  private Block facts(Event event) {
    List<Block.Definition> facts = new ArrayList<>();
    fact(facts, "Id", new Line().code(event.id()));
    fact(facts, "Kind", Line.of(CalendarPage.kind(event)));
    if (!event.when().isUnsaid()) {
      fact(facts, "When", new Line().addAll(When.dates(calendar.event(event))));
      fact(facts, "Counted", new Line().addAll(When.counted(calendar.event(event))));
    }
    event
        .sprint()
        .ifPresent(
            id ->
                fact(
                    facts,
                    "Sprint",
                    new Line().add(Inline.link(id, Target.page("sprints/" + id)))));
    fact(facts, "How often", Line.of(event.cadence()));
    if (!event.time().isEmpty() || event.minutes().isPresent()) {
      fact(facts, "Time", new Line().addAll(CalendarPage.time(event)));
    }
    fact(
        facts,
        "Who",
        event.participants().isEmpty()
            ? Line.of("everybody")
            : new Line().addAll(view.links().people(event.participants())));
    Line branches = new Line();
    event.branches().forEach(b -> branches.text(branches.isEmpty() ? "" : ", ").code(b));
    fact(facts, "Branches", branches);
    fact(facts, "Contradicted", Beside.contradictions(view, "event " + event.id()));
    fact(facts, "Written in", new Line().add(view.links().place(event.origin().self())));
    return new Block.Definitions(facts);
  }

  private static void fact(List<Block.Definition> facts, String term, Line line) {
    if (!line.isEmpty()) {
      facts.add(new Block.Definition(term, line.list()));
    }
  }

  private Block agenda(Event event) {
    TableDraft table =
        page.table(Anchors.of("agenda", event.id()), "Agenda of " + event.title())
            .columns("Point")
            .number("Minutes")
            .columns("What belongs to it", "Plan line");
    int number = 1;
    for (Item item : event.agenda()) {
      table.row(
          Anchors.of("agenda", event.id(), Integer.toString(number++)),
          Tone.NEUTRAL,
          new Line().rich(item.item(), item.origin().of("item")).list(),
          item.minutes().isPresent()
              ? Line.of(Integer.toString(item.minutes().getAsInt())).list()
              : Line.none(),
          new Line()
              .joined(
                  "; ",
                  item.points().stream()
                      .map(p -> new Line().rich(p, item.origin().of("points")).list())
                      .toList())
              .cell(),
          List.of(view.links().place(item.origin().self())));
    }
    return table.table();
  }

  private static List<Inline> sum(Event event) {
    long open = event.agenda().stream().filter(item -> item.minutes().isEmpty()).count();
    Line line = Line.of("The agenda takes " + event.agendaMinutes() + " min");
    event.minutes().ifPresent(minutes -> line.text(" of " + minutes));
    if (open > 0) {
      line.text("; " + Words.count(open, "point") + Words.either(open, " has", " have"))
          .text(" no time");
    }
    return line.text(".").list();
  }

  private Block topics(Event event) {
    TableDraft table =
        page.table(Anchors.of("topics", event.id()), "Topics of " + event.title())
            .columns("When", "Dates", "Topic", "Plan line");
    int number = 1;
    for (Topic topic : event.topics()) {
      table.row(
          Anchors.of("topic", event.id(), Integer.toString(number++)),
          Tone.NEUTRAL,
          When.counted(calendar.topic(event, topic)),
          When.dates(calendar.topic(event, topic)),
          new Line().rich(topic.text(), topic.origin().of("text")).list(),
          List.of(view.links().place(topic.origin().self())));
    }
    return table.table();
  }

  private Block schedule(Event event) {
    TableDraft table =
        page.table(Anchors.of("schedule", event.id()), "Who does what in " + event.title())
            .columns("When", "Dates", "Who", "What", "Plan line");
    int number = 1;
    for (Day day : event.days()) {
      table.row(
          Anchors.of("day", event.id(), Integer.toString(number++)),
          Tone.NEUTRAL,
          When.counted(calendar.day(event, day)),
          When.dates(calendar.day(event, day)),
          day.who().isEmpty() ? Line.of("everybody").list() : view.links().people(day.who()),
          new Line().rich(day.what(), day.origin().of("what")).list(),
          List.of(view.links().place(day.origin().self())));
    }
    return table.table();
  }

  private static Block benefits(Event event) {
    return new Block.Items(
        false,
        event.benefits().stream()
            .map(b -> Line.of("Good for: ").rich(b, event.origin().of("benefits")).list())
            .toList());
  }
}
