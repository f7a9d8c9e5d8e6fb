package dev.coord.evidence.git;

import static dev.coord.evidence.git.TestRepository.branch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchVersion;
import dev.coord.evidence.Commit;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a branch that is not the same here and at its remote, the newer one counts. */
class BranchVersionTest {

  private static final String LOCAL = "refs/heads/work";
  private static final String REMOTE = "refs/remotes/origin/work";

  @TempDir Path directory;

  private TestRepository origin;
  private TestRepository clone;

  @BeforeEach
  void make() {
    origin = TestRepository.init(directory.resolve("origin"));
    origin.commit("readme", "1\n");
    origin.startBranch("work").commit("a", "1\n");
    origin.checkout("main");
    Path place = directory.resolve("clone");
    origin.git("clone", "-q", origin.directory().toString(), place.toString());
    clone = TestRepository.at(place);
    clone.git("branch", "-q", "work", "origin/work");
  }

  private void goOn() {
    origin.checkout("work").commit("b", "1\n");
    origin.checkout("main");
    clone.git("fetch", "-q");
  }

  private BranchEvidence seen() {
    return clone.evidence(branch("work"));
  }

  private String id(String ref) {
    return clone.git("rev-parse", ref);
  }

  @Test
  void a_branch_that_is_the_same_everywhere_has_no_other_version() {
    assertThat(seen().ref()).contains(LOCAL);
    assertThat(seen().other()).isEmpty();
  }

  @Test
  void a_local_branch_that_is_merely_older_does_not_count() {
    goOn();

    assertThat(seen().ref()).contains(REMOTE);
    assertThat(seen().tip().map(Commit::id)).contains(id(REMOTE));
    assertThat(seen().delta().optional().orElseThrow().ahead()).isEqualTo(2);
    assertThat(seen().other()).contains(new BranchVersion(LOCAL, id(LOCAL), 0, 1));
  }

  @Test
  void what_is_checked_out_counts_as_it_is_there() {
    clone.checkout("work");
    goOn();

    assertThat(seen().ref()).contains(LOCAL);
    assertThat(seen().other()).contains(new BranchVersion(REMOTE, id(REMOTE), 1, 0));
  }

  @Test
  void of_two_that_went_apart_the_local_one_counts() {
    clone.checkout("work").commit("c", "1\n");
    clone.commit("d", "1\n");
    clone.checkout("main");
    goOn();

    assertThat(seen().ref()).contains(LOCAL);
    Optional<BranchVersion> other = seen().other();
    assertThat(other).contains(new BranchVersion(REMOTE, id(REMOTE), 1, 2));
    assertThat(clone.git("rev-list", "--left-right", "--count", REMOTE + "..." + LOCAL))
        .isEqualTo("1\t2");
    assertThat(other.orElseThrow().diverged()).isTrue();
  }

  @Test
  void commits_that_were_not_pushed_count() {
    clone.checkout("work").commit("c", "1\n");
    clone.checkout("main");

    assertThat(seen().ref()).contains(LOCAL);
    assertThat(seen().other()).contains(new BranchVersion(REMOTE, id(REMOTE), 0, 1));
  }

  @Test
  void an_older_local_target_does_not_count_either() {
    clone.checkout("work");
    origin.merge("work");
    clone.git("fetch", "-q");

    assertThat(clone.evidence(branch("work")).merge().optional().orElseThrow().merge())
        .map(Commit::id)
        .contains(id("origin/main"));
  }

  @Test
  void in_a_shallow_clone_the_local_one_counts() {
    Path place = directory.resolve("shallow");
    origin.git(
        "clone",
        "-q",
        "--depth=1",
        "--no-single-branch",
        "file://" + origin.directory(),
        place.toString());
    TestRepository shallow = TestRepository.at(place);
    shallow.git("branch", "-q", "work", "origin/main");

    assertThat(shallow.evidence(branch("work")).ref()).contains(LOCAL);
    assertThat(shallow.evidence(branch("work")).other()).isEmpty();
  }
}
