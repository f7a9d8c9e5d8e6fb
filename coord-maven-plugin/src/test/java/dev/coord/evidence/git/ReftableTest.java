package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static dev.coord.evidence.git.TestRepository.branches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Observation.Unknown;
import dev.coord.testing.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that keep their refs in reftables; what git says of them is in their README. */
class ReftableTest {

  private static final String MAIN = "fdf4ca8c9c63e6e8be89c9daa88b7bba75f76f7d";
  private static final String WORK = "532b17e0ebc19af8a3a6d10597f927196f5514a7";

  @TempDir Path directory;

  @Test
  void branches_tags_and_the_default_branch_are_those_that_git_lists() throws IOException {
    try (GitRepository repository = open("shop")) {
      assertThat(repository.branches().optional().orElseThrow())
          .containsExactly(
              new KnownBranch("main", "refs/heads/main", MAIN),
              new KnownBranch("work", "refs/heads/work", WORK),
              new KnownBranch("main", "refs/remotes/origin/main", MAIN));
      assertThat(repository.defaultBranch()).contains("main");
      assertThat(repository.resolve("v1")).contains(MAIN);
      assertThat(repository.resolve("HEAD~1"))
          .hasValueSatisfying(id -> assertThat(id).startsWith("6503e52"));
      assertThat(repository.resolve("loop-a")).isEmpty();
      assertThat(repository.resolve("none")).isEmpty();
    }
  }

  @Test
  void each_worktree_has_a_head_of_its_own() throws IOException {
    assertThat(standing("shop")).isEqualTo("main " + MAIN);
    assertThat(standing("linked")).isEqualTo("work " + WORK);
    assertThat(standing("detached")).startsWith("detached 6503e52");
  }

  private String standing(String worktree) throws IOException {
    try (GitRepository repository = open(worktree)) {
      return repository.checkedOutBranch().orElse("detached") + " " + repository.head().id();
    }
  }

  @Test
  void every_worktree_shows_where_the_branches_are_checked_out() throws IOException {
    for (String worktree : List.of("shop", "linked", "detached")) {
      GitEvidence evidence = observe(worktree, branch("main"), branch("work"));

      assertThat(evidence.branches().get("main").worktree()).contains(".");
      assertThat(evidence.branches().get("work").worktree()).contains("../linked");
      BranchDelta delta = evidence.branches().get("work").delta().optional().orElseThrow();
      assertThat(delta.ahead()).isEqualTo(1);
      assertThat(delta.behind()).isEqualTo(1);
    }
  }

  @Test
  void what_is_not_committed_belongs_to_the_worktree_it_is_in() throws IOException {
    unpack();
    Files.writeString(directory.resolve("linked/file"), "4\n");
    BranchQuestion dirty = new BranchQuestion("work", Optional.empty(), "main", Set.of(), true);

    assertThat(uncommitted("linked", dirty)).containsExactly("file");
    assertThat(uncommitted("shop", dirty)).isEmpty();
  }

  private List<String> uncommitted(String worktree, BranchQuestion question) throws IOException {
    return observe(worktree, question)
        .branches()
        .get("work")
        .delta()
        .optional()
        .orElseThrow()
        .uncommitted();
  }

  @Test
  void nothing_is_written() throws IOException {
    unpack();
    var before = Snapshot.of(directory);

    observe("shop", branch("work"));
    observe("linked", branch("work"));

    assertThat(Snapshot.of(directory)).isNotEmpty().isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop/.git/reftable", "shop/.git/worktrees/linked/reftable"})
  void one_that_is_damaged_or_gone_is_unknown(String place) throws IOException {
    unpack();
    String worktree = place.contains("linked") ? "linked" : "shop";
    Path tables = directory.resolve(place).resolve("tables.list");
    Path table = tables.resolveSibling(Files.readAllLines(tables).get(0));
    byte[] sound = Files.readAllBytes(table);
    for (byte[] broken : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[sound.length])) {
      Files.write(table, broken);
      assertThat(seen(worktree).isKnown()).isFalse();
    }
    Files.delete(table);
    assertThat(seen(worktree).isKnown()).isFalse();
    Files.delete(tables);
    assertThat(seen(worktree).isKnown()).isFalse();
  }

  @Test
  void another_kind_of_storage_is_said_so() {
    TestRepository made = TestRepository.init(directory);
    made.commit("file", "x\n");
    made.git("config", "core.repositoryFormatVersion", "1");
    made.git("config", "extensions.refStorage", "postgres");

    Unknown<GitRepository> unknown = (Unknown<GitRepository>) GitRepository.open(directory);

    assertThat(unknown.reason())
        .isEqualTo(
            "the repository keeps its refs as postgres, and coord reads files and reftables only");
    assertThat(unknown.remedy()).isEqualTo("Run git refs migrate --ref-format=files.");
  }

  @Test
  void answers_are_those_of_the_same_repository_with_files() throws Exception {
    TestRepository made = TestRepository.init(directory);
    made.commit("file", "1\n");
    made.startBranch("work").commit("file", "2\n");
    made.checkout("main").commit("other", "1\n");
    GitEvidence files = made.observe(branches(branch("work"), branch("main")));
    try (FileRepository repository = new FileRepository(directory.resolve(".git").toFile())) {
      repository.convertRefStorage("reftable", true, false);
    }

    assertThat(directory.resolve(".git/reftable/tables.list")).exists();
    assertThat(made.observe(branches(branch("work"), branch("main")))).isEqualTo(files);
  }

  private Observation<GitEvidence> seen(String worktree) {
    return GitRepository.open(directory.resolve(worktree))
        .then(
            git -> {
              try (git) {
                return git.observe(branches(branch("work")));
              }
            })
        .then(evidence -> evidence.branches().get("work").delta().map(delta -> evidence));
  }

  private GitEvidence observe(String worktree, BranchQuestion... questions) throws IOException {
    try (GitRepository repository = open(worktree)) {
      return repository.observe(branches(questions)).optional().orElseThrow();
    }
  }

  private GitRepository open(String worktree) throws IOException {
    unpack();
    return GitRepository.open(directory.resolve(worktree)).optional().orElseThrow();
  }

  private void unpack() throws IOException {
    if (Files.exists(directory.resolve("shop"))) {
      return;
    }
    try (InputStream in = getClass().getResourceAsStream("/git/reftable.zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = directory.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
  }
}
