package dev.coord.site;

import dev.coord.assess.Slip;
import dev.coord.assess.WorkstreamState;
import dev.coord.plan.Workstream;
import dev.coord.schedule.CriticalPath.Times;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.PlanSchedule.Row;
import dev.coord.schedule.WaveRow;
import dev.coord.site.draft.View;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Axis;
import dev.coord.site.model.Axis.Tick;
import dev.coord.site.model.Block;
import dev.coord.site.model.Gantt;
import dev.coord.site.model.Gantt.Bar;
import dev.coord.site.model.Gantt.Bar.Shape;
import dev.coord.site.model.Mark;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The schedule as a Gantt chart: workstreams and waves, today, what is late, what is critical. */
final class TimelinePicture {

  /** Bars that can be taken in, and that leave room for the tables. */
  private static final int MOST = 60;

  /** Today is drawn unless it would leave the plan less room than this part of the width. */
  private static final int LEAST_PART = 2;

  private final View view;
  private final PlanSchedule schedule;
  private final Slip slip;

  /** A bar, its days those of the calendar where there are dates, else those of the schedule. */
  private record Planned(Mark mark, Shape shape, Days days, boolean critical, OptionalLong late) {}

  /** From the begin to the ends, which are behind the last day. */
  private record Days(long start, long end, long latest) {}

  private TimelinePicture(View view, PlanSchedule schedule, Slip slip) {
    this.view = view;
    this.schedule = schedule;
    this.slip = slip;
  }

  /** The picture; empty where no time of anything is known. */
  static Optional<Block> of(View view, PlanSchedule schedule, Slip slip, Target table) {
    return new TimelinePicture(view, schedule, slip).figure(table);
  }

  private Optional<Block> figure(Target table) {
    List<Planned> all = new ArrayList<>();
    schedule.rows().forEach(row -> planned(row).ifPresent(all::add));
    schedule.waves().forEach(row -> planned(row).ifPresent(all::add));
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<Planned> shown =
        all.stream()
            .sorted(Comparator.comparing((Planned p) -> !p.critical() && p.late().isEmpty()))
            .limit(MOST)
            .sorted(Comparator.comparingLong(p -> p.days().start()))
            .toList();
    long missing =
        schedule.rows().stream()
            .filter(row -> planned(row).isEmpty() && schedule.open().isOpen(row.workstream().id()))
            .count();
    return Optional.of(
        new Block.Figure(
            "Workstreams and waves over time",
            description(shown, missing),
            gantt(shown),
            all.size() - shown.size(),
            table));
  }

  private String description(List<Planned> shown, long missing) {
    List<String> critical =
        shown.stream().filter(Planned::critical).map(p -> p.mark().name()).toList();
    long late = shown.stream().filter(p -> p.late().isPresent()).count();
    return (critical.isEmpty()
            ? "The critical path cannot be told"
            : "Critical: " + Words.list(critical, 5))
        + (late == 0 ? "" : "; " + late + " late by " + view.today())
        + (missing == 0
            ? ""
            : "; "
                + Words.count(missing, "open workstream")
                + " without any day"
                + Words.either(missing, " is", " are")
                + " not drawn")
        + ".";
  }

  private Gantt gantt(List<Planned> shown) {
    long first = shown.stream().mapToLong(p -> p.days().start()).min().orElseThrow();
    long last = shown.stream().mapToLong(p -> p.days().latest()).max().orElseThrow();
    long today = schedule.isDated() ? view.today().toEpochDay() : first;
    long widest = (last - first) * LEAST_PART;
    long from = last - today <= widest ? Math.min(first, today) : first;
    long to = today + 1 - from <= widest ? Math.max(last, today + 1) : last;
    Axis axis =
        new Axis(
            schedule.isDated() ? Optional.of(LocalDate.ofEpochDay(from)) : Optional.empty(),
            to - from);
    Optional<Tick> now =
        schedule.isDated()
            ? Optional.of(new Tick(axis.within(today - from), now(today, from, to)))
            : Optional.empty();
    return new Gantt(axis, now, shown.stream().map(p -> bar(p, from)).toList());
  }

  private String now(long today, long from, long to) {
    return today < from
        ? "today is earlier: " + view.today()
        : today >= to ? "today is later: " + view.today() : "today, " + view.today();
  }

