package dev.coord.plan;

import static dev.coord.plan.PlanDiffs.between;
import static dev.coord.plan.PlanDiffs.gate;
import static dev.coord.plan.PlanDiffs.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.PlanDiff.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rule of a gate asks less than it did. */
class RuleDiffTest {

  @Test
  void a_signature_that_is_no_longer_asked_for_is_told_and_one_that_is_is_not() {
    String people = "people: [{id: ana, emails: [a@b]}]\n";
    String plain = people + gate("approved: {by: [ana], workstream: w}");
    String signed = people + gate("approved: {by: [ana], workstream: w, signature: true}");

    assertThat(told(plain, signed)).isEmpty();
    assertThat(told(signed, plain)).singleElement().asString().startsWith("RULE_CHANGED");
  }

  @Test
  void a_loosened_comparison_is_told() {
    assertThat(
            told(
                gate("coverage: {lines: '>= 70%', branches: '>= 60%'}"),
                gate("coverage: {lines: '>= 10%'}")))
        .containsExactly(
            "COMPARISON_LOOSENED base.yml:4:35 branch.yml:4:35 The gate \"g\" wanted lines >= 70%"
                + " and wants >= 10%.",
            "COMPARISON_LOOSENED base.yml:4:55 branch.yml:4:27 The gate \"g\" wanted branches >="
                + " 60% and no longer compares it.");
    assertThat(told(gate("tests: {duration: < 1 s}"), gate("tests: {duration: < 999 ms}")))
        .isEmpty();
    assertThat(told(gate("tests: {duration: < 1 s}"), gate("tests: {duration: < 1001 ms}")))
        .hasSize(1);
    assertThat(told(gate("tasks: {done: = 100%}"), gate("tasks: {done: '>= 99%'}"))).hasSize(1);
  }

