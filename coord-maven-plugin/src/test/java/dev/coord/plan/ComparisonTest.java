package dev.coord.plan;

import static dev.coord.testing.Rules.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.plan.Comparison.Operator;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

  @Test
  void twenty_nine_of_fifty_are_exactly_58_percent() {
    assertThat(share("= 58%", 29, 50)).isTrue();
    assertThat(share(">= 58%", 29, 50)).isTrue();
    assertThat(share("> 58%", 29, 50)).isFalse();
  }

  @Test
  void almost_is_not_enough() {
    assertThat(share(">= 80%", 7999, 10000)).isFalse();
    assertThat(share(">= 80%", 8000, 10000)).isTrue();
    assertThat(share(">= 80%", 799_999_999_999L, 1_000_000_000_000L)).isFalse();
  }

  @Test
  void a_third_is_neither_33_3_nor_33_4_percent() {
    assertThat(share("= 33.3%", 1, 3)).isFalse();
    assertThat(share("> 33.3%", 1, 3)).isTrue();
    assertThat(share("< 33.4%", 1, 3)).isTrue();
    assertThat(share(">= 33.333333333333333%", 1, 3)).isTrue();
    assertThat(share(">= 33.3333333333333334%", 1, 3)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'= 3', false, true, false",
    "'!= 3', true, false, true",
    "'< 3', true, false, false",
    "'<= 3', true, true, false",
    "'> 3', false, false, true",
    "'>= 3', false, true, true"
  })
  void the_six_operators(String wanted, boolean two, boolean three, boolean four) {
    assertThat(comparison(wanted).metBy(2)).isEqualTo(two);
    assertThat(comparison(wanted).metBy(3)).isEqualTo(three);
    assertThat(comparison(wanted).metBy(4)).isEqualTo(four);
  }

  @Test
  void times_are_compared_in_milliseconds() {
    assertThat(comparison("< 500 ms").metBy(499)).isTrue();
    assertThat(comparison("< 500 ms").metBy(500)).isFalse();
    assertThat(comparison("<= 1.5 s").metBy(1500)).isTrue();
    assertThat(comparison("<= 1.5 s").metBy(1501)).isFalse();
    assertThat(comparison("= 2 min").metBy(120_000)).isTrue();
    assertThat(comparison("> 1 h").metBy(3_600_000)).isFalse();
    assertThat(comparison("> 1 h").metBy(3_600_001)).isTrue();
  }

  @Test
  void a_share_of_nothing_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> share(">= 80%", 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> share(">= 80%", 1, -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {">= 80%", "< 500 ms", "= 0", "!= 1.50 h", "<= 33.3%", "> 2 min", "= 3 s"})
  void it_is_written_as_plans_write_it(String text) {
    assertThat(comparison(text)).hasToString(text);
  }

  @Test
  void a_limit_has_at_most_18_digits_and_is_never_negative() {
    assertThat(comparison("= 123456789012345678").number()).isPositive();
    assertThatIllegalArgumentException().isThrownBy(() -> comparison("= 1234567890123456789"));
    assertThatIllegalArgumentException().isThrownBy(() -> comparison("= 0.0000000000000000001"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Comparison(Operator.EQUAL, new BigDecimal("1E999"), Unit.NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Comparison(Operator.EQUAL, new BigDecimal("-1"), Unit.NONE));
  }

  @Test
  void every_unit_is_found_by_its_symbol_exactly_as_written() {
    for (Unit unit : Unit.values()) {
      assertThat(Unit.ofSymbol(unit.symbol())).contains(unit);
    }
    assertThat(Unit.ofSymbol("MS")).isEmpty();
    assertThat(Unit.ofSymbol("days")).isEmpty();
  }

  private static boolean share(String wanted, long part, long whole) {
    return comparison(wanted).metBy(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }
}
