package dev.coord.rule;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Commit;
import java.util.List;
import java.util.Objects;

/**
 * A changed path that its branch should not have changed, or not in this way.
 *
 * @param path the repository path
 * @param kind the boundary that was crossed
 * @param owners ids of the workstreams that own the path, sorted
 * @param commits commits that changed it against the boundary, newest first; empty when it is not
 *     committed yet
 * @param committed whether a commit holds the change
 * @param problem what is wrong, one clause: {@code owned by td2}
 * @param boundary the plan line that forbids it
 * @param remedy the plan lines that would allow it, one sentence
 */
public record Trespass(
    String path,
    Kind kind,
    List<String> owners,
    List<Commit> commits,
    boolean committed,
    String problem,
    Location boundary,
    String remedy) {

  /** The boundaries, in the order they are looked at. */
  public enum Kind {
    /** The workstream's own {@code keeps_off}. */
    KEEPS_OFF("keeps off"),
    /** Shared, and a commit lacks its trailer. */
    NOT_COORDINATED("not coordinated"),
    /** Shared for added lines only. */
    NOT_APPENDED("not append-only"),
    /** Shared, and changed by somebody else than its steward. */
    NOT_THE_STEWARD("not the steward"),
    /** Shared, and others want to know. */
    INFORM("to be told"),
    /** Owned by another workstream. */
    OWNED_BY_OTHER("owned by another"),
    /** Protected. */
    PROTECTED("protected"),
    /** Owned by nobody. */
    UNOWNED("unowned");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in words. */
    public String words() {
      return words;
    }
  }

  /** Copies the collections. */
  public Trespass {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(boundary, "boundary");
    Objects.requireNonNull(remedy, "remedy");
    owners = List.copyOf(owners);
    commits = List.copyOf(commits);
  }
}
