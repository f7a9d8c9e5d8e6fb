package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.it.GitProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was said of a day that is over is not judged by how things are today. */
class FormerClaimsTest {

  @TempDir Path directory;
  private GitProject project;

  @BeforeEach
  void make() {
    project = GitProject.in(directory).on(Instant.parse("2026-01-05T10:00:00Z"));
    project.file("gone.txt", "1\n").file("long.txt", "1\n2\n").commit("Open the shop");
    project.branch("f/a").file("a.txt", "1\n").commit("Work");
    project.checkout("main").delete("gone.txt").file("new.txt", "1\n");
    project.file("long.txt", "1\n2\n3\n");
  }

  /** The rows of claims with a rule, and of the gate that counts what contradicts. */
  private List<String> claims(String day, String... rules) throws IOException {
    StringBuilder plan =
        new StringBuilder(
            """
            coord: 1
            project: {name: Shop, integration_branch: main}
            workstreams: [{id: a, branch: f/a}]
            gates: [{plan: {contradictions: "= 0"}}]
            claims:
            """);
    for (int i = 0; i < rules.length; i++) {
      plan.append(
          "  - {id: c%d, says: Claim %d., %sholds_when: {%s}}%n".formatted(i, i, day, rules[i]));
    }
    project.file("coord.yml", plan.toString());
    project.on(Instant.parse("2026-01-12T10:00:00Z")).commit("Plan");
    project.file("left.txt", "left\n");
    new Coord().site(Settings.in(directory).build());
    return Files.readString(project.path("target/coord/claims.html.md"))
        .lines()
        .filter(line -> line.startsWith("| [claim c"))
        .toList();
  }

  private String gates() throws IOException {
    return Files.readString(project.path("target/coord/gates.html.md"));
  }

  private static final String[] CHANGED = {
    "repository: {clean: true}",
    "branches: {count: \"= 9\"}",
    "path: {file: gone.txt, exists: true}",
    "path: {file: new.txt, absent: true}",
    "files: {of: {paths: [/long.txt]}, lines: \"= 2\"}",
    "branch: {branch: main, at: abcdef1}"
  };

  @Test
  void what_is_not_so_any_more_contradicts_what_is_said_of_today() throws IOException {
    assertThat(claims("", CHANGED))
        .hasSize(6)
        .allSatisfy(line -> assertThat(line).contains("contradicts"));
  }

  @Test
  void what_was_said_of_a_former_day_cannot_be_told_by_what_changed_since() throws IOException {
    assertThat(claims("on: 2026-01-05, ", CHANGED))
        .hasSize(6)
        .allSatisfy(line -> assertThat(line).contains("unknown", "2026-01-05"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("git does not keep the state of the working tree on 2026-01-05"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("is of 2026-01-12 and does not tell how it was on 2026-01-05"));
    assertThat(gates()).contains("| [0](claims.html.md) | = 0 | of 6 claims |");
  }

  @Test
  void what_nobody_changed_since_that_day_is_judged() throws IOException {
    String there = "path: {file: a.txt, exists: true, branch: f/a}";
    String not = "path: {file: b.txt, exists: true, branch: f/a}";

    assertThat(claims("on: 2026-01-05, ", there, not))
        .satisfiesExactly(
            line -> assertThat(line).contains("contradicts", "b.txt does not exist on f/a"),
            line -> assertThat(line).contains("agrees", "a.txt exists on f/a"));
  }

  @Test
  void a_branch_of_no_workstream_has_its_last_commit_too() throws IOException {
    project.git("branch", "side", "f/a");
    String side = "path: {file: b.txt, exists: true, branch: side}";

    assertThat(claims("on: 2026-01-05, ", side)).singleElement().asString().contains("contradicts");
    assertThat(claims("on: 2026-01-04, ", side))
        .singleElement()
        .asString()
        .contains("unknown", "the last commit of side (", "is of 2026-01-05");
  }

  @Test
  void what_git_keeps_of_that_day_is_judged() throws IOException {
    String commits =
        "commits: {branch: f/a, since: 2026-01-05, until: 2026-01-05, count: \"= %s\"}";

    assertThat(claims("on: 2026-01-05, ", commits.formatted(3)))
        .singleElement()
        .asString()
        .contains("contradicts", "2 ≠ 3");
    assertThat(claims("on: 2026-01-05, ", commits.formatted(2)))
        .singleElement()
        .asString()
        .contains("agrees", "2 = 2");
  }
}
