package dev.coord.plan;

import static dev.coord.plan.PlanDiffs.gate;
import static dev.coord.plan.PlanDiffs.plan;
import static dev.coord.plan.PlanDiffs.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.coord.testing.Rules;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which rules ask for all that others do. */
class ImplicationTest {

  private static final String A = "{path: {file: a, exists: true}}";

  private static final String B = "{path: {file: b, exists: true}}";

  private static final String LINES = "{coverage: {lines: '>= 70%'}}";

  private static final String MORE = "{coverage: {lines: '>= 80%'}}";

  static Stream<Arguments> stricter() {
    return Stream.of(
        arguments("all: [" + A + "]", "all: [" + A + ", " + B + "]"),
        arguments("all: [" + A + ", " + LINES + "]", "all: [" + A + ", " + MORE + "]"),
        arguments("any: [" + A + ", " + B + "]", "any: [" + A + "]"),
        arguments("any: [" + A + ", " + LINES + "]", "any: [" + MORE + ", " + A + "]"),
        arguments("any: [" + A + ", " + B + "]", "all: [" + A + ", " + B + "]"),
        arguments("path: {file: a, exists: true}", "all: [" + B + ", " + A + "]"),
        arguments("any: [" + A + ", " + B + "]", "path: {file: b, exists: true}"),
        arguments("path: {file: a, contains: [x, y]}", "path: {file: a, contains: [z, y, x]}"),
        arguments("path: {file: a, contains: y}", "path: {file: a, contains: [x, y]}"),
        arguments("not: " + MORE, "not: " + LINES),
        arguments("not: {all: [" + A + ", " + B + "]}", "not: " + A),
        arguments("not: " + A, "not: {any: [" + A + ", " + B + "]}"),
        arguments(
            "all: [" + A + ", {any: [" + LINES + ", " + B + "]}]",
            "all: [" + A + ", {any: [" + MORE + ", {all: [" + B + ", " + A + "]}]}]"));
  }

  @ParameterizedTest
  @MethodSource("stricter")
  void a_combination_that_asks_more_is_not_told_and_one_that_asks_less_is(
      String rule, String stricter) {
    assertThat(told(gate(rule), gate(stricter))).isEmpty();
    assertThat(told(gate(stricter), gate(rule))).hasSize(1);
  }

  @Test
  void a_combination_in_another_order_asks_the_same() {
    String both = "all: [" + A + ", {any: [" + B + ", " + LINES + "]}]";
    String turned = "all: [{any: [" + LINES + ", " + B + "]}, " + A + "]";

    assertThat(told(gate(both), gate(turned))).isEmpty();
    assertThat(told(gate(both), gate(turned.replace("any", "all")))).isEmpty();
    assertThat(told(gate(turned.replace("any", "all")), gate(both))).hasSize(1);
  }

  @Test
  void texts_of_another_file_or_that_something_else_is_asked_of_are_not_the_same() {
    String texts = "path: {file: a, contains: [x, y]}";

    assertThat(told(gate(texts), gate("path: {file: a, contains: [y, x]}"))).isEmpty();
    assertThat(told(gate(texts), gate("path: {file: b, contains: [x, y]}"))).hasSize(1);
    assertThat(told(gate("path: {file: a, contains: x}"), gate("path: {file: a, names: x}")))
        .hasSize(1);
    assertThat(told(gate(texts), gate("path: {file: a, exists: true}"))).hasSize(1);
    assertThat(told(gate("path: {file: a, exists: true}"), gate(texts))).hasSize(1);
  }

  @Test
  void ownership_in_a_combination_is_not_what_it_is_alone() {
    assertThat(told(gate("ownership: {}"), gate("all: [{ownership: {}}]"))).hasSize(1);
  }

  @Test
  @Timeout(20)
  void rules_of_any_depth_are_compared_in_little_time() {
    assertThat(Implication.of(deep(">= 80%"), deep(">= 70%"))).isTrue();
    assertThat(Implication.of(deep(">= 70%"), deep(">= 80%"))).isFalse();
  }

