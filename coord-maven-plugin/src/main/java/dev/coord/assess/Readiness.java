package dev.coord.assess;

import dev.coord.evidence.TargetBranch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whether something that the plan lists can be merged now: every condition, and whether it holds.
 *
 * @param key what it is called by: its workstream, its pull request or its source
 * @param workstream id of the workstream whose work it is
 * @param queued whether the merge queue lists it
 * @param waves ids of the waves that merge it, in their order
 * @param source the branch it comes from
 * @param ref the full ref that branch was found at; empty when it is gone or nobody looked
 * @param target the branch it goes to
 * @param from what the target is made from, where a wave makes it and it is not there yet
 * @param message the message that a wave declares for its merge
 * @param conditions what must be so, in the order of {@link Kind}
 * @param tagged whether a tag bears the name of the source, which git takes for the tag
 * @param into the target as it counts here; empty where it is not there, or nobody can tell
 */
public record Readiness(
    String key,
    Optional<String> workstream,
    boolean queued,
    List<String> waves,
    Optional<String> source,
    Optional<String> ref,
    String target,
    Optional<String> from,
    Optional<String> message,
    List<Condition> conditions,
    boolean tagged,
    Optional<TargetBranch> into) {

  /** What goes into a branch of which nobody can tell. */
  public Readiness(
      String key,
      Optional<String> workstream,
      boolean queued,
      List<String> waves,
      Optional<String> source,
      Optional<String> ref,
      String target,
      Optional<String> from,
      Optional<String> message,
      List<Condition> conditions,
      boolean tagged) {
    this(
        key,
        workstream,
        queued,
        waves,
        source,
        ref,
        target,
        from,
        message,
        conditions,
        tagged,
        Optional.empty());
  }

  /** What a condition is about. */
  public enum Kind {
    /** There is a branch with something to merge. */
    BRANCH("branch"),
    /** It may go where it goes. */
    TARGET("target"),
    /** What the queue and the waves put before it is merged. */
    ORDER("order"),
    /** A workstream that it depends on is merged, or was given up. */
    DEPENDENCY("dependency"),
    /** What it needs of another one was handed over. */
    HANDOFF("handoff"),
    /** A gate about it, or of its wave, holds. */
    GATE("gate"),
    /** Somebody approved of it. */
    APPROVAL("approval"),
    /** What has to be done by hand before it is done. */
    ACTION("action"),
    /** The target is not frozen. */
    FREEZE("freeze"),
    /** It is not too far behind. */
    BEHIND("behind"),
    /** It merges without a conflict, or the plan says who gives way. */
    CONFLICT("conflict");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in words. */
    public String words() {
      return words;
    }
  }

  /** Whether a condition holds. */
  public enum Holds {
    /** It does. */
    YES("yes"),
    /** It does not. */
    NO("no"),
    /** It cannot be told, which holds up a merge as well. */
    UNKNOWN("unknown");

    private final String words;

    Holds(String words) {
      this.words = words;
    }

    /** The answer in words. */
    public String words() {
      return words;
    }
  }

  /**
   * One thing that must be so.
   *
   * @param about id of the workstream, handoff, action or event, or label of the gate; may be empty
   * @param text what is so, a clause
   */
  public record Condition(Kind kind, Holds holds, String about, String text) {
    /** Checks that all parts are there. */
    public Condition {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(holds, "holds");
      Objects.requireNonNull(about, "about");
      Objects.requireNonNull(text, "text");
    }
  }

  /** Copies the collections. */
  public Readiness {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(workstream, "workstream");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(into, "into");
    waves = List.copyOf(waves);
    conditions = List.copyOf(conditions);
  }

  /** What holds it up: what is not so, and what cannot be told. */
  public List<Condition> blockers() {
    return conditions.stream().filter(one -> one.holds() != Holds.YES).toList();
  }

  /**
   * What holds its merge up besides what its workstream itself waits for. What was not tried of a
   * merge that nobody plans is no reason to wait.
   *
   * @param gates labels of gates that are told in another place
   */
  public List<Condition> holdUps(Set<String> gates) {
    boolean listed = queued || !waves.isEmpty();
    return blockers().stream()
        .filter(
            one ->
                switch (one.kind()) {
                  case BRANCH, DEPENDENCY, HANDOFF -> false;
                  case GATE -> !gates.contains(one.about());
                  case CONFLICT, BEHIND -> one.holds() != Holds.UNKNOWN || listed;
                  case TARGET, ORDER, APPROVAL, ACTION, FREEZE -> true;
                })
        .toList();
  }

  /** Whether nothing holds it up. */
  public Holds ready() {
    if (conditions.stream().anyMatch(one -> one.holds() == Holds.NO)) {
      return Holds.NO;
    }
    return blockers().isEmpty() ? Holds.YES : Holds.UNKNOWN;
  }

  /** Whether it would be ready if what comes before it were merged. */
  public boolean waitsForItsTurn() {
    return !blockers().isEmpty() && blockers().stream().allMatch(one -> one.kind() == Kind.ORDER);
  }
}
