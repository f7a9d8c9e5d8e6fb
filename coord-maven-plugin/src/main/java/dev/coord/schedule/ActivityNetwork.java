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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the critical path is worked out of: how long workstreams and waves take, what they wait for,
 * and by when they are promised.
 */
final class ActivityNetwork {

  /** No workstream has such an id. */
  private static final String WAVE = "wave ";

  private final Plan plan;
  private final ScheduleDays days;
  private final OpenWork open;
  private final Waits waits;
  private final TaskWaits taskWaits;
  private final WaveOrder order;
  private final BlockLaunches launches;
  private final Map<String, LocalDate> lastOff = new HashMap<>();

  ActivityNetwork(Plan plan, ScheduleDays days, OpenWork open) {
    this.plan = plan;
    this.days = days;
    this.open = open;
    this.waits = Waits.of(plan);
    this.taskWaits = TaskWaits.of(plan, open);
    this.order = new WaveOrder(plan, waits, open);
    this.launches = BlockLaunches.of(plan);
    order.waves().forEach(wave -> lastOff(wave).ifPresent(day -> lastOff.put(wave.id(), day)));
  }

  /** The last day off that a wave, or one that is merged before it, waits for. */
  private Optional<LocalDate> lastOff(Wave wave) {
    return Stream.concat(
            plannedOff(wave).stream(),
            order.before(wave).map(before -> lastOff.get(before.id())).stream())
        .max(LocalDate::compareTo);
  }

  /** What the workstreams wait for, be it merged or not. */
  Waits waits() {
    return waits;
  }

  /** What the workstreams wait for in their midst. */
  TaskWaits taskWaits() {
    return taskWaits;
  }

  /** Which waves come first. */
  WaveOrder order() {
    return order;
  }

  /** Which blocks of sprints launch which workstreams. */
  BlockLaunches launches() {
    return launches;
  }

  /** All that is still to come, workstreams before waves. */
  List<Activity> activities() {
    List<Activity> activities = new ArrayList<>();
    open.workstreams().forEach(workstream -> activities.add(activity(workstream)));
    order.waves().forEach(wave -> activities.add(activity(wave)));
    return activities;
  }

  /** By when what is promised is to have ended: by its day, and by that of the project. */
  Map<String, Long> promises() {
    Map<String, Long> promises = new HashMap<>();
    Optional<LocalDate> end = plan.project().expectedEnd().filter(day -> days.isDated());
    for (Workstream workstream : plan.workstreams()) {
      // Without a duration it is due where its length ends: that is no promise of its own.
      Stream.concat(
              end.stream(),
              workstream
                  .due()
                  .filter(d -> days.isDated() && workstream.duration().isPresent())
                  .stream())
          .forEach(day -> promises.merge(workstream.id(), days.ended(day), Math::min));
    }
    for (Wave wave : order.waves()) {
      Stream.concat(end.stream(), planned(wave).map(Span::last).stream())
          .forEach(day -> promises.merge(key(wave), days.ended(day), Math::min));
    }
    return promises;
  }

  private Activity activity(Workstream workstream) {
    return new Activity(
        workstream.id(),
        length(workstream),
        least(workstream),
        notBefore(workstream),
        begun(workstream),
        notEndedBefore(workstream.id()),
        openWaits(workstream).filter(wait -> wait.day().isEmpty()).map(Wait::on).toList(),
        order.before(workstream.id()).stream().map(ActivityNetwork::key).toList(),
        handedOver(workstream));
  }

  /** What a workstream waits for and is not merged yet. */
  Stream<Wait> openWaits(Workstream workstream) {
    return waits.of(workstream.id()).stream().filter(wait -> !open.isMerged(wait.on()));
  }

  /** By workstream, the first day with what a task of it is to have handed over to another one. */
  private Map<String, Long> handedOver(Workstream workstream) {
    Map<String, Long> first = new LinkedHashMap<>();
    openWaits(workstream)
        .forEach(
            wait ->
                wait.day()
                    .ifPresent(day -> first.put(wait.on(), days.isDated() ? days.ended(day) : 0)));
    return first;
  }

