package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import org.junit.jupiter.api.Test;

/** A plan is read and held against itself, without evidence. */
class ValidateTest extends CoordRuns {

  @Test
  void a_sound_plan_is_counted() {
    GitProject project = Team.checkout(directory);

    Result result = new Coord().validate(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(texts(result))
        .containsExactly("The plan is sound: 1 file, 2 workstreams, 0 sprints, 3 gates, 0 metrics");
  }

  @Test
  void a_plan_that_contradicts_itself_is_told_where() {
    GitProject project =
        GitProject.without(directory)
            .file(
                "coord.yml",
                """
                coord: 1
                project: {name: Shop, updated: 2026-02-02, next_review: 2026-02-01}
                """);

    Result result = new Coord().validate(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.PASSED);
    assertThat(texts(result))
        .containsExactly(
            "The plan can be read: 1 file, 0 workstreams, 0 sprints, 0 gates, 0 metrics",
            "It contradicts itself in 1 place:",
            "coord.yml:2:57: project: its next review is on 2026-02-01, but the plan was updated on"
                + " 2026-02-02. Write the day of the review to come.");
  }

  @Test
  void a_bad_plan_is_told_without_a_repository_as_well() {
    GitProject project = GitProject.without(directory).file("coord.yml", "coord: 2\n");

    Result result = new Coord().validate(settings(project).build());

    assertThat(result.overall()).isEqualTo(Overall.ERROR);
    assertThat(result.failure()).startsWith("The plan cannot be used: ");
  }
}
