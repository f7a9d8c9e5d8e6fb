package dev.coord.plan;

import dev.coord.plan.Unit.Dimension;
import java.util.Optional;

/**
 * Counts and duration of test cases.
 *
 * @param passed wanted count of passed tests, flaky ones included
 * @param failed wanted count of failures and errors
 * @param skipped wanted count of skipped tests
 * @param flaky wanted count of tests that passed only when they were run again
 * @param total wanted count of all tests
 * @param duration wanted sum of the tests' durations
 * @param slowest wanted duration of the test that takes longest
 * @param vanished wanted count of tests that the last recorded run had and this one has not
 * @param fresh wanted count of tests that this run has and the last recorded one had not
 * @param of the part of the project that is meant
 */
public record TestsRule(
    Origin origin,
    Optional<Comparison> passed,
    Optional<Comparison> failed,
    Optional<Comparison> skipped,
    Optional<Comparison> flaky,
    Optional<Comparison> total,
    Optional<Comparison> duration,
    Optional<Comparison> slowest,
    Optional<Comparison> vanished,
    Optional<Comparison> fresh,
    Scope of)
    implements Rule {
  /**
   * Checks that something is compared.
   *
   * @throws IllegalArgumentException when nothing is, or a count or time has a unit of another kind
   */
  public TestsRule {
    Parts.require(origin, of);
    RuleParts.requireSome(
        passed, failed, skipped, flaky, total, duration, slowest, vanished, fresh);
    RuleParts.requireUnit(Dimension.COUNT, passed, failed, skipped, flaky, total, vanished, fresh);
    RuleParts.requireUnit(Dimension.TIME, duration, slowest);
  }

  /** A rule on the tests of one run. */
  public TestsRule(
      Origin origin,
      Optional<Comparison> passed,
      Optional<Comparison> failed,
      Optional<Comparison> skipped,
      Optional<Comparison> flaky,
      Optional<Comparison> total,
      Optional<Comparison> duration,
      Optional<Comparison> slowest,
      Scope of) {
    this(
        origin,
        passed,
        failed,
        skipped,
        flaky,
        total,
        duration,
        slowest,
        Optional.empty(),
        Optional.empty(),
        of);
  }

  /** Whether it compares with a former run. */
  public boolean looksBack() {
    return vanished.isPresent() || fresh.isPresent();
  }

  @Override
  public String name() {
    return "tests";
  }
}
