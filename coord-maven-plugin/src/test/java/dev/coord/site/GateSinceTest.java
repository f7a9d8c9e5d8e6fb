package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.RecordedRun;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Former;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateSinceTest {

  @ParameterizedTest
  @CsvSource({
    "passed unknown unknown, 'unknown since 2026-11-02 2026110; passed on"
        + " 2026-11-01 2026110.'",
    "unknown passed, 'unknown since this run; passed on 2026-11-02 2026110.'",
    "unknown unknown, unknown since 2026-11-01 2026110 at least.",
    "none unknown, unknown since 2026-11-02 2026110 at least."
  })
  void a_gate_that_is_not_met_says_since_when_it_is_so(String outcomes, String words) {
    String plan = "gates: [{id: t, tests: {failed: \"= 0\"}}]\n";
    String[] all = outcomes.split(" ");
    RecordedRun[] runs = new RecordedRun[all.length];
    for (int i = 0; i < all.length; i++) {
      runs[i] = run("2026-11-0" + (i + 1), all[i]);
    }

    String page =
        Pages.text(
            Pages.of(
                Cases.written(plan).evidence(Evidences.evidence().recorded(runs)).assess(),
                "gates"));

    assertThat(page.replaceAll("`|\\(https:[^)]*\\)", ""))
        .contains("By recorded runs(metrics#recorded) (attested): " + words);
  }

  @ParameterizedTest
  @CsvSource({"none", "''"})
  void where_no_run_tells_of_a_gate_nothing_is_said(String outcomes) {
    RecordedRun[] runs =
        Stream.of(outcomes)
            .filter(one -> !one.isEmpty())
            .map(one -> run("2026-11-01", one))
            .toArray(RecordedRun[]::new);

    assertThat(
            Pages.text(
                Pages.of(
                    Cases.written("gates: [{id: t, tests: {failed: \"= 0\"}}]\n")
                        .evidence(Evidences.evidence().recorded(runs))
                        .assess(),
                    "gates")))
        .doesNotContain("recorded runs");
  }

  private static RecordedRun run(String day, String outcome) {
    RecordedRun run = Former.run(day, "1");
    return new RecordedRun(
        run.commit(),
        run.day(),
        run.time(),
        run.result(),
        run.contradictions(),
        run.tests(),
        run.coverage(),
        run.metrics(),
        outcome.equals("none") ? Map.of() : Map.of("t.failed", new RecordedRun.Value(outcome, "3")),
        run.workstreams());
  }
}
