package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.plan.Testing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Deliverables, areas of tests and their cases of one sprint that are both done and not done. */
final class TestingTwice {

  /** Something that is said to be done, or not; {@code in} are the areas that it is nested in. */
  private record Said(
      String kind, String sprint, List<String> in, String title, Task.State state, Location place) {
    List<Object> key() {
      return List.of(kind, sprint, in, Twice.plain(title));
    }

    String name() {
      return kind + " \"" + title + "\"";
    }
  }

  private TestingTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    Testing testing = plan.handbook().testing();
    Stream<Said> deliverables =
        testing.deliverables().stream()
            .map(
                d ->
                    new Said(
                        "deliverable",
                        d.sprint().orElse(""),
                        List.of(),
                        d.title(),
                        d.status(),
                        d.origin().of("status")));
    Stream<Said> areas =
        testing.sprints().stream().flatMap(s -> tested(s.sprint(), "area", List.of(), s.areas()));
    return Twice.of(
            Stream.concat(deliverables, areas).filter(said -> said.state() != Task.State.DROPPED),
            said -> Optional.of(said.key()))
        .filter(
            two ->
                (two.first().state() == Task.State.DONE)
                    != (two.again().state() == Task.State.DONE))
        .map(TestingTwice::contradiction);
  }

  /** Areas with their cases. */
  private static Stream<Said> tested(
      String sprint, String kind, List<String> in, List<Task> tasks) {
    return tasks.stream()
        .flatMap(
            task ->
                Stream.concat(
                    Stream.of(
                        new Said(
                            kind,
                            sprint,
                            in,
                            task.text(),
                            task.state(),
                            task.origin().of("state"))),
                    tested(
                        sprint,
                        "case",
                        Stream.concat(in.stream(), Stream.of(Twice.plain(task.text()))).toList(),
                        task.tasks())));
  }

  private static Contradiction contradiction(Twice<Said> two) {
    Said first = two.first();
    return Twice.told(
        first.sprint().isEmpty() ? "testing" : "testing " + first.sprint(),
        first.name() + " is " + first.state().word(),
        first.place(),
        "it is listed again as " + two.again().state().word(),
        two.again().place(),
        "List it once.");
  }
}
