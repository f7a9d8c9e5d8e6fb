package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestTimeTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT0.0000001S, 0.001 ms",
    "PT0.0004S, 0.4 ms",
    "PT0.25S, 250 ms",
    "PT0.9994S, 999 ms",
    "PT0.9996S, 1 s",
    "PT1S, 1 s",
    "PT1.204S, 1.204 s",
    "PT59.9999S, 1 min",
    "PT59M59.96S, 1 h",
    "PT1M46.78S, 1 min 46.8 s",
    "PT2M0.01S, 2 min",
    "PT2M59.97S, 3 min",
    "PT25H, 25 h",
    "PT29H39M48.9S, 29 h 40 min",
    "PT29H39M12S, 29 h 39 min",
  })
  void times_are_told_in_the_units_that_people_use(Duration time, String expected) {
    assertThat(TestTime.words(time).replace('\u00a0', ' ')).isEqualTo(expected);
  }

  @Test
  void a_number_stays_in_one_line_with_its_unit() {
    assertThat(TestTime.words(Duration.ofMillis(106_800))).isEqualTo("1\u00a0min 46.8\u00a0s");
  }
}
