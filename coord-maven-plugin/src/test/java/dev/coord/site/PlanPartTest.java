package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import dev.coord.site.model.Block;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the index says of parts that the plan could hold. */
class PlanPartTest {

  /** Parts that the plan's reader refuses yet. */
  private static final Set<PlanPart> NOT_YET =
      EnumSet.of(
          PlanPart.EPICS, PlanPart.EVENTS, PlanPart.HANDOFFS, PlanPart.MERGES, PlanPart.CLAIMS);

  private static final String HEAD = "coord: 1\nproject: {name: Shop}\n";

  static Stream<PlanPart> parts() {
    return Arrays.stream(PlanPart.values()).filter(part -> !NOT_YET.contains(part));
  }

  private static PlanReading read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new PlanReader().read(List.of(new PlanFile("coord.yml", Optional.empty(), bytes)));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void the_yaml_to_add_is_a_good_plan_that_holds_the_part(PlanPart part) {
    PlanReading reading = read(HEAD + part.yaml() + "\n");

    assertThat(reading.diagnostics()).map(Diagnostic::message).isEmpty();
    assertThat(folds(reading.plan().orElseThrow()))
        .noneMatch(fold -> fold.startsWith(part.key() + ": "))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void the_yaml_contradicts_nothing(PlanPart part) {
    Plan plan = read(HEAD + part.yaml() + "\n").plan().orElseThrow();

    assertThat(SampleEverything.assessment(plan, "Words.").contradictions()).isEmpty();
  }

  private static List<String> folds(Plan plan) {
    return PlanPart.missing(plan).stream().map(block -> ((Block.Fold) block).summary()).toList();
  }

  @Test
  void a_plan_that_holds_nothing_is_told_of_every_part() {
    Plan empty = read(HEAD).plan().orElseThrow();

    assertThat(folds(empty)).hasSize(PlanPart.values().length);
    assertThat(Pages.text(Pages.of(SampleEverything.assessment(empty, ""), "contents")))
        .contains("## What the plan could hold too #more")
        .contains("fold: risks: what may go wrong, and who acts then")
        .contains("  - {id: runbook, title: Runbook, file: docs/runbook.md}");
  }

  @Test
  void a_part_that_the_plan_holds_is_not_offered() {
    assertThat(Pages.text(Pages.of(SampleAssessments.failing(), "contents")))
        .contains("fold: risks: ")
        .doesNotContain("fold: gates: ");
  }
}
