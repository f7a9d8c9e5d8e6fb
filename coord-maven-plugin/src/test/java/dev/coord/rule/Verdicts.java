package dev.coord.rule;

import static dev.coord.testing.FixedFacts.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Rule;
import java.util.List;

/** What single rules come to. */
final class Verdicts {

  private Verdicts() {}

  /** All results of a rule, in the order judged. */
  static List<Verdict> judge(Rule rule, Facts facts) {
    return new Judge().judge(rule, facts);
  }

  /** That of a rule with one result. */
  static Verdict one(Rule rule, Facts facts) {
    List<Verdict> verdicts = judge(rule, facts);
    assertThat(verdicts).hasSize(1);
    return verdicts.get(0);
  }
}
