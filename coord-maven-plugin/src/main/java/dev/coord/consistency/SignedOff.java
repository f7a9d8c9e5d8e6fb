package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.plan.Testing.SignOff;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A go that was given while its criteria are open. */
final class SignedOff {

  private SignedOff() {}

  static Stream<Contradiction> of(Plan plan) {
    return plan.handbook().testing().signOff().stream().flatMap(s -> contradiction(s).stream());
  }

  private static Optional<Contradiction> contradiction(SignOff signOff) {
    List<Task> counted =
        signOff.criteria().stream()
            .flatMap(Task::flat)
            .filter(task -> task.state() != Task.State.DROPPED)
            .toList();
    List<Task> open = counted.stream().filter(task -> task.state() != Task.State.DONE).toList();
    if (signOff.decision() != SignOff.Decision.GO || open.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Contradiction(
            "testing sign-off",
            "decision: go",
            signOff.origin().of("decision"),
            open.size()
                + " of "
                + counted.size()
                + (counted.size() == 1 ? " criterion" : " criteria")
                + (open.size() == 1 ? " is open: " : " are open, the first: ")
                + open.get(0).id(),
            open.stream().map(task -> task.origin().of("state")).toList(),
            "Take the decision back, or meet the criteria and mark them done."));
  }
}
