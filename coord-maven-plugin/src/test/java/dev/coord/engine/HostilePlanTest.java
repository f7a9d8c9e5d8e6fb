package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  static Stream<Arguments> reused() {
    return Stream.of(
        arguments("context: &a x", "coord.yml:3:12: "),
        arguments("purpose: &a x\n  context: *a", "coord.yml:4:12: "),
        arguments("<<: {name: y}", "coord.yml:3:3: "),
        arguments("context: !!str x", "coord.yml:3:12: "),
        arguments("context: !evil.Class {a: b}", "coord.yml:3:12: "));
  }

  @ParameterizedTest
  @MethodSource("reused")
  void aliases_anchors_merge_keys_and_tags_are_refused_at_their_places(String line, String place) {
    plan(line);

    assertThat(hostile.checkSays(Overall.ERROR)).contains(place);
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        arguments("name: Other", "coord.yml:4:3: "),
        arguments("nmae: x", "coord.yml:3:3: "),
        arguments("started: 2026-02-30", "coord.yml:3:12: "),
        arguments("calendar: {working_days: no}", "coord.yml:3:28: "),
        arguments("integration_branch: [a]", "coord.yml:3:23: "),
        arguments("integration_branch: ~", "coord.yml:3:23: "));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void what_other_readers_accept_in_silence_is_refused_at_its_place(String line, String place) {
    plan(line);

    assertThat(hostile.checkSays(Overall.ERROR)).contains(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"= 1.9", "= 010", "= ~", "<= 1e9", "= NaN"})
  void a_threshold_is_a_plain_number_or_none(String comparison) {
    hostile.project().edit("coord.yml", "{failed: \"= 0\"}", "{failed: \"" + comparison + "\"}");

    assertThat(hostile.checkSays(Overall.ERROR)).contains("coord.yml:21:");
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
        .contains("but a plan file has at most 1048576");
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

  @ParameterizedTest
  @ValueSource(strings = {"../../secret.txt", "..\\\\x", "a/../../b", "C:/x", "a\\0b"})
  void a_pattern_cannot_leave_the_repository(String pattern) {
    hostile.project().edit("coord.yml", "[/docs/legal/]", "[\"" + pattern + "\"]");

    assertThat(hostile.checkSays(Overall.ERROR)).contains("coord.yml:8:");
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

  /** Puts a line into the map of the project. */
  private void plan(String line) {
    hostile
        .project()
        .file(
            "coord.yml",
            Team.PLAN.replace(
                "project: {name: Shop, integration_branch: main}\n",
                "project:\n  " + line + "\n  name: Shop\n"));
  }
}
