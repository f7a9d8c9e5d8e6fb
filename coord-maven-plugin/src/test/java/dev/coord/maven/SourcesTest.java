package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.engine.Settings.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;

class SourcesTest {

  private static final Path BUILD = Path.of("build").toAbsolutePath();

  private final MavenSession session = Sessions.in(BUILD, List.of(Sessions.project("root")));
  private final Sources sources = new Sources(session);

  @Test
  void what_stands_on_the_command_line_is_the_users() {
    said("coord.base", " main ");
    said("coord.skip", "true");
    said("coord.plan", "plans/coord.yml");

    sources
        .text("coord.base", Optional.of("main"))
        .flag("coord.skip", true)
        .file("coord.plan", Optional.of(BUILD.resolve("plans/coord.yml")));

    assertThat(sources.byName())
        .hasSize(3)
        .allSatisfy((name, source) -> assertThat(source).isEqualTo(Source.COMMAND_LINE));
  }

  @Test
  void what_the_java_virtual_machine_was_told_is_the_users() {
    session.getSystemProperties().setProperty("coord.base", "main");

    assertThat(sources.text("coord.base", Optional.of("main")).byName())
        .containsEntry("coord.base", Source.COMMAND_LINE);
  }

  @Test
  void what_stands_elsewhere_is_the_poms_even_if_the_user_says_something_else() {
    said("coord.base", "main");
    said("coord.skip", "false");
    said("coord.plan", "coord.yml");

    sources
        .text("coord.base", Optional.of("HEAD"))
        .text("coord.now", Optional.of("2026-01-01"))
        .flag("coord.skip", true)
        .file("coord.plan", Optional.of(BUILD.resolve("evil/coord.yml")));

    assertThat(sources.byName())
        .hasSize(4)
        .allSatisfy((name, source) -> assertThat(source).isEqualTo(Source.POM));
  }

  @Test
  void what_is_at_its_default_is_nobodys() {
    said("coord.base", "");

    assertThat(
            sources
                .text("coord.base", Optional.empty())
                .file("coord.plan", Optional.empty())
                .byName())
        .isEmpty();
  }

  private void said(String name, String value) {
    session.getUserProperties().setProperty(name, value);
  }
}
