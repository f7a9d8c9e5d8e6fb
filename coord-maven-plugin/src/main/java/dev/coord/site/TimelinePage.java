package dev.coord.site;

import dev.coord.assess.Slip;
import dev.coord.assess.SprintState;
import dev.coord.assess.WorkstreamState;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanSnapshot.Part;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.Workstream;
import dev.coord.schedule.CriticalPath.Times;
import dev.coord.schedule.Dated;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.PlanSchedule.Row;
import dev.coord.schedule.Slack;
import dev.coord.schedule.WaveRow;
import dev.coord.schedule.WorkDays.Span;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Tones;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** When? What durations and dependencies allow, beside what the plan promises. */
final class TimelinePage {

  private static final String EARLIEST = "At the earliest";
  private static final String LATEST = "At the latest";

  private final View view;
  private final PlanSchedule schedule;
  private final Slip slip;
  private final Draft page = new Draft("timeline", "Timeline");

  private TimelinePage(View view) {
    this.view = view;
    this.schedule = view.course().schedule();
    this.slip = new Slip(view.plan(), view.today());
  }

  /** Whether the plan tells anything of time. */
  static boolean hasContent(View view) {
    Plan plan = view.plan();
    return view.history().points(Part.PROJECT).size() > 1
        || !plan.sprints().isEmpty()
        || !plan.merges().waves().isEmpty()
        || plan.workstreams().stream()
            .anyMatch(
                w -> w.duration().isPresent() || w.start().isPresent() || w.due().isPresent());
  }

  static Page of(View view) {
    return new TimelinePage(view).build();
  }

  private Page build() {
    if (!schedule.rows().isEmpty()) {
      List<Block> blocks = new ArrayList<>();
      Block.Table table = workstreams();
      TimelinePicture.of(view, schedule, slip, Target.page("timeline", table.id()))
          .ifPresent(blocks::add);
      blocks.add(table);
      page.section("workstreams", "Workstreams", blocks);
      untold();
    }
    if (!view.plan().merges().waves().isEmpty()) {
      page.section("waves", "Waves", waves());
    }
    if (!view.assessment().sprints().isEmpty()) {
      page.section("sprints", "Sprints", sprints());
    }
    events();
    new HistorySections(view, page).add();
    CalendarPage.subscription(view).ifPresent(page::add);
    return page.page(
        TimelineAnswer.of(view, slip), view.links().edit(view.plan().project().origin().self()));
  }

  private Block.Table workstreams() {
    TableDraft table =
        page.table("workstreams-table", "Workstreams by durations and dependencies")
            .columns("Workstream", EARLIEST, reckoned(LATEST), reckoned("Float"), "Promised");
    for (Row row : inTime()) {
      Workstream workstream = row.workstream();
      Optional<WorkstreamState> state = view.state(workstream.id());
      long late = state.map(slip::of).orElse(0L);
      table.row(
          Anchors.of("workstream", workstream.id()),
          late > 0 ? Tone.WARNING : Tone.NEUTRAL,
          new Line()
              .add(view.links().workstream(workstream.id()))
              .text(" ")
              .add(view.links().place(workstream.origin().self()))
              .list(),
          row.times()
              .map(times -> earliest(workstream, times))
              .orElseGet(() -> Line.of(without(row)).list()),
          row.times().map(this::latest).orElseGet(Line::none),
          slack(row),
          promised(workstream, late, state));
    }
    return table.table();
  }

  /** What is merged by its day, then what has times by its begin, then all others. */
  private List<Row> inTime() {
    return schedule.rows().stream()
        .sorted(
            Comparator.<Row>comparingInt(row -> isMerged(row) ? 0 : row.times().isPresent() ? 1 : 2)
                .thenComparing(
                    row -> schedule.open().merged(row.workstream().id()).orElse(LocalDate.MIN))
                .thenComparing(row -> row.times().map(Times::earlyStart).orElse(0L)))
        .toList();
  }

  /** What has no times may leave others less time, or more: what is reckoned without it says so. */
  private String reckoned(String heading) {
    return schedule.isComplete() ? heading : heading + ", of what has times";
  }

  private boolean isMerged(Row row) {
    return schedule.open().isMerged(row.workstream().id());
  }

  /** Why a row has no times. */
  private String without(Row row) {
    if (isGivenUp(row)) {
      return "given up";
    }
    if (!isMerged(row)) {
      return "cannot be told";
    }
    boolean seen =
        view.state(row.workstream().id()).filter(state -> state.observed().isMerged()).isPresent();
    return schedule
        .open()
        .merged(row.workstream().id())
        .map(day -> "merged on " + day)
        .orElse(seen ? "merged" : "merged, by the plan's word");
  }

