package dev.coord.schedule;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.schedule.CriticalPath.Activity;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * When workstreams and waves can be finished, from lengths, dependencies and the working calendar.
 *
 * <p>A workstream takes its {@code duration}, else the working days from its {@code start} to the
 * day it is {@code due}. It begins when everything that it depends on or is launched after, and
 * that was not given up, has ended, and not before its start, its launch and the project's first
 * day. A wave can be merged when its workstreams are finished. Progress is not looked at.
 */
public final class PlanSchedule {

  /** What stands for a day that lies more than ten years ahead. */
  private static final String FAR = "a day more than ten years ahead";

  /**
   * A workstream in the schedule.
   *
   * @param times its working days, counted from the first day of the schedule
   * @param problem why it has no times, a clause; empty when it has
   */
  public record Row(Workstream workstream, Optional<CriticalPath.Times> times, String problem) {
    /** Checks that all parts are there. */
    public Row {
      Objects.requireNonNull(workstream, "workstream");
      Objects.requireNonNull(times, "times");
      Objects.requireNonNull(problem, "problem");
    }

    /** Whether it is on the critical path. */
    public boolean isCritical() {
      return times.filter(CriticalPath.Times::isCritical).isPresent();
    }
  }

  private final Plan plan;
  private final PlanCalendar calendar;
  private final boolean dated;
  private final Optional<LocalDate> origin;
  private final CriticalPath path;
  private final List<Row> rows = new ArrayList<>();

  private PlanSchedule(Plan plan, PlanCalendar calendar, boolean dated) {
    this.plan = plan;
    this.calendar = calendar;
    this.dated = dated;
    this.origin =
        Stream.concat(
                calendar.start().stream(),
                plan.workstreams().stream()
                    .flatMap(w -> dated ? w.start().stream() : Stream.<LocalDate>empty()))
            .min(LocalDate::compareTo);
    this.path = CriticalPath.of(plan.workstreams().stream().map(this::activity).toList());
    plan.workstreams().forEach(w -> rows.add(row(w)));
  }

  /** The schedule of a plan; without a first day it has no dates, and tells days by number. */
  public static PlanSchedule of(Plan plan) {
    PlanCalendar calendar = PlanCalendar.of(plan);
    boolean dated =
        calendar.start().isPresent()
            || plan.workstreams().stream().anyMatch(w -> w.start().isPresent());
    return new PlanSchedule(
        plan, dated ? calendar : PlanCalendar.undated(plan).orElse(calendar), dated);
  }

  private Activity activity(Workstream workstream) {
    return new Activity(
        workstream.id(), length(workstream), notBefore(workstream), before(plan, workstream));
  }

  /**
   * All that a workstream waits for, by its dependencies and by its launch; what was given up will
   * never come, and is not waited for.
   */
  public static List<String> before(Plan plan, Workstream workstream) {
    LinkedHashSet<String> before = new LinkedHashSet<>(workstream.dependsOn());
    workstream.launch().ifPresent(launch -> before.addAll(launch.waitFor()));
    return before.stream().filter(id -> !plan.isDropped(id)).toList();
  }

  private OptionalLong length(Workstream workstream) {
    if (workstream.duration().isPresent()) {
      return OptionalLong.of(workstream.duration().getAsInt());
    }
    return workstream
        .start()
        .flatMap(start -> workstream.due().map(due -> calendar.workDays().between(start, due)))
        .filter(days -> days > 0)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  private long notBefore(Workstream workstream) {
    Stream<LocalDate> launch =
        workstream.launch().stream().flatMap(l -> launch(l).stream()).map(Span::first);
    return Stream.of(
            calendar.start().stream(),
            dated ? workstream.start().stream() : Stream.<LocalDate>empty(),
            launch)
        .flatMap(days -> days)
        .mapToLong(this::offset)
        .max()
        .orElse(0);
  }

  private Row row(Workstream workstream) {
    Optional<CriticalPath.Times> times = path.times(workstream.id());
    return new Row(workstream, times, times.isPresent() ? "" : problem(workstream));
  }

  private String problem(Workstream workstream) {
    if (path.earlyStart(workstream.id()).isPresent()) {
      return "it has no length";
    }
    String before =
        before(plan, workstream).stream()
            .filter(id -> path.times(id).isEmpty())
            .findFirst()
            .orElseThrow();
    return "it waits for " + before + ", of which no end can be told";
  }

  /** The calendar that the schedule rests on. */
  public PlanCalendar calendar() {
    return calendar;
  }

  /** Whether the project's first day is known, so that there are dates. */
  public boolean isDated() {
    return dated;
  }

  /** All workstreams, in the plan's order. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Whether all workstreams have times, so that the critical path is known. */
  public boolean isComplete() {
    return path.isComplete();
  }

  /** The end of all workstreams that have times, at the earliest. */
  public OptionalLong finish() {
    return path.finish();
  }

  /** The earliest begin of a workstream, where it can be told. */
  public OptionalLong earlyStart(String workstream) {
    return path.earlyStart(workstream);
  }

  /** The latest of the earliest ends of some workstreams, of those that have times. */
  public OptionalLong finish(List<String> workstreams) {
    return workstreams.stream()
        .flatMap(id -> path.times(id).stream())
        .mapToLong(CriticalPath.Times::earlyFinish)
        .max();
  }

  /** Whether all workstreams of a wave have times. */
  public boolean isComplete(Wave wave) {
    return wave.workstreams().stream().allMatch(id -> path.times(id).isPresent());
  }

  /** When a wave is to be merged, in the schedule's calendar. */
  public Optional<Span> planned(Wave wave) {
    return calendar.wave(wave).span();
  }

  /** When a workstream is to be launched, in the schedule's calendar. */
  public Optional<Span> launch(Launch launch) {
    return calendar.launch(launch).span();
  }

  /** How many working days of the schedule come before a day. */
  public long offset(LocalDate day) {
    return origin.map(first -> calendar.workDays().between(first, day.minusDays(1))).orElse(0L);
  }

  /**
   * The date of a working day.
   *
   * @param offset counted from 0
   * @return empty when the schedule has no dates, or the day lies more than ten years ahead
   */
  public Optional<LocalDate> date(long offset) {
    return dated ? day(offset) : Optional.empty();
  }

  private Optional<LocalDate> day(long offset) {
    return origin.flatMap(first -> calendar.workDays().day(first, offset + 1));
  }

  /** A working day as texts tell it: its date, or {@code day 3} where there are no dates. */
  public String words(long offset) {
    return dated ? day(offset).map(LocalDate::toString).orElse(FAR) : "day " + (offset + 1);
  }

  /** Whether a day comes before a working day of the schedule. */
  public boolean isBefore(LocalDate day, long offset) {
    return offset(day.plusDays(1)) <= offset;
  }
}
