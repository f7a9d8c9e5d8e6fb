package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Plan;
import dev.coord.schedule.Completed;
import dev.coord.schedule.PlanSchedule;
import dev.coord.testing.PlanTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Launches in other directories than the worktree. */
class LaunchDirectoriesTest {

  private static List<String> told(String workstreams) {
    return Told.of(
        Looked.at(LaunchDirectories::of, PlanTexts.shop("workstreams:\n" + workstreams.indent(2))));
  }

  private static List<String> started(String worktree, String directory) {
    return told(
        "- {id: a, branch: f/a, worktree: '%s', launch: {directory: '%s'}}\n"
            .formatted(worktree, directory));
  }

  @Test
  void who_is_launched_is_started_in_the_worktree_that_the_plan_names() {
    assertThat(started("../x", "../y"))
        .containsExactly(
            "a at 3: launch.directory: ../y, but its worktree is ../x (3): Start it in its own"
                + " worktree, or correct that.");
  }

  @Test
  void anothers_worktree_is_told_with_whose_it_is() {
    assertThat(
            told(
                """
                - {id: a, branch: f/a, worktree: ../x, launch: {directory: ../y/backend}}
                - {id: b, branch: f/b, worktree: ../z/../y}
                """))
        .containsExactly(
            "a at 3: launch.directory: ../y/backend, but its worktree is ../x, and that is the"
                + " worktree of b (3, 4): Start it in its own worktree, or correct that.");
  }

  @Test
  void a_worktree_inside_another_is_a_worktree_of_its_own() {
    assertThat(
            told(
                """
                - {id: a, branch: f/a, worktree: ., launch: {directory: wt/b/backend}}
                - {id: b, branch: f/b, worktree: wt/b, launch: {directory: wt/b}}
                """))
        .containsExactly(
            "a at 3: launch.directory: wt/b/backend, but its worktree is ., and that is the"
                + " worktree of b (3, 4): Start it in its own worktree, or correct that.");
  }

  @ParameterizedTest
  @CsvSource({
    "../x, ../x",
    "../x, ../x/",
    "../x, ../a/../x",
    "../x/, ./../x",
    "../x, ../x/backend",
    "../x, /home/ana/x/backend",
    "../x, ~/code/x",
    "wt/x, ../shop/wt/x"
  })
  void the_worktree_however_it_is_written_and_what_lies_in_it_are_right(
      String worktree, String directory) {
    assertThat(started(worktree, directory)).isEmpty();
    assertThat(started("../other", directory)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$WORKTREE", "%USERPROFILE%/y", "<your clone>/y", "{worktree}"})
  void a_directory_that_somebody_has_to_fill_in_is_held_against_nothing(String directory) {
    assertThat(started("../x", directory)).isEmpty();
    assertThat(started("../x", directory.replaceAll("[$%<>{}]", ""))).hasSize(1);
  }

  @Test
  void who_has_no_worktree_is_not_started_in_that_of_another_at_once() {
    assertThat(
            told(
                """
                - {id: a, branch: f/a, launch: {directory: ../y}}
                - {id: b, branch: f/b, worktree: ../y}
                - {id: c, branch: f/c, launch: {directory: ../y}, depends_on: [b]}
                - {id: d, branch: f/d, launch: {directory: ../free}}
                - {id: e, launch: {directory: ../y}}
                """))
        .containsExactly(
            "a at 3: launch.directory: ../y, but that is the worktree of b, which works on another"
                + " branch, and neither waits for the other (4): Give each a worktree of its own.");
  }

  @Test
  void what_is_merged_has_left_its_worktree() {
    Plan plan =
        PlanTexts.shop(
            """
            workstreams:
              - {id: a, branch: f/a, launch: {directory: ../y}}
              - {id: b, branch: f/b, worktree: ../y}
            """);
    Completed merged = new Completed(Map.of("b", Optional.empty()), Set.of());

    assertThat(Looked.at(LaunchDirectories::of, plan)).hasSize(1);
    assertThat(LaunchDirectories.of(plan, PlanSchedule.of(plan, merged))).isEmpty();
  }

  @Test
  void a_path_of_more_than_64_names_is_held_against_nothing() {
    String deep = "a/".repeat(64);

    assertThat(started("../x", deep)).hasSize(1);
    assertThat(started(deep, "../x")).hasSize(1);
    assertThat(started("../x", deep + "b")).isEmpty();
    assertThat(started(deep + "b", "../x")).isEmpty();
  }
}
