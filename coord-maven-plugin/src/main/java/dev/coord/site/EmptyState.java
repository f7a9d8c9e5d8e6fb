package dev.coord.site;

import dev.coord.site.draft.Line;
import dev.coord.site.model.Block;
import dev.coord.site.model.Tone;
import java.util.List;

/** What stands where the plan says nothing yet: what is missing, and the YAML to add. */
enum EmptyState {
  GATES(
      "No gates yet",
      "A gate is a rule that the build is held to. Without one, nothing can fail and nothing is"
          + " proved. Add to the plan:",
      "gates:",
      "  - coverage: {lines: \">= 80%\"}",
      "  - tests: {failed: \"= 0\"}",
      "  - ownership: {}"),
  WORKSTREAMS(
      "No workstreams yet",
      "A workstream is a line of work with its own branch and its own paths. Add to the plan:",
      "workstreams:",
      "  - id: checkout",
      "    owner: ana",
      "    branch: feature/checkout",
      "    owns: [src/main/java/shop/checkout/**]",
      "    tasks: [\"[x] Basket totals\", \"[ ] Refunds\"]"),
  TASKS(
      "No tasks yet",
      "Tasks say what is done and what comes next. Add to this workstream:",
      "tasks:",
      "  - \"[ ] Refund whole orders\"",
      "  - text: Refund single lines",
      "    id: line-refunds",
      "    state: doing",
      "    done_when:",
      "      path: {file: src/test/java/shop/LineRefundsTest.java, exists: true}"),
  BRANCH(
      "No branch yet",
      "Without a branch, git cannot tell what this workstream changes. Add to this workstream:",
      "branch: feature/checkout"),
  OWNERSHIP(
      "Nobody owns anything yet",
      "Patterns have the meaning of .gitignore. Say who may change what:",
      "workstreams:",
      "  - id: checkout",
      "    owns: [\"/checkout/**\"]",
      "    keeps_off: [\"/catalog/**\"]",
      "boundaries:",
      "  shared:",
      "    - {paths: [/pom.xml], mode: coordinate}",
      "  unowned: warn"),
  SPRINTS(
      "No sprints yet",
      "A sprint is a stretch of time with goals. Add to the plan:",
      "sprints:",
      "  - id: sprint-1",
      "    start: 2026-01-05",
      "    end: 2026-01-16",
      "    goals: [\"Customers can return what they bought.\"]",
      "    blocks:",
      "      - {days: \"1-5\", workstreams: [checkout], tasks: [\"[ ] Refunds\"]}"),
  DATES(
      "No dates yet",
      "Whether the sprint will finish can be told only when it has an end. Add to this sprint:",
      "start: 2026-01-05",
      "end: 2026-01-16"),
  METRICS(
      "No metrics yet",
      "A metric says by what the team tells whether it gets better. Add to the plan:",
      "metrics:",
      "  - id: line-coverage",
      "    category: quality",
      "    coverage: {lines: \">= 90%\"}",
      "    baseline: \"80%\"",
      "  - {id: refund-time, category: outcome, value: 4, target: \"<= 3\", unit: days}"),
  TEST_RESULTS(
      "No test results",
      "Let the build write JUnit XML, and hold it to the results. Add to the plan:",
      "gates:",
      "  - tests: {failed: \"= 0\"}"),
  COVERAGE(
      "No coverage",
      "Let the build write a coverage report, and hold it to it. Add to the plan:",
      "gates:",
      "  - coverage: {lines: \">= 80%\"}"),
  FINDINGS(
      "No gate on findings",
      "Hold the build to what the tools find. Add to the plan:",
      "gates:",
      "  - findings: {errors: \"= 0\"}"),
  STARTED(
      "No first day",
      "Whose the commits are can be told of all since the project began when the plan says when that"
          + " was. Add to the plan:",
      "project:",
      "  started: 2026-01-05"),
  CLAIMS(
      "No claims yet",
      "A claim is a status or a finished task that git or a report can confirm. Add to a workstream:",
      "status: merged",
      "tasks:",
      "  - text: Refund whole orders",
      "    state: done",
      "    done_when:",
      "      tests: {failed: \"= 0\", of: {names: [\"*RefundTest*\"]}}"),
  ACTIONS(
      "No actions yet",
      "An action is something a person has to do by hand. Add to the plan:",
      "actions:",
      "  - id: card-contract",
      "    title: Sign the contract with the card company",
      "    who: ana",
      "    when: 2026-01-09",
      "    status: todo",
      "    blocks: [checkout]");

  private final String title;
  private final String text;
  private final List<String> yaml;

  EmptyState(String title, String text, String... yaml) {
    this.title = title;
    this.text = text;
    this.yaml = List.of(yaml);
  }

  /** The same with the reason why nothing is there. */
  Block block(String reason) {
    return new Block.Callout(
        Tone.NEUTRAL,
        title,
        List.of(
            new Block.Paragraph(Line.of(reason).list()),
            new Block.Paragraph(Line.of(text).list()),
            new Block.Listing("yaml", String.join("\n", yaml))));
  }

  Block block() {
    return new Block.Callout(
        Tone.NEUTRAL,
        title,
        List.of(
            new Block.Paragraph(Line.of(text).list()),
            new Block.Listing("yaml", String.join("\n", yaml))));
  }
}