  private boolean isUntold(Row row) {
    return row.times().isEmpty() && schedule.open().isOpen(row.workstream().id());
  }

  /** With what it waits for in its midst, where that makes it take longer than its length. */
  private List<Inline> earliest(Workstream workstream, Times times) {
    Line line = new Line().addAll(days(times.earlyStart(), times.earlyFinish()));
    schedule
        .heldBy(workstream.id())
        .ifPresent(
            wait ->
                line.text(
                    "; task "
                        + wait.by().task().id()
                        + " waits for "
                        + wait.by().name()
                        + ", by "
                        + wait.day()));
    return line.list();
  }

  private List<Inline> latest(Times times) {
    return days(times.lateStart(), times.lateFinish());
  }

  private List<Inline> days(long start, long finish) {
    Line line = new Line().add(day(start));
    boolean one = schedule.words(start).equals(schedule.words(finish - 1));
    return (one ? line : line.text(" to ").add(day(finish - 1))).list();
  }

  /** A working day; its date stays in one line. */
  private Inline day(long offset) {
    return schedule
        .date(offset)
        .<Inline>map(Inline.Day::new)
        .orElseGet(() -> Inline.text(schedule.words(offset)));
  }

  /** By how much it can be late; the mark of the plan stands beside what was reckoned. */
  private List<Inline> slack(Row row) {
    Line line = slack(row.times(), schedule.floatAlone(row.workstream().id()));
    if (row.workstream().critical()) {
      boolean wrong =
          view.course()
              .plannedSchedule()
              .slack(row.workstream().id())
              .filter(Slack::isNowhereCritical)
              .isPresent();
      line.text(line.isEmpty() ? "" : " ")
          .badge(wrong ? Tone.WARNING : Tone.NEUTRAL, "marked critical");
    }
    return line.cell();
  }

  /**
   * By how much something can be late; whether it is critical, where that is known.
   *
   * @param alone the same without the planned days
   */
  private Line slack(Optional<Times> times, OptionalLong alone) {
    Line line = new Line();
    times
        .map(Times::totalFloat)
        .ifPresent(
            days ->
                line.text(Words.count(days, "day"))
                    .text(
                        alone.orElse(days) == days
                            ? ""
                            : " (" + alone.getAsLong() + " without the planned days)"));
    if (schedule.isComplete() && times.filter(Times::isCritical).isPresent()) {
      line.text(" ").badge(Tone.INFO, "critical");
    }
    return line;
  }

  private List<Inline> promised(Workstream workstream, long late, Optional<WorkstreamState> state) {
    Line line = new Line();
    workstream.due().ifPresent(day -> line.text("due " + day));
    workstream
        .launch()
        .filter(launch -> !launch.when().isUnsaid())
        .ifPresent(
            launch ->
                line.text(line.isEmpty() ? "" : ", ")
                    .text("launched ")
                    .addAll(When.counted(schedule.calendar().launch(launch))));
    if (late > 0) {
      boolean told = state.filter(s -> s.observed() != WorkstreamState.Status.UNKNOWN).isPresent();
      String days = Words.count(late, "working day");
      line.text(line.isEmpty() ? "" : " ")
          .badge(told ? Tone.WARNING : Tone.UNKNOWN, days + (told ? " late" : " past"))
          .text(told ? "" : " and not known to be merged");
    }
    return line.cell();
  }

  private void untold() {
    List<List<Inline>> items = new ArrayList<>();
    for (Row row : schedule.rows()) {
      if (isUntold(row)) {
        items.add(
            new Line()
                .add(view.links().workstream(row.workstream().id()))
                .text(": " + row.problem() + starts(row))
                .list());
      }
    }
    for (WaveRow row : schedule.waves()) {
      if (row.merge().isEmpty() && schedule.open().isOpen(row.wave())) {
        items.add(
            new Line().addAll(MergesPage.named(row.wave())).text(": " + row.problem()).list());
      }
    }
    if (!items.isEmpty()) {
      page.section(
          "untold",
          "What cannot be told",
          new Block.Items(false, items),
          new Block.Paragraph(
              Line.of("A length is ")
                  .code("duration")
                  .text(" in working days, or ")
                  .code("start")
                  .text(" and ")
                  .code("due")
                  .text(
                      ". Until all have one, what others wait for may have less float than is told,"
                          + " and what delays nothing more.")
                  .list()));
    }
  }

