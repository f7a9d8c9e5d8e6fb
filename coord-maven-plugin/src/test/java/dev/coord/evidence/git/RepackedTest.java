package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static dev.coord.evidence.git.TestRepository.branches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchEvidence;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git packs and deletes objects at the same time as they are read. */
class RepackedTest {

  @TempDir Path directory;

  @Test
  void while_git_repacks_every_answer_is_the_same() {
    TestRepository made = TestRepository.init(directory);
    for (int i = 0; i < 5; i++) {
      made.commit("deep/file" + i, i + "\n");
    }
    made.startBranch("work");
    for (int i = 0; i < 5; i++) {
      made.commit("deep/file" + i, "changed " + i + "\n");
    }
    BranchEvidence expected = made.evidence(branch("work"));
    assertThat(expected.delta().isKnown()).isTrue();

    CompletableFuture<Void> packing =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 4; i++) {
                // Another depth gives the pack another name, so the old one is deleted.
                made.git("repack", "-q", "-adf", "--depth=" + (i % 2 * 10));
                made.git("prune-packed");
              }
            });
    Set<BranchEvidence> seen = new LinkedHashSet<>();
    do {
      try (GitRepository repository = made.open()) {
        for (int i = 0; i < 3; i++) {
          seen.add(
              repository
                  .observe(branches(branch("work")))
                  .optional()
                  .orElseThrow()
                  .branches()
                  .get("work"));
        }
      }
    } while (!packing.isDone());
    packing.join();

    assertThat(seen).containsExactly(expected);
  }
}
