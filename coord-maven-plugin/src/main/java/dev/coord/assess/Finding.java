package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Proof;
import dev.coord.plan.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something somebody should know that no gate asked for.
 *
 * @param kind what it is about
 * @param severity warn or info; a finding alone never fails a build
 * @param subject what it concerns: id of a workstream, gate or sprint; may be empty
 * @param text one sentence without its full stop
 * @param remedy what to do, a sentence with its full stop; may be empty
 * @param location the plan line it rests on
 */
public record Finding(
    Kind kind,
    Severity severity,
    String subject,
    String text,
    String remedy,
    Optional<Location> location,
    List<Proof> proof) {

  /** What a finding is about. */
  public enum Kind {
    /** The plan's word and the evidence differ. */
    CONTRADICTION("contradiction"),
    /** The branch changes what it is judged by. */
    PLAN_CHANGED("plan changed"),
    /** A parameter comes from where a branch can change it, or nobody gives it. */
    SETTING("setting"),
    /** A waiver ran out, or is not needed. */
    WAIVER("waiver"),
    /** Two workstreams own one file. */
    OVERLAP("overlap"),
    /** A changed path that warns, or a branch that does not keep the branch policy. */
    BOUNDARY("boundary"),
    /** A branch is not the same here and at its remote. */
    BRANCH("branch"),
    /** Branches that would conflict, and the plan does not say who gives way. */
    CONFLICT("conflict"),
    /** Something came in the wrong order. */
    ORDER("order"),
    /** A worktree is not what the plan says, or holds what was to be committed. */
    WORKTREE("worktree"),
    /** Something is there that the plan does not list. */
    UNLISTED("unlisted"),
    /** Something is late. */
    OVERDUE("overdue"),
    /** Something could not be read. */
    SOURCE("source");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in words. */
    public String words() {
      return words;
    }
  }

  /**
   * Copies the collection.
   *
   * @throws IllegalArgumentException when a finding is to fail a build
   */
  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(remedy, "remedy");
    Objects.requireNonNull(location, "location");
    proof = List.copyOf(proof);
    if (severity == Severity.FAIL) {
      throw new IllegalArgumentException("a finding alone never fails a build: " + text);
    }
  }

  /** What is so, and what to do about it. */
  public String sentences() {
    return remedy.isEmpty() ? text + "." : text + ". " + remedy;
  }
}
