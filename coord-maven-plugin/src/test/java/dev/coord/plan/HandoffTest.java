package dev.coord.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shows that something was handed over. */
class HandoffTest {

  private static Handoff handoff(String rest) {
    return Written.plan("handoffs: [{id: x, " + rest + "}]\n").handoffs().get(0);
  }

  /** The rules that are asked, as {@code file on branch}. */
  private static List<String> asked(Optional<Rule> rule) {
    return rule.stream()
        .flatMap(Rule::flat)
        .filter(PathRule.class::isInstance)
        .map(PathRule.class::cast)
        .map(path -> path.file() + path.branch().map(b -> " on " + b).orElse(""))
        .toList();
  }

  @Test
  void each_pattern_of_its_files_is_looked_for() {
    Handoff handoff = handoff("kind: artifact, paths: [/model/*.joblib, /data/]");

    assertThat(asked(handoff.proof())).containsExactly("/model/*.joblib", "/data/");
    assertThat(handoff.proof()).get().isInstanceOf(Rule.All.class);
  }

  @Test
  void one_file_is_one_rule() {
    Handoff handoff = handoff("kind: stub, paths: [/src/stub.py]");

    assertThat(handoff.proof().orElseThrow())
        .isInstanceOfSatisfying(
            PathRule.class,
            path -> {
              assertThat(path.file()).isEqualTo("/src/stub.py");
              assertThat(path.expectation()).isEqualTo(PathRule.Expectation.EXISTS);
            });
  }

  @ParameterizedTest
  @CsvSource({"db/, **/db/", "a.py, **/a.py", "'*.py', *.py", "src/a.py, src/a.py", "/a, /a"})
  void a_name_alone_is_looked_for_anywhere(String pattern, String asked) {
    assertThat(asked(handoff("kind: stub, paths: ['" + pattern + "']").proof()))
        .containsExactly(asked);
  }

  @Test
  void a_library_is_written_in_its_build_file() {
    Handoff handoff = handoff("kind: library, name: tea, file: pom.xml");

    assertThat(asked(handoff.proof())).containsExactly("pom.xml");
    assertThat(handoff.proof().orElseThrow())
        .isInstanceOfSatisfying(
            PathRule.class, path -> assertThat(path.texts()).containsExactly("tea"));
  }

  @Test
  void the_plans_own_rule_comes_first() {
    Handoff handoff =
        handoff("kind: artifact, paths: [/a], ready_when: {path: {file: b, exists: true}}");

    assertThat(asked(handoff.proof())).containsExactly("b");
  }

  @ParameterizedTest
  @CsvSource({
    "'kind: secret, name: KEY'",
    "'kind: library, name: tea'",
    "'kind: contract, signature: f()'"
  })
  void what_names_no_file_is_the_plans_word_alone(String rest) {
    assertThat(handoff(rest).proof()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ready, artifact, true",
    "planned, artifact, false",
    "ready, library, true",
    "planned, library, false",
    "not_needed, library, false"
  })
  void a_status_says_whether_the_rule_holds(String status, String kind, boolean holds) {
    String what = kind.equals("library") ? "name: tea, file: pom.xml" : "paths: [/a]";
    Handoff handoff = handoff("kind: " + kind + ", status: " + status + ", " + what);

    assertThat(handoff.assertion(List.of()).orElseThrow())
        .satisfies(
            assertion -> {
              assertThat(assertion.subject()).isEqualTo("handoff x");
              assertThat(assertion.claim()).isEqualTo("status: " + status);
              assertThat(assertion.holds()).isEqualTo(holds);
            });
  }

  @Test
  void files_that_nobody_needs_may_be_there() {
    assertThat(handoff("kind: artifact, paths: [/a], status: not_needed").assertion(List.of()))
        .isEmpty();
  }

  @Test
  void git_is_asked_for_what_shows_it() {
    Plan plan =
        Written.plan(
            """
            workstreams: [{id: a, branch: feature/a}]
            handoffs: [{id: x, kind: artifact, provider: a, paths: [/model/]}]
            """);

    assertThat(plan.rules().filter(PathRule.class::isInstance)).hasSize(1);
    assertThat(plan.assertions())
        .singleElement()
        .satisfies(
            assertion -> {
              assertThat(assertion.branches()).containsExactly("main", "feature/a");
              assertThat(assertion.movable()).hasSize(1);
            });
  }

  @Test
  void a_rule_that_names_its_branch_means_that_one() {
    Plan plan =
        Written.plan(
            """
            handoffs:
              - {id: x, kind: stub, ready_when: {path: {file: a, exists: true, branch: release}}}
            """);

    assertThat(plan.assertions())
        .singleElement()
        .satisfies(assertion -> assertThat(assertion.movable()).isEmpty());
  }
}
