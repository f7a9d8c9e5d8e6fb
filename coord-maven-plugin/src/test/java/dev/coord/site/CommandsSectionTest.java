package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.evidence.CommandRun;
import dev.coord.evidence.Observation;
import dev.coord.plan.Command;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CommandsSectionTest {

  private static final Command SCAN = new Command(List.of("scan", "-v"), Command.USUAL);
  private static final Command LOAD = new Command(List.of("load"), Duration.ofSeconds(90));

  private static final String GATES =
      """
      gates:
        - {id: scan, command: {run: [scan, -v]}}
        - {id: both, all: [{command: {run: [scan, -v]}}, {command: {run: [load], timeout: 90 s}}]}
      """;

  private final Map<Command, Observation<CommandRun>> runs = new LinkedHashMap<>();

  @Test
  void each_command_stands_there_once_with_its_gates_its_end_and_what_it_wrote() {
    runs.put(SCAN, ended(OptionalInt.of(3), Duration.ofSeconds(10), true, "one", "two"));
    runs.put(LOAD, ended(OptionalInt.empty(), Duration.ofSeconds(90), false));

    assertThat(text())
        .contains("`scan -v`: exit 3 within 10 s; gates scan and both. The end of what it wrote:")
        .contains("one\ntwo")
        .contains("`load`: it was stopped after 90 s; gate both. It wrote nothing.");
  }

  @Test
  void one_that_could_not_be_started_says_why() {
    runs.put(SCAN, Observation.unknown("it could not be started", "See that it is there."));

    assertThat(text()).contains("`scan -v`: it could not be started. See that it is there.");
  }

  @Test
  void what_did_not_run_has_no_section_but_its_row() {
    assertThat(text())
        .contains("the command was not run: it was not")
        .doesNotContain("Commands that were run");
  }

  private String text() {
    return Pages.text(
        Pages.of(
            new AssessmentDraft(
                Cases.written(GATES).evidence(Evidences.evidence().commands(runs)).assess()),
            "gates"));
  }

  private static Observation<CommandRun> ended(
      OptionalInt exit, Duration within, boolean cut, String... lines) {
    return Observation.known(new CommandRun(exit, within, List.of(lines), cut));
  }
}
