package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Commit;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.Arrival;
import dev.coord.evidence.GitHistory.Within;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.HistoryQuestion;
import dev.coord.evidence.GitQuestions.Period;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrived on a branch since a time, beside {@code git rev-list --first-parent}. */
class HistoryReaderTest {

  private static final long LONG_AGO = 978_307_200;

  @TempDir Path directory;

  private TestRepository repository;
  private String first;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    repository.commit("readme", "1\n");
    repository.commit("before", "1\n");
    first = repository.commit("first", "1\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 25})
  void what_lies_above_a_commit_that_belongs_belongs_whatever_its_clock_says(int backdated) {
    for (int i = 0; i < backdated; i++) {
      repository.commit("b", i + "\n");
      repository.redate(LONG_AGO);
    }

    assertThat(arrivals())
        .extracting(arrival -> arrival.commit().id())
        .containsExactly(
            repository.git("rev-list", "--first-parent", first + "^..main").split("\n"));
  }

  @Test
  void a_merge_of_a_wrong_clock_keeps_what_it_brought() {
    repository.startBranch("x");
    String work = repository.commit("x", "1\n");
    repository.checkout("main").merge("x");
    String merge = repository.redate(LONG_AGO);

    Arrival arrival = arrivals().get(0);

    assertThat(arrival.commit().id()).isEqualTo(merge);
    assertThat(arrival.brought()).extracting(Commit::id).containsExactly(work);
  }

  @Test
  void without_a_start_what_is_older_than_the_newest_100_is_cut() {
    for (int i = 3; i < HistoryReader.LINE_WITHOUT_START; i++) {
      repository.commit("b", i + "\n");
    }
    GitHistory all = history(Optional.empty());
    repository.commit("b", "one more\n");
    GitHistory cut = history(Optional.empty());

    assertThat(all.arrivals()).hasSize(100);
    assertThat(all.cut()).isFalse();
    assertThat(all.oldest().map(Commit::id))
        .contains(repository.git("rev-list", "--max-parents=0", "main"));
    assertThat(cut.arrivals()).hasSize(100);
    assertThat(cut.cut()).isTrue();
    assertThat(cut.oldest().map(Commit::id)).contains(repository.git("rev-parse", "main~99"));
  }

  @Test
  void all_commits_of_a_period_are_read_however_many_came_later_or_are_of_a_wrong_clock() {
    repository.redate(LONG_AGO + 10);
    String frozen = repository.git("rev-parse", "main");
    for (int i = 0; i < HistoryReader.LINE_WITHOUT_START + 5; i++) {
      repository.commit("b", i + "\n");
    }
    repository.redate(LONG_AGO + 19);
    String late = repository.git("rev-parse", "main");
    repository.startBranch("x");
    repository.commit("x", "1\n");
    repository.redate(LONG_AGO + 11);
    repository.checkout("main").merge("x");
    Period period =
        new Period(Instant.ofEpochSecond(LONG_AGO + 10), Instant.ofEpochSecond(LONG_AGO + 20));

    Within within = history(Optional.empty(), List.of(period)).within();

    assertThat(within.commits()).extracting(Commit::id).containsExactly(late, frozen);
    assertThat(within.commits()).extracting(Commit::paths).allMatch(paths -> paths.size() == 1);
    assertThat(within.isWhole(period)).isTrue();
    assertThat(history(Optional.empty(), List.of()).within().isWhole(period)).isFalse();
  }

  @Test
  void a_period_ends_before_its_last_moment() {
    repository.redate(LONG_AGO + 20);
    Period before =
        new Period(Instant.ofEpochSecond(LONG_AGO), Instant.ofEpochSecond(LONG_AGO + 20));
    Period from =
        new Period(Instant.ofEpochSecond(LONG_AGO + 20), Instant.ofEpochSecond(LONG_AGO + 21));

    assertThat(history(Optional.empty(), List.of(before)).within().commits()).isEmpty();
    assertThat(history(Optional.empty(), List.of(from)).within().commits()).hasSize(1);
  }

  private List<Arrival> arrivals() {
    Instant since =
        Instant.ofEpochSecond(Long.parseLong(repository.git("show", "-s", "--format=%ct", first)));
    return history(Optional.of(since)).arrivals();
  }

  private GitHistory history(Optional<Instant> since) {
    return history(since, List.of());
  }

  private GitHistory history(Optional<Instant> since, List<Period> periods) {
    HistoryQuestion question = new HistoryQuestion("main", since, Set.of(), periods);
    return repository
        .observe(GitQuestions.builder().history(question).build())
        .history()
        .optional()
        .orElseThrow();
  }
}
