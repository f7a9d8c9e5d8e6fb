package dev.coord.schedule;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.schedule.CriticalPath.Activity;
import dev.coord.schedule.Waits.Wait;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When workstreams and waves can be finished, from lengths, dependencies and the working calendar.
 *
 * <p>A workstream takes its {@code duration}, else the working days from its {@code start} to the
 * day it is {@code due}. It begins on the working day after all that it waits for has ended, not
 * before the day on which that is merged by its wave, and not before its start, its launch and the
 * project's first day. A wave is merged on one day: not before the day that is planned, not before
 * its workstreams are finished, and not before the wave before it into the same branch. One that is
 * planned for a day off is merged on it, behind the working day before. What was given up has no
 * times. Of what is merged only the day of its merge is looked at, where somebody asks for that;
 * the schedule of the plan alone looks at no progress.
 */
public final class PlanSchedule {

  /** What stands for a day that lies more than ten years ahead. */
  private static final String FAR = "a day more than ten years ahead";

  private static final String NO_DAY = ", of which no day can be told";

  /** No workstream has such an id. */
  private static final String WAVE = "wave ";

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
  private final CriticalPath alone;
  private final Map<String, Long> margins;
  private final List<Row> rows = new ArrayList<>();
  private final BlockLaunches launches;
  private final Waits waits;
  private final WaveOrder order;
  private final List<WaveRow> waveRows = new ArrayList<>();
  private final Map<String, LocalDate> daysOff = new HashMap<>();
  private final OpenWork open;

  private PlanSchedule(Plan plan, PlanCalendar calendar, boolean dated, Completed completed) {
    this.plan = plan;
    this.open = new OpenWork(plan, completed);
    this.calendar = calendar;
    this.dated = dated;
    this.origin =
        Stream.concat(
                calendar.start().stream(),
                plan.workstreams().stream()
                    .flatMap(w -> dated ? w.start().stream() : Stream.<LocalDate>empty()))
            .min(LocalDate::compareTo);
    this.launches = BlockLaunches.of(plan);
    this.waits = Waits.of(plan);
    this.order = new WaveOrder(plan, waits, open);
    this.path = CriticalPath.of(activities());
    this.alone = CriticalPath.of(activities().stream().map(Activity::atOnce).toList());
    this.margins = path.leastMargins(promises());
    order.waves().forEach(wave -> findDayOff(wave).ifPresent(day -> daysOff.put(wave.id(), day)));
    plan.workstreams().forEach(w -> rows.add(row(w)));
    plan.merges().waves().forEach(wave -> waveRows.add(row(wave)));
  }

  /** The schedule of a plan; without a first day it has no dates, and tells days by number. */
  public static PlanSchedule of(Plan plan) {
    return of(plan, Completed.NOTHING);
  }

  /**
   * The schedule of what is still to come: what is completed takes no time, and what waits for it
   * begins on the day of its merge at the earliest, where that is known.
   */
  public static PlanSchedule of(Plan plan, Completed completed) {
    PlanCalendar calendar = PlanCalendar.of(plan);
    boolean dated =
        calendar.start().isPresent()
            || plan.workstreams().stream().anyMatch(w -> w.start().isPresent());
    return new PlanSchedule(
        plan, dated ? calendar : PlanCalendar.undated(plan).orElse(calendar), dated, completed);
  }

  private List<Activity> activities() {
    List<Activity> activities = new ArrayList<>();
    open.workstreams().forEach(workstream -> activities.add(activity(workstream)));
    order.waves().forEach(wave -> activities.add(activity(wave)));
    return activities;
  }

  /** By when what is promised is to have ended: by its day, and by that of the project. */
  private Map<String, Long> promises() {
    Map<String, Long> promises = new HashMap<>();
    Optional<LocalDate> end = plan.project().expectedEnd().filter(day -> dated);
    for (Workstream workstream : plan.workstreams()) {
      // Without a duration it is due where its length ends: that is no promise of its own.
      Stream.concat(
              end.stream(),
              workstream.due().filter(d -> dated && workstream.duration().isPresent()).stream())
          .forEach(day -> promises.merge(workstream.id(), ended(day), Math::min));
    }
    for (Wave wave : order.waves()) {
      Stream.concat(end.stream(), planned(wave).map(Span::last).stream())
          .forEach(day -> promises.merge(key(wave), ended(day), Math::min));
    }
    return promises;
  }

