package dev.coord.maven;

import dev.coord.engine.Settings.Source;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.maven.execution.MavenSession;

/**
 * Tells what the user says from what the POM says.
 *
 * <p>Maven gives a goal its parameters without their origin. What stands on the command line is
 * known, so a value that is not at its default and not that one is the POM's, or a profile's. The
 * files in {@code .mvn} count as command line, as they do for Maven.
 */
final class Sources {

  private final MavenSession session;
  private final Map<String, Source> sources = new TreeMap<>();

  Sources(MavenSession session) {
    this.session = session;
  }

  /** A text; empty where it is at its default. */
  Sources text(String parameter, Optional<String> value) {
    value.ifPresent(v -> add(parameter, said -> said.strip().equals(v)));
    return this;
  }

  /** A switch that is not at its default. */
  Sources flag(String parameter, boolean value) {
    return add(parameter, said -> Boolean.parseBoolean(said.strip()) == value);
  }

  /** A file, which Maven has made absolute; empty where it is at its default. */
  Sources file(String parameter, Optional<Path> value) {
    Path build = Path.of(session.getRequest().getBaseDirectory());
    value.ifPresent(
        v -> add(parameter, said -> v.normalize().equals(build.resolve(said).normalize())));
    return this;
  }

  private Sources add(String parameter, Predicate<String> same) {
    Optional<String> said =
        Optional.ofNullable(session.getUserProperties().getProperty(parameter))
            .or(() -> Optional.ofNullable(session.getSystemProperties().getProperty(parameter)));
    sources.put(parameter, said.filter(same).isPresent() ? Source.COMMAND_LINE : Source.POM);
    return this;
  }

  Map<String, Source> byName() {
    return sources;
  }
}
