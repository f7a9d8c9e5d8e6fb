package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Command;
import dev.coord.plan.CommandRule;
import dev.coord.site.RuleNotation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandRulesTest {

  @Test
  void arguments_in_quotes_are_as_they_stand_there() {
    assertThat(read("[sh, -c, \"  echo 'x' \", \"\", 20, \"a: b\"]").run())
        .containsExactly("sh", "-c", "  echo 'x' ", "", "20", "a: b");
  }

  @Test
  void one_argument_may_stand_there_twice() {
    assertThat(read("[run, -v, -v]").run()).containsExactly("run", "-v", "-v");
  }

  @ParameterizedTest
  @CsvSource({"1 s, PT1S", "90s, PT90S", "60 min, PT1H", "1 h, PT1H", "3600 s, PT1H"})
  void a_time_is_a_whole_number_with_its_unit(String written, Duration time) {
    assertThat(read("[npm], timeout: " + written).timeout()).isEqualTo(time);
  }

  @Test
  void without_a_time_it_may_take_ten_minutes() {
    assertThat(read("[npm]").timeout()).isEqualTo(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[npm, audit]| command: {run: [\"npm\", \"audit\"]}",
        "[npm], timeout: 10 min| command: {run: [\"npm\"]}",
        "[sh, -c, \"a\\n\\\"b\\\"\"], timeout: 90 s"
            + "| command: {run: [\"sh\", \"-c\", \"a\\n\\\"b\\\"\"], timeout: \"90 s\"}"
      })
  void its_notation_is_read_as_the_same_command(String written, String notation) {
    Command command = read(written);
    CommandRule rule = rule(written);

    assertThat(RuleNotation.of(rule)).isEqualTo(notation);
    String again = notation.substring("command: {run: ".length(), notation.length() - 1);
    assertThat(read(again)).isEqualTo(command);
  }

  @Test
  void a_command_says_the_same_as_another_only_with_every_letter_and_its_time() {
    CommandRule rule = rule("[npm, audit]");

    assertThat(rule.saysTheSameAs(rule("[npm, audit], timeout: 600 s"))).isTrue();
    for (String other :
        List.of(
            "[npm, audit, \"\"]", "[npm audit]", "[npm, Audit]", "[npm, audit], timeout: 9 min")) {
      assertThat(rule.saysTheSameAs(rule(other))).as(other).isFalse();
    }
  }

  @Test
  void a_line_can_be_pasted_into_a_shell() {
    assertThat(read("[sh, -c, \"echo 'x' $HOME\", \"\", --level=high]").line())
        .isEqualTo("sh -c 'echo '\\''x'\\'' $HOME' '' --level=high");
  }

  private static Command read(String rest) {
    return rule(rest).command();
  }

  private static CommandRule rule(String rest) {
    PlanReading reading =
        Plans.read(
            "coord: 1\nproject: {name: Shop}\ngates:\n  - {id: a, command: {run: " + rest + "}}\n");
    assertThat(reading.diagnostics()).isEmpty();
    return (CommandRule) reading.plan().orElseThrow().gates().get(0).rule();
  }
}
