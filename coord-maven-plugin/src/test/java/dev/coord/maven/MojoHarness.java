package dev.coord.maven;

import dev.coord.it.GitProject;
import dev.coord.it.Team;
import java.nio.file.Path;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Goals as Maven configures them, in a checkout of the {@link Team}. */
@MojoTest
abstract class MojoHarness {

  @TempDir Path directory;
  final RecordingLog log = new RecordingLog();
  GitProject project;

  /** The session that the goal has been given. */
  MavenSession session;

  private final MojoExecution execution;

  MojoHarness(MojoExecution execution) {
    this.execution = execution;
  }

  /** Begins the session that the goal runs in, whose first project is that of the directory. */
  abstract MavenSession begin(MavenProject top);

  @BeforeEach
  void repository() {
    project = Team.checkout(directory);
  }

  @Provides
  @SuppressWarnings("unused")
  MavenSession session() {
    session = begin(Sessions.withPom(Sessions.project("shop"), directory));
    return session;
  }

  @Provides
  @SuppressWarnings("unused")
  MojoExecution execution() {
    return execution;
  }

  @Provides
  @SuppressWarnings("unused")
  Log log() {
    return log;
  }
}
