package dev.coord.engine;

import dev.coord.assess.Weakenings.Weakening;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file beside the plan that says who is who.
 *
 * @param path its path in the repository
 * @param subject what a finding about it is of
 * @param sentence what became of it, with its full stop
 */
record GuardedFile(String path, String subject, String sentence) {

  /**
   * A change of the file by a branch.
   *
   * @param weakening what was changed, and by whom
   * @param subject what a finding about it is of
   * @param by the person who may, where all commits that changed it are of such a one
   */
  record Changed(Weakening weakening, String subject, Optional<String> by) {}

  /** Whether a branch changes it. */
  static boolean touches(BranchDelta delta, String path) {
    return delta.changes().stream().anyMatch(change -> change.path().equals(path));
  }

  /** What a change of it is. */
  Weakening weakening(Optional<Commit> culprit, String unknown) {
    return new Weakening(sentence, Location.ofFile(path), culprit, unknown);
  }

  /**
   * What a branch did to it.
   *
   * @param allows the person whom a commit is of and who may change it
   */
  Changed changed(BranchDelta delta, Function<Commit, Optional<String>> allows) {
    List<Commit> commits =
        delta.commits().stream().filter(commit -> commit.paths().contains(path)).toList();
    boolean committed = !commits.isEmpty() && !delta.uncommitted().contains(path);
    boolean allowed = committed && commits.stream().allMatch(c -> allows.apply(c).isPresent());
    Optional<Commit> culprit =
        commits.stream().filter(c -> allowed || allows.apply(c).isEmpty()).findFirst();
    return new Changed(
        weakening(
            culprit,
            culprit.isPresent() ? "" : committed ? "by whom cannot be told" : "not committed"),
        subject,
        allowed ? allows.apply(commits.get(0)) : Optional.empty());
  }
}
