package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.plan.Timing;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Workstreams that are launched before what their launch waits for can be merged. */
final class LaunchChecks {

  private final Plan plan;
  private final Workstream workstream;
  private final Launch launch;

  private LaunchChecks(Plan plan, Workstream workstream, Launch launch) {
    this.plan = plan;
    this.workstream = workstream;
    this.launch = launch;
  }

  static Stream<Contradiction> of(Plan plan) {
    return plan.workstreams().stream()
        .flatMap(
            workstream ->
                workstream.launch().stream()
                    .flatMap(launch -> new LaunchChecks(plan, workstream, launch).found()));
  }

  private Stream<Contradiction> found() {
    return IntStream.range(0, launch.waitFor().size())
        .boxed()
        .flatMap(
            i -> {
              String other = launch.waitFor().get(i);
              Location place = launch.origin().of("wait_for", i);
              return Stream.concat(order(other, place).stream(), days(other, place));
            });
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
                    "Launch it later, or correct wait_for."));
  }

  /** Days are compared where both are counted in the same way. */
  private Stream<Contradiction> days(String other, Location place) {
    return plan.merges().waves().stream()
        .filter(wave -> wave.workstreams().contains(other))
        .limit(1)
        .flatMap(wave -> early(other, wave, place).stream());
  }

  private Optional<Contradiction> early(String other, Wave wave, Location place) {
    return launch.when().stretches().stream()
        .filter(
            stretch ->
                wave.when()
                    .in(stretch.counting())
                    .filter(merged -> merged.first() > stretch.last())
                    .isPresent())
        .findFirst()
        .map(stretch -> early(other, wave, stretch, place));
  }

  private Contradiction early(String other, Wave wave, Stretch stretch, Location place) {
    Timing merged = wave.when();
    Stretch then = merged.in(stretch.counting()).orElseThrow();
    return new Contradiction(
        workstream.id(),
        "launch: " + stretch,
        launch.when().place(stretch),
        "it waits for " + other + ", which wave " + wave.id() + " merges on " + then,
        List.of(place, merged.place(then)),
        "Launch it later, or correct wait_for.");
  }
}
