package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A freeze long ago, in a plan that does not say when the project started. */
class FreezeWithoutStartTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      events: [{id: code, kind: freeze, dates: 2026-01-05 to 2026-01-06}]
      """;

  @TempDir Path directory;

  private GitProject project;

  /** More came later than is read where nobody says since when. */
  private List<String> claims(String... times) throws IOException {
    project = GitProject.in(directory).on(Instant.parse("2025-12-01T10:00:00Z"));
    project.file("coord.yml", PLAN).commit("Plan");
    for (String time : times) {
      project.on(Instant.parse(time)).file("a.txt", time + "\n").commit("Work");
    }
    project.on(Instant.parse("2026-02-02T10:00:00Z"));
    for (int i = 0; i < 101; i++) {
      project.git("commit", "-q", "--allow-empty", "-m", "Later");
    }
    new Coord().site(Settings.in(directory).build());
    return Files.readString(directory.resolve("target/coord/claims.html.md"))
        .lines()
        .filter(line -> line.contains("main is frozen"))
        .toList();
  }

  @Test
  void a_commit_of_its_days_is_found_however_many_came_later() throws IOException {
    List<String> claims = claims("2026-01-06T23:00:00Z");
    String id = project.git("log", "-1", "--format=%h", "--abbrev=7", "--grep=Work").strip();

    assertThat(claims)
        .singleElement()
        .asString()
        .contains("contradicts", "1 commit arrived on it by their times: " + id);
  }

  @Test
  void it_is_kept_where_none_is_of_its_days() throws IOException {
    assertThat(claims("2026-01-04T23:59:59Z", "2026-01-07T00:00:00Z"))
        .singleElement()
        .asString()
        .contains("agrees", "no commit arrived on it")
        .doesNotContain("by now");
  }
}
