package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A project whose plan asks for much, and a branch of it. */
abstract class GuardedPlan {

  static final String PLAN =
      """
      coord: 1
      project: {name: Lead scoring, integration_branch: main}
      people:
        - {id: ana, email: ana@example.org}
        - {id: ben, email: ben@example.org}
        - {id: cleo, email: cleo@example.org}
      workstreams:
        - id: api
          owner: ben
          branch: feature/api
          owns: [/api/]
          depends_on: [infra]
          keeps_off: [/legal/]
        - id: infra
          owner: cleo
          branch: feature/infra
          owns: [/infra/]
      boundaries:
        protected: [/ci/]
        no_conflicts: [{between: [api, infra]}]
        unowned: warn
      gates:
        - id: style
          path: {file: api/app.py, exists: true}
        - id: coverage
          coverage: {lines: ">= 70%"}
          severity: warn
        - ownership: {}
      evidence: {tests: [junit.xml]}
      handoffs:
        - id: schema
          kind: contract
          provider: infra
          consumers: [api]
          status: planned
          signature: create table lead
          ready_when: {path: {file: infra/db.sql, exists: true}}
      events:
        - {id: code, kind: freeze, dates: 2026-01-01 to 2099-01-09}
      actions:
        - {id: sign, title: Sign it, who: cleo, blocks: [api]}
      """;

  @TempDir Path directory;

  GitProject project(String guard) {
    GitProject project = GitProject.in(directory.resolve("shop"));
    return commit(
        project
            .file("coord.yml", PLAN.replace("unowned: warn\n", "unowned: warn\n" + guard))
            .file("api/app.py", "# scores leads\n"));
  }

  static GitProject commit(GitProject project) {
    project.commit("Begin");
    project.append("api/app.py", "# and more\n").commit("Go on");
    return project;
  }

  GitProject feature() {
    return feature("");
  }

  GitProject feature(String guard) {
    GitProject project = project(guard).branch("feature/api");
    ben(project).append("api/app.py", "# of the feature\n").commit("Score leads");
    return project;
  }

  static GitProject ben(GitProject project) {
    return project.as("Ben", "ben@example.org");
  }

  static GitProject edit(GitProject project, String change) {
    String[] parts = change.split("->", 2);
    return project.edit("coord.yml", parts[0], parts[1]);
  }

  static Map<String, String> pullRequest() {
    return Repositories.pullRequest("feature/api");
  }

  static Optional<GateResult> guard(Assessment assessment) {
    return assessment.gates().stream().filter(row -> row.row().equals("plan-guard")).findFirst();
  }

  static List<Finding> changed(Assessment assessment) {
    return assessment.findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.PLAN_CHANGED)
        .toList();
  }

  static Assessment assess(GitProject project) {
    return assess(project, Settings.in(project.directory()).environment(Map.of()).build());
  }

  static Assessment assess(GitProject project, Settings settings) {
    return Repositories.open(
        project,
        opened ->
            new Pipeline(settings, opened, project.path("target/coord"), false)
                .run()
                .assessment()
                .orElseThrow());
  }

  static GitProject cleo(GitProject project) {
    return project.as("Cleo", "cleo@example.org");
  }

  static String head(GitProject project) {
    return project.git("rev-parse", "HEAD");
  }

  static Settings since(GitProject project, String before) {
    return Settings.in(project.directory())
        .environment(Map.of())
        .before(Optional.of(before))
        .build();
  }

  /** A run of GitHub Actions for a push to main, with the event of a push. */
  Settings gitHub(GitProject project, String branch, String before) {
    Path event = directory.resolve("event.json");
    GitProject.without(directory)
        .file(
            "event.json",
            "{\"ref\": \"refs/heads/" + branch + "\", \"before\": \"" + before + "\"}");
    return Settings.in(project.directory())
        .environment(
            Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_REF", "refs/heads/main",
                "GITHUB_EVENT_PATH", event.toString()))
        .build();
  }

  static List<String> settings(Assessment assessment) {
    return assessment.findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.SETTING)
        .map(finding -> finding.text() + ". " + finding.remedy())
        .toList();
  }
}
