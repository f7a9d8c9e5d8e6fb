package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.it.GitProject;
import dev.coord.publish.ConsoleLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A project with findings: two claims that contradict each other, and a branch that trespasses. */
abstract class KnownShop {

  static final String FILE = ".coord/baseline.yml";

  /** Two claims that contradict each other, and a branch that changes what is not its own. */
  static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      people:
        - {id: ana, email: ana@shop.example}
        - {id: ben, email: ben@shop.example}
      workstreams:
        - {id: api, owner: ben, branch: feature/api, owns: [/api/]}
        - {id: web, owner: ana, branch: feature/web, owns: [/web/]}
      epics:
        - {id: refunds, progress: 1/2 (50%), issues: ["[x] #12: Orders", "[x] #13: Lines"]}
        - {id: search, progress: 1/2 (50%), issues: ["[x] #14: Index", "[x] #15: Query"]}
      gates:
        - plan: {contradictions: "= 0"}
        - ownership: {}
      """;

  static final String THIRD =
      "  - {id: mail, progress: 1/2 (50%), issues: [\"[x] #16: A\", \"[x] #17: B\"]}\ngates:\n";

  @TempDir Path directory;

  GitProject project() {
    return project(PLAN);
  }

  /** On main; feature/api changes a file of web. */
  GitProject project(String plan) {
    GitProject project = GitProject.in(directory.resolve("shop")).as("Ana", "ana@shop.example");
    project
        .on(Instant.parse("2026-01-20T12:00:00Z"))
        .file("coord.yml", plan)
        .file("api/app.py", "# api\n")
        .file("web/page.html", "<p>\n")
        .file("web/more.html", "<p>\n")
        .commit("Begin");
    project.git("branch", "feature/web");
    project.branch("feature/api").as("Ben", "ben@shop.example");
    project.append("web/page.html", "<br>\n").commit("Change the page");
    return project.checkout("main").as("Ana", "ana@shop.example");
  }

  GitProject adopted() {
    return adopted("gates:\n");
  }

  GitProject adopted(String gates) {
    GitProject project = project(PLAN.replace("gates:\n", gates));
    write(project, false);
    project.commit("Adopt coord");
    return project;
  }

  static Settings settings(GitProject project) {
    return settings(project, "2026-01-31", Optional.empty());
  }

  static Settings settings(GitProject project, String day, Optional<String> base) {
    return Settings.in(project.directory())
        .clock(Instant.parse(day + "T12:00:00Z"))
        .base(base)
        .build();
  }

  static Result check(GitProject project) {
    return new Coord().check(settings(project));
  }

  static Result write(GitProject project, boolean grow) {
    return write(project, grow, "2026-01-31");
  }

  static Result write(GitProject project, boolean grow, String day) {
    return new Coord().baseline(settings(project, day, Optional.empty()), grow);
  }

  static List<String> texts(Result result) {
    return result.console().stream()
        .map(ConsoleLine::text)
        .map(line -> line.replaceAll(" +", " "))
        .toList();
  }

  static String read(GitProject project) {
    try {
      return Files.readString(project.path(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<GateResult> rows(GitProject project) {
    return assess(project).gates();
  }

  static GateResult row(Assessment assessment, String id) {
    return assessment.gates().stream()
        .filter(row -> row.row().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static Assessment assess(GitProject project) {
    return assess(project, settings(project));
  }

  static Assessment assess(GitProject project, Settings settings) {
    return Repositories.open(
        project,
        opened -> {
          Pipeline.Outcome outcome =
              new Pipeline(settings, opened, project.path("target/coord"), false).run();
          return outcome
              .assessment()
              .orElseThrow(
                  () ->
                      new AssertionError(
                          outcome.problems().stream().map(Diagnostic::message).toList()));
        });
  }
}
