package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.plan.StatusWord;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statuses as teams write them, beside a branch that is worked on and one that is merged. */
class StatusAgreementTest {

  private static final Map<String, Agreement> SIGNS =
      Map.of("A", Agreement.AGREES, "C", Agreement.CONTRADICTS, "U", Agreement.UNKNOWN);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "merged                                                         | C | A",
        "merged, released tomorrow                                      | C | A",
        "complete as expected                                           | C | A",
        "done, going to production next                                 | C | A",
        "merged; nothing pending                                        | C | A",
        "completed, review done                                         | C | A",
        "merged, not blocked any more                                   | C | A",
        "merged, deployment pending                                     | C | A",
        "merged in #12, docs to be written                              | C | A",
        "Merged (#12)                                                   | C | A",
        "✅ Done                                                         | C | A",
        "✅ Done — using resumed project                                 | C | A",
        "all tasks done                                                 | C | A",
        "All 7 workstreams merged to main                               | C | A",
        "100% complete                                                  | C | A",
        "reviewed and merged                                            | C | A",
        "was blocked, now merged                                        | C | A",
        "done, not released yet                                         | C | A",
        "done, nothing left to do                                       | C | A",
        "landed in main yesterday                                       | C | A",
        "shipped                                                        | C | A",
        "Complete (#16)                                                 | C | A",
        "merged - follow-up planned                                     | C | A",
        "Done — PR ready                                                | A | C",
        "complete, awaiting merge                                       | A | C",
        "done, not merged yet                                           | A | C",
        "done but not merged                                            | A | C",
        "complete, PR open                                              | A | C",
        "done, waiting for review                                       | A | C",
        "Ready (A.2) — 47 features                                      | A | C",
        "Ready (PR B)                                                   | A | C",
        "ready to merge into v0.3.0                                     | A | C",
        "needs review                                                   | A | C",
        "Active                                                         | A | C",
        "IN PROGRESS                                                    | A | C",
        "in progress as planned                                         | A | C",
        "in progress, done soon                                         | A | C",
        "in progress, API merged                                        | A | C",
        "tests in progress                                              | A | C",
        "50% complete (1/2 done)                                        | A | C",
        "80% done, tests missing                                        | A | C",
        "92%                                                            | A | C",
        "almost done                                                    | A | C",
        "blocked by catalog                                             | A | C",
        "waiting for catalog to be merged                               | A | C",
        "on hold, merged catalog first                                  | A | C",
        "nothing merged yet                                             | A | C",
        "not all done                                                   | A | C",
        "merged tomorrow                                                | A | C",
        "done once catalog is merged                                    | A | C",
        "will be merged next week                                       | A | C",
        "pending                                                        | A | C",
        "dropped, replaced by catalog                                   | A | C",
        "not started, blocked by catalog                                | C | C",
        "Ready to start                                                 | C | C",
        "Planned, and the next to begin                                 | C | C",
        "To be planned                                                  | C | C",
        "API done                                                       | U | U",
        "Issue #16 Complete                                             | U | U",
        "Security hardening complete                                    | U | U",
        "Weeks 1-10 complete, staging deployed                          | U | U",
        "100% complete (2 weeks remaining)                              | U | U",
        "1/2 complete                                                   | U | U",
        "All sessions complete — PRs A, B, C ready to merge into v0.3.0 | U | U",
        "done, docs pending                                             | U | U",
        "done, blocked by catalog                                       | U | U",
        "done, except for the docs                                      | U | U",
        "merged, then reverted                                          | U | U",
        "merged, PR open                                                | U | U",
        "merged?                                                        | U | U",
        "in review, merged                                              | U | U",
        "to be released                                                 | U | U",
        "Ready for next sprint with 3 independent parallel tracks       | U | U",
        "Ready to launch 🚀                                              | U | U",
        "Foundation laid, ready for accelerated development             | U | U",
        "✅ **SUCCESSFUL**                                               | U | U",
        "no longer blocked                                              | U | U",
        "🆕 NEW                                                          | U | U",
      })
  void a_status_contradicts_only_what_it_plainly_denies(
      String status, String active, String merged) {
    assertThat(agreement(status, WorkstreamState.Status.ACTIVE)).isEqualTo(SIGNS.get(active));
    assertThat(agreement(status, WorkstreamState.Status.MERGED)).isEqualTo(SIGNS.get(merged));
  }

  private static Agreement agreement(String status, WorkstreamState.Status observed) {
    return StatusClaims.agreement(StatusWord.of(status, Map.of()), observed);
  }
}