  private long ended(LocalDate day) {
    return offset(day.plusDays(1));
  }

  private Activity activity(Workstream workstream) {
    return new Activity(
        workstream.id(),
        length(workstream),
        least(workstream),
        notBefore(workstream),
        openWaits(workstream).filter(wait -> wait.day().isEmpty()).map(Wait::on).toList(),
        wavesBefore(workstream).stream().map(PlanSchedule::key).toList(),
        handedOver(workstream));
  }

  private Stream<Wait> openWaits(Workstream workstream) {
    return waits.of(workstream.id()).stream().filter(wait -> !open.isMerged(wait.on()));
  }

  /** By workstream, the first day with what a task of it is to have handed over to another one. */
  private Map<String, Long> handedOver(Workstream workstream) {
    Map<String, Long> days = new LinkedHashMap<>();
    openWaits(workstream)
        .forEach(wait -> wait.day().ifPresent(day -> days.put(wait.on(), dated ? ended(day) : 0)));
    return days;
  }

  /** A merge takes no day of its own: it follows on the last day of the work. */
  private Activity activity(Wave wave) {
    List<String> before = new ArrayList<>(open.members(wave));
    before(wave).ifPresent(other -> before.add(key(other)));
    long notBefore =
        Math.max(
            calendar.start().map(this::offset).orElse(0L),
            planned(wave).map(Span::first).map(this::slot).orElse(0L));
    return new Activity(key(wave), OptionalLong.of(1), 1, notBefore, List.of(), before);
  }

  /** The working day of a merge: that one itself, or the one before a day off. */
  private long slot(LocalDate day) {
    return Math.max(ended(day) - 1, 0);
  }

  /** Its own day off, or that of the wave before it, unless something holds it up until later. */
  private Optional<LocalDate> findDayOff(Wave wave) {
    return Stream.concat(
            plannedOff(wave).filter(day -> dated).stream(),
            before(wave).map(Wave::id).map(daysOff::get).stream())
        .filter(day -> slot(day) == notBefore(wave))
        .max(LocalDate::compareTo);
  }

  private Optional<LocalDate> plannedOff(Wave wave) {
    return planned(wave)
        .map(Span::first)
        .filter(day -> !calendar.workDays().isWorked(day))
        .filter(day -> origin.filter(day::isAfter).isPresent());
  }

  private static String key(Wave wave) {
    return WAVE + wave.id();
  }

  /** The wave into the same branch that is merged before another one. */
  public Optional<Wave> before(Wave wave) {
    return order.before(wave);
  }

  /**
   * The waves that a workstream waits for, as they merge what it waits for: one for each branch.
   */
  public List<Wave> wavesBefore(Workstream workstream) {
    return order.before(workstream.id());
  }

  /** What is still to come. */
  public OpenWork open() {
    return open;
  }

  /** What the workstreams wait for, be it merged or not. */
  public Waits waits() {
    return waits;
  }

