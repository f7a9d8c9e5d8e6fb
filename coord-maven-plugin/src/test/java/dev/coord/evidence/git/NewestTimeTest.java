package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewestTimeTest {

  private static final long BEGIN = 1_700_000_000L;
  private static final Instant CLOCK = Instant.ofEpochSecond(BEGIN + 1_000_000);

  @TempDir Path directory;

  private final StringBuilder stream = new StringBuilder();
  private int commits;

  @Test
  void a_backdated_head_is_as_young_as_its_parent() {
    commit(BEGIN);
    commit(BEGIN - 1_000);
    assertThat(newest()).isEqualTo(Instant.ofEpochSecond(BEGIN));
  }

  @Test
  void the_newest_of_all_parents_counts() {
    commit(BEGIN);
    stream.append("reset refs/heads/main\n\n");
    int side = commit(BEGIN + 60);
    stream.append("reset refs/heads/main\nfrom :").append(side - 1).append("\n\n");
    commit(BEGIN - 1_000, side);
    assertThat(newest()).isEqualTo(Instant.ofEpochSecond(BEGIN + 60));
  }

  @Test
  void a_hundred_ancestors_are_looked_at_and_no_more() {
    commit(BEGIN);
    for (int i = 0; i < NewestTime.ANCESTORS; i++) {
      commit(BEGIN - 1_000);
    }
    assertThat(newest()).isEqualTo(Instant.ofEpochSecond(BEGIN));
    commit(BEGIN - 1_000);
    assertThat(newest()).isEqualTo(Instant.ofEpochSecond(BEGIN - 1_000));
  }

  @Test
  void an_ancestor_of_a_wrong_clock_does_not_count() {
    commit(BEGIN + 2_000_000);
    commit(BEGIN);
    assertThat(newest()).isEqualTo(Instant.ofEpochSecond(BEGIN));
  }

  @Test
  void a_head_of_a_wrong_clock_keeps_its_time() {
    commit(BEGIN);
    commit(BEGIN + 2_000_000);
    assertThat(newest()).isEqualTo(Instant.ofEpochSecond(BEGIN + 2_000_000));
  }

  @Test
  void ancestors_that_were_cut_off_are_passed_over() {
    commit(BEGIN + 60);
    commit(BEGIN);
    commit(BEGIN - 1_000);
    TestRepository whole = made();
    Path cut = directory.resolve("cut");
    whole.git("clone", "-q", "--depth=2", whole.directory().toUri().toString(), cut.toString());
    assertThat(newest(cut)).isEqualTo(Instant.ofEpochSecond(BEGIN));
  }

  private int commit(long time, int... merged) {
    commits++;
    stream.append("commit refs/heads/main\nmark :").append(commits);
    stream.append("\ncommitter A <a@example.org> ").append(time).append(" +0000\ndata 1\nx\n");
    for (int parent : merged) {
      stream.append("merge :").append(parent).append('\n');
    }
    stream.append('\n');
    return commits;
  }

  private TestRepository made() {
    TestRepository repository = TestRepository.init(directory.resolve("whole-" + commits));
    repository.gitWithInput(
        stream.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
    return repository;
  }

  private Instant newest() {
    return newest(made().directory());
  }

  private static Instant newest(Path repository) {
    try (GitRepository git = GitRepository.open(repository).optional().orElseThrow()) {
      return git.newestTime(CLOCK);
    }
  }
}
