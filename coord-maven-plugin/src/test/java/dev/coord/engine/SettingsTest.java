package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void directories_become_absolute_and_plain() {
    Settings settings = Settings.in(Path.of("a/../b")).workingDirectory(Path.of("c/./d")).build();

    assertThat(settings.directory()).isAbsolute().endsWith(Path.of("b"));
    assertThat(settings.directory().toString()).doesNotContain("..");
    assertThat(settings.workingDirectory()).isAbsolute().endsWith(Path.of("c", "d"));
  }

  @Test
  void the_user_is_where_the_build_is_unless_told_otherwise() {
    Settings settings = Settings.in(Path.of("a")).build();

    assertThat(settings.workingDirectory()).isEqualTo(settings.directory());
  }

  @Test
  void the_environment_is_copied() {
    Map<String, String> environment = new HashMap<>(Map.of("CI", "true"));
    Settings settings = Settings.in(Path.of("a")).environment(environment).build();

    environment.put("CI", "false");

    assertThat(settings.environment()).containsOnly(Map.entry("CI", "true"));
  }

  @Test
  void nothing_is_null() {
    assertThatNullPointerException()
        .isThrownBy(() -> Settings.in(Path.of("a")).workstream(null).build());
    assertThatNullPointerException()
        .isThrownBy(() -> Settings.in(Path.of("a")).version(null).build());
  }
}
