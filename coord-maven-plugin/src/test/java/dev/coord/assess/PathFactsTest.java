package dev.coord.assess;

import static dev.coord.assess.FactsOfPlan.facts;
import static dev.coord.assess.FactsOfPlan.known;
import static dev.coord.assess.FactsOfPlan.reason;
import static dev.coord.assess.FactsOfPlan.remedy;
import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.PathRule;
import dev.coord.rule.Facts;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Places;
import dev.coord.testing.Rules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathFactsTest {

  private final PathQuestion there = new PathQuestion("docs/*.md", "", Optional.empty());

  @Test
  void a_file_exists() {
    Facts.Answer answer =
        known(
            facts(evidence().found(there, "docs/a.md", "docs/b.md"))
                .path(Rules.exists("docs/*.md")));

    assertThat(answer.holds()).isTrue();
    assertThat(answer.seen()).isEqualTo("docs/*.md exists");
    assertThat(answer.proof()).extracting(Proof::text).containsExactly("docs/a.md", "docs/b.md");
    assertThat(answer.proof().get(0).commit()).contains(Deltas.id("4ead"));
  }

  @Test
  void five_files_are_proof_enough() {
    Evidences many = evidence().found(there, "a", "b", "c", "d", "e", "f");

    assertThat(known(facts(many).path(Rules.exists("docs/*.md"))).proof()).hasSize(5);
  }

  @Test
  void a_missing_file_is_to_be_added() {
    Facts.Answer answer = known(facts(evidence().found(there)).path(Rules.exists("docs/*.md")));

    assertThat(answer.holds()).isFalse();
    assertThat(answer.seen()).isEqualTo("docs/*.md does not exist");
    assertThat(answer.remedy()).isEqualTo("Add and commit it.");
  }

  @Test
  void an_absent_file_is_absent() {
    Facts.Answer gone = known(facts(evidence().found(there)).path(Rules.absent("docs/*.md")));
    Facts.Answer here =
        known(facts(evidence().found(there, "docs/a.md")).path(Rules.absent("docs/*.md")));

    assertThat(gone.holds()).isTrue();
    assertThat(gone.seen()).isEqualTo("docs/*.md is absent");
    assertThat(here.holds()).isFalse();
    assertThat(here.seen()).isEqualTo("docs/*.md exists");
    assertThat(here.remedy()).isEqualTo("Remove it.");
  }

  @Test
  void each_file_contains_the_text() {
    PathQuestion question = new PathQuestion("docs/*.md", "30 days", Optional.empty());
    Facts.Answer all =
        known(
            facts(evidence().found(question, "docs/a.md"))
                .path(Rules.contains("docs/*.md", "30 days")));
    Facts.Answer some =
        known(
            facts(
                    evidence()
                        .found(question, List.of("docs/a.md", "docs/b.md"), List.of("docs/a.md")))
                .path(Rules.contains("docs/*.md", "30 days")));

    assertThat(all.holds()).isTrue();
    assertThat(all.seen()).isEqualTo("docs/*.md contains \"30 days\"");
    assertThat(some.holds()).isFalse();
    assertThat(some.seen()).isEqualTo("docs/b.md does not contain \"30 days\"");
    assertThat(some.remedy()).isEqualTo("Add it, or change the rule (coord.yml:20).");
    assertThat(some.proof()).extracting(Proof::text).containsExactly("docs/b.md");
  }

  @Test
  void all_texts_that_a_file_lacks_are_told() {
    List<String> wanted = List.of("A=", "B=", "C=", "D=", "E=", "F=", "G=");
    PathRule rule =
        new PathRule(
            Places.origin(20), ".env", PathRule.Expectation.CONTAINS, wanted, "", Optional.empty());
    TreeSet<String> file = new TreeSet<>(List.of(".env"));
    TreeSet<String> none = new TreeSet<>();

    assertThat(seen(rule, new PathAnswer(file, file, "c0")))
        .isEqualTo("true: .env contains all of 7 texts");
    assertThat(seen(rule, lacking(file, List.of("B=", "G="))))
        .isEqualTo("false: .env does not contain \"B=\" or \"G=\"");
    assertThat(seen(rule, new PathAnswer(file, none, "c0")))
        .isEqualTo("false: .env does not contain \"A=\", \"B=\", \"C=\", \"D=\", \"E=\" or 2 more");
  }

  private static PathAnswer lacking(TreeSet<String> file, List<String> texts) {
    return new PathAnswer(file, new TreeSet<>(), Map.of(".env", texts), Map.of(), "c0");
  }

  private static String seen(PathRule rule, PathAnswer found) {
    Facts.Answer answer = known(PathAnswers.of(rule, found));
    return answer.holds() + ": " + answer.seen();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">=1.3     |             | true: */pom.xml asks for \"joblib\" >=1.3",
        ">= 1.3    |             | true: */pom.xml asks for \"joblib\" >= 1.3",
        ">=1.3,<2  |             | true: */pom.xml asks for \"joblib\" >=1.3,<2, which agrees with >=1.3",
        "1.4       | 1.3         | true: */pom.xml asks for \"joblib\" 1.3 and 1.4, which agree with >=1.3",
        "          |             | a/pom.xml names \"joblib\" without a version that coord can read",
        ">=1.3     | 1.2         | a/pom.xml asks for \"joblib\" 1.2 and >=1.3, which differ",
        ">=1.2     | 1.2         | false: a/pom.xml asks for \"joblib\" 1.2 and >=1.2, not >=1.3"
      })
  void the_version_of_a_library_is_compared_where_it_can_be_read(
      String version, String other, String expected) {
    PathRule rule =
        new PathRule(
            Places.origin(20),
            "*/pom.xml",
            PathRule.Expectation.NAMES,
            "joblib",
            ">=1.3",
            Optional.empty());
    TreeSet<String> file = new TreeSet<>(List.of("a/pom.xml"));
    TreeSet<String> versions = new TreeSet<>();
    Stream.of(version, other).filter(Objects::nonNull).forEach(versions::add);
    Observation<Facts.Answer> observed =
        PathAnswers.of(
            rule,
            new PathAnswer(file, file, Map.of(), Map.of("a/pom.xml", versions), Deltas.id("4ead")));

    assertThat(
            observed.isKnown()
                ? known(observed).holds() + ": " + known(observed).seen()
                : reason(observed))
        .isEqualTo(expected);
  }

  @Test
  void no_file_neither_contains_nor_lacks_a_text() {
    PathQuestion question = new PathQuestion("docs/*.md", "30 days", Optional.empty());
    Observation<Facts.Answer> observed =
        facts(evidence().found(question)).path(Rules.contains("docs/*.md", "30 days"));

    assertThat(reason(observed)).isEqualTo("no tracked file matches docs/*.md");
    assertThat(remedy(observed)).isEqualTo("Add and commit it, or correct file:.");
  }

  @Test
  void the_branch_is_named() {
    PathQuestion question = new PathQuestion("a", "", Optional.of("feature/a"));

    assertThat(
            known(facts(evidence().found(question, "a")).path(Rules.existsOn("a", "feature/a")))
                .seen())
        .isEqualTo("a exists on feature/a");
  }

  @Test
  void what_git_was_not_asked_is_unknown() {
    assertThat(reason(facts(evidence()).path(Rules.exists("a"))))
        .isEqualTo("git was not asked for a");
  }
}
