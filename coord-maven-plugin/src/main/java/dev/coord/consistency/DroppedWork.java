package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import dev.coord.schedule.BlockLaunches;
import java.util.List;
import java.util.stream.Stream;

/** Workstreams that were given up, and that are launched or worked on all the same. */
final class DroppedWork {

  private record Launched(String words, Location place) {}

  private DroppedWork() {}

  static Stream<Contradiction> of(Plan plan) {
    List<Workstream> dropped =
        plan.workstreams().stream().filter(w -> plan.isDropped(w.id())).toList();
    if (dropped.isEmpty()) {
      return Stream.empty();
    }
    BlockLaunches blocks = BlockLaunches.of(plan);
    return dropped.stream()
        .flatMap(
            workstream ->
                Stream.of(
                        workstream.launch().stream()
                            .filter(launch -> !launch.when().isUnsaid())
                            .map(
                                launch ->
                                    new Launched(
                                        "it is launched " + Words.on(launch.when()),
                                        Words.place(launch.when()))),
                        blocks.of(workstream.id()).stream()
                            .map(
                                one ->
                                    new Launched(
                                        "a block of " + one.sprint().id() + " launches it",
                                        one.place())),
                        doing(workstream))
                    .flatMap(launched -> launched)
                    .map(launched -> contradiction(workstream, launched)));
  }

  private static Stream<Launched> doing(Workstream workstream) {
    return workstream.tasks().stream()
        .flatMap(Task::leaves)
        .filter(task -> task.state() == Task.State.DOING)
        .map(
            task ->
                new Launched(
                    "its task " + task.id() + " is being done", task.origin().of("state")));
  }

  private static Contradiction contradiction(Workstream workstream, Launched launched) {
    return new Contradiction(
        workstream.id(),
        "status: " + workstream.status(),
        workstream.origin().of("status"),
        launched.words(),
        List.of(launched.place()),
        "Correct the status, or drop what belongs to it, too.");
  }
}
