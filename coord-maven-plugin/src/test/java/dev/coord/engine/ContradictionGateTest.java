package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.publish.ConsoleLine;
import dev.coord.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan that contradicts itself or git fails its build when it asks for that. */
class ContradictionGateTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop}
      people: [{id: ana, email: ana@shop.example}]
      epics:
        - {id: refunds, progress: 1/2 (50%), issues: ["[x] #12: Orders", "[x] #13: Lines"]}
      claims:
        - {says: Ana committed twice., holds_when: {commits: {authors: [ana], count: "= 2"}}}
        - {says: The plan is new., holds_when: {plan: {age: "< 2 d", epics: "= 1"}}}
        - {says: It is on main., holds_when: {branch: {branch: main, exists: true, naming: main}}}
      gates:
        - plan: {contradictions: "= 0"}
      """;

  @TempDir Path directory;

  private Result check(GitProject project) {
    return new Coord().check(Settings.in(project.directory()).clock(project.now()).build());
  }

  @Test
  void the_build_fails_until_plan_and_git_agree() throws IOException {
    GitProject project = GitProject.in(directory).as("Ana", "ana@shop.example");
    project.file("coord.yml", PLAN).commit("Plan");

    Result wrong = check(project);

    assertThat(wrong.overall()).isEqualTo(Overall.FAILED);
    assertThat(wrong.failure())
        .startsWith(
            "1 of 1 gate not met: plan.contradictions 2 != 0 (coord.yml:11). See the page of claims:");
    assertThat(wrong.console())
        .extracting(ConsoleLine::text)
        .anyMatch(line -> line.contains("See the page of claims"));

    project.file("coord.yml", PLAN.replace("1/2 (50%)", "2/2 (100%)")).commit("Correct the plan");

    assertThat(check(project).overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void every_contradiction_is_told_with_its_places() throws IOException {
    GitProject project = GitProject.in(directory).as("Ana", "ana@shop.example");
    project.file("coord.yml", PLAN).commit("Plan");

    new Coord().site(Settings.in(project.directory()).clock(project.now()).build());

    JsonNode status =
        JsonSchema.parse(Files.readAllBytes(project.path("target/coord/status.json")));
    assertThat(status.at("/findings"))
        .filteredOn(finding -> finding.path("kind").asText().equals("contradiction"))
        .extracting(finding -> finding.path("text").asText())
        .containsExactlyInAnyOrder(
            "the plan says \"progress: 1/2 (50%)\" of epic refunds, observed: its issues say 2 of 2"
                + " (100%)",
            "the plan says \"Ana committed twice.\" of claim ana-committed-twice, observed: 1 != 2"
                + " (-1, commits)");
    assertThat(Files.readString(project.path("target/coord/claims.html")))
        .contains("epics.html#epic-refunds", "#statement-the-plan-is-new");
  }

  @Test
  void without_a_repository_nobody_can_tell() {
    GitProject project = GitProject.without(directory);
    project.file("coord.yml", PLAN.replace("1/2 (50%)", "2/2 (100%)"));

    Result result = check(project);

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure()).contains("plan.contradictions");
  }
}
