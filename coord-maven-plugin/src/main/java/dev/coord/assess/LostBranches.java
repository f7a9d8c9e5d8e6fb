package dev.coord.assess;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import java.util.Optional;

/**
 * Branches that this clone does not have and that no merge names. Most plans of the past have many
 * of them: what is so of all is said once, in words that hold for each.
 */
public final class LostBranches {

  /** What to do of one or many, a sentence; what is typed stands between backticks. */
  public static final String REMEDY =
      "Fetch all branches (`git fetch origin '+refs/heads/*:refs/remotes/origin/*'`); where one was"
          + " deleted after its merge, name under `merged_as` the commit that brought it.";

  private static final String UNNAMED = "not in this clone, nor was a merge found that names ";

  private LostBranches() {}

  /** Whether a branch is one of them: the history that would name its merge can be read. */
  public static boolean contains(Assessment assessment, String branch) {
    Optional<GitEvidence> git = assessment.evidence().git().optional();
    return git.filter(known -> known.history().isKnown())
        .map(GitEvidence::branches)
        .flatMap(branches -> Optional.ofNullable(branches.get(branch)))
        .filter(LostBranches::isLost)
        .isPresent();
  }

  private static boolean isLost(BranchEvidence branch) {
    return branch.ref().isEmpty() && branch.merge() instanceof Observation.Unknown<MergeState>;
  }

  /** What is so of one, after its name. */
  static String ofOne() {
    return UNNAMED + "it";
  }

  /**
   * What is so of several, a clause.
   *
   * @param number how many, at least 1
   */
  public static String clause(int number) {
    return number == 1 ? "the branch is " + ofOne() : "the branches are " + UNNAMED + "them";
  }
}