  private OptionalLong length(String workstream) {
    return plan.workstream(workstream).map(this::length).orElse(OptionalLong.empty());
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

  /** What begins on a day that the plan tells takes this day; of others, that is not certain. */
  private int least(Workstream workstream) {
    boolean told = workstream.start().isPresent() || launched(workstream).isPresent();
    return told ? 1 : 0;
  }

  private long notBefore(Workstream workstream) {
    Stream<LocalDate> merges =
        waits.of(workstream.id()).stream().flatMap(wait -> open.merged(wait.on()).stream());
    Stream<LocalDate> off =
        wavesBefore(workstream).stream().flatMap(wave -> plannedOff(wave).stream());
    return Stream.concat(
            dated ? Stream.concat(merges, off) : Stream.empty(),
            Stream.of(
                    calendar.start(),
                    dated ? workstream.start() : Optional.<LocalDate>empty(),
                    launched(workstream))
                .flatMap(Optional::stream))
        .mapToLong(this::offset)
        .max()
        .orElse(0);
  }

  /** The first day on which a workstream is to be launched, by itself or by a block of a sprint. */
  public Optional<LocalDate> launched(Workstream workstream) {
    return Stream.concat(
            workstream.launch().flatMap(this::launch).stream(),
            launches.of(workstream.id()).stream().flatMap(block -> launch(block).stream()))
        .map(Span::first)
        .min(LocalDate::compareTo);
  }

  private Row row(Workstream workstream) {
    Optional<CriticalPath.Times> times = path.times(workstream.id());
    return new Row(workstream, times, times.isPresent() ? "" : problem(workstream));
  }

  private String problem(Workstream workstream) {
    if (plan.isDropped(workstream.id())) {
      return "it was given up";
    }
    if (open.isMerged(workstream.id())) {
      return "it is merged";
    }
    if (path.earlyStart(workstream.id()).isPresent()) {
      return "it has no length";
    }
    return openWaits(workstream)
        .filter(wait -> wait.day().isEmpty())
        .map(Wait::on)
        .filter(id -> path.times(id).isEmpty())
        .findFirst()
        .map(id -> "it waits for " + id + ", of which no end can be told")
        .or(
            () ->
                wavesBefore(workstream).stream()
                    .filter(wave -> !isKnown(wave))
                    .findFirst()
                    .map(wave -> "it waits for wave " + wave.id() + NO_DAY))
        .orElse("it waits for itself");
  }

  private WaveRow row(Wave wave) {
    Optional<CriticalPath.Times> merge = path.times(key(wave));
    return new WaveRow(
        wave,
        notBefore(wave),
        dayOff(wave),
        merge.map(times -> work(wave, times)),
        merge,
        merge.isPresent() ? "" : problem(wave));
  }

  private CriticalPath.Times work(Wave wave, CriticalPath.Times merge) {
    List<CriticalPath.Times> work =
        Stream.concat(
                open.members(wave).stream().flatMap(id -> path.times(id).stream()),
                Stream.of(merge))
            .toList();
    return new CriticalPath.Times(
        work.stream().mapToLong(CriticalPath.Times::earlyStart).min().orElseThrow(),
        merge.earlyFinish(),
        work.stream().mapToLong(CriticalPath.Times::lateStart).min().orElseThrow(),
        merge.lateFinish());
  }

  private String problem(Wave wave) {
    if (isGivenUp(wave)) {
      return "it merges nothing that was not given up";
    }
    if (open.isMerged(wave)) {
      return "it is merged";
    }
    return open.members(wave).stream()
        .filter(id -> path.times(id).isEmpty())
        .findFirst()
        .map(id -> "it merges " + id + ", of which no end can be told")
        .or(() -> before(wave).map(other -> "it comes after wave " + other.id() + NO_DAY))
        .orElse("it waits for itself");
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

  /** All waves, in the plan's order. */
  public List<WaveRow> waves() {
    return List.copyOf(waveRows);
  }

  /** Whether all workstreams have times, so that the critical path is known. */
  public boolean isComplete() {
    return path.isComplete();
  }

  /**
   * The end of all that has times, at the earliest, and of all waves whose day is planned; empty
   * when there are none.
   */
  public OptionalLong finish() {
    return LongStream.concat(
            rows.stream()
                .flatMap(row -> row.times().stream())
                .mapToLong(CriticalPath.Times::earlyFinish),
            waveRows.stream()
                .filter(row -> open.isOpen(row.wave()))
                .filter(row -> row.merge().isPresent() || planned(row.wave()).isPresent())
                .mapToLong(row -> row.notBefore() + 1))
        .max();
  }

  /** The last day of all that {@link #finish()} looks at, as texts tell it. */
  public Optional<String> lastDay() {
    return lastDayOff()
        .map(LocalDate::toString)
        .or(() -> finish().stream().mapToObj(end -> words(end - 1)).findFirst());
  }

  /** Whether a day comes before the last one of all that {@link #finish()} looks at. */
  public boolean isBeforeEnd(LocalDate day) {
    return lastDayOff()
        .map(day::isBefore)
        .orElseGet(() -> finish().stream().anyMatch(end -> isBefore(day, end - 1)));
  }

  private Optional<LocalDate> lastDayOff() {
    return waveRows.stream()
        .filter(row -> row.notBefore() + 1 == finish().orElse(0))
        .flatMap(row -> row.dayOff().stream())
        .max(LocalDate::compareTo);
  }

  /** The working day, from 0, before which a workstream does not begin, as far as is known. */
  public long notBefore(String workstream) {
    return path.notBefore(workstream).orElse(0);
  }

  /** The working day, from 0, before which a wave is not merged, as far as is known. */
  public long notBefore(Wave wave) {
    return path.notBefore(key(wave)).orElse(0);
  }

  /** The day of a merge, where it is a planned one off work behind {@link #notBefore(Wave)}. */
  public Optional<LocalDate> dayOff(Wave wave) {
    return Optional.ofNullable(daysOff.get(wave.id()));
  }

  /** The day before which a wave is not merged, as texts tell it. */
  public String words(Wave wave) {
    return dayOff(wave).map(LocalDate::toString).orElseGet(() -> words(notBefore(wave)));
  }

  /** Whether a day comes before the one before which a wave is not merged. */
  public boolean isBefore(LocalDate day, Wave wave) {
    return dayOff(wave).map(day::isBefore).orElseGet(() -> isBefore(day, notBefore(wave)));
  }

  /** The working day, from 0, before which a workstream is not finished, as far as is known. */
  public long notFinishedBefore(String workstream) {
    return notBefore(workstream) + length(workstream).orElse(1) - 1;
  }

  /** Whether it is known how long a workstream takes. */
  public boolean hasLength(String workstream) {
    return length(workstream).isPresent();
  }

  /** Whether a workstream surely takes a day at least, so that what waits for it begins later. */
  public boolean takesTime(String workstream) {
    return hasLength(workstream)
        || plan.workstream(workstream).filter(one -> least(one) > 0).isPresent();
  }

  /** Whether all that a wave merges was given up, so that it has no times and holds nobody up. */
  public boolean isGivenUp(Wave wave) {
    return plan.members(wave).isEmpty();
  }

  /** Whether a wave has times. */
  public boolean isKnown(Wave wave) {
    return path.times(key(wave)).isPresent();
  }

  /** By how much a workstream can be late at least; empty when that cannot be told. */
  public Optional<Slack> slack(String workstream) {
    OptionalLong least = path.leastFloat(workstream);
    OptionalLong without = alone.leastFloat(workstream);
    Long margin = margins.get(workstream);
    return least.isEmpty() || without.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Slack(
                without.getAsLong(),
                least.getAsLong(),
                margin == null ? OptionalLong.empty() : OptionalLong.of(margin)));
  }

  /**
   * By how many working days a workstream can be late without delaying the end that durations and
   * dependencies alone allow; empty without times.
   */
  public OptionalLong floatAlone(String workstream) {
    return alone.times(workstream).stream().mapToLong(CriticalPath.Times::totalFloat).findFirst();
  }

  /** What is on the critical path with the planned days, workstreams before waves. */
  public List<String> critical() {
    return critical(path);
  }

  /** What is on the critical path by durations and dependencies alone, workstreams before waves. */
  public List<String> criticalAlone() {
    return critical(alone);
  }

  private List<String> critical(CriticalPath of) {
    return Stream.concat(
            plan.workstreams().stream().map(Workstream::id),
            order.waves().stream().map(PlanSchedule::key))
        .filter(id -> of.times(id).filter(CriticalPath.Times::isCritical).isPresent())
        .toList();
  }

  /** The earliest begin of a workstream, where it can be told. */
  public OptionalLong earlyStart(String workstream) {
    return path.earlyStart(workstream);
  }

  /** The earliest end of a workstream, where it can be told. */
  public OptionalLong finish(String workstream) {
    return path.times(workstream).stream().mapToLong(CriticalPath.Times::earlyFinish).findFirst();
  }

  /** Whether all workstreams of a wave have times. */
  public boolean isComplete(Wave wave) {
    return open.members(wave).stream().allMatch(id -> path.times(id).isPresent());
  }

  /** When a wave is to be merged, in the schedule's calendar. */
  public Optional<Span> planned(Wave wave) {
    return calendar.wave(wave).span();
  }

  /** When a workstream is to be launched, in the schedule's calendar. */
  public Optional<Span> launch(Launch launch) {
    return calendar.launch(launch).span();
  }

  /** When a block launches a workstream; empty where it is not certain what it is counted from. */
  public Optional<Span> launch(BlockLaunches.Launch launch) {
    return calendar.isPlaced(launch.sprint(), launch.block())
        ? calendar.block(launch.sprint(), launch.block()).span()
        : Optional.empty();
  }

  /** Those blocks of sprints that launch a workstream. */
  public List<BlockLaunches.Launch> blockLaunches(String workstream) {
    return launches.of(workstream);
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
