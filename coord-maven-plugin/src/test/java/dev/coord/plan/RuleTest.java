package dev.coord.plan;

import static dev.coord.testing.Places.origin;
import static dev.coord.testing.Rules.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleTest {

  private static final Optional<Comparison> NONE = Optional.empty();
  private static final Optional<String> NOTHING = Optional.empty();

  @Test
  void coverage_and_tests_compare_something() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CoverageRule(origin(), NONE, NONE, Rules.EVERYTHING));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TestsRule(
                    origin(), NONE, NONE, NONE, NONE, NONE, NONE, NONE, Rules.EVERYTHING));
  }

  @Test
  void a_share_is_never_compared_with_a_number() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rules.lines(">= 80"));
    assertThatIllegalArgumentException().isThrownBy(() -> Rules.branches(">= 80"));
    assertThatIllegalArgumentException().isThrownBy(() -> Rules.allTasks(">= 80"));
  }

  @Test
  void a_number_of_tests_is_never_compared_with_a_share_or_a_time() {
    for (String key : List.of("passed", "failed", "skipped", "total", "vanished", "new")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Rules.tests(key, ">= 95%"));
      assertThatIllegalArgumentException().isThrownBy(() -> Rules.tests(key, "< 5 s"));
    }
  }

  @Test
  void a_duration_of_tests_is_never_compared_with_a_number() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rules.tests("duration", "< 500"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TestsRule(
                    origin(),
                    NONE,
                    Optional.of(comparison("= 0%")),
                    NONE,
                    NONE,
                    NONE,
                    Optional.of(comparison("< 5 s")),
                    NONE,
                    Rules.EVERYTHING));
  }

  @Test
  void merged_names_a_workstream_or_a_branch_and_not_both() {
    Optional<String> a = Optional.of("a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MergedRule(origin(), NOTHING, NOTHING, NOTHING));
    assertThatIllegalArgumentException().isThrownBy(() -> new MergedRule(origin(), a, a, NOTHING));
  }

  @Test
  void a_path_has_a_text_exactly_when_it_must_contain_one() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rules.contains("a", ""));
    assertThatIllegalArgumentException().isThrownBy(() -> Rules.exists(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PathRule(origin(), "a", PathRule.Expectation.ABSENT, "x", NOTHING));
  }

  @Test
  void a_library_alone_has_a_version() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PathRule(origin(), "a", PathRule.Expectation.CONTAINS, "x", "1.2", NOTHING));
  }

  @Test
  void files_are_counted_by_paths_and_without_a_unit() {
    Optional<Comparison> some = Optional.of(comparison("= 3"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new FilesRule(origin(), Rules.EVERYTHING, NOTHING, NONE, NONE, NONE, NONE, NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new FilesRule(origin(), Rules.names("a"), NOTHING, some, NONE, NONE, NONE, NONE));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new BranchesRule(
                    origin(), NOTHING, Optional.empty(), Optional.empty(), comparison("= 3%")));
  }

  @Test
  void tasks_name_whose_they_are_unless_they_are_the_projects() {
    Comparison all = comparison("= 100%");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TasksRule(origin(), TasksRule.Of.WORKSTREAM, "", all));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TasksRule(origin(), TasksRule.Of.PROJECT, "a", all));
  }

  @Test
  void combinations_and_scopes_hold_something() {
    assertThatIllegalArgumentException().isThrownBy(() -> Rules.all());
    assertThatIllegalArgumentException().isThrownBy(() -> Rules.any());
    assertThatIllegalArgumentException().isThrownBy(() -> Rules.names());
    assertThatIllegalArgumentException().isThrownBy(() -> new Scope.OfPaths(Plans.NOWHERE));
  }

  @Test
  void rules_bear_the_names_that_plans_use() {
    assertThat(
            List.<Rule>of(
                Rules.lines(">= 80%"),
                Rules.tests("failed", "= 0"),
                Rules.ownership(),
                Rules.merged("a"),
                Rules.exists("a"),
                Rules.allTasks("= 100%"),
                Rules.declared("ana", ""),
                Rules.all(Rules.ownership()),
                Rules.any(Rules.ownership()),
                Rules.not(Rules.ownership())))
        .extracting(Rule::name)
        .containsExactly(
            "coverage",
            "tests",
            "ownership",
            "merged",
            "path",
            "tasks",
            "declared",
            "all",
            "any",
            "not");
  }
}
