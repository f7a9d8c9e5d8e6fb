package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.TestCase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestNameTest {

  @ParameterizedTest
  @CsvSource({
    "shop.cart.BasketTest, adds, BasketTest#adds",
    "BasketTest, adds, BasketTest#adds",
    "'', adds, adds",
    "shop., adds, adds",
    "a.B, this_is_a_name_that_is_longer_than_a_sentence_has_any_room_for_x, "
        + "B#this_is_a_name_that_is_longer_than_a_sentence_has_any_roo…"
  })
  void a_sentence_names_a_test_without_its_package_and_no_longer_than_it_has_room_for(
      String type, String name, String brief) {
    TestCase test =
        new TestCase(
            type, name, TestCase.Outcome.FAILED, Duration.ZERO, "", Optional.empty(), "TEST-a.xml");

    assertThat(TestName.brief(test)).isEqualTo(brief);
  }
}
