package dev.coord.rule;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Commit;
import java.util.Comparator;
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

  /** The boundaries, the most severe first: what belongs to others, then what is shared. */
  public enum Kind {
    /** The workstream's own {@code keeps_off}. */
    KEEPS_OFF("keeps off"),
    /** Owned by another workstream. */
    OWNED_BY_OTHER("owned by another"),
    /** Protected. */
    PROTECTED("protected"),
    /** Shared, and changed by somebody else than its steward. */
    NOT_THE_STEWARD("not the steward"),
    /** Shared for added lines only. */
    NOT_APPENDED("not append-only"),
    /** Shared, and a commit lacks its trailer. */
    NOT_COORDINATED("not coordinated"),
    /** Owned by nobody. */
    UNOWNED("unowned"),
    /** Shared, and others want to know. */
    INFORM("to be told");

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

  /** The most severe first, those of one kind in the order given. */
  public static List<Trespass> mostSevereFirst(List<Trespass> trespasses) {
    return trespasses.stream().sorted(Comparator.comparing(Trespass::kind)).toList();
  }

  /** What all trespasses have in common that one remedy helps against: {@code of td2}. */
  public String group() {
    return switch (kind) {
      case OWNED_BY_OTHER -> "of " + String.join(" and ", owners);
      case KEEPS_OFF -> "it keeps off";
      case NOT_COORDINATED -> "shared but not coordinated";
      case NOT_APPENDED -> "shared for added lines only";
      case NOT_THE_STEWARD -> "for the steward only";
      case PROTECTED -> "protected";
      case UNOWNED -> "owned by nobody";
      case INFORM -> "shared";
    };
  }

  /** Why it is one, in two or three words: {@code of pay, kept off}. */
  public String why() {
    String whose = owners.isEmpty() ? "" : "of " + String.join(" and ", owners);
    return switch (kind) {
      case KEEPS_OFF -> whose.isEmpty() ? "kept off" : whose + ", kept off";
      case OWNED_BY_OTHER -> whose;
      case PROTECTED, UNOWNED -> kind.words();
      default -> "shared, " + kind.words();
    };
  }
}
