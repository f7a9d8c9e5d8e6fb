package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleNotationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coverage: {lines: \">= 80%\", branches: \"> 70.5%\", of: {workstream: w}}",
        "coverage: {lines: \"< 100%\", of: {paths: [\"/src/**\", \"*.py\"]}}",
        "tests: {passed: \"!= 0\", failed: \"= 0\", duration: \"< 1.5 min\", of: {names: [\"*A#b\"]}}",
        "ownership: {}",
        "ownership: {merged: fail}",
        "merged: {workstream: w, into: main}",
        "merged: {branch: feature/old}",
        "path: {file: docs/a.md, exists: true}",
        "path: {file: \"**/*.orig\", absent: true, branch: main}",
        "path: {file: a.md, contains: \"say \\\"yes\\\" \\\\o/\"}",
        "path: {file: config/env, contains: [\"A=\", \"B=1, 2\"]}",
        "files: {of: {paths: [\"/a.md\"]}, count: \"= 1\", age: \"<= 30 d\"}",
        "tasks: {done: \"= 100%\"}",
        "tasks: {workstream: w, done: \">= 50%\"}",
        "tasks: {epic: e, done: \">= 50%\", count: \"= 1\", total: \"< 9\"}",
        "tasks: {epics: all, total: \"= 26\"}",
        "plan: {contradictions: \"= 0\", overdue: \"<= 1\", workstreams: \"= 4\", people: \"> 1\"}",
        "plan: {epics: \"= 6\", sprints: \"= 2\", updated: 2025-11-22, age: \"< 14 d\"}",
        "branch: {workstream: w, exists: true, naming: \"feature/*\", target: main}",
        "branch: {branch: feature/w, behind: \"<= 20\", idle: \"< 48 h\"}",
        "commits: {since: 2026-01-05, until: 2026-01-09, branch: main, message: \"Fix: *\","
            + " authors: [ana], count: \"> 1\", files: \"> 2\", added: \"> 3\", deleted: \"> 4\"}",
        "branch: {workstream: w, at: \"5e6ddb9\"}",
        "tag: {tag: v1.0.0, exists: true, at: \"5e6ddb9\"}",
        "repository: {clean: true, synced: true}",
        "commits: {since: 2026-01-05T17:30Z, until: 2026-01-05T18:34:10+01:00, count: \"= 2\"}",
        "declared: {by: ana, says: \"It is done: really.\"}",
        "all: [{tasks: {done: \"= 100%\"}}, {not: {path: {file: a, exists: true}}}]",
        "any: [{ownership: {}}, {merged: {workstream: w}}]",
      })
  void a_rule_is_written_as_the_plan_can_be_read_again(String rule) {
    assertThat(RuleNotation.of(plan(rule).gates().get(0).rule())).isEqualTo(rule);
  }

  private static Plan plan(String rule) {
    String text =
        "coord: 1\nproject: {name: Shop}\npeople: [{id: ana}]\n"
            + "workstreams: [{id: w, branch: feature/w}]\nepics: [{id: e}]\ngates:\n  - id: g\n    "
            + rule
            + "\n";
    PlanFile file =
        new PlanFile("coord.yml", Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
    PlanReading reading = new PlanReader().read(List.of(file));
    assertThat(reading.diagnostics()).isEmpty();
    return reading.plan().orElseThrow();
  }
}
