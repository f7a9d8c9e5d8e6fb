package dev.coord.assess;

import java.util.Objects;
import java.util.Optional;

/**
 * What this build judges, and so what can fail it.
 *
 * @param kind what the checked-out commit is to the plan
 * @param branch the branch's name, where one is known
 * @param workstream id of the workstream, for {@link Kind#WORKSTREAM}
 * @param how how that is known: {@code the checked-out branch}, {@code -Dcoord.workstream}
 */
public record Judged(Kind kind, Optional<String> branch, Optional<String> workstream, String how) {

  /** What the checked-out commit is to the plan. */
  public enum Kind {
    /** The branch that workstreams are merged into, or the release branch. */
    INTEGRATION,
    /** A workstream's branch. */
    WORKSTREAM,
    /** A branch the plan does not name: it owns nothing. */
    UNNAMED,
    /** No branch is known. */
    NONE
  }

  /**
   * Checks that the parts fit together.
   *
   * @throws IllegalArgumentException when a workstream is given for another kind, or is missing, or
   *     an unnamed branch has no name
   */
  public Judged {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(branch, "branch");
    Objects.requireNonNull(how, "how");
    if (workstream.isPresent() != (kind == Kind.WORKSTREAM)) {
      throw new IllegalArgumentException("a judged workstream has an id, and nothing else has");
    }
    if (kind == Kind.UNNAMED && branch.isEmpty()) {
      throw new IllegalArgumentException("a branch that the plan does not name has a name");
    }
  }

  /** Whether a branch is judged that is to be merged. */
  public boolean isBranch() {
    return kind == Kind.WORKSTREAM || kind == Kind.UNNAMED;
  }

  /** Id of the workstream, or name of the branch, or empty. */
  public String subject() {
    return workstream.or(() -> branch).orElse("");
  }
}
