package dev.coord.engine;

import dev.coord.it.GitProject;
import dev.coord.publish.ConsoleLine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Runs of coord on a project of their own, without Maven. */
abstract class CoordRuns {

  @TempDir Path directory;

  static Settings.Builder settings(GitProject project) {
    return Settings.in(project.directory());
  }

  static List<String> texts(Result result) {
    return result.console().stream().map(ConsoleLine::text).toList();
  }
}
