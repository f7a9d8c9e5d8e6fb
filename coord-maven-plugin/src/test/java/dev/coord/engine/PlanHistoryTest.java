package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The past versions of a plan, from a real history to the site. */
class PlanHistoryTest {

  private static final String HEAD = "coord: 1\nproject: {name: Shop, integration_branch: main}\n";

  @TempDir Path directory;

  private GitProject project() {
    return GitProject.in(directory);
  }

  private static GitProject on(GitProject project, String day) {
    return project.on(Instant.parse(day));
  }

  private static String work(String... tasks) {
    return "workstreams: [{id: a, due: 2026-03-20, tasks: ['"
        + String.join("', '", tasks)
        + "']}]\n";
  }

  private static JsonNode site(GitProject project) throws IOException {
    new Coord()
        .site(
            Settings.in(project.directory()).clock(Instant.parse("2026-03-16T12:00:00Z")).build());
    return new ObjectMapper()
        .readTree(Files.readAllBytes(project.path("target/coord/status.json")));
  }

  /** Each point of the project as {@code DAY DONE/TOTAL}. */
  private static List<String> points(JsonNode status) {
    for (JsonNode part : status.at("/history/burn_up")) {
      if (part.get("kind").asText().equals("project")) {
        List<String> points = new ArrayList<>();
        part.get("points")
            .forEach(
                p ->
                    points.add(
                        p.get("day").asText()
                            + " "
                            + p.get("done").asInt()
                            + "/"
                            + p.get("total").asInt()));
        return points;
      }
    }
    return List.of();
  }

  /** Each commit with a wrong clock as {@code COMMIT CLOCK DAY}. */
  private static List<String> mended(JsonNode status) {
    List<String> mended = new ArrayList<>();
    status
        .at("/history/mended")
        .forEach(
            m ->
                mended.add(
                    m.get("commit").asText()
                        + " "
                        + m.get("clock").asText()
                        + " "
                        + m.get("day").asText()));
    return mended;
  }

  @Test
  void the_site_shows_what_was_claimed_done_day_by_day_and_the_commits_that_said_so()
      throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    project.file("README.md", "No plan.\n").commit("Something else");
    on(project, "2026-03-04T09:00:00Z")
        .file("coord.yml", HEAD + work("[x] one", "[ ] two"))
        .commit("One is done");
    String last =
        on(project, "2026-03-10T09:00:00Z")
            .file("coord.yml", HEAD + work("[x] one", "[x] two", "[ ] three"))
            .commit("Two as well");

    JsonNode status = site(project);