  private boolean isGivenUp(Row row) {
    return view.plan().isDropped(row.workstream().id());
  }

  private String starts(Row row) {
    OptionalLong start = schedule.earlyStart(row.workstream().id());
    return start.isPresent()
        ? "; it can begin on " + schedule.words(start.getAsLong()) + " at the earliest"
        : "";
  }

  private Block.Table waves() {
    PlanCalendar calendar = PlanCalendar.of(view.plan());
    TableDraft table =
        page.table("waves-table", "Waves: from the begin of their work to the merge")
            .columns(
                "Wave", EARLIEST, reckoned(LATEST), reckoned("Float"), "Planned", "Workstreams");
    for (WaveRow row : schedule.waves()) {
      Wave wave = row.wave();
      boolean late = isLate(row);
      table.row(
          Anchors.of("wave", wave.id()),
          late ? Tone.WARNING : Tone.NEUTRAL,
          new Line()
              .addAll(MergesPage.named(wave))
              .text(" ")
              .add(view.links().place(wave.origin().self()))
              .list(),
          earliest(row, late),
          row.work()
              .map(times -> merged(row, times.lateStart(), times.lateFinish()))
              .orElseGet(Line::none),
          slack(row.merge(), OptionalLong.empty()).cell(),
          planned(calendar.wave(wave)),
          view.links().workstreams(wave.workstreams()));
    }
    return table.table();
  }

  /** What the plan counts, and the dates it means where they say more. */
  private static List<Inline> planned(Dated when) {
    Line line = new Line().addAll(When.counted(when));
    return when.times().isEmpty() || when.timing().in(Counting.DATES).isPresent()
        ? line.list()
        : line.text(": ").addAll(When.dates(when)).list();
  }

  private boolean isLate(WaveRow row) {
    return schedule
        .planned(row.wave())
        .filter(span -> schedule.open().isOpen(row.wave()))
        .map(Span::last)
        .filter(day -> schedule.isBefore(day, row.wave()))
        .isPresent();
  }

  /** From the begin of the work to the merge, which may be on a day off. */
  private List<Inline> merged(WaveRow row, long start, long finish) {
    return row.dayOff(finish)
        .map(day -> new Line().add(day(start)).text(" to ").add(new Inline.Day(day)).list())
        .orElseGet(() -> days(start, finish));
  }

  /** Where it cannot be told, the day that bounds it, if there is one that says more than day 1. */
  private List<Inline> earliest(WaveRow row, boolean late) {
    Line line = new Line();
    row.work()
        .ifPresentOrElse(
            times -> line.addAll(merged(row, times.earlyStart(), times.earlyFinish())),
            () ->
                line.text(
                    row.notBefore() > 0
                        ? "merged not before " + schedule.words(row.wave())
                        : schedule.isGivenUp(row.wave())
                            ? "given up"
                            : schedule.open().isOpen(row.wave()) ? "cannot be told" : "merged"));
    return late ? line.text(" ").badge(Tone.WARNING, "later than planned").list() : line.list();
  }

  private Block.Table sprints() {
    TableDraft table =
        page.table("sprints-table", "Sprints by their dates")
            .columns("Sprint", "Start", "End", "Stands", "Plan line");
    for (SprintState state : view.assessment().sprints()) {
      table.row(
          Anchors.of("sprint", state.sprint().id()),
          Tone.NEUTRAL,
          SprintsPages.name(state),
          SprintsPages.start(state),
          SprintsPages.end(state),
          new Line().badge(Tones.of(state.phase()), state.phase().word()).list(),
          List.of(view.links().place(state.sprint().origin().self())));
    }
    return table.table();
  }

  private void events() {
    List<CalendarPage.Happening> events =
        CalendarPage.happenings(view).stream()
            .filter(CalendarPage.Happening::isDated)
            .sorted(Comparator.comparing(h -> h.when().span().orElseThrow().first()))
            .toList();
    if (events.isEmpty()) {
      return;
    }
    TableDraft table =
        page.table("events-table", "Events by their dates")
            .columns("Dates", "Event", "Stands", "Plan line");
    for (CalendarPage.Happening happening : events) {
      table.row(
          Anchors.of("event", happening.event().id()),
          Tone.NEUTRAL,
          When.dates(happening.when()),
          List.of(CalendarPage.name(happening.event())),
          List.of(CalendarPage.state(view, happening)),
          List.of(view.links().place(happening.event().origin().self())));
    }
    page.section("events", "Events", table.table());
  }
}
