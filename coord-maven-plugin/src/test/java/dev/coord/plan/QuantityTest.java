package dev.coord.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "4 s, 400 ms, 3600",
    "4 days, 3 DAYS, 1",
    "4 days, 3, 1",
    "42%, 42 %, 0",
    "-1.5, 1, -2.5"
  })
  void numbers_of_one_kind_are_compared(String one, String other, BigDecimal difference) {
    assertThat(quantity(one).minus(quantity(other)).orElseThrow()).isEqualByComparingTo(difference);
  }

  @ParameterizedTest
  @CsvSource({"4 days, 3 weeks", "4 s, 3 MB", "4%, 3"})
  void numbers_of_two_kinds_are_not_compared(String one, String other) {
    assertThat(quantity(one).minus(quantity(other))).isEmpty();
  }

  @Test
  void a_number_alone_is_of_the_unit_that_is_said_beside_it() {
    assertThat(Quantity.of(" 4 ", "s")).contains(new Quantity(new BigDecimal("4"), "s"));
    assertThat(Quantity.of("4 ms", "s")).contains(new Quantity(new BigDecimal("4"), "ms"));
    assertThat(Quantity.of("about 4", "s")).isEmpty();
  }

  private static Quantity quantity(String text) {
    Optional<Quantity> quantity = Quantity.of(text, "");
    return quantity.orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"5k, 4000", "5 Mio, 400", "400, 2 thousand", "1 dozen, 3"})
  void a_multiple_is_a_part_of_its_number_and_no_unit(String one, String other) {
    assertThat(quantity(one).minus(quantity(other))).isEmpty();
  }
}
