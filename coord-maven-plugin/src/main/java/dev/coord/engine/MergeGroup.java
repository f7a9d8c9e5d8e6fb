package dev.coord.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pull request in GitHub's merge queue: on a branch of its own that GitHub makes, merged into
 * what comes before it.
 *
 * @param target the branch that it is merged into in the end
 * @param number the pull request's number
 * @param base full id of the commit that it was merged into, as the event says
 */
record MergeGroup(String target, String number, Optional<String> base) {

  private static final Pattern REF =
      Pattern.compile("refs/heads/gh-readonly-queue/(.+)/pr-([0-9]{1,18})-[0-9a-zA-Z]+");

  MergeGroup {
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(base, "base");
  }

  /**
   * Reads it from the name of its branch.
   *
   * @param ref full name of the branch
   * @return empty when it is no branch of a queue
   */
  static Optional<MergeGroup> of(String ref, Optional<String> base) {
    Matcher matcher = REF.matcher(ref);
    return matcher.matches()
        ? Optional.of(new MergeGroup(matcher.group(1), matcher.group(2), base))
        : Optional.empty();
  }
}
