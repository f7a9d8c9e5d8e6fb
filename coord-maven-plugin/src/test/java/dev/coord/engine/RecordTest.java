package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coord.it.GitProject;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.ConsoleLine.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are recorded in git, and shown by those that follow. */
class RecordTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams: [{id: a, tasks: ['[%s] one', '[ ] two']}]
      metrics:
        - {id: finished, category: process, title: Finished, tasks: {workstream: a, done: ">= 10%%"}}
        - {id: risk, category: outcome, title: Risk, value: "%s", unit: points}
      gates:
        - {id: half, tasks: {workstream: a, done: ">= 50%%"}, severity: warn}
      """;

  private static final String STATUS = "target/coord/status.json";

  @TempDir Path directory;

  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory.resolve("shop"));
    project.file(".gitignore", "target\n");
    plan(" ", "7");
  }

  private String plan(String mark, String risk) {
    return project.file("coord.yml", PLAN.formatted(mark, risk)).commit("Plan");
  }

  private Result run(boolean record) {
    return run(project, record);
  }

  private static Result run(GitProject in, boolean record) {
    return new Coord()
        .site(
            Settings.in(in.directory())
                .clock(Instant.parse("2026-11-21T12:00:00Z"))
                .record(record)
                .build());
  }

  private static String last(Result result) {
    List<ConsoleLine> lines = result.console();
    return lines.get(lines.size() - 1).text();
  }

  private String refused() {
    Result result = run(true);
    assertThat(result.console().get(result.console().size() - 1).level()).isEqualTo(Level.WARN);
    assertThat(project.git("for-each-ref", "refs/notes")).isEmpty();
    return last(result);
  }

  private JsonNode status() throws IOException {
    return new ObjectMapper().readTree(Files.readAllBytes(project.path(STATUS)));
  }

  private String metrics() throws IOException {
    return Files.readString(project.path("target/coord/metrics.html.md"));
  }

  @Test
  void a_run_is_recorded_on_its_commit_and_git_shows_its_status() throws IOException {
    Result result = run(true);

    assertThat(last(result))
        .isEqualTo(
            "Recorded in refs/notes/coord on " + project.git("rev-parse", "--short", "HEAD"));
    assertThat(project.git("notes", "--ref=coord", "show", "HEAD"))
        .isEqualTo(Files.readString(project.path(STATUS)).strip());
    assertThat(project.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void the_feed_tells_what_changed_between_recorded_runs() throws IOException {
    run(true);
    plan("x", "5");
    run(true);

    assertThat(project.path("target/coord/feed.xml"))
        .content()
        .containsOnlyOnce("<entry>")
        .contains("<title>1 gate mended (" + project.git("rev-parse", "HEAD").substring(0, 7) + ")")
        .contains("gate half.done mended: passed, ")
        .contains("metric finished.done meets its target: ");
  }

  @Test
  void nothing_is_recorded_unasked() {
    assertThat(run(false).console()).noneMatch(line -> line.text().contains("ecord"));
    assertThat(project.git("for-each-ref", "refs/notes")).isEmpty();
  }

  @Test
  void later_runs_show_what_was_recorded_oldest_first_beside_what_is_now() throws IOException {
    String first = project.git("rev-parse", "HEAD");
    run(true);
    String second = plan("x", "5");
    run(true);
    plan("x", "4");
    Files.delete(project.path(STATUS));
    run(false);

    JsonNode runs = status().at("/recorded/runs");
    assertThat(status().at("/recorded/source").asText()).isEqualTo("notes");
    assertThat(runs).hasSize(2);
    assertThat(runs.get(0).get("commit").asText()).isEqualTo(first);
    assertThat(runs.get(1).get("commit").asText()).isEqualTo(second);
    assertThat(runs.at("/0/day").asText()).isEqualTo("2026-11-21");
    assertThat(runs.at("/0/gates/0/outcome").asText()).isEqualTo("failed");
    String page = metrics();
    assertThat(page)
        .contains("## Trends", "## Recorded runs", "Attested: read from notes of git")
        .contains("7 points on 2026-11-21 `" + first.substring(0, 7) + "`, 5 points on");
    assertThat(page.lines().filter(line -> line.contains("[Risk]")))
        .singleElement()
        .asString()
        .contains("| 4 points |", "-1 |");
    assertThat(page.lines().filter(line -> line.contains("[Finished")))
        .singleElement()
        .asString()
        .contains("0.0%", "50.0%", "unchanged");
    assertThat(page.lines().filter(line -> line.contains("Risk |")))
        .singleElement()
        .asString()
        .contains("| 4 points | █▃▁ -3 since 2026-11-21 |");
  }

  @Test
  void a_gate_that_is_not_as_recorded_is_shown_with_both() throws IOException {
    run(true);
    plan("x", "7");
    run(false);

    assertThat(metrics()).contains("## Gates that changed", "failed, 0.0%", "passed, 50.0%");
  }

  @Test
  void the_same_run_again_records_and_writes_the_same() throws IOException {
    run(true);
    plan("x", "5");
    run(true);
    String note = project.git("rev-parse", "refs/notes/coord");
    byte[] status = Files.readAllBytes(project.path(STATUS));

    assertThat(last(run(true))).endsWith(", as it was");

    assertThat(project.git("rev-parse", "refs/notes/coord")).isEqualTo(note);
    assertThat(Files.readAllBytes(project.path(STATUS))).isEqualTo(status);
  }

  @Test
  void a_record_holds_no_records() {
    run(true);
    plan("x", "5");
    run(true);

    assertThat(project.git("notes", "--ref=coord", "show", "HEAD"))
        .contains("\"schema_version\"")
        .doesNotContain("\"recorded\"");
  }

  @Test
  void without_notes_the_site_that_is_replaced_is_compared_with() throws IOException {
    String first = project.git("rev-parse", "HEAD");
    run(false);
    assertThat(status().has("recorded")).isFalse();
    plan("x", "5");
    run(false);

    assertThat(status().at("/recorded/source").asText()).isEqualTo("former_site");
    assertThat(status().at("/recorded/runs/0/commit").asText()).isEqualTo(first);
    assertThat(metrics()).contains("of the site that this one replaces");
  }

  @Test
  void with_uncommitted_changes_nothing_is_recorded_and_the_verdict_stays() {
    project.file("src/a.txt", "1\n").commit("Begin");
    project.file("src/a.txt", "2\n");

    assertThat(refused())
        .isEqualTo(
            "-Dcoord.record: this run is not recorded: src/a.txt is not as in the commit that was"
                + " judged. Commit or stash, then run it again.");
    assertThat(run(true).overall()).isEqualTo(run(false).overall());
    assertThat(run(true).failure()).isEqualTo(run(false).failure());
  }

  @Test
  void a_plan_that_is_in_no_commit_is_not_recorded() {
    project.git("rm", "-q", "--cached", "coord.yml");
    project.git("commit", "-q", "-m", "No plan");

    assertThat(refused()).contains("coord.yml is not in the commit that was judged. Commit it");
  }

  @Test
  void a_site_that_is_committed_does_not_stand_in_the_way_of_its_own_record() {
    project.git("add", "--force", ".");
    run(false);
    project.git("add", "--force", "target");
    project.git("commit", "-q", "-m", "Site");

    assertThat(last(run(true))).startsWith("Recorded in refs/notes/coord");
    assertThat(project.git("status", "--porcelain")).contains("target/coord");
  }

  @Test
  void a_run_that_could_not_judge_is_not_recorded() {
    project.file("coord.yml", "coord: 1\nprojekt: {}\n").commit("Break it");

    assertThat(refused())
        .contains("this run is not recorded: nothing could be judged. Mend what is told above");
  }

  @Test
  void without_a_repository_it_says_so() {
    GitProject bare = GitProject.without(directory.resolve("none"));
    bare.file("coord.yml", PLAN.formatted(" ", "7"));

    assertThat(last(run(bare, true)))
        .startsWith("-Dcoord.record: this run is not recorded: no git repository was found");
  }

  @Test
  void notes_of_other_forms_are_left_out_and_counted() throws IOException {
    run(true);
    project.git("notes", "--ref=coord", "add", "-f", "-m", "<script>alert(1)</script>");
    plan("x", "5");
    run(true);
    String copied = plan("x", "6");
    project.git("notes", "--ref=coord", "copy", copied + "^", copied);
    plan("x", "8");
    run(false);

    assertThat(status().at("/recorded/unread").asInt()).isEqualTo(2);
    assertThat(status().at("/recorded/runs")).hasSize(1);
    assertThat(metrics())
        .contains("2 notes of other forms, or of other commits than they say, are left out.")
        .doesNotContain("script");
  }

  @Test
  void what_a_note_says_is_text_in_pages_and_their_mirrors() throws IOException {
    run(true);
    String note = project.git("notes", "--ref=coord", "show", "HEAD");
    project.file("note.txt", note.replace("\"7\"", "\"<script>x</script> `|\\n# no\""));
    project.git("notes", "--ref=coord", "add", "-f", "-F", "note.txt");
    plan("x", "5");
    run(false);

    assertThat(status().at("/recorded/runs")).hasSize(1);
    assertThat(Files.readString(project.path("target/coord/metrics.html")))
        .contains("&lt;script&gt;x")
        .doesNotContain("<script>x");
    assertThat(metrics()).doesNotContain("\n# no");
  }

  @Test
  void notes_that_cannot_be_read_are_told_and_fail_nothing() throws IOException {
    Result before = run(false);
    project.git("update-ref", "refs/notes/coord", project.git("rev-parse", "HEAD:coord.yml"));

    assertThat(run(false).overall()).isEqualTo(before.overall());
    assertThat(metrics()).contains("Former runs cannot be read: the git repository cannot be read");
  }
}
