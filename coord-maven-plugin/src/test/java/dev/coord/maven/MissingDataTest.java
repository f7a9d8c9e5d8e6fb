package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingDataTest {

  @Test
  void it_fails_or_warns() throws Exception {
    assertThat(MissingData.isLenient("fail")).isFalse();
    assertThat(MissingData.isLenient("warn")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WARN", "ignore", "true"})
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> MissingData.isLenient(text))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("coord.missingData is neither fail nor warn. Write one of them.");
  }
}
