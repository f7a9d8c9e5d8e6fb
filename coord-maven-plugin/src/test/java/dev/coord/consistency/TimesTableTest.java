package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small plans, each with all that is told of it: what is no contradiction stands beside what is. In
 * the table, {@code ===} begins a plan, whose text begins on line 2, and {@code >>>} stands before
 * what is told, one line each.
 */
class TimesTableTest {

  @ParameterizedTest
  @MethodSource("plans")
  void a_plan_is_told_what_contradicts_and_no_more(String plan, List<String> told) {
    assertThat(Told.of(Consistency.of(PlanTexts.shop(plan)).stream())).isEqualTo(told);
  }

  @Test
  void of_half_of_the_plans_nothing_is_told() throws IOException {
    List<List<?>> told = plans().<List<?>>map(plan -> (List<?>) plan.get()[1]).toList();

    assertThat(told).hasSizeGreaterThanOrEqualTo(40);
    assertThat(told.stream().filter(List::isEmpty)).hasSizeGreaterThanOrEqualTo(told.size() / 2);
    assertThat(told.stream().filter(lines -> !lines.isEmpty())).hasSizeGreaterThanOrEqualTo(15);
  }

  static Stream<Arguments> plans() throws IOException {
    List<Arguments> plans = new ArrayList<>();
    for (String entry : text().split("(?m)^(?==== )")) {
      int title = entry.indexOf('\n');
      int told = entry.indexOf("\n>>>\n", title);
      plans.add(
          Arguments.of(
              Named.of(entry.substring(4, title), entry.substring(title + 1, told + 1)),
              entry.substring(told + 5).lines().toList()));
    }
    return plans.stream();
  }

  private static String text() throws IOException {
    try (InputStream in = TimesTableTest.class.getResourceAsStream("times.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
