package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictsTwiceTest {

  private static List<String> told(String first, String again) {
    return Told.of(
        ConflictsTwice.of(
            Written.plan(
                "workstreams: [{id: a}, {id: b}]",
                "boundaries:",
                "  conflicts:",
                "    - {" + first + "}",
                "    - {" + again + "}")));
  }

  @Test
  void one_conflict_with_two_winners_is_found() {
    assertThat(
            told(
                "paths: [pom.xml], between: [a, b], resolution: owner_wins, winner: a",
                "paths: [pom.xml], between: [b, a], resolution: owner_wins, winner: b"))
        .containsExactly(
            "boundaries at 6: a conflict between a and b is resolved by owner_wins, winner: a, but"
                + " the same conflict is resolved by owner_wins, winner: b (coord.yml:7:55) (7):"
                + " List it once.");
  }

  @Test
  void other_paths_and_the_same_resolution_agree() {
    assertThat(
            told(
                "paths: [pom.xml], between: [a, b], resolution: merge_both",
                "paths: [a.md], between: [a, b], resolution: consult"))
        .isEmpty();
    assertThat(
            told(
                "paths: [pom.xml], between: [a, b], resolution: consult",
                "paths: [pom.xml], between: [b, a], resolution: consult"))
        .isEmpty();
  }
}
