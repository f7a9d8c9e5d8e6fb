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
        "to be released                | OPEN",
        "done once catalog is merged   | OPEN",
        "in progress, done soon        | ACTIVE",
        "Done, coverage 80%            | MERGED",
      })
  void the_most_careful_reading_of_a_claim_counts(String claim, StatusWord meaning) {
    assertThat(StatusWord.of(claim, Map.of())).contains(meaning);
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
