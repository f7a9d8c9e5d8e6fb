package dev.coord.publish;

import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Gates.gate;

import dev.coord.assess.Assessment;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;

/** Builds that fail by tests. */
final class BrokenTests {

  private BrokenTests() {}

  /** One test is skipped, beside one that fails. */
  static Assessment skipped() {
    Evidences seen =
        evidence()
            .test("shop.BTest#fails", Outcome.FAILED, "src/test/java/shop/BTest.java")
            .test("shop.CTest#rests", Outcome.SKIPPED, "src/test/java/shop/CTest.java");
    return Cases.of(Plans.plan().gates(gate("green", Rules.tests("skipped", "= 0"))))
        .evidence(seen)
        .assess();
  }

  /** So many tests fail, the first of which has no source that is known. */
  static Assessment failed(int tests) {
    Evidences seen = evidence().test("shop.ATest#homeless", Outcome.FAILED);
    for (int i = 2; i <= tests; i++) {
      seen.test("shop.BTest#t" + i, Outcome.ERROR, "src/test/java/shop/BTest.java");
    }
    return Cases.of(Plans.plan().gates(gate("green", Rules.tests("failed", "= 0"))))
        .evidence(seen)
        .assess();
  }
}
