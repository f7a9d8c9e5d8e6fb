package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
  private static Workstream workstream(String fields) {
    Plan plan =
        Plans.plan("coord: 1\nproject: {name: Shop}\nworkstreams: [{id: a, " + fields + "}]\n");
    return plan.workstreams().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.10",
        "010",
        "0x1F",
        "1_000",
        "12:30:45",
        "2026-01-05",
        ".5",
        "+1",
        "1e3",
        ".inf",
        ".nan",
        "y",
        "n",
        "=",
        "-",
        "0b",
        "0_"
      })
  void plain_numbers_and_the_like_are_texts_where_a_text_is_wanted(String plain) {
    assertThat(workstream("status: " + plain).status()).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "true", "null", "~", "010", "&a", "*a", "!a", "@a", "[a]", "- a"})
  void everything_in_quotes_is_a_text(String text) {
    assertThat(workstream("status: \"" + text + "\"").status()).isEqualTo(text);
    assertThat(workstream("status: '" + text + "'").status()).isEqualTo(text);
  }

  @Test
  void blocks_of_lines_are_texts_too() {
    Plan plan =
        Plans.plan(
            "coord: 1\nproject:\n  name: >-\n    Shop\n  purpose: |\n    a\n\n    b\n  status: |\n"
                + "    no\n");

    assertThat(plan.project().name()).isEqualTo("Shop");
    assertThat(plan.project().purpose()).isEqualTo("a\n\nb");
    assertThat(plan.project().status()).isEqualTo("no");
  }

  @Test
  void dates_may_be_quoted_and_are_days_that_exist() {
    assertThat(workstream("due: \"2028-02-29\"").due().orElseThrow()).hasToString("2028-02-29");
  }

  @Test
  void empty_lists_are_lists() {
    assertThat(workstream("owns: [], depends_on: [], tasks: []").dependsOn()).isEqualTo(List.of());
  }
}
