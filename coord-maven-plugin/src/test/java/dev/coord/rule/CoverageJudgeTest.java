package dev.coord.rule;

import static dev.coord.rule.Verdicts.judge;
import static dev.coord.rule.Verdicts.one;
import static dev.coord.testing.FixedFacts.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CoverageCount;
import dev.coord.plan.ChangedScope;
import dev.coord.plan.Comparison.Operator;
import dev.coord.plan.CoverageRule;
import dev.coord.testing.FixedFacts;
import dev.coord.testing.Places;
import dev.coord.testing.Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoverageJudgeTest {

  @Test
  void coverage_below_its_limit_fails_and_says_by_how_much() {
    Verdict verdict = one(Rules.lines(">= 60%"), facts().coverage(1204, 2197, 0, 0));

    assertThat(verdict.key()).isEqualTo("lines");
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.measured()).isEqualTo("54.8%");
    assertThat(verdict.required()).isEqualTo(">= 60%");
    assertThat(verdict.summary()).isEqualTo("54.8% < 60% (-5.2 points, 1204/2197 lines)");
    assertThat(verdict.remedy()).isEqualTo("Test more of the code: 1204/2197 lines are covered.");
    assertThat(verdict.proof()).containsExactly(FixedFacts.PROOF);
    assertThat(verdict.gauge()).contains(new Verdict.Gauge(548, 600, Operator.AT_LEAST));
  }

  @Test
  void coverage_at_its_limit_passes_without_a_margin() {
    Verdict verdict = one(Rules.lines(">= 58%"), facts().coverage(29, 50, 0, 0));

    assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(verdict.summary()).isEqualTo("58.0% >= 58% (29/50 lines)");
    assertThat(verdict.remedy()).isEmpty();
  }

  private static Verdict each(String wanted, Facts.FileCount... files) {
    CoverageRule rule =
        new CoverageRule(
            Places.origin(20),
            Optional.of(Rules.comparison(wanted)),
            Optional.empty(),
            Optional.empty(),
            Rules.EVERYTHING,
            Optional.empty(),
            true);
    return one(rule, facts().coverage(List.of(files)));
  }

  private static Facts.FileCount file(String name, int covered, int all) {
    return new Facts.FileCount(name, new CoverageCount(covered, all, 0, 0));
  }

  @Test
  void each_file_must_meet_the_limit_and_the_thinnest_one_that_misses_it_is_told() {
    Verdict failed =
        each(
            ">= 50%",
            file("a.py", 9, 10), file("b.py", 4, 10), file("none.py", 0, 0), file("c.py", 1, 3));

    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.summary())
        .isEqualTo("33.3% < 50% (-16.7 points, 2 of 3 files, c.py 1/3 lines)");
    assertThat(each(">= 50%", file("a.py", 9, 10), file("b.py", 5, 10)).summary())
        .isEqualTo("50.0% >= 50% (the least of 2 files, b.py 5/10 lines)");
  }

  private static Verdict changed(int floor, Facts facts) {
    return one(
        new CoverageRule(
            Places.origin(20),
            Optional.of(Rules.comparison(">= 80%")),
            Optional.empty(),
            Optional.empty(),
            Rules.EVERYTHING,
            Optional.of(new ChangedScope(floor, ChangedScope.Unmeasured.UNKNOWN)),
            false),
        facts);
  }

  @Test
  void a_change_below_the_floor_fails_nothing_and_says_so() {
    Verdict tiny = changed(10, facts().coverage(1, 9, 0, 0));

    assertThat(tiny.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(tiny.summary())
        .isEqualTo(
            "11.1% < 80% (not judged, as fewer than 10 changed lines can be run, 1/9 changed"
                + " lines)");
    assertThat(changed(10, facts().coverage(1, 10, 0, 0)).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(changed(10, facts().coverage(9, 9, 0, 0)).summary())
        .isEqualTo("100.0% >= 80% (9/9 changed lines)");
    assertThat(changed(0, facts().coverage(0, 1, 0, 0)).outcome()).isEqualTo(Outcome.FAILED);
  }

  private static CoverageRule against(String tolerance) {
    return new CoverageRule(
        Places.origin(20),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Rules.comparison(tolerance)),
        Rules.EVERYTHING);
  }

  @Test
  void a_share_that_fell_below_the_record_fails_and_says_by_how_much() {
    Verdict verdict = one(against("<= 0.5%"), facts().coverage(32, 41, 0, 0).baseline(33, 41));

    assertThat(verdict.key()).isEqualTo("against");
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.summary())
        .isEqualTo("2.5% > 0.5% (+2.0 points, 32/41 lines after 33/41 at 4f2a9c1 of 2026-01-20)");
    assertThat(verdict.attested()).isTrue();
  }

  @Test
  void the_tolerance_is_counted_exactly() {
    assertThat(one(against("<= 1%"), facts().coverage(79, 100, 0, 0).baseline(8, 10)).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(one(against("<= 0%"), facts().coverage(2, 3, 0, 0).baseline(4, 6)).outcome())
        .isEqualTo(Outcome.PASSED);
    assertThat(
            one(against("<= 0%"), facts().coverage(666_666, 1_000_000, 0, 0).baseline(2, 3))
                .outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void a_share_that_rose_has_not_fallen_at_all() {
    assertThat(one(against("<= 0%"), facts().coverage(9, 10, 0, 0).baseline(1, 2)).measured())
        .isEqualTo("0.0%");
  }

  @Test
  void without_a_record_or_a_line_the_fall_is_unknown() {
    assertThat(one(against("<= 1%"), facts().coverage(9, 10, 0, 0)).measured())
        .isEqualTo("no baseline");
    assertThat(one(against("<= 1%"), facts().coverage(0, 0, 0, 0).baseline(1, 2)).outcome())
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void each_comparison_of_a_rule_has_a_verdict_of_its_own() {
    List<Verdict> verdicts =
        judge(Rules.coverage(">= 80%", ">= 75%"), facts().coverage(80, 100, 7, 10));

    assertThat(verdicts).extracting(Verdict::key).containsExactly("lines", "branches");
    assertThat(verdicts)
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.PASSED, Outcome.FAILED);
    assertThat(verdicts.get(1).summary()).isEqualTo("70.0% < 75% (-5.0 points, 7/10 branches)");
  }

  @Test
  void a_missing_coverage_report_is_unknown() {
    Verdict verdict = one(Rules.lines(">= 0%"), facts());

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.measured()).isEqualTo("no coverage report was found");
    assertThat(verdict.summary()).isEqualTo("no coverage report was found");
    assertThat(verdict.required()).isEqualTo(">= 0%");
    assertThat(verdict.remedy()).isEqualTo("Run the tests first.");
    assertThat(verdict.gauge()).isEmpty();
  }

  @Test
  void no_line_is_unknown_and_never_all_of_them() {
    Verdict verdict = one(Rules.lines(">= 80%"), facts().coverage(0, 0, 3, 4));

    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.summary())
        .isEqualTo(
            "the coverage reports hold no lines of this part, so there is nothing to compare");
    assertThat(verdict.remedy())
        .isEqualTo("Let the reports contain its lines, or correct of: (coord.yml:20).");
  }

  @Test
  void no_branch_is_unknown_and_leaves_the_lines_alone() {
    List<Verdict> verdicts =
        judge(Rules.coverage(">= 80%", ">= 75%"), facts().coverage(9, 10, 0, 0));

    assertThat(verdicts)
        .extracting(Verdict::outcome)
        .containsExactly(Outcome.PASSED, Outcome.UNKNOWN);
  }

  @Test
  void what_rests_on_reports_alone_is_not_attested() {
    assertThat(one(Rules.lines(">= 0%"), facts().coverage(1, 2, 0, 0)).attested()).isFalse();
  }
}
