package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.List;
import java.util.Optional;

/**
 * Commits of a stretch of time, without merges, and what they changed.
 *
 * @param since first day or time
 * @param until last day or time, inclusive
 * @param branch the branch that they are on; empty means the checked-out commit
 * @param message pattern of their subjects; {@code *} stands for any characters
 * @param authors ids of people, one of whom wrote each; empty means anybody
 * @param count wanted number of them
 * @param files wanted number of different files that they changed
 * @param added wanted number of lines that they added, all together
 * @param deleted wanted number of lines that they deleted, all together
 */
public record CommitsRule(
    Origin origin,
    Optional<TimePoint> since,
    Optional<TimePoint> until,
    Optional<String> branch,
    Optional<String> message,
    List<String> authors,
    Optional<Comparison> count,
    Optional<Comparison> files,
    Optional<Comparison> added,
    Optional<Comparison> deleted)
    implements Rule {
  /**
   * Checks that something is compared, and copies the people.
   *
   * @throws IllegalArgumentException when nothing is, or a comparison has another unit
   */
  public CommitsRule {
    Parts.require(origin, since, until, branch, message);
    RuleParts.requireSome(count, files, added, deleted);
    RuleParts.requireUnit(Dimension.COUNT, count, files, added, deleted);
    authors = List.copyOf(authors);
  }

  @Override
  public String name() {
    return "commits";
  }
}