  /** A merge takes no day of its own: it follows on the last day of the work. */
  private Activity activity(Wave wave) {
    List<String> before = new ArrayList<>(open.members(wave));
    order.before(wave).ifPresent(other -> before.add(key(other)));
    long notBefore =
        Math.max(
            days.calendar().start().map(days::offset).orElse(0L),
            planned(wave).map(Span::first).map(days::slot).orElse(0L));
    return new Activity(key(wave), OptionalLong.of(1), 1, notBefore, List.of(), before);
  }

  /** The end of the last day that a workstream waits for in its midst; 0 where there is none. */
  long notEndedBefore(String workstream) {
    return taskWaits
        .of(workstream)
        .filter(wait -> days.isDated())
        .map(wait -> days.ended(wait.day()))
        .orElse(0L);
  }

  /** What a wave is called among the activities. */
  static String key(Wave wave) {
    return WAVE + wave.id();
  }

  /** How many working days a workstream takes; empty where the plan does not say. */
  OptionalLong length(String workstream) {
    return plan.workstream(workstream).map(this::length).orElse(OptionalLong.empty());
  }

  private OptionalLong length(Workstream workstream) {
    if (workstream.duration().isPresent()) {
      return OptionalLong.of(workstream.duration().getAsInt());
    }
    return workstream
        .start()
        .flatMap(
            start -> workstream.due().map(due -> days.calendar().workDays().between(start, due)))
        .filter(length -> length > 0)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** What begins on a day that the plan tells takes this day; of others, that is not certain. */
  int least(Workstream workstream) {
    boolean told = workstream.start().isPresent() || launched(workstream).isPresent();
    return told ? 1 : 0;
  }

  /** The day of the last merge that it waited for: before it, it cannot have begun. */
  private long begun(Workstream workstream) {
    return days.isDated()
        ? waits.of(workstream.id()).stream()
            .flatMap(wait -> open.merged(wait.on()).stream())
            .mapToLong(days::offset)
            .max()
            .orElse(0)
        : 0;
  }

  private long notBefore(Workstream workstream) {
    Stream<LocalDate> off =
        order.before(workstream.id()).stream()
            .flatMap(wave -> Optional.ofNullable(lastOff.get(wave.id())).stream());
    List<LocalDate> told =
        Stream.of(
                days.isDated() ? workstream.start() : Optional.<LocalDate>empty(),
                launched(workstream))
            .flatMap(Optional::stream)
            .toList();
    // What is prepared before the project's first day begins on the day that the plan tells.
    Stream<LocalDate> begins = told.isEmpty() ? days.calendar().start().stream() : told.stream();
    return Stream.concat(days.isDated() ? off : Stream.empty(), begins)
        .mapToLong(days::offset)
        .max()
        .orElse(0);
  }

  /** The first day on which a workstream is to be launched, by itself or by a block of a sprint. */
  Optional<LocalDate> launched(Workstream workstream) {
    return Stream.concat(
            workstream.launch().flatMap(this::launch).stream(),
            launches.of(workstream.id()).stream().flatMap(block -> launch(block).stream()))
        .map(Span::first)
        .min(LocalDate::compareTo);
  }

  /** When a wave is to be merged, in the schedule's calendar. */
  Optional<Span> planned(Wave wave) {
    return days.calendar().wave(wave).span();
  }

  /** The day off on which a wave is to be merged. */
  Optional<LocalDate> plannedOff(Wave wave) {
    return planned(wave).map(Span::first).filter(days::isOff);
  }

  /** When a workstream is to be launched, in the schedule's calendar. */
  Optional<Span> launch(Launch launch) {
    return days.calendar().launch(launch).span();
  }

  /** When a block launches a workstream; empty where it is not certain what it is counted from. */
  Optional<Span> launch(BlockLaunches.Launch launch) {
    return days.calendar().isPlaced(launch.sprint(), launch.block())
        ? days.calendar().block(launch.sprint(), launch.block()).span()
        : Optional.empty();
  }
}
