package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.plan.Workstream.Launch;
import dev.coord.schedule.Waits;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Launches that are counted before those that they wait for, be it by way of others whose launches
 * are not counted.
 */
final class LaunchOrder {

  private final Plan plan;
  private final Waits waits;

  private LaunchOrder(Plan plan) {
    this.plan = plan;
    this.waits = Waits.of(plan);
  }

  static Stream<Contradiction> of(Plan plan) {
    LaunchOrder order = new LaunchOrder(plan);
    return plan.workstreams().stream().filter(w -> order.order(w.id()) > 0).flatMap(order::look);
  }

  /** The number of a launch; 0 when it has none. */
  private int order(String id) {
    return launch(id).map(launch -> launch.order().orElse(0)).orElse(0);
  }

  private Optional<Launch> launch(String id) {
    return plan.workstream(id).flatMap(Workstream::launch);
  }

  /** Each that it waits for itself, and the last of those that it waits for by way of others. */
  private Stream<Contradiction> look(Workstream workstream) {
    int own = order(workstream.id());
    Stream<Contradiction> direct =
        waits.of(workstream.id()).stream()
            .filter(wait -> order(wait.on()) >= own)
            .map(wait -> contradiction(workstream, wait.on(), wait.on(), wait.place()));
    Stream<Contradiction> through =
        waits.chains(workstream.id(), id -> order(id) > 0).stream()
            .filter(chain -> order(chain.on()) >= own)
            .max(Comparator.comparingInt(chain -> order(chain.on())))
            .map(chain -> contradiction(workstream, chain.on(), chain.words(), chain.place()))
            .stream();
    return Stream.concat(direct, through);
  }

  private Contradiction contradiction(
      Workstream workstream, String other, String words, Location place) {
    Launch launch = workstream.launch().orElseThrow();
    return new Contradiction(
        workstream.id(),
        "launch.order: " + order(workstream.id()),
        launch.origin().of("order"),
        "it waits for " + words + ", launched as " + order(other),
        List.of(place, launch(other).orElseThrow().origin().of("order")),
        "Launch it later, or correct what it waits for.");
  }
}