  private static Rule deep(String lines) {
    Rule deep = Rules.lines(lines);
    for (int i = 0; i < 60; i++) {
      deep =
          Rules.all(
              Rules.any(deep, Rules.exists("b" + i)),
              Rules.any(Rules.all(deep, Rules.exists("c")), deep));
    }
    return deep;
  }

  @ParameterizedTest
  @CsvSource({
    "= 5, = 5, true",
    "= 5, = 6, false",
    ">= 5, = 5, false",
    "!= 5, = 5, false",
    "= 5, != 6, true",
    "= 5, != 5, false",
    "!= 5, != 5, true",
    "!= 5, != 6, false",
    "< 5, != 5, true",
    "<= 5, != 5, false",
    "<= 4, != 5, true",
    "< 6, != 5, false",
    "> 5, != 5, true",
    ">= 5, != 5, false",
    ">= 6, != 5, true",
    "> 4, != 5, false",
    "< 5, < 5, true",
    "<= 5, < 5, false",
    "<= 4, < 5, true",
    "= 4, < 5, true",
    "= 5, < 5, false",
    "> 1, < 5, false",
    "!= 5, < 5, false",
    "< 6, < 5, false",
    "< 5, <= 5, true",
    "<= 5, <= 5, true",
    "<= 6, <= 5, false",
    "= 5, <= 5, true",
    ">= 1, <= 5, false",
    "> 5, > 5, true",
    ">= 5, > 5, false",
    ">= 6, > 5, true",
    "= 6, > 5, true",
    "= 5, > 5, false",
    "< 9, > 5, false",
    "> 4, > 5, false",
    "> 5, >= 5, true",
    ">= 5, >= 5, true",
    ">= 4, >= 5, false",
    "= 5, >= 5, true",
    "= 4, >= 5, false",
    "<= 9, >= 5, false",
    "!= 1, >= 5, false"
  })
  void a_comparison_is_as_strict_as_another_if_no_number_meets_it_alone(
      String first, String second, boolean implies) {
    TestsRule one =
        (TestsRule) plan("a.yml", gate("tests: {total: '" + first + "'}")).gates().get(0).rule();
    TestsRule two =
        (TestsRule) plan("b.yml", gate("tests: {total: '" + second + "'}")).gates().get(0).rule();

    assertThat(Implication.implies(one.total().orElseThrow(), two.total().orElseThrow()))
        .isEqualTo(implies);
  }

  @ParameterizedTest
  @CsvSource({
    "= 0, < 1",
    "= 0, <= 0",
    "<= 0, = 0",
    "!= 0, > 0",
    "!= 0, >= 1",
    "> 2, >= 3",
    "< 3, <= 2"
  })
  void nothing_counted_lies_between_two_numbers(String first, String second) {
    assertThat(told(tests(first), tests(second))).isEmpty();
    assertThat(told(tests(second), tests(first))).isEmpty();
    assertThat(
            told(metric(first), metric(second)).size() + told(metric(second), metric(first)).size())
        .as("a number that was measured may")
        .isPositive();
  }

  @Test
  void a_comparison_of_things_that_implies_another_is_met_by_none_that_does_not_meet_that() {
    List<Comparison> all =
        Stream.of("0", "0.5", "1", "1.5", "2", "3", "1000000000000001", "999999999999999999")
            .flatMap(
                number ->
                    Stream.of(Comparison.Operator.values())
                        .map(op -> new Comparison(op, new BigDecimal(number), Unit.NONE)))
            .toList();
    int implied = 0;
    for (Comparison first : all) {
      for (Comparison second : all) {
        if (Implication.implies(first.ofThings(), second.ofThings())) {
          implied++;
          assertThat(LongStream.rangeClosed(0, 5).filter(first::metBy))
              .as(first + " and " + second)
              .allMatch(second::metBy);
        }
      }
    }
    assertThat(implied).isGreaterThan(all.size());
  }

  private static String tests(String failed) {
    return gate("tests: {failed: '" + failed + "'}");
  }

  private static String metric(String value) {
    return gate("metric: {file: m.json, read: /x, value: '" + value + "'}");
  }
}
