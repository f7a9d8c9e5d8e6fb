package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Commit;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.Arrival;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.HistoryQuestion;
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

  private List<Arrival> arrivals() {
    Instant since =
        Instant.ofEpochSecond(Long.parseLong(repository.git("show", "-s", "--format=%ct", first)));
    return history(Optional.of(since)).arrivals();
  }

  private GitHistory history(Optional<Instant> since) {
    HistoryQuestion question = new HistoryQuestion("main", since, Set.of());
    return repository
        .observe(new GitQuestions(List.of(), List.of(), List.of(), Optional.of(question)))
        .history()
        .optional()
        .orElseThrow();
  }
}
