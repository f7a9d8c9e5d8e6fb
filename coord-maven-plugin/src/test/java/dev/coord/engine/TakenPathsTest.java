package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who adds a workstream gets no path of another by it, whatever the pattern looks like. */
class TakenPathsTest extends GuardedPlan {

  private static final String EVIL =
      "boundaries:->  - {id: evil, owner: ben, branch: feature/evil, owns: [\"%s\"]}\nboundaries:";

  /** A project in which {@code infra}, which is cleo's, has files. */
  private GitProject withFiles() {
    GitProject project = project("");
    project.file("infra/db.sql", "create table lead;\n").file("web/notes.md", "# Web\n");
    project.commit("Set up");
    return project;
  }

  private static Overall checked(GitProject project) {
    return new Coord().check(settings(project)).overall();
  }

  private static Settings settings(GitProject project) {
    return Settings.in(project.directory()).build();
  }

  private static List<String> broken(Assessment assessment) {
    return assessment.gates().stream().filter(GateResult::breaks).map(GateResult::row).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"**/*.sql", "*.sql", "/inf*/*.sql", "/i*/**", "**/db.*", "/infra/*.sql"})
  void a_new_workstream_that_owns_tracked_files_of_another_fails_the_build(String pattern) {
    GitProject project = withFiles().branch("feature/evil");
    edit(ben(project), EVIL.formatted(pattern)).commit("Grow");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .startsWith("The new workstream \"evil\" owns " + pattern + ", and with it paths of infra");
    assertThat(checked(project)).isEqualTo(Overall.FAILED);
  }

  @Test
  void the_file_that_is_taken_is_named() {
    GitProject project = withFiles().branch("feature/evil");
    edit(ben(project), EVIL.formatted("**/*.sql")).commit("Grow");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .startsWith(
            "The new workstream \"evil\" owns **/*.sql, and with it paths of infra (infra/db.sql)"
                + " (coord.yml:18, ");
  }

  @Test
  void what_it_takes_is_no_leave_to_change_it_in_the_same_branch() {
    GitProject project = withFiles().branch("feature/evil");
    edit(ben(project), EVIL.formatted("**/*.sql"));
    project.append("infra/db.sql", "drop table lead;\n").commit("Grow and change");

    assertThat(broken(assess(project))).contains("ownership", "plan-guard");
  }

  @Test
  void what_nobody_tracks_or_owns_is_free() {
    GitProject project = withFiles().branch("feature/evil");
    edit(ben(project), EVIL.formatted("**/*.md")).commit("Notes");

    assertThat(guard(assess(project))).isEmpty();
  }

  @Test
  void who_owns_the_files_may_give_them() {
    GitProject project = withFiles().branch("feature/evil");
    String given = EVIL.formatted("**/*.sql");
    edit(project.as("Cleo", "cleo@example.org"), given).commit("Give them");

    assertThat(guard(assess(project))).isEmpty();
  }

  @Test
  void a_workstream_that_came_to_the_base_after_the_branch_left_keeps_its_files() {
    GitProject project = withFiles().branch("feature/evil");
    edit(ben(project), EVIL.formatted("**/*.md")).commit("Notes");
    project.checkout("main");
    edit(
            project.as("Ana", "ana@example.org"),
            "boundaries:->  - {id: web, owner: ana, owns: [/web/]}\nboundaries:")
        .commit("Web");
    project.checkout("feature/evil");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .startsWith(
            "The new workstream \"evil\" owns **/*.md, and with it paths of web (web/notes.md)"
                + " (coord.yml:18, ")
        .contains(" by Ben");
  }

  @Test
  void what_somebody_elses_workstream_gets_of_a_third_one_fails_the_build() {
    GitProject project = withFiles();
    String free = "boundaries:->  - {id: free, branch: feature/free, owns: [/free/]}\nboundaries:";
    edit(project.as("Ana", "ana@example.org"), free).commit("Free ground");
    project.branch("feature/helper");
    edit(ben(project), "owns: [/free/]->owns: [/free/, \"**/*.sql\"]").commit("Help");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .startsWith(
            "The workstream \"free\" owns **/*.sql in addition, and with it paths of infra"
                + " (infra/db.sql) (coord.yml:18, ");
  }

  @Test
  void what_is_pushed_to_the_integration_branch_itself_is_held_to_the_same() {
    GitProject project = withFiles();
    edit(ben(project), EVIL.formatted("**/*.sql")).commit("Grow");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .startsWith("The new workstream \"evil\" owns **/*.sql, and with it paths of infra");
  }
}