    assertThat(points(status))
        .containsExactly("2026-03-02 0/1", "2026-03-04 1/2", "2026-03-10 2/3");
    assertThat(status.at("/history/versions").asInt()).isEqualTo(3);
    String page = Files.readString(project.path("target/coord/timeline.html.md"));
    assertThat(page).contains("## Burn-up", "2 of 3 tasks claimed done", last.substring(0, 7));
    assertThat(page).contains("on 2026-03-02 it was 0 of 1");
    assertThat(Files.readString(project.path("target/coord/workstreams/a.html.md")))
        .contains("## Burn-up", "3 tasks (+1)");
  }

  @Test
  void what_is_not_committed_is_the_last_point() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    project.file("coord.yml", HEAD + work("[x] one"));

    JsonNode status = site(project);

    assertThat(points(status)).containsExactly("2026-03-02 0/1", "2026-03-16 1/1");
    assertThat(status.at("/history/burn_up/0/points/1").has("commit")).isFalse();
  }

  @Test
  void of_several_versions_of_a_day_the_last_one_counts() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    on(project, "2026-03-03T09:00:00Z")
        .file("coord.yml", HEAD + work("[ ] one", "[ ] two", "[ ] three"))
        .commit("Too much");
    on(project, "2026-03-03T15:00:00Z")
        .file("coord.yml", HEAD + work("[x] one", "[ ] two"))
        .commit("Better");

    assertThat(points(site(project))).containsExactly("2026-03-02 0/1", "2026-03-03 1/2");
  }

  @Test
  void a_version_that_is_not_yaml_is_left_out_and_told() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    on(project, "2026-03-03T09:00:00Z").file("coord.yml", "coord: [1\n").commit("Break it");
    on(project, "2026-03-04T09:00:00Z").file("coord.yml", HEAD + work("[x] one")).commit("Mend it");

    JsonNode status = site(project);

    assertThat(points(status)).containsExactly("2026-03-02 0/1", "2026-03-04 1/1");
    assertThat(status.at("/history/unread").asInt()).isEqualTo(1);
    assertThat(Files.readString(project.path("target/coord/timeline.html.md")))
        .contains("1 version of the plan cannot be read and is left out.");
  }

  @Test
  void keys_that_are_not_known_any_more_do_not_hide_a_version() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z")
        .file("coord.yml", HEAD + "colour: red\n" + work("[ ] one"))
        .commit("Begin");
    on(project, "2026-03-04T09:00:00Z").file("coord.yml", HEAD + work("[x] one")).commit("Go on");

    assertThat(points(site(project))).containsExactly("2026-03-02 0/1", "2026-03-04 1/1");
  }

  @Test
  void a_plan_that_was_divided_into_files_is_followed() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    on(project, "2026-03-04T09:00:00Z")
        .delete("coord.yml")
        .file("coord/project.yml", HEAD)
        .file("coord/a.yml", "coord: 1\n" + work("[x] one"))
        .commit("Divide it");

    assertThat(points(site(project))).containsExactly("2026-03-02 0/1", "2026-03-04 1/1");
  }

  @Test
  void the_past_of_a_plan_that_was_gone_for_some_commits_goes_on_before_them() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    on(project, "2026-03-04T09:00:00Z").file("coord.yml", HEAD + work("[x] one")).commit("Done");
    on(project, "2026-03-05T09:00:00Z").delete("coord.yml").file("a", "1\n").commit("Away");
    on(project, "2026-03-06T09:00:00Z").file("a", "2\n").commit("Still away");
    on(project, "2026-03-09T09:00:00Z")
        .file("coord.yml", HEAD + work("[x] one", "[ ] two").replace("03-20", "03-27"))
        .commit("Back");

    JsonNode status = site(project);

    assertThat(points(status))
        .containsExactly("2026-03-02 0/1", "2026-03-04 1/1", "2026-03-09 1/2");
    assertThat(status.at("/history/versions").asInt()).isEqualTo(3);
    assertThat(status.at("/history/unread").asInt()).isZero();
    assertThat(status.at("/history/cut").asBoolean()).isFalse();
    assertThat(status.at("/history/moved/0/promised"))
        .extracting(promise -> promise.get("day").asText())
        .containsExactly("2026-03-20", "2026-03-27");
  }

  @Test
  void a_gap_without_end_is_not_looked_behind() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    project.delete("coord.yml").file("a", "1\n").commit("Away");
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < 1_001; i++) {
      stream
          .append("commit refs/heads/main\ncommitter A <a@x.example> 1772500000 +0000\ndata 1\nx")
          .append(i == 0 ? "\nfrom refs/heads/main^0\n" : "\n");
    }
    Path commits =
        Files.writeString(directory.resolveSibling(directory.getFileName() + ".fi"), stream);
    try {
      fastImport(project, commits);
    } finally {
      Files.delete(commits);
    }
    on(project, "2026-03-09T09:00:00Z").file("coord.yml", HEAD + work("[x] one")).commit("Back");

    assertThat(site(project).at("/history/versions").asInt()).isEqualTo(1);
  }

  private static void fastImport(GitProject project, Path commits) throws IOException {
    Process git =
        new ProcessBuilder("git", "fast-import", "--quiet")
            .directory(project.directory().toFile())
            .redirectInput(commits.toFile())
            .start();
    try {
      assertThat(git.waitFor()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Test
  void a_merge_counts_on_the_day_it_was_made_not_when_its_commits_were() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    project.branch("feature/a");
    on(project, "2026-03-03T09:00:00Z").file("coord.yml", HEAD + work("[x] one")).commit("Done");
    project.git("checkout", "-q", "main");
    on(project, "2026-03-09T09:00:00Z").git("merge", "-q", "--no-ff", "-m", "Merge", "feature/a");

    assertThat(points(site(project))).containsExactly("2026-03-02 0/1", "2026-03-09 1/1");
  }

  @Test
  void a_clock_that_was_in_the_future_once_does_not_put_versions_out_of_order() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    String wrong =
        on(project, "2026-03-09T09:00:00Z")
            .file("coord.yml", HEAD + work("[ ] one", "[ ] two"))
            .commit("A clock in the future");
    on(project, "2026-03-05T09:00:00Z")
        .file("coord.yml", HEAD + work("[x] one", "[ ] two"))
        .commit("A right one");

    JsonNode status = site(project);

    assertThat(points(status)).containsExactly("2026-03-02 0/1", "2026-03-05 1/2");
    assertThat(mended(status)).containsExactly(wrong + " 2026-03-09 2026-03-05");
  }

  @Test
  void a_version_dated_in_the_future_counts_between_its_neighbours_on_the_line_and_is_told()
      throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    String wrong =
        on(project, "2031-01-01T09:00:00Z")
            .file("coord.yml", HEAD + work("[ ] one", "[ ] two"))
            .commit("A clock of years to come");
    on(project, "2026-03-05T09:00:00Z").file("README.md", "No plan.\n").commit("Something else");
    on(project, "2026-03-09T09:00:00Z")
        .file("coord.yml", HEAD + work("[x] one", "[ ] two"))
        .commit("One is done");

    JsonNode status = site(project);

    assertThat(points(status))
        .containsExactly("2026-03-02 0/1", "2026-03-05 0/2", "2026-03-09 1/2");
    assertThat(mended(status)).containsExactly(wrong + " 2031-01-01 2026-03-05");
    assertThat(Files.readString(project.path("target/coord/timeline.html.md")))
        .contains(
            "## Clocks that contradict the history",
            "none is younger than 2026-03-16. 1 commit says otherwise, and counts on the nearest"
                + " day that can be.",
            "2031-01-01 | 2026-03-05");
    assertThat(Files.readString(project.path("target/coord/timeline.html")))
        .contains("Clocks that contradict the history", "2031-01-01");
  }

  @Test
  void a_backdated_version_counts_between_its_neighbours_on_the_line_and_hides_no_older_one()
      throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    on(project, "2026-03-04T09:00:00Z")
        .file("coord.yml", HEAD + work("[x] one", "[ ] two"))
        .commit("Go on");
    on(project, "2026-03-06T09:00:00Z").file("README.md", "No plan.\n").commit("Something else");
    String wrong =
        on(project, "2001-01-01T09:00:00Z")
            .file("coord.yml", HEAD + work("[x] one", "[x] two"))
            .commit("By a clock that began anew");
    on(project, "2026-03-09T09:00:00Z")
        .file("coord.yml", HEAD + work("[x] one", "[x] two", "[ ] three"))
        .commit("Add one");

    JsonNode status = site(project);

    assertThat(points(status))
        .containsExactly("2026-03-02 0/1", "2026-03-04 1/2", "2026-03-06 2/2", "2026-03-09 2/3");
    assertThat(mended(status)).containsExactly(wrong + " 2001-01-01 2026-03-06");
  }

  @Test
  void the_newest_version_counts_no_earlier_than_the_one_before_it() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    on(project, "2026-03-10T09:00:00Z")
        .file("coord.yml", HEAD + work("[ ] one", "[ ] two"))
        .commit("Go on");
    on(project, "2026-03-11T09:00:00Z").file("README.md", "No plan.\n").commit("Something else");
    String wrong =
        on(project, "2026-03-03T09:00:00Z")
            .file("coord.yml", HEAD + work("[x] one", "[ ] two"))
            .commit("Backdated");

    JsonNode status = site(project);

    assertThat(points(status))
        .containsExactly("2026-03-02 0/1", "2026-03-10 0/2", "2026-03-11 1/2");
    assertThat(mended(status)).containsExactly(wrong + " 2026-03-03 2026-03-11");
  }

  @Test
  void the_days_are_those_of_plain_gits_first_parent_line_where_its_clocks_agree()
      throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    project.branch("feature/a");
    on(project, "2026-03-12T09:00:00Z").file("README.md", "No plan.\n").commit("Ahead of main");
    project.git("checkout", "-q", "main");
    on(project, "2026-03-05T09:00:00Z")
        .file("coord.yml", HEAD + work("[x] one", "[ ] two"))
        .commit("Go on");
    on(project, "2026-03-13T09:00:00Z").merge("feature/a");
    on(project, "2026-03-14T09:00:00Z")
        .file("coord.yml", HEAD + work("[x] one", "[x] two"))
        .commit("Done");

    JsonNode status = site(project);

    List<String> days =
        project
            .git("log", "--first-parent", "--reverse", "--format=%cs", "--", "coord.yml")
            .lines()
            .toList();
    assertThat(points(status)).extracting(point -> point.substring(0, 10)).isEqualTo(days);
    assertThat(mended(status)).isEmpty();
  }

  @Test
  void a_history_with_wrong_clocks_gives_the_same_site_at_the_same_time() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    on(project, "2031-01-01T09:00:00Z")
        .file("coord.yml", HEAD + work("[ ] one", "[ ] two"))
        .commit("A clock of years to come");
    on(project, "2026-03-05T09:00:00Z")
        .file("coord.yml", HEAD + work("[x] one", "[ ] two"))
        .commit("A right one");

    site(project);
    byte[] first = Files.readAllBytes(project.path("target/coord/status.json"));
    Files.delete(project.path("target/coord/status.json"));
    site(project);

    assertThat(first).isEqualTo(Files.readAllBytes(project.path("target/coord/status.json")));
  }

  @Test
  void a_promised_day_that_was_moved_stands_on_the_timeline() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    on(project, "2026-03-12T09:00:00Z")
        .file("coord.yml", HEAD + work("[ ] one").replace("2026-03-20", "2026-03-27"))
        .commit("Later");

    JsonNode status = site(project);

    assertThat(status.at("/history/moved/0/id").asText()).isEqualTo("a");
    assertThat(status.at("/history/moved/0/promised/1/day").asText()).isEqualTo("2026-03-27");
    assertThat(Files.readString(project.path("target/coord/timeline.html.md")))
        .contains("## Promises that moved", "7 days later");
  }

  @Test
  void a_shallow_clone_tells_no_history_and_the_site_is_written() throws IOException {
    GitProject project = project();
    on(project, "2026-03-02T09:00:00Z").file("coord.yml", HEAD + work("[ ] one")).commit("Begin");
    on(project, "2026-03-04T09:00:00Z").file("coord.yml", HEAD + work("[x] one")).commit("Go on");
    Path clone = directory.resolveSibling(directory.getFileName() + "-shallow");
    project.git("clone", "-q", "--depth", "1", "file://" + project.directory(), clone.toString());

    JsonNode status = site(project.at(clone));

    assertThat(status.has("history")).isFalse();
    assertThat(status.has("workstreams")).isTrue();
  }
}
