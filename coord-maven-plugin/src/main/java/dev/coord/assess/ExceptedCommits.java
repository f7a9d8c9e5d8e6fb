package dev.coord.assess;

import dev.coord.evidence.Commit;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Baseline;
import dev.coord.plan.Plan;

/**
 * Commits that change nothing but what may be committed directly: the baseline, which says itself
 * what growth of it means, and the paths that the branch policy excepts.
 */
final class ExceptedCommits {

  private final String baseline;
  private final PathPatterns except;

  /** Those that a plan excepts. */
  ExceptedCommits(Plan rulebook) {
    this.baseline = Baseline.path(rulebook);
    this.except = rulebook.boundaries().branches().except();
  }

  /** Whether a commit is one; never one whose paths are not known, such as a merge. */
  boolean contains(Commit commit) {
    return !commit.paths().isEmpty()
        && commit.paths().stream().allMatch(path -> path.equals(baseline) || except.matches(path));
  }
}
