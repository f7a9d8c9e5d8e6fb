package dev.coord.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a team deals with its pull requests.
 *
 * @param since the first day on which those were opened that are meant; all, if empty
 * @param reviewedWithin wanted longest time until somebody else than the author reviewed one
 * @param openFor wanted longest time that one is open
 * @param open wanted number of open ones
 * @param target the branch that all go into
 */
public record PullRequestsRule(
    Origin origin,
    Optional<LocalDate> since,
    Optional<Comparison> reviewedWithin,
    Optional<Comparison> openFor,
    Optional<Comparison> open,
    Optional<String> target)
    implements Rule {

  /**
   * Checks that something is wanted.
   *
   * @throws IllegalArgumentException when nothing is
   */
  public PullRequestsRule {
    Parts.require(origin, since, reviewedWithin, openFor, open, target);
    if (reviewedWithin.isEmpty() && openFor.isEmpty() && open.isEmpty() && target.isEmpty()) {
      throw new IllegalArgumentException("a rule about pull requests wants something");
    }
  }

  @Override
  public String name() {
    return "pull_requests";
  }
}
