package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhaseNamesTest {

  private static List<String> told(String phase) {
    return Told.of(
        PhaseNames.of(
            PlanTexts.shop(
                """
                project: {name: Shop}
                workstreams: [{id: a, phase: "%s"}]
                epics:
                  - {id: p1, title: Phase 1, kind: phase}
                  - {id: phase-2, title: "Phase 2: Refunds", kind: phase, workstreams: [a]}
                  - {id: p3, title: Phase 3, kind: phase}
                  - {id: phase-9}
                """
                    .formatted(phase))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"phase-2", "Phase 2", "Phase 2: Refunds", "PHASE 2", "Hardening"})
  void a_phase_is_named_by_its_id_or_title_and_other_words_are_the_teams(String phase) {
    assertThat(told(phase)).isEmpty();
  }

  @Test
  void a_phase_that_is_not_defined_is_found() {
    assertThat(told("Phase 9"))
        .containsExactly(
            "a at 3: phase: Phase 9, but no phase is called that, as Phase 1 is (5): Name a phase"
                + " that is defined, or define it.");
  }

  @Test
  void a_phase_that_does_not_list_it_while_another_one_does_is_found() {
    assertThat(told("Phase 3"))
        .containsExactly(
            "a at 3: phase: Phase 3, but phase-2 lists it, and p3 does not (6): Name the phase that"
                + " it belongs to in both.");
  }

  @Test
  void without_phases_the_word_is_the_teams() {
    assertThat(
            PhaseNames.of(
                PlanTexts.shop("project: {name: Shop}\nworkstreams: [{id: a, phase: Phase 1}]\n")))
        .isEmpty();
  }
}
