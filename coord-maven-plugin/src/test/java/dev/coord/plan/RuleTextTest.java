package dev.coord.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Places;
import dev.coord.testing.Rules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleTextTest {

  private static final List<Rule> DIFFERENT =
      List.of(
          Rules.lines(">= 80%"),
          Rules.lines(">= 8%"),
          Rules.lines("> 80%"),
          Rules.lines(">= 80%", Rules.paths("a")),
          Rules.lines(">= 80%", Rules.paths("b")),
          Rules.lines(">= 80%", Rules.paths("a", "b")),
          Rules.lines(">= 80%", Rules.workstream("a")),
          Rules.branches(">= 80%"),
          Rules.coverage(">= 80%", ">= 80%"),
          Rules.tests("failed", "= 0"),
          Rules.tests("skipped", "= 0"),
          Rules.tests("failed", "= 0", Rules.names("a")),
          Rules.tests("failed", "= 0", Rules.names("a", "b")),
          Rules.tests("failed", "= 0", Rules.names("a, b")),
          Rules.ownership(),
          Rules.ownershipOfMerged(),
          Rules.merged("a"),
          Rules.merged("b"),
          Rules.mergedBranch("a", "main"),
          Rules.mergedBranch("a", "v1"),
          Rules.exists("a"),
          Rules.absent("a"),
          Rules.existsOn("a", "main"),
          Rules.contains("a", "x"),
          Rules.contains("a, CONTAINS, x", "x"),
          Rules.allTasks("= 100%"),
          Rules.tasksOf("a", "= 100%"),
          Rules.tasksOfSprint("a", "= 100%"),
          Rules.declared("ana", ""),
          Rules.declared("ana", "x"),
          Rules.all(Rules.exists("a")),
          Rules.any(Rules.exists("a")),
          Rules.not(Rules.exists("a")),
          Rules.all(Rules.exists("a"), Rules.exists("b")),
          Rules.all(Rules.exists("b"), Rules.exists("a")),
          Rules.all(Rules.all(Rules.exists("a")), Rules.exists("b")));

  @Test
  void rules_that_judge_differently_read_differently() {
    Set<String> texts = new HashSet<>();
    DIFFERENT.forEach(rule -> texts.add(RuleText.of(rule)));

    assertThat(texts).hasSameSizeAs(DIFFERENT);
  }

  @Test
  void where_a_rule_is_written_does_not_matter() {
    assertThat(lines(3).saysTheSameAs(lines(9))).isTrue();
    assertThat(lines(3).saysTheSameAs(Rules.lines(">= 81%"))).isFalse();
  }

  private static Rule lines(int line) {
    return new CoverageRule(
        Places.origin(line),
        Optional.of(Rules.comparison(">= 80%")),
        Optional.empty(),
        Rules.EVERYTHING);
  }
}
