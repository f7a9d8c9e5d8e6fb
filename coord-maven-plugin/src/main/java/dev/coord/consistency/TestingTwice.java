package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Task;
import dev.coord.plan.Testing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Deliverables and areas of tests of one sprint that are both done and not done. */
final class TestingTwice {

  private record Said(String kind, String sprint, String title, Task.State state, Location place) {
    List<String> key() {
      return List.of(kind, sprint, Twice.plain(title));
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
                        d.title(),
                        d.status(),
                        d.origin().of("status")));
    Stream<Said> areas =
        testing.sprints().stream()
            .flatMap(
                sprint ->
                    sprint.areas().stream()
                        .map(
                            area ->
                                new Said(
                                    "area",
                                    sprint.sprint(),
                                    area.text(),
                                    area.state(),
                                    area.origin().of("state"))));
    return Twice.of(
            Stream.concat(deliverables, areas).filter(said -> said.state() != Task.State.DROPPED),
            said -> Optional.of(said.key()))
        .filter(
            two ->
                (two.first().state() == Task.State.DONE)
                    != (two.again().state() == Task.State.DONE))
        .map(TestingTwice::contradiction);
  }

  private static Contradiction contradiction(Twice<Said> two) {
    Said first = two.first();
    return Twice.told(
        first.sprint().isEmpty() ? "testing" : "testing " + first.sprint(),
        first.kind() + " \"" + first.title() + "\" is " + first.state().word(),
        first.place(),
        "it is listed again as " + two.again().state().word(),
        two.again().place(),
        "List it once.");
  }
}
