package dev.coord.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sentences call things that have a noun and an id. */
class NamedTest {

  @ParameterizedTest
  @CsvSource({
    "wave wave-5, wave-5",
    "wave Wave_5, Wave_5",
    "wave wave5/config, wave5/config",
    "wave wave, wave",
    "wave waves-of-tests, wave waves-of-tests",
    "wave 5, wave 5",
    "wave first, wave first",
    "risk wave-5, risk wave-5",
    "wave-5, wave-5",
    "checkout/CHK-2, checkout/CHK-2",
  })
  void an_id_that_begins_with_its_noun_stands_alone(String subject, String told) {
    assertThat(Named.once(subject)).isEqualTo(told);
  }
}
