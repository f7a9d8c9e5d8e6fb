package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeForecast.Clash;
import dev.coord.evidence.MergeForecast.Pair;
import dev.coord.evidence.Observation;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StuckTest {

  private static String stuck(String plan, Evidences seen) {
    return Pages.lines(Pages.of(Cases.written(plan).evidence(seen).assess(), "index")).stream()
        .filter(line -> line.startsWith("Stuck: "))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "status: blocked, is blocked",
    "'tasks: [{id: t, text: T, state: blocked}]', has 1 blocked task",
    "'status: doing, depends_on: [b]', waits for b",
    "'status: todo, start: 2020-01-01, depends_on: [b]', waits for b",
  })
  void what_holds_a_workstream_up_is_told(String keys, String told) {
    String plan = "workstreams: [{id: a, branch: f/a, " + keys + "}, {id: b, branch: f/b}]\n";

    assertThat(
            stuck(plan, Evidences.evidence().gone("f/a").active("f/b", Deltas.changing("pom.xml"))))
        .isEqualTo("Stuck: a(workstreams/a) " + told);
  }

  @Test
  void whoever_waits_for_somebody_of_whom_nobody_knows_is_not_known_to_be_stuck() {
    String plan =
        "workstreams: [{id: a, branch: f/a, status: doing, depends_on: [b]},"
            + " {id: b, branch: f/b}, {id: c, branch: f/c, status: blocked}]\n";
    Evidences seen = Evidences.evidence().active("f/a", Deltas.changing("pom.xml")).gone("f/b");

    assertThat(stuck(plan, seen.gone("f/c")))
        .isEqualTo(
            "Stuck: c(workstreams/c) is blocked. Nobody knows where b(workstreams/b) stands.");
  }

  @Test
  void what_is_ready_and_waits_for_its_turn_in_a_wave_is_told() {
    String plan =
        "merges: {waves: [{id: w, workstreams: [b, a]}]}\n"
            + "workstreams: [{id: a, branch: f/a, status: done}, {id: b, branch: f/b}]\n";
    Evidences seen =
        Evidences.evidence()
            .active("f/a", Deltas.changing("pom.xml"))
            .active("f/b", Deltas.changing("README.md"));

    assertThat(stuck(plan, seen))
        .isEqualTo("Stuck: a(workstreams/a) is ready and waits for its turn after b");
  }

  @Test
  void what_begins_later_waits_for_nobody_yet() {
    String plan =
        "workstreams: [{id: a, branch: f/a, status: todo, start: 2099-01-01, depends_on: [b]},"
            + " {id: b, branch: f/b, status: todo}]\n";

    assertThat(stuck(plan, Evidences.evidence().gone("f/a").gone("f/b")))
        .isEqualTo("Stuck: Nobody is seen to be stuck.");
  }

  @Test
  void that_nobody_is_stuck_is_said_only_of_those_of_whom_it_can_be_told() {
    String plan =
        "workstreams: [{id: a, branch: f/a, status: doing}, {id: b, branch: f/b, status: doing}]\n";

    assertThat(stuck(plan, Evidences.evidence().gone("f/a").gone("f/b")))
        .isEqualTo(
            "Stuck: It cannot be told: nobody knows where a(workstreams/a), b(workstreams/b)"
                + " stand.");
    assertThat(
            stuck(plan, Evidences.evidence().gone("f/a").active("f/b", Deltas.changing("pom.xml"))))
        .isEqualTo(
            "Stuck: Nobody is seen to be stuck, but nobody knows where a(workstreams/a) stands.");
    assertThat(
            stuck(
                plan,
                Evidences.evidence()
                    .merged("f/a", Deltas.merged().build())
                    .active("f/b", Deltas.changing("pom.xml"))))
        .isEqualTo("Stuck: Nobody is seen to be stuck.");
  }

  @Test
  void a_conflict_is_told_once_of_two_and_more_than_three_are_counted() {
    StringBuilder plan = new StringBuilder("workstreams:\n");
    Evidences seen = Evidences.evidence();
    for (String id : List.of("a", "b", "c", "d", "e", "f")) {
      String status = id.compareTo("c") < 0 ? "doing" : "blocked";
      plan.append("- {id: " + id + ", branch: f/" + id + ", status: " + status + "}\n");
      seen = seen.active("f/" + id, Deltas.changing("pom.xml"));
    }
    Clash clash =
        new Clash("pom.xml", MergeForecast.Kind.CONTENT, List.of(), List.of(), false, List.of());
    MergeForecast forecast =
        new MergeForecast(
            List.of("f/a", "f/b"),
            List.of(new Pair("f/a", "f/b", Observation.known(List.of(clash)))),
            0,
            List.of(),
            List.of());

    assertThat(stuck(plan.toString(), seen.forecast(forecast)))
        .isEqualTo(
            "Stuck: a(workstreams/a) conflicts with b; c(workstreams/c) is blocked;"
                + " d(workstreams/d) is blocked; and 2 more(workstreams)");
  }
}
