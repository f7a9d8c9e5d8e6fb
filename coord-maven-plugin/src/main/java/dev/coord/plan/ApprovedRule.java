package dev.coord.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody approved of something, and git shows who wrote that: it was last that person who changed
 * the line of the plan that says so, or the last commit of a branch, or its merge, carries a
 * trailer of that person.
 *
 * @param by ids of people, one of whom approved
 * @param says what was approved, on a line of its own; empty until somebody has, and where a branch
 *     is meant
 * @param workstream whose branch was approved; at most one of this and {@code branch} is given
 * @param branch the branch that was approved
 * @param trailer the trailer's key; empty where no branch is meant
 * @param signature whether the commit must bear a verified signature of that person, too
 */
public record ApprovedRule(
    Origin origin,
    List<String> by,
    String says,
    Optional<String> workstream,
    Optional<String> branch,
    String trailer,
    boolean signature)
    implements Rule {

  /** The trailer that is looked for where the plan names none. */
  public static final String TRAILER = "Approved-by";

  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

  /**
   * Checks that somebody is named, and one thing at most, and copies the people.
   *
   * @throws IllegalArgumentException when it is not so, or the trailer's key is none
   */
  public ApprovedRule {
    Parts.require(origin, says, workstream, branch, trailer);
    by = List.copyOf(by);
    boolean ofBranch = workstream.isPresent() || branch.isPresent();
    if (by.isEmpty()
        || workstream.isPresent() && branch.isPresent()
        || ofBranch && (!says.isEmpty() || !isTrailer(trailer))
        || !ofBranch && !trailer.isEmpty()) {
      throw new IllegalArgumentException("approved names people, and a text or one branch");
    }
  }

  /** Whether a text can be the key of a trailer. */
  public static boolean isTrailer(String text) {
    return KEY.matcher(text).matches();
  }

  /** Whether another rule asks for the same and, unlike this one, for a signature. */
  boolean isSignedAs(Rule other) {
    return !signature
        && RuleText.of(new ApprovedRule(origin, by, says, workstream, branch, trailer, true))
            .equals(RuleText.of(other));
  }

  /** Whether a branch is meant, not a line of the plan. */
  public boolean ofBranch() {
    return workstream.isPresent() || branch.isPresent();
  }

  @Override
  public String name() {
    return "approved";
  }
}
