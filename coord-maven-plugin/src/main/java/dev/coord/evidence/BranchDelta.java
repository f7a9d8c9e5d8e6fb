package dev.coord.evidence;

import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    Map<String, String> renamed) {

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

  /** A delta in which nothing was renamed. */
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
      List<String> uncommitted) {
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
        Map.of());
  }

  /** Copies the collections. */
  public BranchDelta {
    Objects.requireNonNull(basis, "basis");
    changes = changes.stream().sorted().toList();
    commits = List.copyOf(commits);
    uncommitted = List.copyOf(uncommitted);
    renamed = Map.copyOf(renamed);
  }
}