  private static Bar bar(Planned planned, long from) {
    Days days = planned.days();
    return new Bar(
        planned.mark(),
        planned.shape(),
        days.start() - from,
        days.end() - from,
        days.latest() - from,
        planned.critical(),
        planned.late().isPresent()
            ? OptionalLong.of(planned.late().getAsLong() - from)
            : OptionalLong.empty());
  }

  /** A workstream with times, or at least a day that it is due. */
  private Optional<Planned> planned(Row row) {
    Workstream workstream = row.workstream();
    if (view.plan().isDropped(workstream.id())) {
      return Optional.empty();
    }
    Optional<WorkstreamState> state = view.state(workstream.id());
    long late = state.map(slip::of).orElse(0L);
    boolean critical = schedule.isComplete() && row.isCritical();
    Mark mark = mark(workstream, state, late, critical);
    OptionalLong since =
        late > 0 && schedule.isDated()
            ? slip.due(workstream).stream().mapToLong(day -> day.toEpochDay() + 1).findFirst()
            : OptionalLong.empty();
    return row.times()
        .flatMap(this::days)
        .map(days -> new Planned(mark, Shape.WORK, days, critical, since))
        .or(
            () ->
                schedule.isDated() && row.times().isEmpty()
                    ? slip.due(workstream).map(due -> due(mark, due, since))
                    : Optional.empty());
  }

  private static Mark mark(
      Workstream workstream, Optional<WorkstreamState> state, long late, boolean critical) {
    boolean merged = state.filter(s -> s.observed().isMerged()).isPresent();
    boolean told = state.filter(s -> s.observed() != WorkstreamState.Status.UNKNOWN).isPresent();
    String note =
        Words.commas(
            merged ? "merged" : "",
            critical ? "critical" : "",
            late == 0 ? "" : Words.count(late, "day") + (told ? " late" : " past"));
    Tone tone = merged ? Tone.GOOD : late == 0 ? Tone.INFO : told ? Tone.WARNING : Tone.UNKNOWN;
    return new Mark(
        workstream.id(), tone, note, Optional.of(Target.page("workstreams/" + workstream.id())));
  }

  /** Nothing but the day that was promised. */
  private static Planned due(Mark mark, LocalDate due, OptionalLong since) {
    String note = Words.commas(mark.note(), "due");
    return new Planned(
        new Mark(mark.name(), mark.tone(), note, mark.target()),
        Shape.MILESTONE,
        day(due),
        false,
        since);
  }

  /** The day of a merge. */
  private Optional<Planned> planned(WaveRow row) {
    boolean critical = schedule.isComplete() && row.isCritical();
    return row.merge()
        .flatMap(times -> days(times).map(days -> merged(row, times, days)))
        .map(
            days ->
                new Planned(
                    new Mark(
                        row.wave().title(),
                        Tone.INFO,
                        Words.commas("merge", critical ? "critical" : ""),
                        Optional.of(Target.page("merges", Anchors.of("wave", row.wave().id())))),
                    Shape.MILESTONE,
                    days,
                    critical,
                    OptionalLong.empty()));
  }

  /** On a day off, where the plan says so. */
  private static Days merged(WaveRow row, Times times, Days days) {
    return row.dayOff()
        .map(LocalDate::toEpochDay)
        .map(
            day ->
                new Days(
                    day,
                    day + 1,
                    row.dayOff(times.lateFinish()).isPresent() ? day + 1 : days.latest()))
        .orElse(days);
  }

  private static Days day(LocalDate day) {
    return new Days(day.toEpochDay(), day.toEpochDay() + 1, day.toEpochDay() + 1);
  }

  /** Working days as days of the calendar; empty where they lie too far ahead. */
  private Optional<Days> days(Times times) {
    if (!schedule.isDated()) {
      return Optional.of(new Days(times.earlyStart(), times.earlyFinish(), times.lateFinish()));
    }
    List<Long> days =
        Stream.of(times.earlyStart(), times.earlyFinish() - 1, times.lateFinish() - 1)
            .flatMap(offset -> schedule.date(offset).stream())
            .map(LocalDate::toEpochDay)
            .toList();
    return days.size() < 3
        ? Optional.empty()
        : Optional.of(new Days(days.get(0), days.get(1) + 1, days.get(2) + 1));
  }
}
