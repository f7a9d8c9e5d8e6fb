package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitGraphFileTest {

  @TempDir Path directory;

  private TestRepository repository;
  private Path objects;
  private Path file;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    repository.commit("readme", "1\n");
    for (String name : new String[] {"a", "b", "c", "d"}) {
      repository.startBranch(name).commit(name, "1\n");
      repository.checkout("main");
    }
    repository.startBranch("octopus");
    repository.git("merge", "-q", "a", "b", "c", "d");
    repository.startBranch("work").commit("work", "1\n");
    repository.checkout("main").commit("readme", "2\n");
    objects = directory.resolve(".git/objects");
    file = objects.resolve("info/commit-graph");
  }

  @Test
  void answers_are_the_same_with_and_without_it() {
    BranchEvidence without = repository.evidence(branch("work"));
    repository.git("commit-graph", "write", "--reachable");
    assertThat(CommitGraphFile.read(objects)).isNotSameAs(CommitGraphFile.NONE);
    assertThat(repository.evidence(branch("work"))).isEqualTo(without);
    assertThat(without.delta().optional().orElseThrow().ahead()).isEqualTo(6);
  }

  @Test
  void commits_it_does_not_know_are_read() {
    repository.git("commit-graph", "write", "--reachable");
    repository.checkout("work").commit("work", "2\n");
    assertThat(repository.delta("work").ahead()).isEqualTo(7);
  }

  @Test
  void a_damaged_one_is_left_aside() throws IOException {
    repository.git("commit-graph", "write", "--reachable");
    byte[] sound = Files.readAllBytes(file);
    assertThat(file.toFile().setWritable(true)).isTrue();
    for (int at = 0; at < sound.length; at += 13) {
      byte[] damaged = sound.clone();
      damaged[at] ^= 0x55;
      Files.write(file, damaged);
      assertThat(CommitGraphFile.read(objects)).isSameAs(CommitGraphFile.NONE);
    }
    for (int length : new int[] {0, 7, 30, sound.length - 1}) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertThat(CommitGraphFile.read(objects)).isSameAs(CommitGraphFile.NONE);
    }
    assertThat(repository.delta("work").ahead()).isEqualTo(6);
  }

  @Test
  void a_chain_of_them_is_left_aside() {
    repository.git("commit-graph", "write", "--reachable", "--split");
    assertThat(CommitGraphFile.read(objects)).isSameAs(CommitGraphFile.NONE);
    assertThat(repository.delta("work").ahead()).isEqualTo(6);
  }
}
