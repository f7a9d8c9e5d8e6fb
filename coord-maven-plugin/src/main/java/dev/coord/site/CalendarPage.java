package dev.coord.site;

import dev.coord.assess.Appointments;
import dev.coord.assess.ClaimCheck;
import dev.coord.plan.Event;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.WorkDays.Span;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.OtherFiles;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What comes when? What has dates first, by judging day, then what comes again and again. */
final class CalendarPage {

  /**
   * An event with its dates.
   *
   * @param next the time of it that has not passed yet; empty when all have, or none is known
   */
  record Happening(Event event, Dated when, Optional<Span> next) {
    boolean isDated() {
      return when.span().isPresent();
    }

    boolean isPast() {
      return isDated() && next.isEmpty();
    }

    boolean isNow(LocalDate today) {
      return next.filter(span -> span.contains(today)).isPresent();
    }

    /** What it is sorted by: the next time, else the last one. */
    private LocalDate day() {
      return next.or(when::span).map(Span::first).orElse(LocalDate.MAX);
    }
  }

  private final View view;
  private final Draft page = new Draft("calendar", "Calendar");
  private final List<Happening> dated;
  private final List<Happening> regular;

  private CalendarPage(View view) {
    this.view = view;
    List<Happening> all = happenings(view);
    this.dated =
        all.stream()
            .filter(Happening::isDated)
            .sorted(Comparator.comparing(Happening::day))
            .toList();
    this.regular = all.stream().filter(h -> !h.isDated()).toList();
  }

  static Page of(View view) {
    return new CalendarPage(view).build();
  }

  /** The events in the order written. */
  static List<Happening> happenings(View view) {
    PlanCalendar calendar = PlanCalendar.of(view.plan());
    return view.plan().events().stream()
        .map(
            event -> {
              Dated when = calendar.event(event);
              Optional<Span> next =
                  when.times().stream()
                      .filter(span -> !span.last().isBefore(view.today()))
                      .findFirst();
              return new Happening(event, when, next);
            })
        .toList();
  }

  /** Where the calendar to subscribe to is; empty where the plan dates nothing. */
  static Optional<Block> subscription(View view) {
    return Appointments.of(view.assessment()).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Paragraph(
                Line.of("Subscribe to all days of the plan: ")
                    .add(
                        new Inline.Link(
                            OtherFiles.CALENDAR, Target.file(OtherFiles.CALENDAR), true))
                    .text(".")
                    .list()));
  }

  private Page build() {
    List<Happening> coming = dated.stream().filter(h -> !h.isPast()).toList();
    List<Happening> past = dated.stream().filter(Happening::isPast).toList();
    section("coming", "Now and next", "Events to come, the next one first", coming);
    section("past", "Past", "Events that are over, in their order", past);
    if (!regular.isEmpty()) {
      page.section("regular", "Again and again, or without a date", regular());
    }
    EventSections sections = new EventSections(view, page);
    view.plan().events().forEach(sections::add);
    subscription(view).ifPresent(page::add);
    List<ClaimCheck> contradicted =
        view.plan().events().stream().flatMap(event -> contradictions(event).stream()).toList();
    return page.page(
        answer(coming).contradicted(contradicted),
        view.links().edit(view.plan().events().get(0).origin().self()));
  }

  private List<ClaimCheck> contradictions(Event event) {
    return view.claims().contradictions("event " + event.id());
  }

  private List<Inline> marked(Event event) {
    Line line = new Line().addAll(title(event));
    contradictions(event).stream()
        .findFirst()
        .ifPresent(
            claim -> line.text(" (").add(view.links().claim("contradicts", claim)).text(")"));
    return line.list();
  }

  private Tone tone(Event event, Tone calm) {
    return contradictions(event).isEmpty() ? calm : Tone.WARNING;
  }

  private Answer answer(List<Happening> coming) {
    if (coming.isEmpty()) {
      return Answer.of(
          Tone.NEUTRAL,
          dated.isEmpty()
              ? Words.either(regular.size(), "The event has", "The events have") + " no date."
              : "Nothing is to come: "
                  + (dated.size() == 1
                      ? "the one event with a date is past."
                      : "all " + dated.size() + " events with a date are past."));
    }
    Line line = new Line();
    List<Happening> now = coming.stream().filter(h -> h.isNow(view.today())).toList();
    if (!now.isEmpty()) {
      line.text("Now: ").joined(", ", now.stream().map(h -> List.of(name(h.event()))).toList());
      line.text(". ");
    }
    coming.stream()
        .filter(h -> !h.isNow(view.today()))
        .findFirst()
        .ifPresentOrElse(
            h ->
                line.text("Next is ")
                    .add(name(h.event()))
                    .text(" on " + h.next().orElseThrow().first() + "."),
            () -> line.text("Nothing else is to come."));
    return new Answer(now.isEmpty() ? Tone.NEUTRAL : Tone.INFO, line.list());
  }

  private void section(String id, String heading, String caption, List<Happening> events) {
    if (events.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table(id + "-table", caption)
            .columns("Dates", "Event", "Kind", "Time", "Stands", "Plan line");
    for (Happening happening : events) {
      Event event = happening.event();
      table.row(
          Anchors.of("event", event.id()),
          tone(event, happening.isNow(view.today()) ? Tone.INFO : Tone.NEUTRAL),
          When.dates(happening.when()),
          marked(event),
          Line.of(kind(event)).list(),
          time(event),
          List.of(state(view, happening)),
          List.of(view.links().place(event.origin().self())));
    }
    page.section(id, heading, table.table());
  }

  private Block.Table regular() {
    TableDraft table =
        page.table("regular-table", "Events that come again and again, or have no date")
            .columns("Event", "Kind", "How often", "Time", "Counted", "Plan line");
    for (Happening happening : regular) {
      Event event = happening.event();
      table.row(
          Anchors.of("event", event.id()),
          tone(event, Tone.NEUTRAL),
          marked(event),
          Line.of(kind(event)).list(),
          Line.of(event.cadence()).cell(),
          time(event),
          When.counted(happening.when()),
          List.of(view.links().place(event.origin().self())));
    }
    return table.table();
  }

  /** The row of an event on this page. */
  static Inline name(Event event) {
    return Inline.link(event.title(), Target.page("calendar", Anchors.of("event", event.id())));
  }

  /** An event, when it is, and where judging day lies. */
  static List<Inline> line(View view, Happening happening) {
    return new Line()
        .add(name(happening.event()))
        .text(happening.when().span().map(span -> " " + span).orElse(""))
        .text(" ")
        .add(state(view, happening))
        .list();
  }

  static String kind(Event event) {
    return event.kind().word();
  }

  private static List<Inline> title(Event event) {
    return List.of(
        Inline.link(event.title(), Target.page("calendar", EventSections.anchor(event))));
  }

  static List<Inline> time(Event event) {
    Line line = Line.of(event.time());
    event
        .minutes()
        .ifPresent(minutes -> line.text((line.isEmpty() ? "" : ", ") + minutes + " min"));
    return line.cell();
  }

  /** Where judging day lies. */
  static Inline state(View view, Happening happening) {
    if (!happening.isDated()) {
      return happening.event().cadence().isEmpty()
          ? new Inline.Badge(Tone.UNKNOWN, "undated")
          : new Inline.Badge(Tone.NEUTRAL, "regular");
    }
    if (happening.isPast()) {
      return new Inline.Badge(Tone.NEUTRAL, "over");
    }
    return happening.isNow(view.today())
        ? new Inline.Badge(Tone.INFO, "running")
        : new Inline.Badge(Tone.NEUTRAL, "planned");
  }
}
