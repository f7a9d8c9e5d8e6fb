package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workstreams that are said not to conflict, and files they are said to make, beside git. */
class NoConflictClaimsTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, branch: feature/a}
        - {id: b, branch: feature/b}
      boundaries: {no_conflicts: [{between: [a, b]}]}
      """;

  private static ClaimCheck check(Evidences seen) {
    return Cases.written(PLAN).evidence(seen).assess().claims().get(0);
  }

  @Test
  void a_path_that_both_branches_change_contradicts() {
    ClaimCheck check =
        check(
            evidence()
                .active("feature/a", Deltas.changing("a.txt", "x.txt", "y.txt"))
                .active("feature/b", Deltas.changing("b.txt", "x.txt", "y.txt")));

    assertThat(check.subject()).isEqualTo("a");
    assertThat(check.claim()).isEqualTo("no conflict between a and b");
    assertThat(check.observed()).isEqualTo("a and b both change x.txt, and so it is with 1 more");
    assertThat(check.agreement()).isEqualTo(Agreement.CONTRADICTS);
    assertThat(check.proof()).extracting(p -> p.text()).containsExactly("x.txt", "y.txt");
  }

  @Test
  void of_several_workstreams_there_is_one_claim() {
    List<ClaimCheck> claims =
        Cases.written(
                """
                workstreams:
                  - {id: a, branch: feature/a}
                  - {id: b, branch: feature/b}
                  - {id: c, branch: feature/c}
                boundaries: {no_conflicts: [{between: [a, b, c, a]}]}
                """)
            .evidence(
                evidence()
                    .active("feature/a", Deltas.changing("a.txt", "x.txt"))
                    .active("feature/b", Deltas.changing("b.txt", "x.txt", "y.txt"))
                    .active("feature/c", Deltas.changing("x.txt", "y.txt")))
            .assess()
            .claims();

    assertThat(claims)
        .extracting(ClaimCheck::claim, ClaimCheck::observed, ClaimCheck::instances)
        .containsExactly(
            tuple(
                "no conflict between a, b and c",
                "a, b and c all change x.txt, and so it is with 1 more",
                2));
  }

  @Test
  void a_tracked_file_that_both_own_contradicts() {
    ClaimCheck check =
        Cases.written(
                """
                workstreams:
                  - {id: a, branch: feature/a, owns: [/src/]}
                  - {id: b, branch: feature/b, owns: ["*.txt"]}
                boundaries: {no_conflicts: [{between: [a, b]}]}
                """)
            .evidence(
                evidence()
                    .tracked("src/api/x.txt", "src/y.md", "z.txt")
                    .active("feature/a", Deltas.changing("src/a"))
                    .gone("feature/b"))
            .assess()
            .claims()
            .get(0);

    assertThat(check.observed()).isEqualTo("a and b both own src/api/x.txt");
    assertThat(check.agreement()).isEqualTo(Agreement.CONTRADICTS);
  }

  @Test
  void branches_that_change_different_paths_agree() {
    ClaimCheck check =
        check(
            evidence()
                .active("feature/a", Deltas.changing("a.txt"))
                .active("feature/b", Deltas.changing("b.txt")));

    assertThat(check.agreement()).isEqualTo(Agreement.AGREES);
    assertThat(check.observed()).isEqualTo("their branches change no path in common");
  }

  @Test
  void a_branch_that_cannot_be_seen_is_unknown() {
    assertThat(
            check(evidence().active("feature/a", Deltas.changing("a.txt")).gone("feature/b"))
                .agreement())
        .isEqualTo(Agreement.UNKNOWN);
    assertThat(check(evidence().withoutGit("there is no repository")).agreement())
        .isEqualTo(Agreement.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "ready,  created, '',      false, CONTRADICTS",
    "ready,  created, '',      true,  CONTRADICTS",
    "ready,  created, ADDED,   false, AGREES",
    "ready,  created, ADDED,   true,  AGREES",
    "ready,  deleted, '',      true,  CONTRADICTS",
    "ready,  deleted, '',      false, CONTRADICTS",
    "ready,  deleted, DELETED, true,  AGREES",
    "active, created, ADDED,   false, AGREES",
    "active, created, '',      false, "
  })
  void files_are_claimed_once_the_workstream_says_that_it_is_through(
      String status, String change, String done, boolean tracked, Agreement agreement) {
    Deltas delta = Deltas.live();
    if (!done.isEmpty()) {
      delta.change("a.txt", Kind.valueOf(done), 1, 0);
    }
    Evidences seen = evidence().active("feature/a", delta.build());
    if (tracked) {
      seen.tracked("a.txt");
    }
    String plan =
        "workstreams: [{id: a, branch: feature/a, status: "
            + status
            + ", files: [{path: a.txt, change: "
            + change
            + "}]}]\n";

    assertThat(Cases.written(plan).evidence(seen).assess().claims())
        .filteredOn(claim -> claim.claim().equals(change + " a.txt"))
        .extracting(ClaimCheck::subject, ClaimCheck::agreement)
        .isEqualTo(agreement == null ? List.of() : List.of(tuple("a", agreement)));
  }
}
