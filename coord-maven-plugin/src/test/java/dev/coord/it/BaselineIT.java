package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository with many findings begins to be judged. */
class BaselineIT {

  private static final int EPICS = 200;
  private static final String LINE =
      "  - {id: e%d, progress: 1/2 (50%%), issues: [\"[x] #%d: A\", \"[x] #%d: B\"]}\n";

  @TempDir Path directory;

  @Test
  void what_is_there_is_adopted_what_is_new_fails_and_what_is_fixed_leaves() {
    GitProject project = GitProject.in(directory);
    project.file(".gitignore", "target/\n").file("coord.yml", plan(EPICS)).commit("Begin");

    MavenRun.in(project).goal("check").fails().says("FAIL plan.contradictions 200 != 0");

    MavenRun.in(project)
        .goal("baseline")
        .passes()
        .says(".coord/baseline.yml is written: 200 findings (contradiction 200). Commit it.");
    project.commit("Adopt coord");

    MavenResult adopted = MavenRun.in(project).goal("site").passes();
    adopted.says("200 known since ", "Baseline: 200 known findings since ");
    adopted.site().shows("gates", "warning", "200 known findings since");
    Json status = adopted.site().status("pass");
    assertThat(status.gate("plan.contradictions").text("outcome")).isEqualTo("baselined");

    // One of those that are known is mended, the lines of all others move, and one is new.
    project.file("coord.yml", plan(EPICS + 1).replaceFirst("1/2 \\(50%\\)", "2/2 (100%)"));
    project.commit("Go on");

    MavenRun.in(project)
        .goal("baseline")
        .passes()
        .says("1 was fixed and is dropped", "1 new finding is not taken in");
    MavenRun.in(project)
        .goal("check")
        .fails()
        .says("FAIL plan.contradictions 1 new: \"progress: 1/2 (50%)\" of epic e201", "199 known");
  }

  private static String plan(int epics) {
    StringBuilder plan = new StringBuilder("coord: 1\nproject: {name: Shop}\n");
    plan.append(String.join("", Collections.nCopies(epics - EPICS, "# A line.\n")));
    plan.append("epics:\n");
    for (int i = 1; i <= epics; i++) {
      plan.append(LINE.formatted(i, 2 * i, 2 * i + 1));
    }
    return plan.append("gates:\n  - plan: {contradictions: \"= 0\"}\n").toString();
  }
}
