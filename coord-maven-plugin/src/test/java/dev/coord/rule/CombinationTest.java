package dev.coord.rule;

import static dev.coord.testing.FixedFacts.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.Proof;
import dev.coord.plan.Rule;
import dev.coord.testing.FixedFacts;
import dev.coord.testing.Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kleene's three-valued logic: P passed, F failed, U unknown. */
class CombinationTest {

  private static final FixedFacts FACTS =
      facts().path("P", true).path("F", false).pathUnknown("U").coverage(9, 10, 0, 10);

  @ParameterizedTest
  @CsvSource({
    "P, P, PASSED", "P, U, UNKNOWN", "P, F, FAILED",
    "U, P, UNKNOWN", "U, U, UNKNOWN", "U, F, FAILED",
    "F, P, FAILED", "F, U, FAILED", "F, F, FAILED"
  })
  void all_hold_when_each_does(String left, String right, Outcome outcome) {
    assertThat(judge(Rules.all(Rules.exists(left), Rules.exists(right))).outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "P, P, PASSED", "P, U, PASSED", "P, F, PASSED",
    "U, P, PASSED", "U, U, UNKNOWN", "U, F, UNKNOWN",
    "F, P, PASSED", "F, U, UNKNOWN", "F, F, FAILED"
  })
  void any_holds_when_one_does(String left, String right, Outcome outcome) {
    assertThat(judge(Rules.any(Rules.exists(left), Rules.exists(right))).outcome())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"P, FAILED", "U, UNKNOWN", "F, PASSED"})
  void not_turns_passed_and_failed_round_and_leaves_unknown(String rule, Outcome outcome) {
    assertThat(judge(Rules.not(Rules.exists(rule))).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"P", "U", "F"})
  void twice_not_is_the_same(String rule) {
    assertThat(judge(Rules.not(Rules.not(Rules.exists(rule)))).outcome())
        .isEqualTo(judge(Rules.exists(rule)).outcome());
  }

  @Test
  void a_waived_part_counts_as_failed_when_turned_round() {
    assertThat(Outcome.WAIVED.negated()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_rule_with_two_comparisons_holds_when_both_do_and_is_one_part_of_any() {
    Rule coverage = Rules.coverage(">= 80%", ">= 75%");

    assertThat(judge(Rules.any(coverage)).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(judge(Rules.any(coverage, Rules.exists("U"))).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(judge(Rules.not(coverage)).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(judge(Rules.all(coverage)).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void all_says_what_does_not_hold_and_asks_for_everything() {
    Verdict verdict = judge(Rules.all(Rules.exists("P"), Rules.exists("F"), Rules.exists("U")));

    assertThat(verdict.key()).isEmpty();
    assertThat(verdict.summary()).isEqualTo("path F does not exist; path: U cannot be seen");
    assertThat(verdict.required()).isEqualTo("all of path exists; path exists; path exists");
    assertThat(verdict.remedy()).isEqualTo("Add F. Fetch U.");
  }

  @Test
  void each_part_is_told_by_itself_and_a_rule_of_two_comparisons_is_one() {
    Verdict verdict = judge(Rules.all(Rules.exists("P"), Rules.exists("U")));

    assertThat(verdict.parts())
        .extracting(part -> part.rule().name(), part -> part.verdict().outcome())
        .containsExactly(tuple("path", Outcome.PASSED), tuple("path", Outcome.UNKNOWN));
    assertThat(verdict.parts().get(1).verdict().remedy()).isEqualTo("Fetch U.");
    assertThat(judge(Rules.exists("P")).parts()).isEmpty();
  }

  @Test
  void all_that_hold_are_all_named() {
    Verdict verdict = judge(Rules.all(Rules.exists("P"), Rules.lines(">= 80%")));

    assertThat(verdict.summary())
        .isEqualTo("path P exists; coverage.lines 90.0% >= 80% (9/10 lines)");
    assertThat(verdict.remedy()).isEmpty();
    assertThat(verdict.proof()).contains(FixedFacts.PROOF);
  }

  @Test
  void any_that_fails_offers_each_way_out() {
    Verdict verdict = judge(Rules.any(Rules.exists("F"), Rules.exists("U")));

    assertThat(verdict.remedy()).isEqualTo("Add F. Or: Fetch U.");
    assertThat(verdict.required()).isEqualTo("any of path exists; path exists");
  }

  @Test
  void any_that_holds_says_what_makes_it_hold_and_rests_on_nothing_else() {
    Verdict verdict =
        judge(Rules.any(Rules.exists("F"), Rules.exists("P"), Rules.declared("ana", "")));

    assertThat(verdict.summary()).isEqualTo("path P exists");
    assertThat(verdict.attested()).isFalse();
  }

  @Test
  void any_that_holds_by_a_word_alone_is_attested() {
    Verdict verdict = judge(Rules.any(Rules.exists("F"), Rules.declared("ana", "All were told.")));

    assertThat(verdict.summary()).isEqualTo("declared ana says: All were told.");
    assertThat(verdict.attested()).isTrue();
  }

  @Test
  void several_comparisons_of_one_rule_read_as_one() {
    Verdict verdict = judge(Rules.any(Rules.coverage(">= 95%", ">= 75%"), Rules.exists("F")));

    assertThat(verdict.summary())
        .isEqualTo(
            "coverage lines 90.0% < 95% (-5.0 points, 9/10 lines)"
                + " and branches 0.0% < 75% (-75.0 points, 0/10 branches); path F does not exist");
    assertThat(verdict.required())
        .isEqualTo("any of coverage lines >= 95% and branches >= 75%; path exists");
  }

  @Test
  void not_says_what_holds_and_should_not() {
    Verdict verdict = judge(Rules.not(Rules.exists("P")));

    assertThat(verdict.measured()).isEqualTo("path P exists");
    assertThat(verdict.required()).isEqualTo("not path exists");
    assertThat(verdict.summary()).isEqualTo("not: path P exists");
    assertThat(verdict.remedy())
        .isEqualTo("See to it that this does not hold, or change the rule (coord.yml:20).");
  }

  @Test
  void a_text_that_begins_with_the_name_of_its_rule_is_not_named_again() {
    Facts facts = facts().merged(new Facts.Answer(false, "merged nowhere", "Merge it.", List.of()));

    Verdict verdict = new Judge().judge(Rules.all(Rules.merged("x")), facts).get(0);

    assertThat(verdict.summary()).isEqualTo("merged nowhere");
    assertThat(verdict.required()).isEqualTo("all of merged");
  }

  @Test
  void not_of_an_unknown_keeps_its_remedy() {
    assertThat(judge(Rules.not(Rules.exists("U"))).remedy()).isEqualTo("Fetch U.");
  }

  private static Verdict judge(Rule rule) {
    return new Judge().judge(rule, FACTS).get(0);
  }

  private static Verdict compared(String key, Outcome outcome, String proof) {
    return new Verdict(
        key,
        outcome,
        "1",
        "= 1",
        "1 of 1",
        List.of(Proof.commit(proof, "c".repeat(40))),
        outcome == Outcome.PASSED ? "" : "Mend " + key + ".",
        Optional.empty());
  }

  @Test
  void a_whole_rule_tells_each_comparison_with_its_own_proof() {
    Verdict verdict =
        Combination.whole(
            Rules.exists("P"),
            List.of(
                compared("count", Outcome.PASSED, "counted"),
                compared("lines", Outcome.FAILED, "measured")));

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.summary()).isEqualTo("lines 1 of 1, while count 1 of 1");
    assertThat(verdict.proof()).extracting(Proof::text).containsExactly("measured", "counted");
    assertThat(verdict.remedy()).isEqualTo("Mend lines.");
  }

  @Test
  void one_proof_of_two_comparisons_is_told_once() {
    assertThat(
            Combination.whole(
                    Rules.exists("P"),
                    List.of(
                        compared("count", Outcome.PASSED, "same"),
                        compared("lines", Outcome.PASSED, "same")))
                .proof())
        .hasSize(1);
  }
}
