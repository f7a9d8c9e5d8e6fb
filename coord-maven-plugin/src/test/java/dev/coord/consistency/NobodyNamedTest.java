package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NobodyNamedTest {

  @Test
  void a_risk_without_an_owner_is_told_at_its_status() {
    assertThat(Contradictions.lines("risks:\n  - {id: late, status: triggered}\n"))
        .containsExactly(
            "risk late: status: triggered (coord.yml:4:24), but nobody answers for it");
    assertThat(Contradictions.of("risks: [{id: late}]\n"))
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c.claim()).isEqualTo("open, as it gives no status");
              assertThat(c.remedy()).isEqualTo("Name a person under \"owner\".");
            });
  }

  @Test
  void a_risk_with_an_owner_is_fine() {
    assertThat(Contradictions.of("risks: [{id: late, owner: ana}, {id: b, owners: [ben]}]\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mitigated", "closed"})
  void what_can_do_no_harm_any_more_needs_nobody(String status) {
    assertThat(Contradictions.of("risks: [{id: late, status: " + status + "}]\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"todo", "doing", "blocked"})
  void an_open_action_without_a_person_is_told(String status) {
    assertThat(Contradictions.lines("actions: [{title: Sign, status: " + status + "}]\n"))
        .containsExactly(
            "action sign: status: " + status + " (coord.yml:3:33), but nobody is named to do it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{title: Sign, who: ana}", "{title: Sign, status: done}"})
  void an_action_of_somebody_or_that_is_done_is_fine(String action) {
    assertThat(Contradictions.of("actions: [" + action + "]\n")).isEmpty();
  }
}
