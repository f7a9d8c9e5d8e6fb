package dev.coord.evidence.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergedAs;
import dev.coord.evidence.Proof.Strength;
import dev.coord.path.PathPatterns;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A repository in which branches are made, merged and deleted. */
abstract class MergedBranches {

  static final String LINES = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n";

  @TempDir Path directory;

  TestRepository repository;

  @BeforeEach
  void make() {
    repository = TestRepository.init(directory);
    repository.commit("readme", LINES);
  }

  static Merging owning(String owns, String commit, Map<String, String> otherClaims) {
    return new Merging(
        Optional.of(commit),
        Set.of(),
        false,
        Set.of("feature/search"),
        Optional.empty(),
        PathPatterns.of(owns),
        new TreeMap<>(otherClaims));
  }

  Optional<Boolean> holds(String branch, Merging merging) {
    return evidence(branch, merging).mergedAs().map(MergedAs::holds);
  }

  String work(String branch, String path) {
    return work(branch, path, "main");
  }

  /** A branch with one commit; back on the other branch afterwards. */
  String work(String branch, String path, String back) {
    String tip = repository.startBranch(branch).commit(path, "1\n");
    repository.checkout(back);
    return tip;
  }

  String merge(String branch, String message) {
    repository.git("merge", "-q", "--no-ff", "-m", message, branch);
    return id("HEAD");
  }

  void delete(String branch) {
    repository.git("branch", "-D", branch);
  }

  static Merging as(String commit) {
    return new Merging(Optional.of(commit), Set.of(), false);
  }

  BranchEvidence evidence(String branch, Merging merging) {
    return repository.evidence(
        new BranchQuestion(branch, Optional.empty(), "main", Set.of(), false, merging));
  }

  static MergeState state(BranchEvidence seen, MergeState.Kind kind, Strength strength) {
    MergeState state = seen.merge().optional().orElseThrow();
    assertThat(state.kind()).as(state.how()).isEqualTo(kind);
    assertThat(state.strength()).isEqualTo(strength);
    return state;
  }

  String id(String committish) {
    return repository.git("rev-parse", committish);
  }
}
