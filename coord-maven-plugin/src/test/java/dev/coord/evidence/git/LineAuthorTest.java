package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.it.GitProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineAuthorTest {

  @TempDir Path directory;

  @Test
  void whose_each_line_is_is_what_git_blames() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int commit = 0; commit < 40; commit++) {
      for (int change = 0; change <= random.nextInt(3); change++) {
        int at = random.nextInt(lines.size() + 1);
        if (at < lines.size() && random.nextInt(3) == 0) {
          lines.remove(at);
        } else {
          lines.add(at, "line " + commit + "." + change);
        }
      }
      lines.add("end of " + commit);
      project.file("plan.yml", String.join("\n", lines) + "\n").commit("Change " + commit);
    }
    project.git("mv", "plan.yml", "coord.yml");
    project.commit("Call it by its name");
    List<String> blamed =
        project
            .git("blame", "-s", "-l", "--root", "coord.yml")
            .lines()
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();

    List<String> found = new ArrayList<>();
    try (GitRepository git = open(project)) {
      for (int line = 1; line <= lines.size(); line++) {
        found.add(author(git, line).orElseThrow().id());
      }
      assertThat(author(git, lines.size() + 1)).isEmpty();
    }

    assertThat(found).isEqualTo(blamed).hasSizeGreaterThan(40);
    assertThat(found.stream().distinct().count()).isGreaterThan(20);
  }

  @Test
  void a_line_that_came_with_a_merge_is_its_authors() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    project.file("coord.yml", "one\ntwo\nthree\n").commit("Begin");
    project.branch("side").file("coord.yml", "one\ntwo\nthree, approved\n");
    String side = project.commit("Approve");
    project.checkout("main").file("coord.yml", "zero\none\ntwo\nthree\n").commit("Go on");
    project.git("merge", "-q", "--no-ff", "-m", "Merge side", "side");

    try (GitRepository git = open(project)) {
      assertThat(author(git, 4).orElseThrow().id()).isEqualTo(side);
    }
  }

  @Test
  void a_shallow_clone_cannot_tell() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    project.file("coord.yml", "one\n").commit("Begin");
    project.file("coord.yml", "one\ntwo\n").commit("Go on");
    Path place = directory.resolve("clone");
    project.git("clone", "-q", "--depth=1", "file://" + project.directory(), place.toString());

    try (GitRepository git = open(project.at(place))) {
      Observation<Optional<Commit>> observed = git.lineAuthor(git.head().id(), "coord.yml", 1);

      assertThat(observed.isKnown()).isFalse();
      assertThat(observed.toString()).contains("shallow", "fetch-depth: 0");
    }
  }

  private static GitRepository open(GitProject project) {
    return GitRepository.open(project.directory()).optional().orElseThrow();
  }

  private static Optional<Commit> author(GitRepository git, int line) {
    return git.lineAuthor(git.head().id(), "coord.yml", line).optional().orElseThrow();
  }
}
