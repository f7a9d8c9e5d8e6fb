package dev.coord.rule;

import dev.coord.diagnostic.Location;
import java.util.Objects;

/**
 * Whether a path may be changed.
 *
 * @param path the path that was asked for
 * @param answer yes, yes under a condition, or no
 * @param reason why, one clause
 * @param place the plan line that says so
 */
public record Permission(String path, Answer answer, String reason, Location place) {

  /** The answers, from the most to the least welcome. */
  public enum Answer {
    /** It may. */
    YES,
    /** It may, under the condition that the reason names. */
    CONDITION,
    /** It may not. */
    NO
  }

  /** Checks that all parts are there. */
  public Permission {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(place, "place");
  }

  static Permission yes(String path, String reason, Location place) {
    return new Permission(path, Answer.YES, reason, place);
  }

  static Permission condition(String path, String reason, Location place) {
    return new Permission(path, Answer.CONDITION, reason, place);
  }

  static Permission no(String path, String reason, Location place) {
    return new Permission(path, Answer.NO, reason, place);
  }
}
