package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that a stranger can commit, from end to end: an error with a place, and never a pass. */
class HostilePlanTest {

  @TempDir static Path shared;
  private static GitProject prototype;

  @TempDir Path directory;

  private Hostile hostile;

  @BeforeAll
  static void makeOnce() {
    prototype = Hostile.prototype(shared);
  }

  @BeforeEach
  void make() {
    hostile = new Hostile(prototype, directory);
  }

  @AfterEach
  void close() throws IOException {
    hostile.close();
  }

  @Test
  void aliases_anchors_merge_keys_and_tags_are_refused_at_their_places() {
    plan(
        "purpose: &a x",
        "context: *a",
        "<<: {name: y}",
        "started: !!str x",
        "calendar: !evil.Class {a: b}");

    assertThat(hostile.checkSays(Overall.ERROR))
        .contains("yml:3:12: ", "yml:4:12: ", "yml:5:3: ", "yml:6:12: ", "yml:7:13: ");
  }

  @Test
  void what_other_readers_accept_in_silence_is_refused_at_its_place() {
    plan(
        "name: Other",
        "nmae: x",
        "started: 2026-02-30",
        "calendar: {working_days: no}",
        "integration_branch: [a]",
        "purpose: ~");

    assertThat(hostile.checkSays(Overall.ERROR))
        .contains("yml:9:3: ", "yml:4:3: ", "yml:5:12: ", "yml:6:28: ", "yml:7:23: ", "yml:8:12: ");
  }

  @Test
  void a_threshold_is_a_plain_number_or_none() {
    hostile
        .project()
        .edit(
            "coord.yml",
            "{failed: \"= 0\"}",
            "{failed: \"= 1.9\", passed: \"= 010\", skipped: \"= ~\"}\n"
                + "  - coverage: {lines: \"= NaN\", branches: \"<= 1e9%\"}");

    assertThat(hostile.checkSays(Overall.ERROR))
        .contains("yml:21:21: ", "yml:21:38: ", "yml:21:56: ", "yml:22:23: ", "yml:22:42: ");
  }

  @Test
  void a_second_document_is_refused() {
    hostile.project().append("coord.yml", "---\ncoord: 1\n");

    assertThat(hostile.checkSays(Overall.ERROR)).contains("coord.yml:23:");
  }

  @Test
  void nesting_without_end_is_refused() {
    hostile.project().append("coord.yml", "x: " + "[".repeat(100_000) + "\n");

    assertThat(hostile.checkSays(Overall.ERROR)).contains("coord.yml:23:35:");
  }

  @Test
  void a_file_without_end_is_refused() {
    hostile.project().append("coord.yml", "#".repeat(2_000_000) + "\n");

    assertThat(hostile.checkSays(Overall.ERROR))
        .contains("coord.yml: the file has ")
        .contains("has more than 1048576 bytes, the most of a plan file");
  }

  @Test
  void a_reference_that_leads_nowhere_has_its_place() {
    hostile.project().edit("coord.yml", "owner: ben", "owner: ben\n    depends_on: [none]");

    assertThat(hostile.checkSays(Overall.ERROR)).contains("coord.yml:12:18:");
  }

  @Test
  void a_plan_that_is_a_link_is_not_followed() throws IOException {
    hostile.project().delete("coord.yml");
    Files.createSymbolicLink(hostile.project().path("coord.yml"), hostile.secret());

    assertThat(hostile.siteSays(Overall.ERROR))
        .contains("coord.yml: a plan file must be a regular");
  }

  @Test
  void a_file_that_it_includes_by_way_of_a_link_is_not_read() throws IOException {
    hostile.project().edit("coord.yml", "coord: 1\n", "coord: 1\ninclude: [more/*.yml]\n");
    Files.createDirectories(hostile.project().path("more"));
    Files.createSymbolicLink(hostile.project().path("more/a.yml"), hostile.secret());

    assertThat(hostile.siteSays(Overall.ERROR)).contains("coord.yml:2:").contains("symbolic link");
  }

  @Test
  void a_pattern_cannot_leave_the_repository() {
    hostile
        .project()
        .edit(
            "coord.yml",
            "[/docs/legal/]",
            "[\"../../secret.txt\", \"..\\\\x\", \"a/../../b\", \"C:/x\", \"a\\0b\"]");

    assertThat(hostile.checkSays(Overall.ERROR))
        .contains("yml:8:17: ", "yml:8:37: ", "yml:8:46: ", "yml:8:59: ", "yml:8:67: ");
  }

  @Test
  void texts_cannot_run_load_or_pose_as_commands() {
    hostile
        .project()
        .edit("coord.yml", "name: Shop", "name: \"<script>x</script>::error::y\", purpose: P")
        .edit("coord.yml", "purpose: P", "purpose: \"![i](" + hostile.address() + ") \\e[31m\"")
        .edit("coord.yml", "\"[ ] Refunds\"", "\"[ ] [x](javascript:alert(1)) <img src=x>\"");

    assertThat(hostile.siteSays(Overall.ERROR)).contains("coord.yml:2:");
    hostile.project().edit("coord.yml", " \\e[31m", "");
    assertThat(hostile.siteSays(Overall.PASSED))
        .doesNotContain("::error")
        .contains("Site: target/coord/index.html");
    assertThat(hostile.project().path("target/coord/index.html"))
        .content()
        .contains("&lt;script")
        .doesNotContain("<script", "<img src=x", "href=\"javascript:");
  }

  @Test
  void ids_that_could_name_other_files_are_refused() {
    hostile.project().edit("coord.yml", "- id: catalog", "- id: ../../catalog");

    assertThat(hostile.checkSays(Overall.ERROR)).contains("coord.yml:10:9:");
  }

  @Test
  void ids_that_would_be_one_file_are_refused() {
    hostile.project().edit("coord.yml", "- id: catalog", "- id: CHECKOUT");

    assertThat(hostile.checkSays(Overall.ERROR)).contains("coord.yml:10:9:");
  }

  /** Puts lines into the map of the project, from line 3 on, before its name. */
  private void plan(String... lines) {
    hostile
        .project()
        .file(
            "coord.yml",
            Team.PLAN.replace(
                "project: {name: Shop, integration_branch: main}\n",
                "project:\n  " + String.join("\n  ", lines) + "\n  name: Shop\n"));
  }
}
