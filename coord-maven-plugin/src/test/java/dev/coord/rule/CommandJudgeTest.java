package dev.coord.rule;

import static dev.coord.testing.FixedFacts.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CommandRun;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Command;
import dev.coord.plan.CommandRule;
import dev.coord.plan.Rule;
import dev.coord.testing.Places;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandJudgeTest {

  private static final CommandRule RULE =
      new CommandRule(
          Places.origin(20), new Command(List.of("npm", "audit"), Duration.ofMinutes(5)));

  @ParameterizedTest
  @CsvSource({
    "0, PASSED, FAILED, exit 0 within 10 s",
    "1, FAILED, PASSED, exit 1 within 10 s",
    "2, FAILED, PASSED, exit 2 within 10 s",
    "255, FAILED, PASSED, exit 255 within 10 s",
    "126, UNKNOWN, UNKNOWN, a program could not be executed (exit 126)",
    "127, UNKNOWN, UNKNOWN, a program was not found (exit 127)",
    "137, UNKNOWN, UNKNOWN, it was ended from outside (exit 137)",
    "192, UNKNOWN, UNKNOWN, it was ended from outside (exit 192)",
    "-1073741819, UNKNOWN, UNKNOWN, it was ended from outside (exit -1073741819)",
    ", UNKNOWN, UNKNOWN, it was stopped after 10 s"
  })
  void an_exit_is_yes_or_no_and_what_broke_off_is_neither_even_when_it_is_negated(
      Integer exit, Outcome outcome, Outcome negated, String summary) {
    OptionalInt code = exit == null ? OptionalInt.empty() : OptionalInt.of(exit);

    Verdict verdict = judge(RULE, code);

    assertThat(verdict.outcome()).isEqualTo(outcome);
    assertThat(verdict.summary()).isEqualTo(summary);
    assertThat(verdict.required()).isEqualTo("exit 0");
    assertThat(judge(new Rule.Not(Places.origin(20), RULE), code).outcome()).isEqualTo(negated);
  }

  @Test
  void the_last_lines_prove_it_and_the_remedy_names_the_command() {
    Verdict verdict = judge(RULE, OptionalInt.of(1));

    assertThat(verdict.proof())
        .containsExactly(Proof.output("two"), Proof.output("three"), Proof.output("four"));
    assertThat(verdict.remedy()).isEqualTo("Mend what it says: npm audit.");
    assertThat(judge(RULE, OptionalInt.of(0)).remedy()).isEmpty();
    assertThat(judge(RULE, OptionalInt.empty()).remedy())
        .isEqualTo(
            "See why it takes so long, or give it more time (timeout:, at most 1 h): npm audit.");
  }

  @Test
  void one_that_wrote_nothing_says_so() {
    CommandRun silent = new CommandRun(OptionalInt.of(0), Duration.ofSeconds(2), List.of(), false);

    Verdict verdict = new Judge().judge(RULE, facts().command(Observation.known(silent))).get(0);

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.proof())
        .containsExactly(Proof.plan("it wrote nothing", RULE.origin().self()));
  }

  @Test
  void one_that_was_not_run_is_unknown() {
    Observation<CommandRun> off = Observation.unknown("it was not run", "Allow it.");

    Verdict verdict = new Judge().judge(RULE, facts().command(off)).get(0);

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.summary()).isEqualTo("it was not run");
    assertThat(verdict.remedy()).isEqualTo("Allow it.");
  }

  private static Verdict judge(Rule rule, OptionalInt exit) {
    CommandRun run =
        new CommandRun(exit, Duration.ofSeconds(10), List.of("one", "two", "three", "four"), false);
    return new Judge().judge(rule, facts().command(Observation.known(run))).get(0);
  }
}
