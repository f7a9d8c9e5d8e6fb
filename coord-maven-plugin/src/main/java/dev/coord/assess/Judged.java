package dev.coord.assess;

import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * The same branch, as the rulebook names it: a branch must not choose whose it is by giving a
   * workstream another branch. A workstream that the rulebook does not know stays one; it owns
   * nothing yet. Not meant for a workstream that the user named.
   */
  public Judged accordingTo(Plan rulebook) {
    if (!isBranch() || branch.isEmpty()) {
      return this;
    }
    Optional<String> owner = rulebook.workstreamOfBranch(branch.get()).map(Workstream::id);
    boolean unknown = workstream.filter(id -> rulebook.workstream(id).isEmpty()).isPresent();
    if (owner.isEmpty() && unknown) {
      return this;
    }
    return new Judged(owner.isPresent() ? Kind.WORKSTREAM : Kind.UNNAMED, branch, owner, how);
  }

  /** Id of the workstream, or name of the branch, or empty. */
  public String subject() {
    return workstream.or(() -> branch).orElse("");
  }

  /**
   * The workstreams to look at: the plan's, and the judged one where only the rulebook defines it.
   */
  List<Workstream> workstreams(Plan plan, Plan rulebook) {
    List<Workstream> all = new ArrayList<>(plan.workstreams());
    workstream
        .filter(id -> plan.workstream(id).isEmpty())
        .flatMap(rulebook::workstream)
        .ifPresent(all::add);
    return all;
  }

  /** The branch of a workstream: for the judged one, the branch that is judged. */
  Optional<String> branch(Workstream one) {
    return judges(one) ? branch.or(one::branch) : one.branch();
  }

  /** Whether it is this workstream that is judged. */
  boolean judges(Workstream one) {
    return workstream.equals(Optional.of(one.id()));
  }
}
