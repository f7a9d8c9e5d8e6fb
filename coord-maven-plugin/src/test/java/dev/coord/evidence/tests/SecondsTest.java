package dev.coord.evidence.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "12|12000000000",
        "0.001|1000000",
        "999999999.999999999|999999999999999999",
        "000000000.1|100000000",
        "0000000001.5|1500000000",
        ".5|500000000",
        "3.|3000000000",
        "0.123456789999|123456789",
        "1,234.5|1234500000000",
        "1,234,567.25|1234567250000000",
        "1,234,567|1234567000000000",
        "0,123|123000000",
        "1,234|1234000000",
        "1.234|1234000000",
        "1.234,5|1234500000000",
        "1.234.567|1234567000000000",
        "1e-3|1000000",
        "1.5E2|150000000000",
        "1e-99|0",
        "1000000000|1000000000000000000",
        "-0.000000|0",
        "-0|0",
        "-0,0|0",
      })
  void seconds_are_read_in_any_locale(String text, long nanos) {
    assertThat(Seconds.parse(text)).contains(Duration.ofNanos(nanos));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ".",
        ",",
        "-1",
        "-0.5",
        "-0.000001",
        "-",
        "-.0",
        "+1",
        "NaN",
        "Infinity",
        "1e",
        "1e999",
        "1e10",
        "1000000001",
        "1,23,4.5",
        "1.2.3",
        "12,34.5.6",
        "1 000",
        "0x10",
        "1s",
        "٣",
        "1.5.",
        "e5"
      })
  void anything_else_is_no_number_of_seconds(String text) {
    assertThat(Seconds.parse(text)).isEmpty();
  }

  @Test
  void a_very_long_number_is_none() {
    assertThat(Seconds.parse("0." + "1".repeat(38))).isPresent();
    assertThat(Seconds.parse("0." + "1".repeat(39))).isEmpty();
  }
}
