package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.testing.Cases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims of handoffs that nothing in the plan could show. */
class HandoffClaimsTest {

  private static List<ClaimCheck> claims(String rest) {
    return Cases.written(
            """
            handoffs:
              - {id: x, kind: library, name: evidently, REST}
            """
                .replace("REST", rest))
        .assess()
        .claims()
        .stream()
        .filter(c -> c.observed().startsWith("the plan names no build file"))
        .toList();
  }

  @Test
  void a_ready_library_without_its_build_file_cannot_be_told() {
    assertThat(claims("status: ready"))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.subject()).isEqualTo("handoff x");
              assertThat(claim.agreement()).isEqualTo(Agreement.UNKNOWN);
              assertThat(claim.observed())
                  .isEqualTo("the plan names no build file that would name evidently");
              assertThat(claim.remedy()).startsWith("Write the build file under file");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status: planned",
        "status: not_needed",
        "status: ready, file: pom.xml",
        "status: ready, ready_when: {path: {file: pom.xml, exists: true}}"
      })
  void what_is_not_there_or_can_be_shown_is_left_to_others(String rest) {
    assertThat(claims(rest)).isEmpty();
  }
}
