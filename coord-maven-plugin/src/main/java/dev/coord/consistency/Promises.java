package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Timing;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.Waits;
import dev.coord.schedule.WorkDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Days that the plan promises of workstreams and that its own lengths, dependencies and waves do
 * not allow.
 */
final class Promises {

  private final Plan plan;
  private final PlanSchedule schedule;
  private final Earliest earliest;
  private final Moments moments;

  private Promises(Plan plan, PlanSchedule schedule) {
    this.plan = plan;
    this.schedule = schedule;
    this.earliest = new Earliest(schedule);
    this.moments = new Moments(plan, schedule);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    Promises promises = new Promises(plan, schedule);
    return schedule.open().workstreams().stream().flatMap(promises::look);
  }

  private Stream<Contradiction> look(Workstream workstream) {
    Stream<Contradiction> start =
        workstream
            .start()
            .flatMap(
                day ->
                    begin(
                        workstream,
                        "it starts on " + day,
                        day,
                        workstream.origin().of("start"),
                        this::isTold))
            .stream();
    return Stream.of(start, launch(workstream).stream(), due(workstream).stream())
        .flatMap(all -> all);
  }

  /** The launch of its own, else the first one by a block, that comes too early. */
  private Optional<Contradiction> launch(Workstream workstream) {
    Stream<Contradiction> own =
        workstream.launch().stream()
            .flatMap(
                launch ->
                    schedule.launch(launch).stream()
                        .flatMap(
                            days ->
                                launch(
                                    workstream, days, launch.when(), Words.place(launch.when()))));
    Stream<Contradiction> blocks =
        schedule.blockLaunches(workstream.id()).stream()
            .flatMap(
                launch ->
                    schedule.launch(launch).stream()
                        .flatMap(
                            days ->
                                launch(workstream, days, launch.block().when(), launch.place())));
    return Stream.concat(own, blocks).findFirst();
  }

  private Stream<Contradiction> launch(
      Workstream workstream, Span days, Timing when, Location place) {
    return begin(
        workstream, "it is launched " + Words.on(when), days.last(), place, this::isToldOfLaunches)
        .stream();
  }

  /**
   * A begin before the working day that follows on what must come before.
   *
   * @param told of what this is told apart
   */
  private Optional<Contradiction> begin(
      Workstream workstream,
      String claim,
      LocalDate day,
      Location place,
      BiPredicate<Workstream, Waits.Wait> told) {
    return Stream.concat(
            schedule.waits().of(workstream.id()).stream()
                .filter(wait -> wait.day().isEmpty() && schedule.open().isOpen(wait.on()))
                .filter(wait -> !told.test(workstream, wait))
                .flatMap(wait -> follows(wait.on()).stream()),
            schedule.wavesBefore(workstream).stream()
                .filter(wave -> wave.when().isUnsaid())
                .map(wave -> earliest.merge(wave.name() + ", which it waits for,", wave)))
        .reduce((a, b) -> b.day() > a.day() ? b : a)
        .filter(bound -> schedule.offset(day) < bound.day())
        .map(
            bound ->
                new Contradiction(
                    workstream.id(),
                    claim,
                    place,
                    bound.words(),
                    List.of(bound.place()),
                    "Begin on a later working day, or shorten what comes before."));
  }

  /**
   * The day after the end of a workstream, or after the begin that the plan tells; else its begin.
   */
  private Optional<Earliest.Day> follows(String id) {
    return plan.workstream(id)
        .map(workstream -> earliest.end(id + ", which it waits for,", workstream))
        .map(
            end ->
                schedule.takesTime(id)
                    ? new Earliest.Day(end.day() + 1, end.words(), end.place())
                    : end);
  }

  /** Whether the plan says when what is waited for ends: it is held against that day elsewhere. */
  private boolean isTold(Workstream waiting, Waits.Wait wait) {
    return !moments.ends(waiting, wait).isEmpty();
  }

  /** The same, or, where its length is not known, when it is launched. */
  private boolean isToldOfLaunches(Workstream waiting, Waits.Wait wait) {
    return isTold(waiting, wait)
        || !schedule.hasLength(wait.on())
            && plan.workstream(wait.on()).filter(on -> !moments.launches(on).isEmpty()).isPresent();
  }

  private Optional<Contradiction> due(Workstream workstream) {
    return workstream
        .due()
        .flatMap(
            due ->
                needed(workstream, due)
                    .or(() -> reckoned(workstream, due))
                    .or(() -> launched(workstream, due))
                    .or(() -> planned(workstream, due)));
  }

