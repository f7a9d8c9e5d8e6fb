package dev.coord.rule;

import static dev.coord.rule.Verdicts.one;
import static dev.coord.testing.FixedFacts.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Proof;
import dev.coord.plan.DeclaredRule;
import dev.coord.plan.Origin;
import dev.coord.plan.Unit;
import dev.coord.testing.FixedFacts;
import dev.coord.testing.Places;
import dev.coord.testing.RecordChecks;
import dev.coord.testing.Rules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

  @TestFactory
  Stream<DynamicTest> verdicts_and_facts_are_whole() {
    return RecordChecks.of(
        one(Rules.lines(">= 60%"), facts().coverage(1, 2, 0, 0)),
        facts().coverage(1, 2, 0, 0).coverage(Rules.lines(">= 60%")).optional().orElseThrow(),
        facts().tests(1, 0, 0).tests(Rules.EVERYTHING).optional().orElseThrow(),
        new Facts.Answer(true, "seen", "", List.of(FixedFacts.PROOF)),
        new Facts.TaskCount(1, 2, List.of(FixedFacts.PROOF)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          480      | ms    |       | < 500 ms     | PASSED  | 480 ms < 500 ms (score of Encode)
          0.48     | s     |       | < 500 ms     | PASSED  | 480 ms < 500 ms (score of Encode)
          480000   | us    |       | < 0.5 s      | PASSED  | 0.48 s < 0.5 s (score of Encode)
          500      | ms    |       | < 500 ms     | FAILED  | 500 ms >= 500 ms (0 ms, score of Encode)
          0.0083   | min   |       | < 500 ms     | PASSED  | 498 ms < 500 ms (score of Encode)
          3        |       |       | >= 3x        | PASSED  | 3x >= 3x (score of Encode)
          2.9999   |       |       | >= 3x        | FAILED  | 2.999x < 3x (-0.001x, score of Encode)
          21       |       | count | = 21         | PASSED  | 21 = 21 (score of Encode)
          79.99    | %     |       | >= 80%       | FAILED  | 79.9% < 80% (-0.1 points, score of Encode)
          120      | req/s |       | >= 6000 req/min | PASSED | 7200 req/min >= 6000 req/min (score of Encode)
          1        | GB    |       | <= 1000 MB   | PASSED  | 1000 MB <= 1000 MB (score of Encode)
          1        | GiB   |       | <= 1000 MB   | FAILED  | 1073.742 MB > 1000 MB (+73.742 MB, score of Encode)
          -1       | ms    |       | < 5 ms       | UNKNOWN | target/jacoco.xml:1: EncodeBench is below zero, as where nothing was measured
          -1       |       | MB    | <= 150 MB    | UNKNOWN | target/jacoco.xml:1: EncodeBench is below zero, as where nothing was measured
          -1       | req/s |       | != 0 req/s   | UNKNOWN | target/jacoco.xml:1: EncodeBench is below zero, as where nothing was measured
          -1       |       | count | < 5          | PASSED  | -1 < 5 (score of Encode)
          -1.5     | %     |       | <= 5%        | PASSED  | -1.5% <= 5% (score of Encode)
          480      |       | ms    | < 0.5 s      | PASSED  | 0.48 s < 0.5 s (score of Encode)
          480      |       |       | < 500 ms     | UNKNOWN | EncodeBench is written there without a unit
          480      | s     | ms    | < 500 ms     | UNKNOWN | EncodeBench is in s there, and the plan says that it is in ms
          480      | count | req/s | < 500 req/s  | UNKNOWN | EncodeBench is a plain number there, which cannot be compared with < 500 req/s
          480      | count |       | < 500 req/s  | UNKNOWN | EncodeBench is a plain number there, which cannot be compared with < 500 req/s
          480      | count | ms    | < 500 ms     | UNKNOWN | EncodeBench is a plain number there, and the plan says that it is in ms
          480      | count |       | < 500 ms     | UNKNOWN | EncodeBench is a plain number, which cannot be compared with < 500 ms
          480      | MB    |       | < 500 ms     | UNKNOWN | EncodeBench is in MB, which cannot be compared with < 500 ms
          480      | ms    |       | < 500        | UNKNOWN | EncodeBench is in ms, which cannot be compared with < 500
          """)
  void a_measured_number_is_compared_in_units_of_one_kind_and_never_across(
      String number, String told, String said, String wanted, Outcome outcome, String summary) {
    Verdict verdict =
        one(
            Rules.metric("EncodeBench", Optional.ofNullable(said), wanted),
            facts().measured(number, Optional.ofNullable(told).flatMap(JudgeTest::unit)));

    assertThat(verdict.summary()).isEqualTo(summary);
    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.key()).isEqualTo("value");
  }

  private static Optional<Unit> unit(String told) {
    return told.equals("count") ? Optional.of(Unit.NONE) : Unit.ofSymbol(told);
  }

  @Test
  void a_share_of_tasks_is_shown_as_declared() {
    Proof declared =
        new Proof(
            Proof.Kind.PLAN,
            Proof.Strength.DECLARED,
            "A.2 is todo",
            Optional.of(Places.line(7)),
            Optional.empty());

    Verdict verdict = one(Rules.allTasks("= 100%"), facts().tasks(2, 3, declared));

    assertThat(verdict.key()).isEqualTo("done");
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.summary()).isEqualTo("66.6% != 100% (-33.4 points, 2/3 tasks)");
    assertThat(verdict.remedy())
        .isEqualTo("Finish the open tasks, or correct their state in the plan.");
    assertThat(verdict.attested()).isTrue();
  }

  @Test
  void no_task_is_unknown_and_never_all_of_them() {
    Verdict verdict = one(Rules.allTasks("= 100%"), facts().tasks(0, 0));

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.key()).isEqualTo("done");
    assertThat(verdict.summary()).isEqualTo("there are no tasks to count");
    assertThat(verdict.remedy()).isEqualTo("Add tasks, or take the rule out (coord.yml:20).");
  }

  @Test
  void what_git_answers_is_the_verdict() {
    Facts.Answer no = new Facts.Answer(false, "x is not in main", "Merge x.", List.of());
    Facts.Answer yes = new Facts.Answer(true, "x is in main", "", List.of(FixedFacts.PROOF));

    Verdict failed = one(Rules.merged("x"), facts().merged(no));
    Verdict passed = one(Rules.merged("x"), facts().merged(yes));

    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.key()).isEmpty();
    assertThat(failed.required()).isEqualTo("merged");
    assertThat(failed.summary()).isEqualTo("x is not in main");
    assertThat(failed.remedy()).isEqualTo("Merge x.");
    assertThat(failed.proof()).containsExactly(Proof.plan("the rule", Places.line(20)));
    assertThat(passed.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(passed.proof()).containsExactly(FixedFacts.PROOF);
    assertThat(one(Rules.merged("x"), facts()).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_path_is_there_or_not_or_unknown() {
    assertThat(one(Rules.exists("a"), facts().path("a", true)).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(one(Rules.exists("a"), facts().path("a", false)).outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(one(Rules.exists("a"), facts().pathUnknown("a")).outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void what_a_path_rule_wants_is_said_in_its_words() {
    FixedFacts facts = facts().path("a", true);

    assertThat(one(Rules.exists("a"), facts).required()).isEqualTo("exists");
    assertThat(one(Rules.absent("a"), facts).required()).isEqualTo("absent");
    assertThat(one(Rules.contains("a", "30 days"), facts).required())
        .isEqualTo("contains \"30 days\"");
  }

  @Test
  void what_somebody_says_passes_and_is_shown_as_declared() {
    Verdict verdict = one(Rules.declared("ana", "The terms were sent."), facts());

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.summary()).isEqualTo("ana says: The terms were sent.");
    assertThat(verdict.measured()).isEqualTo("declared by ana");
    assertThat(verdict.required()).isEqualTo("declared by ana");
    assertThat(verdict.attested()).isTrue();
    assertThat(verdict.proof()).extracting(Proof::strength).containsOnly(Proof.Strength.DECLARED);
  }

  @Test
  void what_nobody_has_said_yet_is_unknown() {
    Verdict verdict = one(Rules.declared("ana", ""), facts());

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.summary()).isEqualTo("ana has not said so");
    assertThat(verdict.measured()).isEqualTo("ana has not said so yet");
    assertThat(verdict.remedy()).isEqualTo("Let ana write what is so under says (coord.yml:20).");
  }

  @Test
  void a_word_read_at_a_commit_keeps_the_commit() {
    DeclaredRule rule = new DeclaredRule(Origin.at(Places.line(3).in("abc")), "ana", "It is so.");

    assertThat(one(rule, facts()).proof().get(0).commit()).contains("abc");
  }
}
