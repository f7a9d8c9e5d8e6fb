package dev.coord.rule;

import static dev.coord.testing.FixedFacts.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Rule;
import dev.coord.testing.FixedFacts;
import dev.coord.testing.RecordChecks;
import dev.coord.testing.Written;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WorkVerdictsTest {

  private static Rule rule(String text) {
    return Written.plan("epics: [{id: e}]", "gates: [{id: g, " + text + "}]").gates().get(0).rule();
  }

  private static List<String> judged(String text, Facts facts) {
    return new Judge()
        .judge(rule(text), facts).stream()
            .map(v -> v.key() + " " + v.outcome().word() + ": " + v.summary())
            .toList();
  }

  @TestFactory
  Stream<DynamicTest> facts_are_whole() {
    return RecordChecks.of(
        new Facts.Count(1, "things", "Count.", List.of(FixedFacts.PROOF)),
        new Facts.Age(Duration.ZERO, 0, "since then", List.of(FixedFacts.PROOF)),
        new Facts.CommitCount(1, 2, 3, 4, List.of(FixedFacts.PROOF)));
  }

  @Test
  void share_count_and_total_have_a_verdict_each() {
    assertThat(
            judged(
                "tasks: {epic: e, done: '>= 60%', count: '= 12', total: '= 20'}",
                facts().tasks(12, 20, "issues", 0)))
        .containsExactly(
            "done passed: 60.0% >= 60% (12/20 issues)",
            "count passed: 12 = 12 (done of 20 issues)", "total passed: 20 = 20 (issues)");
  }

  @Test
  void a_total_of_issues_and_epics_says_that_it_counts_both() {
    assertThat(
            judged(
                "tasks: {epics: all, count: '= 12', total: '= 26'}",
                facts().tasks(11, 20, "issues", 6)))
        .containsExactly(
            "count failed: 11 != 12 (-1, done of 20 issues)",
            "total failed: 20 != 26 (-6, 26 are the 20 issues and the 6 epics together)");
    assertThat(judged("tasks: {epics: all, total: '= 25'}", facts().tasks(11, 20, "issues", 6)))
        .containsExactly("total failed: 20 != 25 (-5, issues)");
    assertThat(judged("tasks: {epics: all, total: '= 3'}", facts().tasks(1, 2, "issues", 1)))
        .containsExactly("total failed: 2 != 3 (-1, 3 are the 2 issues and the epic together)");
  }

  @Test
  void where_nothing_can_be_counted_no_comparison_holds() {
    assertThat(judged("tasks: {done: '>= 0%', count: '= 0', total: '= 0'}", facts().tasks(0, 0)))
        .containsExactly(
            "done unknown: there are no tasks to count",
            "count unknown: there are no tasks to count",
            "total unknown: there are no tasks to count");
  }

  @Test
  void commits_files_and_lines_have_a_verdict_each() {
    assertThat(
            judged(
                "commits: {count: '= 2', files: '< 3', added: '>= 100', deleted: '= 0'}",
                facts().commits(2, 3, 100, 7)))
        .containsExactly(
            "count passed: 2 = 2 (commits)",
            "files failed: 3 >= 3 (0, files changed by 2 commits)",
            "added passed: 100 >= 100 (lines added by 2 commits)",
            "deleted failed: 7 != 0 (+7, lines deleted by 2 commits)");
  }

  @Test
  void without_a_commit_there_is_a_count_and_nothing_that_was_changed() {
    assertThat(
            judged(
                "commits: {count: '= 0', files: '< 3', added: '<= 100', deleted: '= 0'}",
                facts().commits(0, 0, 0, 0)))
        .containsExactly(
            "count passed: 0 = 0 (commits)",
            "files unknown: no commit fits, so there is nothing to measure",
            "added unknown: no commit fits, so there is nothing to measure",
            "deleted unknown: no commit fits, so there is nothing to measure");
  }

  @Test
  void what_nobody_counted_is_unknown() {
    assertThat(judged("commits: {count: '= 0'}", facts()))
        .containsExactly("count unknown: git was not asked");
    assertThat(judged("plan: {contradictions: '= 0', age: '< 1 d'}", facts()))
        .containsExactly(
            "contradictions unknown: nobody counted", "age unknown: git was not asked");
    assertThat(judged("branch: {branch: b, exists: true, naming: b, idle: '< 1 d'}", facts()))
        .containsExactly(
            "exists unknown: git was not asked",
            "naming unknown: git was not asked",
            "idle unknown: git was not asked");
  }
}
