package dev.coord.evidence;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A pull request as its forge exported it. What strangers wrote in it, such as its title, is left
 * there: its number tells it apart.
 *
 * @param number its number, at least 1
 * @param state how it stands
 * @param draft whether it is not meant to be reviewed yet
 * @param opened when it was opened
 * @param target the branch that it goes into
 * @param reviewed when somebody else than its author first reviewed it; empty when nobody did
 */
public record PullRequest(
    long number,
    State state,
    boolean draft,
    Instant opened,
    String target,
    Optional<Instant> reviewed) {

  /** How a pull request stands. */
  public enum State {
    /** It waits. */
    OPEN,
    /** It was merged. */
    MERGED,
    /** It was given up. */
    CLOSED
  }

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when it is below 1
   */
  public PullRequest {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(opened, "opened");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(reviewed, "reviewed");
    if (number < 1) {
      throw new IllegalArgumentException("pull request " + number);
    }
  }
}
