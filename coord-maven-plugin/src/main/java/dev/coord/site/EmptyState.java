package dev.coord.site;

import java.util.List;

/** What stands where the plan says nothing yet: what is missing, and the YAML to add. */
enum EmptyState {
  GATES(
      "No gates yet",
      "A gate is a rule that the build is held to. Without one, nothing can fail and nothing is"
          + " proved. Add to the plan:",
      "gates:\n"
          + "  - coverage: {lines: \">= 80%\"}\n"
          + "  - tests: {failed: \"= 0\"}\n"
          + "  - ownership: {}\n"),
  WORKSTREAMS(
      "No workstreams yet",
      "A workstream is a line of work with its own branch and its own paths. Add to the plan:",
      "workstreams:\n"
          + "  - id: checkout\n"
          + "    owner: ana\n"
          + "    branch: feature/checkout\n"
          + "    owns: [src/main/java/shop/checkout/**]\n"
          + "    tasks: [\"[x] Basket totals\", \"[ ] Refunds\"]\n"),
  TASKS(
      "No tasks yet",
      "Tasks say what is done and what comes next. Add to this workstream:",
      "tasks:\n"
          + "  - \"[ ] Refund whole orders\"\n"
          + "  - text: Refund single lines\n"
          + "    id: line-refunds\n"
          + "    state: doing\n"
          + "    done_when:\n"
          + "      path: {file: src/test/java/shop/LineRefundsTest.java, exists: true}\n"),
  BRANCH(
      "No branch yet",
      "Without a branch, git cannot tell what this workstream changes. Add to this workstream:",
      "branch: feature/checkout\n"),
  OWNERSHIP(
      "Nobody owns anything yet",
      "Patterns have the meaning of .gitignore. Say who may change what:",
      "workstreams:\n"
          + "  - id: checkout\n"
          + "    owns: [\"/checkout/**\"]\n"
          + "    keeps_off: [\"/catalog/**\"]\n"
          + "boundaries:\n"
          + "  shared:\n"
          + "    - {paths: [/pom.xml], mode: coordinate}\n"
          + "  unowned: warn\n"),
  SPRINTS(
      "No sprints yet",
      "A sprint is a stretch of time with goals. Add to the plan:",
      "sprints:\n"
          + "  - id: sprint-1\n"
          + "    start: 2026-01-05\n"
          + "    end: 2026-01-16\n"
          + "    goals: [\"Customers can return what they bought.\"]\n"
          + "    blocks:\n"
          + "      - {days: \"1-5\", workstreams: [checkout], tasks: [\"[ ] Refunds\"]}\n"),
  DATES(
      "No dates yet",
      "Whether the sprint will finish can be told only when it has an end. Add to this sprint:",
      "start: 2026-01-05\n" + "end: 2026-01-16\n"),
  METRICS(
      "No metrics yet",
      "A metric says by what the team tells whether it gets better. Add to the plan:",
      "metrics:\n"
          + "  - id: line-coverage\n"
          + "    category: quality\n"
          + "    coverage: {lines: \">= 90%\"}\n"
          + "    baseline: \"80%\"\n"
          + "  - {id: refund-time, category: outcome, value: 4, target: \"<= 3\", unit: days}\n"),
  CLAIMS(
      "No claims yet",
      "A claim is a status or a finished task that git or a report can confirm. Add to a workstream:",
      "status: merged\n"
          + "tasks:\n"
          + "  - text: Refund whole orders\n"
          + "    state: done\n"
          + "    done_when:\n"
          + "      tests: {failed: \"= 0\", of: {names: [\"*RefundTest*\"]}}\n"),
  ACTIONS(
      "No actions yet",
      "An action is something a person has to do by hand. Add to the plan:",
      "actions:\n"
          + "  - id: card-contract\n"
          + "    title: Sign the contract with the card company\n"
          + "    who: ana\n"
          + "    when: 2026-01-09\n"
          + "    status: todo\n"
          + "    blocks: [checkout]\n");

  private final String title;
  private final String text;
  private final String yaml;

  EmptyState(String title, String text, String yaml) {
    this.title = title;
    this.text = text;
    this.yaml = yaml;
  }

  Block block() {
    return new Block.Callout(
        Tone.NEUTRAL,
        title,
        List.of(
            new Block.Paragraph(Line.of(text).list()), new Block.Listing("yaml", yaml.strip())));
  }
}
