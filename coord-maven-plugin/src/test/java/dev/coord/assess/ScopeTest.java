package dev.coord.assess;

import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.NamePattern;
import dev.coord.plan.Plan;
import dev.coord.plan.Scope;
import dev.coord.rule.Territory;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

  private static final Plan RULEBOOK =
      Plans.plan().workstreams(workstream("a").at("coord/a.yml", 1).owns("src/a/**")).build();
  private static final Plan PLAN =
      Plans.plan()
          .workstreams(workstream("a").owns("**"), workstream("new").owns("src/n/**"))
          .build();
  private static final ScopeFilter SCOPES = new ScopeFilter(new Territory(RULEBOOK), PLAN);

  private static boolean in(Scope of, String path) {
    return SCOPES.paths(of).test(path);
  }

  @Test
  void everything_holds_every_path() {
    assertThat(in(Rules.EVERYTHING, "x")).isTrue();
  }

  @Test
  void a_workstream_holds_what_it_owns_by_the_rulebook() {
    assertThat(in(Rules.workstream("a"), "src/a/A.java")).isTrue();
    assertThat(in(Rules.workstream("a"), "coord/a.yml")).isTrue();
    assertThat(in(Rules.workstream("a"), "src/b/B.java")).isFalse();
  }

  @Test
  void a_workstream_that_the_rulebook_does_not_know_yet_holds_what_the_plan_says() {
    assertThat(in(Rules.workstream("new"), "src/n/N.java")).isTrue();
    assertThat(in(Rules.workstream("new"), "src/a/A.java")).isFalse();
  }

  @Test
  void a_workstream_that_nobody_knows_holds_nothing() {
    assertThat(in(Rules.workstream("none"), "src/a/A.java")).isFalse();
  }

  @Test
  void paths_are_patterns() {
    assertThat(in(Rules.paths("src/**", "*.md"), "docs/a.md")).isTrue();
    assertThat(in(Rules.paths("src/**"), "docs/a.md")).isFalse();
  }

  @Test
  void names_hold_no_path() {
    assertThat(in(Rules.names("*"), "x")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "shop.BasketTest,        true",
    "shop.BasketTest#adds,   true",
    "*BasketTest,            true",
    "*BasketTest*,           true",
    "*#adds,                 true",
    "shop.*#a*s,             true",
    "*,                      true",
    "BasketTest,             false",
    "shop.BasketTest#add,    false",
    "*basketTest,            false",
    "shop.BasketTest#adds*x, false",
    "'',                     false"
  })
  void a_test_is_named_by_class_and_method_or_by_class(String pattern, boolean named) {
    Scope.OfNames names = new Scope.OfNames(List.of(pattern));

    assertThat(ScopeFilter.names(names).test("shop.BasketTest#adds")).isEqualTo(named);
  }

  @Test
  void any_of_several_names_will_do() {
    Scope.OfNames names = new Scope.OfNames(List.of("x", "*adds"));

    assertThat(ScopeFilter.names(names).test("shop.BasketTest#adds")).isTrue();
    assertThat(ScopeFilter.names(names).test("adds")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a*b*c, abc, true",
    "a*b*c, aXbYbZc, true",
    "a*b*c, abcb, false",
    "**, '', true",
    "a**, a, true",
    "'', '', true",
    "a, '', false",
    "a.c, abc, false",
    "*ab, aab, true",
    "a*, ba, false"
  })
  void a_star_stands_for_any_characters_and_nothing_else_is_special(
      String pattern, String name, boolean matches) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
  }

  @Test
  void a_hostile_name_does_not_take_for_ever() {
    String pattern = "*a".repeat(60) + "b";

    assertThat(new NamePattern(pattern).matches("a".repeat(20_000))).isFalse();
  }
}
