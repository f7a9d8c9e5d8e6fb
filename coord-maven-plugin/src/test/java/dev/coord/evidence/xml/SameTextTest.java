package dev.coord.evidence.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameTextTest {

  private static boolean isSame(String expected, String buffer, int start, int end) {
    SameText text = new SameText();
    text.expect(expected);
    text.decode(buffer.toCharArray(), start, end);
    return text.isSame();
  }

  @Test
  void only_the_given_part_of_the_buffer_counts() {
    assertThat(isSame("basedir", "xbasedirx", 1, 8)).isTrue();
    assertThat(isSame("basedir", "xbasedirx", 1, 9)).isFalse();
    assertThat(isSame("basedir", "xbasedirx", 1, 7)).isFalse();
    assertThat(isSame("basedir", "xbasediRx", 1, 8)).isFalse();
  }

  @Test
  void a_text_that_is_made_already_is_compared_as_well() {
    SameText text = new SameText();
    text.expect("basedir");
    text.decode("basedir");
    assertThat(text.isSame()).isTrue();
    text.decode("base");
    assertThat(text.isSame()).isFalse();
  }

  @Test
  void no_value_is_an_empty_text() {
    SameText text = new SameText();
    text.expect("");
    text.handleEmptyValue();
    assertThat(text.isSame()).isTrue();
    text.expect("basedir");
    text.handleEmptyValue();
    assertThat(text.isSame()).isFalse();
  }
}
