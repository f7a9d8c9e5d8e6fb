package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.schedule.PlanSchedule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Launches that are counted before those that they wait for. */
final class LaunchOrder {

  private final Plan plan;
  private final Workstream workstream;
  private final Launch launch;

  private LaunchOrder(Plan plan, Workstream workstream, Launch launch) {
    this.plan = plan;
    this.workstream = workstream;
    this.launch = launch;
  }

  static Stream<Contradiction> of(Plan plan) {
    return plan.workstreams().stream()
        .flatMap(
            workstream ->
                workstream.launch().stream()
                    .flatMap(launch -> new LaunchOrder(plan, workstream, launch).found()));
  }

  private Stream<Contradiction> found() {
    return PlanSchedule.before(plan, workstream).stream()
        .flatMap(id -> order(id, place(id)).stream());
  }

  /** Where it says that it waits for another. */
  private Location place(String id) {
    int index = launch.waitFor().indexOf(id);
    return index >= 0
        ? launch.origin().of("wait_for", index)
        : workstream.origin().of("depends_on", workstream.dependsOn().indexOf(id));
  }

  private Optional<Contradiction> order(String other, Location place) {
    return plan.workstream(other)
        .flatMap(Workstream::launch)
        .filter(
            before ->
                before.order().isPresent()
                    && launch.order().isPresent()
                    && before.order().getAsInt() >= launch.order().getAsInt())
        .map(
            before ->
                new Contradiction(
                    workstream.id(),
                    "launch.order: " + launch.order().getAsInt(),
                    launch.origin().of("order"),
                    "it waits for " + other + ", launched as " + before.order().getAsInt(),
                    List.of(place, before.origin().of("order")),
                    "Launch it later, or correct what it waits for."));
  }
}
