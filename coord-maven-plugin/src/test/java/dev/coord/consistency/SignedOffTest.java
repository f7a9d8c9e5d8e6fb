package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedOffTest {

  private static String signOff(String decision, String criteria) {
    return "testing: {sign_off: {by: ana, decision: %s, criteria: [%s]}}\n"
        .formatted(decision, criteria);
  }

  @Test
  void a_go_with_an_open_criterion_is_told() {
    assertThat(Contradictions.lines(signOff("go", "\"[x] A\", \"[ ] B\"")))
        .containsExactly(
            "testing sign-off: decision: go (coord.yml:3:41), but 1 of 2 criteria is open: b");
    assertThat(Contradictions.lines(signOff("go", "\"[~] A\", \"[!] B\", \"[-] C\"")))
        .containsExactly(
            "testing sign-off: decision: go (coord.yml:3:41), but 2 of 2 criteria are open, the"
                + " first: a");
  }

  @Test
  void a_go_with_all_criteria_met_or_dropped_is_fine() {
    assertThat(Contradictions.of(signOff("go", "\"[x] A\", \"[-] B\""))).isEmpty();
    assertThat(Contradictions.of(signOff("go", ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "no_go"})
  void no_go_yet_needs_nothing(String decision) {
    assertThat(Contradictions.of(signOff(decision, "\"[ ] A\""))).isEmpty();
  }
}