  /** By the day of a task that one of its own depends on. */
  private Optional<Contradiction> needed(Workstream workstream, LocalDate due) {
    return schedule
        .taskWait(workstream.id())
        .filter(wait -> wait.day().isAfter(due) && wait.by().task().due().isEmpty())
        .map(
            wait ->
                missed(
                    workstream,
                    due,
                    "its task "
                        + wait.by().task().id()
                        + " depends on "
                        + wait.by().name()
                        + (wait.until() == wait.by().on()
                            ? ", which is due on "
                            : ", which waits for " + wait.until().id() + ", due on ")
                        + wait.day(),
                    List.of(wait.by().place(), wait.until().origin().of("due")),
                    "Mend one of the two days, or depends_on."));
  }

  private Optional<Contradiction> reckoned(Workstream workstream, LocalDate due) {
    Earliest.Day end = earliest.end("it", workstream);
    return schedule.isDated() && schedule.isBefore(due, end.day())
        ? Optional.of(
            missed(
                workstream,
                due,
                end.words(),
                because(workstream),
                "Move the day, or shorten what comes before."))
        : Optional.empty();
  }

  /** By its earliest launch that has a date, where the project has no first day. */
  private Optional<Contradiction> launched(Workstream workstream, LocalDate due) {
    return moments.launches(workstream).stream()
        .filter(launch -> launch.dates().isPresent())
        .min(Comparator.comparing(launch -> launch.dates().get().first()))
        .filter(launch -> isShort(workstream, launch.dates().get().first(), due))
        .map(
            launch ->
                missed(
                    workstream,
                    due,
                    "it is launched " + launch.words() + takes(workstream),
                    with(launch.place(), workstream),
                    "Move the day, launch it earlier, or shorten it."));
  }

  /** By the first planned end of what it waits for that leaves too few working days to it. */
  private Optional<Contradiction> planned(Workstream workstream, LocalDate due) {
    Moment day = Moments.day(due, workstream.origin().of("due"));
    for (Waits.Wait wait : schedule.waits().of(workstream.id())) {
      for (Moments.End end : moments.ends(workstream, wait)) {
        boolean none = moments.isBefore(day, end);
        if (none || end.makesWay().filter(first -> isShort(workstream, first, due)).isPresent()) {
          String found =
              wait.on() + ", which it waits for, " + end.how() + " " + end.moment().words();
          return Optional.of(
              missed(
                  workstream,
                  due,
                  none ? found : found + takes(workstream),
                  none ? List.of(end.moment().place()) : with(end.moment().place(), workstream),
                  "Move the day, or let " + wait.on() + " come earlier."));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether what it is said to take is longer than from one day to another, both worked. */
  private boolean isShort(Workstream workstream, LocalDate first, LocalDate due) {
    return schedule.calendar().workDays().between(first, due) < workstream.duration().orElse(0);
  }

  private static String takes(Workstream workstream) {
    int days = workstream.duration().orElseThrow();
    return ", and it takes " + days + (days == 1 ? " working day" : " working days");
  }

  private static List<Location> with(Location place, Workstream workstream) {
    return List.of(place, workstream.origin().of("duration"));
  }

  private static Contradiction missed(
      Workstream workstream, LocalDate due, String found, List<Location> against, String remedy) {
    return new Contradiction(
        workstream.id(),
        "it is due on " + due,
        workstream.origin().of("due"),
        found,
        against,
        remedy);
  }

  /**
   * Its length, its dependencies, what tasks hand over, and the wave that merges them where it is
   * this that it waits for longest.
   */
  private List<Location> because(Workstream workstream) {
    List<Location> because = new ArrayList<>();
    if (workstream.duration().isPresent()) {
      because.add(workstream.origin().of("duration"));
    }
    if (!workstream.dependsOn().isEmpty()) {
      because.add(workstream.origin().of("depends_on"));
    }
    schedule.waits().of(workstream.id()).stream()
        .flatMap(wait -> wait.until().stream())
        .forEach(task -> because.add(task.origin().of("due")));
    schedule
        .taskWait(workstream.id())
        .ifPresent(wait -> because.add(wait.until().origin().of("due")));
    schedule.wavesBefore(workstream).stream()
        .max(Comparator.comparing(schedule::notBefore))
        .filter(
            wave ->
                schedule.waits().of(workstream.id()).stream()
                    .noneMatch(wait -> isLater(wait, wave)))
        .ifPresent(wave -> because.add(earliest.merge("", wave).place()));
    return because;
  }

  private boolean isLater(Waits.Wait wait, Wave wave) {
    return schedule.open().isOpen(wait.on())
        && schedule.notFinishedBefore(wait.on()) >= schedule.notBefore(wave);
  }
}
