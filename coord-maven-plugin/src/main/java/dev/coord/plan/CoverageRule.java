package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.Optional;

/**
 * Share of lines or branches that tests run.
 *
 * @param lines wanted share of lines, in percent
 * @param branches wanted share of branches, in percent
 * @param against by how many points the share of lines may be below that of the baseline, always at
 *     most so many; only for the whole project, as a baseline tells of nothing narrower
 * @param of the part of the project that is meant
 * @param changed how only lines are judged that were added or changed; empty for all lines
 * @param eachFile whether each file must meet what is wanted, instead of all together
 * @param unmeasured what sources are that no report mentions, where all lines are judged; empty
 *     where nobody looks for them
 */
public record CoverageRule(
    Origin origin,
    Optional<Comparison> lines,
    Optional<Comparison> branches,
    Optional<Comparison> against,
    Scope of,
    Optional<ChangedScope> changed,
    boolean eachFile,
    Optional<ChangedScope.Unmeasured> unmeasured)
    implements Rule {
  /**
   * Checks that something is compared.
   *
   * @throws IllegalArgumentException when nothing is, or not in percent, or a part with a baseline
   */
  public CoverageRule {
    Parts.require(origin, of, changed, unmeasured);
    RuleParts.requireSome(lines, branches, against);
    RuleParts.requireUnit(Dimension.SHARE, lines, branches, against);
    if (against.filter(c -> c.operator() != Comparison.Operator.AT_MOST).isPresent()
        || (against.isPresent()
            && (!(of instanceof Scope.Everything)
                || changed.isPresent()
                || eachFile
                || unmeasured.isPresent()))
        || (changed.isPresent() && unmeasured.isPresent())) {
      throw new IllegalArgumentException("a baseline is compared with the whole, by a tolerance");
    }
  }

  /** A rule for the files that reports mention. */
  public CoverageRule(
      Origin origin,
      Optional<Comparison> lines,
      Optional<Comparison> branches,
      Optional<Comparison> against,
      Scope of,
      Optional<ChangedScope> changed,
      boolean eachFile) {
    this(origin, lines, branches, against, of, changed, eachFile, Optional.empty());
  }

  /** A rule for all lines of all files together. */
  public CoverageRule(
      Origin origin,
      Optional<Comparison> lines,
      Optional<Comparison> branches,
      Optional<Comparison> against,
      Scope of) {
    this(origin, lines, branches, against, of, Optional.empty(), false);
  }

  /** A rule without a baseline. */
  public CoverageRule(
      Origin origin, Optional<Comparison> lines, Optional<Comparison> branches, Scope of) {
    this(origin, lines, branches, Optional.empty(), of);
  }

  /** Whether it judges no less than another rule on coverage does. */
  boolean judgesAllOf(CoverageRule other) {
    boolean sameLines =
        changed.isPresent() == other.changed.isPresent()
            && (changed.isEmpty() || changed.get().isAtLeast(other.changed.get()));
    boolean sameFiles =
        other.unmeasured.isEmpty()
            || unmeasured.filter(how -> how.compareTo(other.unmeasured.get()) <= 0).isPresent();
    return sameLines
        && sameFiles
        && eachFile == other.eachFile
        && RuleText.key(of).equals(RuleText.key(other.of));
  }

  @Override
  public String name() {
    return "coverage";
  }
}
