package dev.coord.evidence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a branch would merge, or what its merges brought: of several all changes and commits
 * together, and the ends of the last.
 *
 * @param basis what was compared
 * @param baseName the base as the plan or the user names it
 * @param base full id of the base commit; for {@link Basis#MERGE} the target as it was before the
 *     merge
 * @param mergeBase full id of the merge base that the net change is taken against; of several
 *     merges that of the first
 * @param tip full id of the branch's commit; for {@link Basis#MERGE} the one that was merged
 * @param ahead commits of the branch that the base does not have
 * @param behind commits of the base that the branch does not have
 * @param changes net change, by default from the merge base to the tip (and to the working tree
 *     where {@code uncommitted} is not empty), by path
 * @param commits commits of the branch that the base does not have, newest first, no parent before
 *     its child
 * @param uncommitted paths of {@code changes} that differ between the tip and the working tree or
 *     index
 * @param renamed files that were renamed, as git takes them for it: by the new path the old one
 * @param left what is left of it beyond its first commits, where a squash brought the whole change
 *     of these to the base: those of the branch that this one was begun on; unknown where that
 *     cannot be told; empty where there is no such squash
 * @param line full ids of those of the commits that are on the branch's own first-parent line: what
 *     is not came with a merge
 */
public record BranchDelta(
    Basis basis,
    String baseName,
    String base,
    String mergeBase,
    String tip,
    int ahead,
    int behind,
    List<FileChange> changes,
    List<Commit> commits,
    List<String> uncommitted,
    Map<String, String> renamed,
    Optional<Observation<BranchDelta>> left,
    Set<String> line) {

  /** What a delta compares. */
  public enum Basis {
    /** The branch's tip with the merge base of it and its base: what it would merge. */
    LIVE,
    /**
     * The same, of a branch whose change is in its base and whose commits are not: it was squashed,
     * rebased or picked. What its squash changed besides counts as well.
     */
    COPIED,
    /**
     * The merge with its first parent, where it merged the branch and nothing else; else the merged
     * commit with the merge base of it and that parent.
     */
    MERGE
  }

  /** A delta of which no squash brought a part. */
  public BranchDelta(
      Basis basis,
      String baseName,
      String base,
      String mergeBase,
      String tip,
      int ahead,
      int behind,
      List<FileChange> changes,
      List<Commit> commits,
      List<String> uncommitted,
      Map<String, String> renamed) {
    this(
        basis,
        baseName,
        base,
        mergeBase,
        tip,
        ahead,
        behind,
        changes,
        commits,
        uncommitted,
        renamed,
        Optional.empty(),
        Set.of());
  }

  /** The same, of which this is left beyond what a squash brought. */
  public BranchDelta leaving(Observation<BranchDelta> rest) {
    return with(changes, commits, Optional.of(rest));
  }

  /** The same of other changes and commits. */
  public BranchDelta of(List<FileChange> some, List<Commit> by) {
    return with(some, by, left);
  }

  private BranchDelta with(
      List<FileChange> some, List<Commit> by, Optional<Observation<BranchDelta>> rest) {
    return new BranchDelta(
        basis,
        baseName,
        base,
        mergeBase,
        tip,
        ahead,
        behind,
        some,
        by,
        uncommitted,
        renamed,
        rest,
        line);
  }

  /** What a merge brings that no squash brought before: all of it where there was none. */
  public Observation<BranchDelta> outstanding() {
    return left.orElseGet(() -> Observation.known(this));
  }

  /** Copies the collections. */
  public BranchDelta {
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(left, "left");
    changes = changes.stream().sorted().toList();
    commits = List.copyOf(commits);
    uncommitted = List.copyOf(uncommitted);
    renamed = Map.copyOf(renamed);
    line = Set.copyOf(line);
  }
}
