package dev.coord.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusWordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "being merged              | READY",
        "merge planned for Friday  | READY",
        "merged: no                | OPEN",
        "done: no                  | OPEN",
        "merged: yes               | MERGED",
        "done by Ana               | MERGED",
        "merged after review       | MERGED",
        "merged in 2 commits       | MERGED",
        "done on 12.11.            | MERGED",
      })
  void what_is_said_in_a_word_more_is_understood(String claim, StatusWord word) {
    assertThat(StatusWord.of(claim, Map.of())).contains(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "done by 2026-11-27",
        "complete in 2 weeks",
        "done after review",
        "merged by 2026-11-27",
        "done, review of docs pending"
      })
  void what_may_be_yet_to_come_or_is_of_something_else_claims_nothing(String claim) {
    assertThat(StatusWord.of(claim, Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "todo                          | TODO",
        "To Do                         | TODO",
        "Not started                   | TODO",
        "not yet started               | TODO",
        "Planned                       | TODO",
        "Ready to start                | TODO",
        "blocked by catalog            | BLOCKED",
        "On hold                       | BLOCKED",
        "waiting for review            | BLOCKED",
        "Abandoned                     | DROPPED",
        "won't do                      | DROPPED",
        "not done                      | OPEN",
        "Not yet merged                | OPEN",
        "not ready                     | OPEN",
        "incomplete                    | OPEN",
        "pending                       | OPEN",
        "open                          | OPEN",
        "0%                            | OPEN",
        "doing                         | ACTIVE",
        "IN PROGRESS                   | ACTIVE",
        "in_progress                   | ACTIVE",
        "In-Progress (2 of 3)          | ACTIVE",
        "🚧 WIP                         | ACTIVE",
        "almost done                   | ACTIVE",
        "partially merged              | ACTIVE",
        "92%                           | ACTIVE",
        "99.9 % complete               | ACTIVE",
        "80% done, tests missing       | ACTIVE",
        "Done, PR ready                | READY",
        "Done — PR ready               | READY",
        "in review                     | READY",
        "PR open, review pending       | READY",
        "done                          | MERGED",
        "✅ Complete!                   | MERGED",
        "Merged (#12)                  | MERGED",
        "**shipped**                   | MERGED",
        "100% done                     | MERGED",
        "100%                          | MERGED",
        "100 %, in review              | READY",
        "Closed                        | MERGED",
        "landed in main                | MERGED",
        "complete, awaiting merge      | READY",
        "done, ready to be merged      | READY",
        "complete, to be merged        | READY",
        "almost ready to be merged     | ACTIVE",
        "not ready to be merged        | OPEN",
        "done soon                     | OPEN",
        "will be done tomorrow         | OPEN",
        "done once catalog is merged   | OPEN",
        "in progress, done soon        | ACTIVE",
        "Done, coverage 80%            | MERGED",
      })
  void a_claim_means_what_it_says_of_the_whole(String claim, StatusWord meaning) {
    assertThat(StatusWord.of(claim, Map.of())).contains(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merged",
        "merged, released tomorrow",
        "complete as expected",
        "done, going to production next",
        "merged; nothing pending",
        "completed, review done",
        "merged, not blocked any more",
        "merged, no longer in progress",
        "merged in #12, to be released next week",
        "merged as planned",
        "Merged ahead of the planned date",
        "merged with open questions",
        "merged, deployment pending",
        "merged; follow-up in progress elsewhere",
        "merged (docs still to be written)",
        "merged - ready for release",
        "merged after review",
        "reviewed and merged",
        "reviewed, tested, merged",
        "was blocked, now merged",
        "it has been merged",
        "successfully merged",
        "PR merged",
        "PR #5 merged, deployment planned",
        "all sessions complete",
        "All 7 workstreams merged to main",
        "done and merged",
        "done, merged on Monday",
        "done, not released yet",
        "done, will be released next sprint",
        "done, nothing open",
        "done, no open issues",
        "Done, nothing is left to do",
        "done (#12)",
        "done, ready for production",
        "✅ Done — using resumed project",
        "~~in progress~~ done",
        "Complete on 2026-01-05 with #12",
        "complete, tested and documented",
        "100% ✅",
        "100% complete, as planned",
        "closed",
        "released, follow-up planned",
        "CI green, merged",
      })
  void what_says_that_it_is_merged_and_goes_on_still_says_so(String claim) {
    assertThat(StatusWord.of(claim, Map.of())).contains(StatusWord.MERGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "complete, awaiting merge",
        "done, not merged yet",
        "done but not merged",
        "complete, PR open",
        "complete (PR #12 open)",
        "done, in review",
        "done; review pending",
        "done, waiting for review",
        "done, waiting for merge",
        "done, merge tomorrow",
        "done, will be merged tomorrow",
        "done, expected to be merged soon",
        "done and ready to merge",
        "done, PR pending",
        "finished, unmerged",
        "done, not in main yet",
        "100% done, not merged",
        "Done — PR ready",
      })
  void what_is_done_and_waits_for_its_merge_is_ready(String claim) {
    assertThat(StatusWord.of(claim, Map.of())).contains(StatusWord.READY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in progress as planned            | ACTIVE",
        "in progress: 3 of 5 done          | ACTIVE",
        "in progress with 3 tasks done     | ACTIVE",
        "in progress, API merged           | ACTIVE",
        "tests in progress                 | ACTIVE",
        "PR open, still in progress        | ACTIVE",
        "50% complete (1/2 done)           | ACTIVE",
        "mostly done                       | ACTIVE",
        "merged in part                    | ACTIVE",
        "blocked until catalog is merged   | BLOCKED",
        "waiting for catalog to be merged  | BLOCKED",
        "blocked, not started              | BLOCKED",
        "not started, blocked by catalog   | TODO",
        "To be planned                     | TODO",
        "Planned, and the next to begin    | TODO",
        "TODO: merge after review          | TODO",
        "nothing merged yet                | OPEN",
        "isn't merged                      | OPEN",
        "not all done                      | OPEN",
        "docs not done                     | OPEN",
        "merged tomorrow                   | OPEN",
        "done by Friday                    | OPEN",
        "merged when catalog is done       | OPEN",
        "expected to be merged next week   | OPEN",
        "ready tomorrow                    | OPEN",
        "PR #5 ready                       | READY",
        "Ready (A.2) — 47 features         | READY",
        "needs review                      | READY",
        "dropped, replaced by catalog      | DROPPED",
      })
  void what_stands_first_decides(String claim, StatusWord meaning) {
    assertThat(StatusWord.of(claim, Map.of())).contains(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "API done",
        "API merged, UI in progress",
        "Weeks 1-4 are complete",
        "Issue #16 Complete",
        "UI dropped",
        "API ready",
        "docs not started, API merged",
        "completed A.1 and A.2",
        "done: API",
        "done with API",
        "done in the API",
        "complete on its branch",
        "done (2 of 3)",
        "80%, merged",
        "done (80%)",
        "100% complete (2 weeks remaining)",
        "done, tests missing",
        "done, docs pending",
        "done, blocked by catalog",
        "done, except for the docs",
        "done, but docs open",
        "done, docs PR open",
        "complete, on hold",
        "merged, PR open",
        "merged, not merged",
        "merged, blocked",
        "merged, then reverted",
        "merged, partly",
        "merged?",
        "probably merged",
        "in review, merged",
        "in progress → merged",
        "in progress and done",
        "planned, started on Monday",
        "planned work is in progress",
        "closed as duplicate",
        "closed without merging",
        "closed, not merged",
        "done, if all goes well",
        "to be released",
        "not released",
        "reverted",
        "dropped, restarted, in progress",
      })
  void what_is_not_plain_is_not_understood(String claim) {
    assertThat(StatusWord.of(claim, Map.of())).isEmpty();
    assertThat(StatusWord.isUnclear(claim, Map.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Foundation laid, ready for accelerated development",
        "Ready for next sprint with 3 independent parallel tracks",
        "Ready to launch 🚀",
        "Successful",
        "no longer blocked",
        "not in progress",
        "nothing to do",
        "going to production",
      })
  void what_denies_a_state_or_speaks_of_another_thing_claims_none(String claim) {
    assertThat(StatusWord.of(claim, Map.of())).isEmpty();
    assertThat(StatusWord.isUnclear(claim, Map.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "green", "donetime", "undone", "mergedish", "80% coverage", "🎉"})
  void what_is_no_known_word_means_nothing(String claim) {
    assertThat(StatusWord.of(claim, Map.of())).isEmpty();
  }

  @Test
  void a_word_of_the_team_means_what_the_vocabulary_says() {
    Map<String, String> vocabulary = Map.of("Green", "Merged, nothing is left.", "odd", "strange");

    assertThat(StatusWord.of("green", vocabulary)).contains(StatusWord.MERGED);
    assertThat(StatusWord.of("*GREEN*", vocabulary)).contains(StatusWord.MERGED);
    assertThat(StatusWord.of("odd", vocabulary)).isEmpty();
    assertThat(StatusWord.of("greenish", vocabulary)).isEmpty();
  }

  @Test
  void a_sign_is_explained_by_its_own_entry_alone() {
    Map<String, String> vocabulary = Map.of("✅", "Done.", "🚧", "Blocked, or a question.");

    assertThat(StatusWord.of("✅", vocabulary)).contains(StatusWord.MERGED);
    assertThat(StatusWord.of("🚧", vocabulary)).contains(StatusWord.BLOCKED);
    assertThat(StatusWord.of("🎯", vocabulary)).isEmpty();
  }

  @Test
  void a_word_that_is_known_keeps_its_meaning() {
    Map<String, String> vocabulary = Map.of("ready", "Finished on its branch.");

    assertThat(StatusWord.of("ready", vocabulary)).contains(StatusWord.READY);
  }

  @Test
  void what_tells_of_a_part_says_nothing_of_the_whole() {
    assertThat(StatusWord.ofWhole("Weeks 1-4 are complete", Map.of())).isEmpty();
    assertThat(StatusWord.ofWhole("60% complete", Map.of())).isEmpty();
    assertThat(StatusWord.ofWhole("100%", Map.of())).contains(StatusWord.MERGED);
    assertThat(StatusWord.ofWhole("Complete on 2026-01-05 with #12", Map.of()))
        .contains(StatusWord.MERGED);
    assertThat(StatusWord.ofWhole("cooking", Map.of("cooking", "in progress")))
        .contains(StatusWord.ACTIVE);
  }
}
