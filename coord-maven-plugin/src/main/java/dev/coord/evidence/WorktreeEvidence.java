package dev.coord.evidence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the worktrees of the repository hold beside their commits.
 *
 * @param worktrees the main worktree first where there is one, the others by directory
 * @param more how many others there are that were not looked at, 0 or more
 * @param progress check lists by the id of the workstream, in the order asked
 */
public record WorktreeEvidence(
    List<Worktree> worktrees, int more, Map<String, Observation<Progress>> progress) {

  /** Nothing was looked at. */
  public static final WorktreeEvidence NONE = new WorktreeEvidence(List.of(), 0, Map.of());

  /**
   * A branch that is to be checked out in a worktree.
   *
   * @param directory as the plan writes it, from the main worktree
   * @param branch the branch
   */
  public record PlaceQuestion(String directory, String branch) {
    /** Checks that both are there. */
    public PlaceQuestion {
      Objects.requireNonNull(directory, "directory");
      Objects.requireNonNull(branch, "branch");
    }
  }

  /**
   * A check list to read.
   *
   * @param workstream id of the workstream; the key of the answer
   * @param file path of the file in the repository
   * @param branch the workstream's branch
   * @param tip full id of its last commit, where it is known
   */
  public record ProgressQuestion(
      String workstream, String file, Optional<String> branch, Optional<String> tip) {
    /** Checks that all parts are there. */
    public ProgressQuestion {
      Objects.requireNonNull(workstream, "workstream");
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(branch, "branch");
      Objects.requireNonNull(tip, "tip");
    }
  }

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException when the number is negative
   */
  public WorktreeEvidence {
    worktrees = List.copyOf(worktrees);
    progress = Collections.unmodifiableMap(new LinkedHashMap<>(progress));
    if (more < 0) {
      throw new IllegalArgumentException("a number of worktrees is no less than nothing");
    }
  }

  /** The same with check lists by the id of the workstream. */
  public WorktreeEvidence with(Map<String, Observation<Progress>> lists) {
    return new WorktreeEvidence(worktrees, more, lists);
  }

  /** The worktree in which a branch is checked out, else the one in which it is worked on. */
  public Optional<Worktree> of(String branch) {
    Optional<String> wanted = Optional.of(branch);
    return worktrees.stream()
        .filter(worktree -> worktree.branch().equals(wanted))
        .findFirst()
        .or(() -> worktrees.stream().filter(one -> one.worksOn().equals(wanted)).findFirst());
  }
}
