package dev.coord.schedule;

import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.schedule.CriticalPath.Activity;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
 * before the day on which that is merged by its wave, and not before its start and its launch, or,
 * without either, the project's first day. It is not finished before the day that a task is due on
 * which one of its own depends. A wave is merged on one day: not before the day that is planned,
 * not before its workstreams are finished, and not before the wave before it into the same branch.
 * One that is planned for a day off is merged on it, behind the working day before. What was given
 * up has no times. Of what is merged only the day of its merge is looked at, where somebody asks
 * for that; the schedule of the plan alone looks at no progress.
 */
public final class PlanSchedule {

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
  private final ScheduleDays days;
  private final OpenWork open;
  private final ActivityNetwork network;
  private final CriticalPath path;
  private final CriticalPath alone;
  private final Map<String, Long> margins;
  private final List<Row> rows = new ArrayList<>();
  private final List<WaveRow> waveRows = new ArrayList<>();
  private final Map<String, LocalDate> daysOff = new HashMap<>();

  private PlanSchedule(Plan plan, Completed completed) {
    this.plan = plan;
    this.days = ScheduleDays.of(plan);
    this.open = new OpenWork(plan, completed);
    this.network = new ActivityNetwork(plan, days, open);
    List<Activity> activities = network.activities();
    this.path = CriticalPath.of(activities);
    this.alone = CriticalPath.of(activities.stream().map(Activity::atOnce).toList());
    this.margins = path.leastMargins(network.promises());
    network
        .order()
        .waves()
        .forEach(wave -> findDayOff(wave).ifPresent(day -> daysOff.put(wave.id(), day)));
    MissingTimes missing = new MissingTimes(plan, open, network, path);
    plan.workstreams().forEach(w -> rows.add(row(w, missing)));
    plan.merges().waves().forEach(wave -> waveRows.add(row(wave, missing)));
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
    return new PlanSchedule(plan, completed);
  }

  /** The wave into the same branch that is merged before another one. */
  public Optional<Wave> before(Wave wave) {
    return network.order().before(wave);
  }

  /**
   * The waves that a workstream waits for, as they merge what it waits for: one for each branch.
   */
  public List<Wave> wavesBefore(Workstream workstream) {
    return network.order().before(workstream.id());
  }

  /** What is still to come. */
  public OpenWork open() {
    return open;
  }

  /** What the workstreams wait for, be it merged or not. */
  public Waits waits() {
    return network.waits();
  }

  /** The task of another workstream that a workstream waits for last in its midst. */
  public Optional<TaskWait> taskWait(String workstream) {
    return network.taskWaits().of(workstream);
  }

  /**
   * The task of another workstream that one waits for in its midst, where it is this that it ends
   * by; empty where it ends by its length, and without times.
   */
  public Optional<TaskWait> heldBy(String workstream) {
    return path.times(workstream)
        .filter(times -> times.earlyFinish() == network.notEndedBefore(workstream))
        .filter(
            times ->
                times.earlyFinish() > times.earlyStart() + network.length(workstream).orElseThrow())
        .flatMap(times -> taskWait(workstream));
  }

  private Row row(Workstream workstream, MissingTimes missing) {
    Optional<CriticalPath.Times> times = path.times(workstream.id());
    return new Row(workstream, times, times.isPresent() ? "" : missing.of(workstream));
  }

  /** Its own day off, or that of the wave before it, unless something holds it up until later. */
  private Optional<LocalDate> findDayOff(Wave wave) {
    return Stream.concat(
            network.plannedOff(wave).filter(day -> isDated()).stream(),
            before(wave).map(Wave::id).map(daysOff::get).stream())
        .filter(day -> days.slot(day) == notBefore(wave))
        .max(LocalDate::compareTo);
  }

  private WaveRow row(Wave wave, MissingTimes missing) {
    Optional<CriticalPath.Times> merge = path.times(ActivityNetwork.key(wave));
    return new WaveRow(
        wave,
        notBefore(wave),
        dayOff(wave),
        merge.map(times -> work(wave, times)),
        merge,
        merge.isPresent() ? "" : missing.of(wave));
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

  /** The calendar that the schedule rests on. */
  public PlanCalendar calendar() {
    return days.calendar();
  }

  /** Whether the project's first day is known, so that there are dates. */
  public boolean isDated() {
    return days.isDated();
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
                .filter(row -> row.merge().isPresent() || network.planned(row.wave()).isPresent())
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
    return path.notBefore(ActivityNetwork.key(wave)).orElse(0);
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
    return Math.max(
            notBefore(workstream) + network.length(workstream).orElse(1),
            network.notEndedBefore(workstream))
        - 1;
  }

  /** Whether it is known how long a workstream takes. */
  public boolean hasLength(String workstream) {
    return network.length(workstream).isPresent();
  }

  /** Whether a workstream surely takes a day at least, so that what waits for it begins later. */
  public boolean takesTime(String workstream) {
    return hasLength(workstream)
        || plan.workstream(workstream).filter(one -> network.least(one) > 0).isPresent();
  }

  /** Whether all that a wave merges was given up, so that it has no times and holds nobody up. */
  public boolean isGivenUp(Wave wave) {
    return plan.members(wave).isEmpty();
  }

  /** Whether a wave has times. */
  public boolean isKnown(Wave wave) {
    return path.times(ActivityNetwork.key(wave)).isPresent();
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
            network.order().waves().stream().map(ActivityNetwork::key))
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

  /** Those blocks of sprints that launch a workstream. */
  public List<BlockLaunches.Launch> blockLaunches(String workstream) {
    return network.launches().of(workstream);
  }

  /** The first day on which a workstream is to be launched, by itself or by a block of a sprint. */
  public Optional<LocalDate> launched(Workstream workstream) {
    return network.launched(workstream);
  }

  /** When a wave is to be merged, in the schedule's calendar. */
  public Optional<Span> planned(Wave wave) {
    return network.planned(wave);
  }

  /** When a workstream is to be launched, in the schedule's calendar. */
  public Optional<Span> launch(Launch launch) {
    return network.launch(launch);
  }

  /** When a block launches a workstream; empty where it is not certain what it is counted from. */
  public Optional<Span> launch(BlockLaunches.Launch launch) {
    return network.launch(launch);
  }

  /** How many working days of the schedule come before a day. */
  public long offset(LocalDate day) {
    return days.offset(day);
  }

  /**
   * The date of a working day.
   *
   * @param offset counted from 0
   * @return empty when the schedule has no dates, or the day lies more than ten years ahead
   */
  public Optional<LocalDate> date(long offset) {
    return days.date(offset);
  }

  /** A working day as texts tell it: its date, or {@code day 3} where there are no dates. */
  public String words(long offset) {
    return days.words(offset);
  }

  /** Whether a day comes before a working day of the schedule. */
  public boolean isBefore(LocalDate day, long offset) {
    return days.isBefore(day, offset);
  }
}
