package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in a plan against workstreams that are said not to conflict. */
class BoundaryChecksTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, owns: [/a/**, /shared/**]}
        - {id: b, owns: [/b/**, /shared/**]}
        - {id: c, owns: [/c/**]}
      boundaries:
        conflicts: [{paths: [/x, /y], between: [a, c], resolution: merge_both}]
        no_conflicts: [{between: [BETWEEN]}]
      """;

  private static List<Contradiction> found(String between) {
    return BoundaryChecks.of(Written.plan(PLAN.replace("BETWEEN", between))).toList();
  }

  @Test
  void workstreams_that_share_nothing_agree() {
    assertThat(found("b, c")).isEmpty();
  }

  @Test
  void a_pattern_that_both_own_is_found() {
    assertThat(found("a, b"))
        .containsExactly(
            new Contradiction(
                "a",
                "no conflict between a and b",
                Location.of("coord.yml", 9, 28),
                "both own /shared/**",
                List.of(Location.of("coord.yml", 4, 27), Location.of("coord.yml", 5, 27)),
                "Share the paths out, or remove what says that there is no conflict."));
  }

  @Test
  void a_conflict_that_is_expected_is_found() {
    assertThat(found("c, a"))
        .extracting(Contradiction::claim, Contradiction::found)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "no conflict between c and a", "boundaries.conflicts expects one in /x, /y"));
  }

  @Test
  void of_several_each_pair_is_looked_at_once() {
    assertThat(found("a, b, c, a")).hasSize(2);
  }
}
