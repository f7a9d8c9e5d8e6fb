package dev.coord.rule;

import static dev.coord.testing.Rules.comparison;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Comparison;
import dev.coord.plan.Comparison.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  private static final List<String> OPERATORS = List.of("=", "!=", "<", "<=", ">", ">=");

  @Test
  void a_share_that_misses_its_limit_never_reads_as_the_limit() {
    assertThat(share(">= 80%", 7999, 10000).relation()).isEqualTo("79.9% < 80%");
    assertThat(share(">= 80%", 799_999, 1_000_000).relation()).isEqualTo("79.9% < 80%");
    assertThat(share(">= 80.00%", 7999, 10000).relation()).isEqualTo("79.99% < 80.00%");
  }

  @Test
  void twenty_nine_of_fifty_read_as_58_percent() {
    assertThat(share(">= 58%", 29, 50).relation()).isEqualTo("58.0% >= 58%");
  }

  @Test
  void a_share_that_meets_its_limit_is_rounded_down_all_the_same() {
    assertThat(share(">= 80%", 8099, 10000).relation()).isEqualTo("80.9% >= 80%");
    assertThat(share(">= 80%", 10, 10).relation()).isEqualTo("100.0% >= 80%");
  }

  @ParameterizedTest
  @CsvSource({
    "'>= 80%', 79.9% < 80%",
    "'> 80%', 79.9% <= 80%",
    "'< 79%', 80.0% >= 79%",
    "'<= 79%', 80.0% > 79%",
    "'= 80%', 79.9% != 80%",
    "'= 79%', 80.0% != 79%",
    "'!= 80%', 79.95% != 80%"
  })
  void rounding_goes_towards_the_failing_side_of_each_operator(String wanted, String relation) {
    assertThat(share(wanted, 1599, 2000).relation()).isEqualTo(relation);
  }

  @Test
  void what_meets_its_limit_by_a_hair_is_shown_with_the_digits_that_show_it() {
    assertThat(share("> 80%", 80_001, 100_000).relation()).isEqualTo("80.001% > 80%");
    assertThat(share("< 20%", 19_999, 100_000).relation()).isEqualTo("19.999% < 20%");
    assertThat(share("!= 50%", 500_001, 1_000_000).relation()).isEqualTo("50.0001% != 50%");
    assertThat(number("< 5 s", 4_999_999, 1000).relation()).isEqualTo("4.999999 s < 5 s");
  }

  @Test
  void a_limit_with_decimals_is_shown_with_as_many() {
    assertThat(share(">= 33.34%", 1, 3).relation()).isEqualTo("33.33% < 33.34%");
    assertThat(share("= 33.33%", 1, 3).relation()).isEqualTo("33.34% != 33.33%");
  }

  @Test
  void what_must_differ_and_does_not_is_equal() {
    assertThat(share("!= 50%", 1, 2).relation()).isEqualTo("50.0% = 50%");
  }

  @Test
  void whole_numbers_have_no_decimals() {
    assertThat(number("= 0", 3, 1).relation()).isEqualTo("3 != 0");
    assertThat(number(">= 65", 58, 1).relation()).isEqualTo("58 < 65");
    assertThat(number(">= 2.50", 2, 1).relation()).isEqualTo("2 < 2.50");
  }

  @Test
  void times_are_shown_in_the_unit_of_the_limit() {
    assertThat(number("< 5 s", 3500, 1).relation()).isEqualTo("3.5 s < 5 s");
    assertThat(number("< 5 s", 5000, 1).relation()).isEqualTo("5 s >= 5 s");
    assertThat(number("< 2 min", 185_000, 1).relation()).isEqualTo("3.084 min >= 2 min");
    assertThat(number("<= 1 h", 0, 1).relation()).isEqualTo("0 h <= 1 h");
    assertThat(number("< 500 ms", 1234, 1).relation()).isEqualTo("1234 ms >= 500 ms");
  }

  @ParameterizedTest
  @CsvSource({
    "'>= 60%', 548, 1000, -5.2 points",
    "'<= 20%', 251, 1000, +5.1 points",
    "'= 50%', 1, 2, 0.0 points"
  })
  void the_margin_of_a_share_is_in_points(String wanted, long part, long whole, String margin) {
    assertThat(share(wanted, part, whole).margin()).isEqualTo(margin);
  }

  @Test
  void the_margin_of_a_number_has_its_unit() {
    assertThat(number("= 0", 2, 1).margin()).isEqualTo("+2");
    assertThat(number(">= 65", 58, 1).margin()).isEqualTo("-7");
    assertThat(number("< 5 s", 6250, 1).margin()).isEqualTo("+1.25 s");
    assertThat(number(">= 2.50", 2, 1).margin()).isEqualTo("-0.5");
  }

  @Test
  void the_gauge_of_a_share_runs_to_the_whole() {
    assertThat(share(">= 80%", 1, 2).gauge())
        .isEqualTo(new Verdict.Gauge(500, 800, Operator.AT_LEAST));
    assertThat(share(">= 80%", 1, 1).gauge())
        .isEqualTo(new Verdict.Gauge(1000, 800, Operator.AT_LEAST));
  }

  @Test
  void the_gauge_of_a_number_runs_to_the_larger_of_value_and_limit() {
    assertThat(number(">= 10", 5, 1).gauge())
        .isEqualTo(new Verdict.Gauge(500, 1000, Operator.AT_LEAST));
    assertThat(number("<= 5", 10, 1).gauge())
        .isEqualTo(new Verdict.Gauge(1000, 500, Operator.AT_MOST));
    assertThat(number("= 0", 0, 1).gauge()).isEqualTo(new Verdict.Gauge(0, 0, Operator.EQUAL));
  }

  /** What is shown, taken at its word, is on the same side of the limit as the exact value. */
  @Test
  void what_is_shown_is_always_on_the_side_of_what_is_true() {
    List<String> limits = List.of("0%", "33.3%", "33.34%", "50%", "58%", "66.667%", "80%", "100%");
    for (String operator : OPERATORS) {
      for (String limit : limits) {
        Comparison wanted = comparison(operator + " " + limit);
        for (int whole = 1; whole <= 60; whole++) {
          for (int part = 0; part <= whole; part++) {
            check(share(operator + " " + limit, part, whole), wanted, part, whole);
          }
        }
      }
    }
  }

  private static void check(Figures figures, Comparison wanted, long part, long whole) {
    BigInteger exact = big(part).multiply(big(100)).multiply(BigInteger.TEN.pow(6));
    BigInteger limit = wanted.number().movePointRight(6).toBigIntegerExact().multiply(big(whole));
    boolean met = holds(wanted, exact.compareTo(limit));
    BigDecimal shown = new BigDecimal(figures.measured().replace("%", ""));

    assertThat(figures.met()).as("%s/%s %s", part, whole, wanted).isEqualTo(met);
    assertThat(holds(wanted, shown.compareTo(wanted.number())))
        .as("%s/%s %s shown as %s", part, whole, wanted, shown)
        .isEqualTo(met);
  }

  private static boolean holds(Comparison wanted, int order) {
    return switch (wanted.operator().symbol()) {
      case "=" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static BigInteger big(long number) {
    return BigInteger.valueOf(number);
  }

  private static Figures share(String wanted, long part, long whole) {
    return number(wanted, part, whole);
  }

  private static Figures number(String wanted, long numerator, long denominator) {
    return new Figures(
        BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), comparison(wanted));
  }
}
