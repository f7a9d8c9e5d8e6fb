package dev.coord.site.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignsTest {

  @ParameterizedTest
  @CsvSource({
    ">= 80%, ≥ 80%",
    "54.8% <= 80% (-25.2 points), 54.8% ≤ 80% (-25.2 points)",
    "32 != 0 (of 90), 32 ≠ 0 (of 90)",
    "coverage (>=80), coverage (≥80)",
    "a >= -1, a ≥ -1"
  })
  void comparisons_with_numbers_have_the_signs_that_people_read(String text, String shown) {
    assertThat(Signs.of(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a >= b", "x>=1", "=> 1", "== 1", ">== 1", "<!= 2", "if (a != null)", ""})
  void all_else_stays_as_it_is(String text) {
    assertThat(Signs.of(text)).isEqualTo(text);
  }
}
