package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository without a commit. */
class NoBranchTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams: [{id: a, owns: [/api/]}]
      """;

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory);
  }

  @Test
  void a_repository_without_a_commit_is_not_said_to_be_on_no_branch() {
    project.git("switch", "-q", "--orphan", "fresh");
    project.file("coord.yml", PLAN);
    Settings here = Settings.in(directory).build();

    assertThat(new Coord().mayChange(here, List.of("api/a.txt")).failure())
        .contains("coord cannot tell who asks: the git repository has no commit yet. Name the");
    assertThat(new Coord().brief(here).failure())
        .startsWith(
            "The git repository has no commit yet. Name one with -Dcoord.workstream=ID: a.");
  }
}