  @Test
  void a_changed_rule_is_told() {
    assertThat(told(gate("tests: {failed: = 0}"), gate("ownership: {}")))
        .containsExactly(
            "RULE_CHANGED base.yml:4:24 branch.yml:4:28 The gate \"g\" asked for tests: {failed: = 0}"
                + " and asks for ownership: {merged: warn}.");
    assertThat(told(gate("path: {file: a, exists: true}"), gate("path: {file: b, exists: true}")))
        .containsExactly(
            "RULE_CHANGED base.yml:4:23 branch.yml:4:23 The gate \"g\" asked for path: {file: a, exists:"
                + " true} and asks for path: {file: b, exists: true}.");
    assertThat(
            told(
                gate("all: [{merged: {workstream: w}}, {tests: {failed: = 0}}]"),
                gate("all: [{merged: {workstream: w}}]")))
        .hasSize(1);
    assertThat(
            told(
                gate("not: {any: [{declared: {by: a, says: b}}]}"),
                gate("not: {any: [{declared: {by: a, says: c}}]}")))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "path: {file: a, contains: b} | path: {file: a, exists: true}"
            + " | asked for path: {file: a, contains: b} and asks for path: {file: a, exists: true}",
        "'any: [{path: {file: a, absent: true}}]' | 'any: [{not: {path: {file: c, exists: true}}}]'"
            + " | 'asked for any: [{path: {file: a, absent: true}}] and asks for"
            + " any: [{not: {path: {file: c, exists: true}}}]'",
        "'approved: {by: [ana], workstream: w}' | 'approved: {by: [ana, ben], workstream: w}'"
            + " | 'asked for approved: {by: [ana], workstream: w} and asks for"
            + " approved: {by: [ana, ben], workstream: w}'",
        "path: {file: a, contains: LONG} | path: {file: b, contains: LONG}"
            + " | has another \"path\" rule: another file",
        "'all: [{path: {file: a, contains: LONG}}, {path: {file: b, exists: true}}]'"
            + " | 'all: [{path: {file: a, contains: LONG}}, {tests: {failed: = 0}}]'"
            + " | 'has another \"all\" rule: without path: {file: b, exists: true} of those that"
            + " it had, and with tests: {failed: = 0} that it had not'",
      })
  void another_rule_is_told_with_what_was_asked_and_what_is(
      String before, String now, String clause) {
    String people = "people: [{id: ana}, {id: ben}]\n";
    String text = "x".repeat(200);

    assertThat(
            between(
                people + gate(before.replace("LONG", text)),
                people + gate(now.replace("LONG", text))))
        .extracting(Change::sentence)
        .containsExactly("The gate \"g\" " + clause + ".");
  }

  @Test
  void a_comparison_with_the_baseline_that_is_dropped_or_tolerates_more_is_told() {
    String strict = gate("coverage: {lines: '> 1%', against: baseline}");
    String lax = gate("coverage: {lines: '> 1%', against: baseline, tolerance: 0.5%}");

    assertThat(told(strict, gate("coverage: {lines: '> 1%'}")))
        .singleElement()
        .asString()
        .startsWith("COMPARISON_LOOSENED ")
        .endsWith("wanted a fall against the baseline of <= 0% and no longer compares it.");
    assertThat(told(strict, lax))
        .singleElement()
        .asString()
        .endsWith("wanted a fall against the baseline of <= 0% and wants <= 0.5%.");
    assertThat(told(lax, strict)).isEmpty();
  }

  @Test
  void a_gate_for_changed_lines_or_each_file_that_judges_less_is_told() {
    String all = gate("coverage: {lines: '>= 80%'}");
    String changed = gate("coverage: {lines: '>= 80%', changed: true}");
    String floor = gate("coverage: {lines: '>= 80%', changed: true, at_least_lines: 9}");
    String tell = gate("coverage: {lines: '>= 80%', changed: true, unmeasured: tell}");
    String fail = gate("coverage: {lines: '>= 80%', changed: true, unmeasured: fail}");
    String each = gate("coverage: {lines: '>= 80%', each_file: true}");

    assertThat(told(all, changed))
        .singleElement()
        .asString()
        .startsWith("SCOPE_CHANGED ")
        .endsWith("judged everything and judges changed lines of everything.");
    assertThat(told(changed, floor))
        .singleElement()
        .asString()
        .endsWith(
            "judged changed lines of everything and judges changed lines where they are at least 9"
                + " of everything.");
    String whole = gate("coverage: {lines: '>= 80%', unmeasured: unknown}");
    String strict = gate("coverage: {lines: '>= 80%', unmeasured: fail}");
    assertThat(told(strict, whole))
        .singleElement()
        .asString()
        .endsWith(
            "judged everything, unmeasured: fail and judges everything, unmeasured: unknown.");
    assertThat(told(whole, all)).hasSize(1);
    assertThat(told(all, whole)).isEmpty();
    assertThat(told(whole, strict)).isEmpty();
    assertThat(told(changed, tell)).hasSize(1);
    assertThat(told(each, all)).hasSize(1);
    assertThat(told(floor, changed)).isEmpty();
    assertThat(told(tell, changed)).isEmpty();
    assertThat(told(changed, fail)).isEmpty();
  }

  @Test
  void rules_about_plan_branches_and_commits_are_loosened_key_by_key() {
    assertThat(
            told(
                gate("plan: {contradictions: = 0, updated: 2026-01-05}"),
                gate("plan: {contradictions: <= 3}")))
        .containsExactly(
            "COMPARISON_LOOSENED base.yml:4:40 branch.yml:4:40 The gate \"g\" wanted contradictions"
                + " = 0 and wants <= 3.",
            "COMPARISON_LOOSENED base.yml:4:54 branch.yml:4:23 The gate \"g\" wanted updated"
                + " 2026-01-05 and no longer compares it.");
    assertThat(
            told(
                gate("branch: {branch: b, exists: true, naming: a/*, idle: < 2 d}"),
                gate("branch: {branch: b, naming: '*', idle: < 48 h}")))
        .hasSize(2);
    assertThat(
            told(
                gate("branch: {branch: b, exists: true}"),
                gate("branch: {branch: c, exists: true}")))
        .singleElement()
        .asString()
        .endsWith("judged branch b and judges branch c.");
    assertThat(
            told(
                gate("commits: {since: 2026-01-05, count: '> 5'}"),
                gate("commits: {since: 2025-01-05, count: '> 5'}")))
        .singleElement()
        .asString()
        .endsWith("judged the commits since 2026-01-05 and judges the commits since 2025-01-05.");
    assertThat(
            told(
                gate(
                    "commits: {message: a, authors: [ana], until: 2026-01-05, branch: b, added: '> 5'}"),
                gate(
                    "commits: {message: a, authors: [ana], until: 2026-01-05, branch: b, added: '> 4'}")))
        .hasSize(1);
  }

  @Test
  void rules_that_count_branches_and_files_are_loosened_key_by_key() {
    assertThat(
            told(
                gate("branches: {naming: a/*, since: 2026-01-05, count: = 3}"),
                gate("branches: {naming: b/*, until: 2026-01-06, count: <= 3}")))
        .hasSize(2)
        .first()
        .asString()
        .endsWith(
            "judged the branches named a/* with a last commit since 2026-01-05 and judges the"
                + " branches named b/* with a last commit until 2026-01-06.");
    assertThat(
            told(
                gate("files: {of: {paths: [/a]}, count: = 3, lines: '> 1', bytes: '> 1'}"),
                gate("files: {branch: b, count: = 3, lines: '> 0', characters: '> 0'}")))
        .hasSize(3)
        .first()
        .asString()
        .endsWith("judged paths [/a] and judges everything on b.");
    assertThat(
            told(
                gate("path: {file: pom.xml, names: a, version: '2'}"),
                gate("path: {file: pom.xml, names: a}")))
        .hasSize(1);
  }

  @Test
  void rules_about_tasks_are_loosened_key_by_key() {
    assertThat(
            told(
                gate("tasks: {workstream: w, done: '> 1%', count: '= 2', total: '= 3'}"),
                gate("tasks: {workstream: w, done: '> 1%', count: '= 3'}")))
        .hasSize(2);
    assertThat(told(gate("tasks: {epics: all, done: '> 1%'}"), gate("tasks: {done: '> 1%'}")))
        .singleElement()
        .asString()
        .endsWith("judged the tasks of all epics and judges all tasks.");
  }

  @Test
  void a_metric_that_is_read_in_another_unit_or_format_says_so() {
    String rule = "metric: {file: m.json, read: /x, value: < 9 s";

    assertThat(told(gate(rule + ", unit: ms}"), gate(rule + ", unit: us}")))
        .singleElement()
        .asString()
        .endsWith("judged /x in m.json, measured in ms and judges /x in m.json, measured in us.");
    String counted = "metric: {file: m.json, read: /x, value: < 9";
    assertThat(told(gate(rule + ", unit: ms}"), gate(counted + ", unit: count}")))
        .first()
        .asString()
        .endsWith(
            "judged /x in m.json, measured in ms and judges /x in m.json, measured in count.");
    assertThat(told(gate(rule + "}"), gate(rule + ", format: json}")))
        .singleElement()
        .asString()
        .endsWith("judged /x in m.json and judges /x in m.json, read as json.");
    assertThat(told(gate("not: {" + rule + ", unit: ms}}"), gate("not: {" + rule + ", unit: us}}")))
        .singleElement()
        .asString()
        .contains("measured in ms", "measured in us");
  }
}
