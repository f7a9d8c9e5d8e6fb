package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Sprint;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanSchedule;
import dev.coord.schedule.Waits;
import java.util.List;
import java.util.stream.Stream;

/**
 * Workstreams that are launched twice, before what they wait for is to be there, or after they are
 * said to be active. Told by dates, or by the days of the project where it has no first day.
 */
final class Launches {

  private final Plan plan;
  private final Moments moments;
  private final PlanSchedule schedule;

  private Launches(Plan plan, PlanSchedule schedule) {
    this.plan = plan;
    this.schedule = schedule;
    this.moments = new Moments(plan, schedule);
  }

  static Stream<Contradiction> of(Plan plan, PlanSchedule schedule) {
    Launches launches = new Launches(plan, schedule);
    return plan.workstreams().stream()
        .filter(workstream -> !plan.isDropped(workstream.id()))
        .flatMap(launches::look);
  }

  private Stream<Contradiction> look(Workstream workstream) {
    List<Moment> launches = moments.launches(workstream);
    return Stream.of(
            twice(workstream, launches),
            launches.stream().flatMap(launch -> early(workstream, launch)),
            active(workstream, launches))
        .flatMap(contradictions -> contradictions);
  }

  private static Stream<Contradiction> twice(Workstream workstream, List<Moment> launches) {
    return launches.stream()
        .skip(1)
        .filter(other -> other.isBefore(launches.get(0)) || launches.get(0).isBefore(other))
        .map(
            other -> {
              boolean inOrder = launches.get(0).isBefore(other);
              Moment first = inOrder ? launches.get(0) : other;
              Moment again = inOrder ? other : launches.get(0);
              return new Contradiction(
                  workstream.id(),
                  workstream.id() + " is launched " + first.words() + " and again " + again.words(),
                  first.place(),
                  "a workstream is launched once",
                  List.of(again.place()),
                  "Keep one of the two.");
            });
  }

  private Stream<Contradiction> early(Workstream workstream, Moment launch) {
    if (!schedule.open().isOpen(workstream.id())) {
      return Stream.empty();
    }
    return schedule.waits().of(workstream.id()).stream()
        .flatMap(
            wait ->
                ends(workstream, wait, launch)
                    .map(end -> early(workstream, launch, wait.on(), end)));
  }

  /** The planned ends of what is waited for that a launch is before; without any, by its launch. */
  private Stream<Moments.End> ends(Workstream waiting, Waits.Wait wait, Moment launch) {
    List<Moments.End> ends = moments.ends(waiting, wait);
    Stream<Moments.End> known =
        ends.isEmpty()
            ? plan.workstream(wait.on()).stream()
                .filter(before -> schedule.open().isOpen(before.id()))
                .flatMap(
                    before ->
                        moments.launches(before).stream()
                            .limit(1)
                            .flatMap(first -> worked(before, first)))
            : ends.stream();
    return known.filter(end -> moments.isBefore(launch, end));
  }

  /**
   * The end of work that is launched: it takes its length, or a day at least. Nothing is told here
   * where the schedule reckons the end.
   */
  private Stream<Moments.End> worked(Workstream before, Moment launch) {
    if (before.duration().isEmpty()) {
      return Stream.of(new Moments.End("is launched", launch, true));
    }
    return schedule.isDated()
        ? Stream.empty()
        : moments.after(launch, before.duration().getAsInt()).stream()
            .map(last -> new Moments.End("is launched", last, true));
  }

  private static Contradiction early(
      Workstream workstream, Moment launch, String before, Moments.End end) {
    return new Contradiction(
        workstream.id(),
        workstream.id() + " is launched " + launch.words(),
        launch.place(),
        before + ", which it waits for, " + end.how() + " " + end.moment().words(),
        List.of(end.moment().place()),
        "Launch it " + end.later() + ", or let " + before + " come earlier.");
  }

  private Stream<Contradiction> active(Workstream workstream, List<Moment> launches) {
    if (launches.isEmpty()) {
      return Stream.empty();
    }
    return plan.sprints().stream()
        .flatMap(sprint -> sprint.blocks().stream().flatMap(b -> active(workstream, sprint, b)))
        .filter(block -> launches.stream().allMatch(block::isBefore))
        .map(
            block ->
                new Contradiction(
                    workstream.id(),
                    workstream.id() + " is active " + block.words(),
                    block.place(),
                    "it is launched " + launches.get(0).words(),
                    List.of(launches.get(0).place()),
                    "Launch it earlier, or let it be active later."));
  }

  private Stream<Moment> active(Workstream workstream, Sprint sprint, Sprint.Block block) {
    int index = block.workstreams().indexOf(workstream.id());
    return index < 0
        ? Stream.empty()
        : moments.block(sprint, block, block.origin().of("workstreams", index)).stream();
  }
}
