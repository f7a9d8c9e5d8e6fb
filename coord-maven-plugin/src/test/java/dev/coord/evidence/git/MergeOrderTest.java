package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergeState.Landing;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order of merges is that of the line. */
class MergeOrderTest extends MergedBranches {

  @Test
  void the_order_of_merges_is_that_of_the_line_whatever_the_clocks_say() {
    work("x", "a");
    work("y", "b");
    merge("x", "Merge x");
    repository.git("-c", "user.name=Late", "merge", "-q", "--no-ff", "-m", "Merge y", "y");
    repository.git("commit", "-q", "--amend", "--no-edit", "--date=2001-01-01T00:00:00Z");

    Landing x = landing("x", Merging.NONE);
    Landing y = landing("y", Merging.NONE);

    assertThat(x.newer()).isEqualTo(1);
    assertThat(y.newer()).isZero();
    assertThat(x.isBefore(y)).isTrue();
    assertThat(y.isBefore(x)).isFalse();
  }

  @Test
  void what_was_merged_again_is_known_by_its_first_merge_where_order_matters() {
    Merging ordered = new Merging(Optional.empty(), Set.of(), true);
    work("x", "a");
    merge("x", "Merge x: first");
    work("y", "b");
    merge("y", "Merge y");
    repository.checkout("x").commit("a2", "1\n");
    repository.checkout("main");
    merge("x", "Merge x: again");

    Landing x = landing("x", ordered);

    assertThat(x.newer()).isZero();
    assertThat(x.first()).isEqualTo(2);
    assertThat(landing("y", ordered).isBefore(x)).isFalse();
    assertThat(landing("y", ordered).isBefore(landing("x", Merging.NONE))).isTrue();
  }

  @Test
  void a_first_merge_that_names_nothing_is_known_by_what_it_merged() {
    Merging ordered = new Merging(Optional.empty(), Set.of(), true);
    work("x", "a");
    String first = merge("x", "Integrate the store");
    work("y", "b");
    merge("y", "Merge y");
    repository.checkout("x").commit("a2", "1\n");
    repository.checkout("main");
    merge("x", "Merge x: again");
    String newer = repository.git("rev-list", "--count", "--first-parent", first + "..main");

    assertThat(landing("x", ordered).first()).isEqualTo(Integer.parseInt(newer));
    assertThat(landing("y", ordered).isBefore(landing("x", ordered))).isFalse();
    repository.git("branch", "-q", "-D", "x");
    assertThat(landing("x", ordered).first()).isEqualTo(Integer.parseInt(newer));
  }

  @Test
  void a_first_merge_into_another_branch_counts_from_when_that_was_merged() {
    Merging ordered = new Merging(Optional.empty(), Set.of(), true);
    work("x", "a");
    work("y", "b");
    repository.git("checkout", "-q", "-b", "int", "main");
    merge("x", "Integrate the store");
    merge("y", "Merge branch 'y'");
    repository.checkout("main");
    String first = merge("int", "Complete the first wave");
    repository.checkout("x").commit("a2", "1\n");
    repository.checkout("main");
    merge("x", "Merge branch 'x'");
    String newer = repository.git("rev-list", "--count", "--first-parent", first + "..main");

    assertThat(landing("x", ordered).first()).isEqualTo(Integer.parseInt(newer)).isEqualTo(1);
    assertThat(landing("y", ordered).isBefore(landing("x", ordered))).isFalse();
    assertThat(landing("y", ordered).isBefore(landing("x", Merging.NONE))).isTrue();
  }

  @Test
  void a_squash_has_its_place_on_the_line() {
    work("x", "a");
    repository.git("merge", "-q", "--squash", "x");
    String squash = repository.commit("All of x");
    repository.commit("readme", "2\n");

    assertThat(landing("x", Merging.NONE).commit()).isEqualTo(squash);
    assertThat(landing("x", Merging.NONE).newer()).isEqualTo(1);
  }

  private Landing landing(String branch, Merging merging) {
    return evidence(branch, merging).merge().optional().flatMap(MergeState::landing).orElseThrow();
  }
}
