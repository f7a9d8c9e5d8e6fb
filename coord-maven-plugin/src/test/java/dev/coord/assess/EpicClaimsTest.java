package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status of epics beside the branches of their workstreams. */
class EpicClaimsTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, branch: feature/a}
        - {id: m, branch: feature/m}
        - {id: g, branch: feature/g}
        - {id: n, branch: feature/n}
        - {id: x}
      epics: [{id: e, status: STATUS, workstreams: [IDS]}]
      """;

  private static Evidences seen() {
    return evidence()
        .active("feature/a", Deltas.live().build())
        .merged("feature/m", Deltas.merged().build())
        .notStarted("feature/n")
        .gone("feature/g");
  }

  private static List<ClaimCheck> claims(String status, String ids, Evidences seen) {
    return Cases.written(PLAN.replace("STATUS", status).replace("IDS", ids))
        .evidence(seen)
        .assess()
        .claims();
  }

  @ParameterizedTest
  @CsvSource({
    "complete,    a,      CONTRADICTS",
    "100%,        a,      CONTRADICTS",
    "complete,    'm, n', CONTRADICTS",
    "complete,    'g, a', CONTRADICTS",
    "complete,    m,      AGREES",
    "complete,    'm, g', UNKNOWN",
    "complete,    x,      UNKNOWN",
    "Weeks 1-2 are complete, a, ",
    "in progress, m,      CONTRADICTS",
    "blocked,     m,      CONTRADICTS",
    "in progress, 'm, a', ",
    "in progress, 'm, g', ",
    "not started, m,      CONTRADICTS",
    "not started, 'a, n', CONTRADICTS",
    "not started, n,      ",
    "ready,       m,      ",
    "cooking,     m,      UNKNOWN",
    "on the shelf, a,      UNKNOWN",
    "2/3 done,    a,      ",
    "60% complete, a,     "
  })
  void a_status_is_held_against_branches(String status, String ids, Agreement agreement) {
    assertThat(claims(status, ids, seen()))
        .extracting(ClaimCheck::subject, ClaimCheck::claim, ClaimCheck::agreement)
        .isEqualTo(
            agreement == null
                ? List.of()
                : List.of(tuple("epic e", "status: " + status, agreement)));
  }

  @Test
  void branches_and_merges_are_named() {
    assertThat(claims("complete", "a", seen()).get(0).observed())
        .isEqualTo("a (feature/a) is not merged");
    assertThat(claims("in progress", "m", seen()).get(0).observed())
        .startsWith("m (feature/m) is merged by 3e3e");
  }

  @ParameterizedTest
  @CsvSource({"complete", "in progress"})
  void without_git_it_cannot_be_told(String status) {
    assertThat(claims(status, "a, m", evidence().withoutGit("there is no repository")))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.UNKNOWN);
  }

  @Test
  void open_issues_keep_an_epic_open() {
    String plan =
        PLAN.replace("STATUS", "in progress").replace("[IDS]", "[m], issues: [\"[ ] #1: X\"]");

    assertThat(Cases.written(plan).evidence(seen()).assess().claims()).isEmpty();
  }

  private static List<String> told(String epics) {
    String plan = PLAN.substring(0, PLAN.indexOf("epics:")) + "epics:\n" + epics;
    return Cases.written(plan).evidence(seen()).assess().claims().stream()
        .map(claim -> claim.subject() + ", " + claim.claim() + ": " + claim.agreement())
        .toList();
  }

  @Test
  void the_branch_of_two_epics_tells_nothing_of_the_one_that_is_complete() {
    assertThat(
            told(
                "  - {id: e, status: complete, workstreams: [a]}\n  - {id: f, workstreams: [a]}\n"))
        .containsExactly("epic e, status: complete: UNKNOWN");
  }

  @Test
  void the_branch_of_two_epics_tells_of_both_where_both_are_complete() {
    assertThat(
            told(
                """
                  - {id: e, status: complete, workstreams: [a]}
                  - {id: f, status: complete, workstreams: [a, m]}
                  - {id: h, status: not started, workstreams: [m]}
                """))
        .containsExactly(
            "epic e, status: complete: CONTRADICTS",
            "epic f, status: complete: CONTRADICTS",
            "epic h, status: not started: CONTRADICTS");
  }

  @Test
  void progress_that_is_whole_and_that_nothing_counts_is_held_against_branches() {
    assertThat(
            told(
                """
                  - {id: e, progress: 100%, workstreams: [a]}
                  - {id: f, progress: 5/5 (100%), workstreams: [m]}
                  - {id: h, progress: 100%}
                  - {id: i, progress: [92%, {percent: 100%, weeks: 1}]}
                  - {id: j, progress: 100%, issues: ["[x] #1: X"]}
                  - {id: k, progress: 100%, status: in progress}
                """))
        .containsExactly(
            "epic e, progress: 100%: CONTRADICTS",
            "epic f, progress: 5/5 (100%): AGREES",
            "epic h, progress: 100%: UNKNOWN",
            "epic k, status: in progress: CONTRADICTS");
  }

  @Test
  void what_is_complete_and_nothing_shows_says_what_would() {
    ClaimCheck claim = claims("complete", "x", seen()).get(0);

    assertThat(claim.observed())
        .isEqualTo(
            "the plan gives it no issue, no task and no branch of its own that could show it");
    assertThat(claim.remedy()).isEqualTo("List its issues, or workstreams with a branch.");
  }
}
