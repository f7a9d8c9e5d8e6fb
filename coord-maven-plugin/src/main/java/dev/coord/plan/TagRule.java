package dev.coord.plan;

import java.util.Optional;

/**
 * A tag is there, or at a commit.
 *
 * @param tag its name, without {@code refs/tags/}
 * @param exists whether it must be there
 * @param at id of the commit that it must be at, 7 to 40 hexadecimal digits in lower case
 */
public record TagRule(Origin origin, String tag, boolean exists, Optional<String> at)
    implements Rule {
  /**
   * Checks that something is asked of it.
   *
   * @throws IllegalArgumentException when nothing is
   */
  public TagRule {
    Parts.require(origin, tag, at);
    if (!exists) {
      RuleParts.requireSome(at);
    }
  }

  /** A tag that must be there. */
  public TagRule(Origin origin, String tag) {
    this(origin, tag, true, Optional.empty());
  }

  @Override
  public String name() {
    return "tag";
  }
}
