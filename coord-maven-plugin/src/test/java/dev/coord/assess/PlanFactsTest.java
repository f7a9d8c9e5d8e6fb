package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.plan.Plan;
import dev.coord.rule.Facts;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Territory;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import dev.coord.testing.Sprints;
import dev.coord.testing.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlanFactsTest {

  private static final Plan PLAN =
      Plans.plan()
          .workstreams(
              workstream("a").owns("src/a/**"), workstream("b").owns("src/b/**").withoutBranch())
          .build();

  private static PlanFacts facts(Evidences evidence) {
    return facts(PLAN, evidence);
  }

  private static PlanFacts facts(Plan plan, Evidences evidence) {
    return new PlanFacts(
        plan,
        plan,
        new ScopeFilter(new Territory(plan), plan),
        evidence.build(),
        Observation.unknown("nobody asked", "Ask."));
  }

  private static <T> T known(Observation<T> observed) {
    return observed.optional().orElseThrow(() -> new AssertionError(observed));
  }

  private static String reason(Observation<?> observed) {
    return ((Observation.Unknown<?>) observed).reason();
  }

  private static String remedy(Observation<?> observed) {
    return ((Observation.Unknown<?>) observed).remedy();
  }

  @Nested
  class OfCoverage {

    private final Evidences two =
        evidence()
            .tracked("src/a/A.java", "src/b/B.java")
            .covered("src/a/A.java", 8, 10)
            .covered("src/b/B.java", 1, 10);

    @Test
    void everything_is_counted_together() {
      Facts.Coverage coverage = known(facts(two).coverage(Rules.EVERYTHING));

      assertThat(coverage.count()).isEqualTo(new CoverageCount(9, 20, 0, 0));
      assertThat(coverage.proof())
          .containsExactly(Proof.report("JaCoCo XML", Location.ofFile("target/jacoco.xml")));
    }

    @Test
    void everything_needs_no_git_and_counts_files_that_cannot_be_placed() {
      Evidences evidence =
          evidence().withoutGit("there is no repository").coveredSomewhere("A.java", 1, 2);

      assertThat(known(facts(evidence).coverage(Rules.EVERYTHING)).count().allLines()).isEqualTo(2);
    }

    @Test
    void a_workstream_counts_what_it_owns() {
      assertThat(known(facts(two).coverage(Rules.workstream("a"))).count())
          .isEqualTo(new CoverageCount(8, 10, 0, 0));
    }

    @Test
    void paths_count_what_they_match() {
      assertThat(known(facts(two).coverage(Rules.paths("B.java"))).count())
          .isEqualTo(new CoverageCount(1, 10, 0, 0));
    }

    @Test
    void a_part_without_coverage_is_nothing() {
      assertThat(known(facts(two).coverage(Rules.paths("docs/**"))).count())
          .isEqualTo(CoverageCount.NONE);
    }

    @Test
    void a_part_cannot_be_told_without_git() {
      Evidences evidence =
          evidence().withoutGit("the clone is shallow").covered("src/a/A.java", 1, 1);

      assertThat(reason(facts(evidence).coverage(Rules.workstream("a"))))
          .isEqualTo("the clone is shallow");
    }

    @Test
    void a_file_that_fits_several_of_the_part_is_not_left_out_but_unknown() {
      Evidences evidence =
          evidence()
              .tracked("src/a/x/A.java", "src/a/y/A.java", "src/b/B.java")
              .covered("src/b/B.java", 1, 1)
              .coveredSomewhere("A.java", 0, 100);
      Observation<Facts.Coverage> observed = facts(evidence).coverage(Rules.workstream("a"));

      assertThat(reason(observed))
          .isEqualTo("the coverage of A.java fits more than one tracked file");
      assertThat(remedy(observed)).isEqualTo("Name the report's root under evidence.coverage.");
      assertThat(facts(evidence).coverage(Rules.workstream("b")).isKnown()).isTrue();
    }

    @Test
    void a_path_of_another_machine_is_compared_by_its_end() {
      Evidences evidence =
          evidence().tracked("src/a/A.java").coveredSomewhere("/home/ci/src/a/A.java", 0, 9);

      assertThat(facts(evidence).coverage(Rules.workstream("a")).isKnown()).isFalse();
    }

    @Test
    void generated_code_that_is_no_tracked_file_is_left_out() {
      Evidences evidence =
          evidence()
              .tracked("src/a/A.java", "src/a/NotA.java")
              .covered("src/a/A.java", 1, 1)
              .coveredSomewhere("gen/Parser.java", 0, 100)
              .coveredSomewhere("otA.java", 0, 100);

      assertThat(known(facts(evidence).coverage(Rules.workstream("a"))).count())
          .isEqualTo(new CoverageCount(1, 1, 0, 0));
    }

    @Test
    void a_missing_report_stays_unknown() {
      assertThat(reason(facts(evidence()).coverage(Rules.workstream("a"))))
          .isEqualTo("no coverage report was found");
    }
  }

  @Nested
  class OfTests {

    private final Evidences some =
        evidence()
            .test("shop.ATest#adds", Outcome.PASSED, "src/a/ATest.java")
            .test("shop.ATest#fails", Outcome.FAILED, "src/a/ATest.java")
            .test("shop.BTest#errs", Outcome.ERROR, "src/b/BTest.java")
            .test("shop.BTest#flakes", Outcome.FLAKY, "src/b/BTest.java")
            .test("shop.BTest#rests", Outcome.SKIPPED, "src/b/BTest.java");

    @Test
    void errors_are_failures_and_flaky_tests_are_passed() {
      Facts.Tests tests = known(facts(some).tests(Rules.EVERYTHING));

      assertThat(tests.passed()).isEqualTo(2);
      assertThat(tests.failed()).isEqualTo(2);
      assertThat(tests.skipped()).isEqualTo(1);
      assertThat(tests.flaky()).isEqualTo(1);
      assertThat(tests.total()).isEqualTo(5);
      assertThat(tests.duration()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void failures_are_the_proof() {
      assertThat(known(facts(some).tests(Rules.EVERYTHING)).proof())
          .extracting(Proof::text)
          .containsExactly("shop.ATest#fails: expected 1", "shop.BTest#errs: expected 1");
    }

    @Test
    void twenty_failures_are_enough() {
      Evidences many = evidence();
      for (int i = 0; i < 30; i++) {
        many.test("shop.ATest#t" + i, Outcome.FAILED);
      }

      assertThat(known(facts(many).tests(Rules.EVERYTHING)).proof()).hasSize(20);
    }

    @Test
    void without_a_failure_the_reports_are_the_proof() {
      Evidences good = evidence().test("shop.ATest#adds", Outcome.PASSED);

      assertThat(known(facts(good).tests(Rules.EVERYTHING)).proof())
          .extracting(Proof::text)
          .containsExactly("1 report");
    }

    @Test
    void names_pick_tests() {
      assertThat(known(facts(some).tests(Rules.names("*BTest"))).total()).isEqualTo(3);
      assertThat(known(facts(some).tests(Rules.names("*#adds"))).total()).isEqualTo(1);
      assertThat(known(facts(some).tests(Rules.names("x"))).total()).isZero();
    }

    @Test
    void a_workstream_and_paths_pick_tests_by_their_source() {
      assertThat(known(facts(some).tests(Rules.workstream("a"))).total()).isEqualTo(2);
      assertThat(known(facts(some).tests(Rules.paths("src/b/**"))).total()).isEqualTo(3);
    }

    @Test
    void tests_without_a_source_cannot_be_picked_by_path() {
      Evidences one = evidence().test("shop.ATest#adds", Outcome.PASSED);
      Evidences three =
          evidence()
              .test("shop.ATest#adds", Outcome.PASSED, "src/a/ATest.java")
              .test("shop.BTest#x", Outcome.PASSED)
              .test("shop.BTest#y", Outcome.FAILED)
              .test("shop.BTest#z", Outcome.PASSED);

      assertThat(reason(facts(one).tests(Rules.workstream("a"))))
          .isEqualTo("nobody can tell which file shop.ATest#adds is in");
      assertThat(reason(facts(three).tests(Rules.paths("src/a/**"))))
          .isEqualTo("nobody can tell which file shop.BTest#x is in, and 2 more");
      assertThat(remedy(facts(three).tests(Rules.paths("src/a/**"))))
          .isEqualTo("Name the tests instead: of: {names: [...]}.");
      assertThat(known(facts(three).tests(Rules.names("*BTest"))).total()).isEqualTo(3);
    }

    @Test
    void missing_reports_stay_unknown() {
      assertThat(reason(facts(evidence()).tests(Rules.EVERYTHING)))
          .isEqualTo("no JUnit XML report was found");
    }
  }

  @Nested
  class OfMerges {

    @Test
    void a_merged_branch_is_proved_by_its_merge() {
      Facts.Answer answer =
          known(
              facts(evidence().merge("feature/a", "main", MergeState.Kind.MERGED))
                  .merged(Rules.merged("a")));

      assertThat(answer.holds()).isTrue();
      assertThat(answer.seen()).isEqualTo("feature/a is in main (by ancestry)");
      assertThat(answer.remedy()).isEmpty();
      assertThat(answer.proof())
          .extracting(Proof::commit)
          .containsExactly(Optional.of(Deltas.id("3e3e")));
    }

    @Test
    void a_branch_that_is_not_merged_is_to_be_merged() {
      Facts.Answer answer =
          known(
              facts(evidence().merge("x", "v1", MergeState.Kind.UNMERGED))
                  .merged(Rules.mergedBranch("x", "v1")));

      assertThat(answer.holds()).isFalse();
      assertThat(answer.seen()).isEqualTo("x is not in v1 (by ancestry)");
      assertThat(answer.remedy()).isEqualTo("Merge x into v1.");
      assertThat(answer.proof()).isEmpty();
    }

    @Test
    void a_branch_that_was_never_started_is_not_merged() {
      Facts.Answer answer =
          known(
              facts(evidence().merge("feature/a", "main", MergeState.Kind.NOT_STARTED))
                  .merged(Rules.merged("a")));

      assertThat(answer.holds()).isFalse();
      assertThat(answer.seen()).isEqualTo("feature/a has no commit of its own (by ancestry)");
    }

    @Test
    void what_only_a_subject_says_is_attested_even_without_a_commit() {
      MergeState state =
          new MergeState(
              MergeState.Kind.MERGED,
              Optional.empty(),
              "a subject names it",
              Proof.Strength.ATTESTED);
      Facts.Answer answer =
          known(
              facts(evidence().merge("feature/a", "main", Observation.known(state)))
                  .merged(Rules.merged("a")));

      assertThat(answer.proof())
          .extracting(Proof::strength, Proof::text)
          .containsExactly(tuple(Proof.Strength.ATTESTED, "a subject names it"));
    }

    @Test
    void a_workstream_without_a_branch_cannot_be_told() {
      Observation<Facts.Answer> observed = facts(evidence()).merged(Rules.merged("b"));

      assertThat(reason(observed)).isEqualTo("workstream b names no branch");
      assertThat(remedy(observed)).isEqualTo("Give it a branch: in the plan.");
    }

    @Test
    void what_git_was_not_asked_or_cannot_tell_is_unknown() {
      assertThat(reason(facts(evidence()).merged(Rules.merged("a"))))
          .isEqualTo("git was not asked for feature/a");
      assertThat(reason(facts(evidence().withoutGit("no repository")).merged(Rules.merged("a"))))
          .isEqualTo("no repository");
    }
  }

  @Nested
  class OfPaths {

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

  @Nested
  class OfTasks {

    private final Plan plan =
        Plans.plan()
            .workstreams(
                workstream("a").tasks(Tasks.done("A.1"), Tasks.todo("A.2").line(7)),
                workstream("b").tasks(Tasks.done("B.1")))
            .sprints(
                Sprints.sprint("s").days(1, 1, Tasks.doing("S.1")).days(2, 2, Tasks.done("S.2")))
            .build();

    @Test
    void the_project_counts_all_workstreams() {
      Facts.TaskCount count = known(facts(plan, evidence()).tasks(Rules.allTasks("= 100%")));

      assertThat(count.done()).isEqualTo(2);
      assertThat(count.total()).isEqualTo(3);
    }

    @Test
    void a_workstream_and_a_sprint_count_their_own() {
      PlanFacts facts = facts(plan, evidence());

      assertThat(known(facts.tasks(Rules.tasksOf("b", "= 100%"))).total()).isEqualTo(1);
      assertThat(known(facts.tasks(Rules.tasksOfSprint("s", "= 100%"))).total()).isEqualTo(2);
      assertThat(known(facts.tasks(Rules.tasksOf("none", "= 100%"))).total()).isZero();
      assertThat(known(facts.tasks(Rules.tasksOfSprint("none", "= 100%"))).total()).isZero();
    }

    @Test
    void open_tasks_are_the_proof() {
      assertThat(known(facts(plan, evidence()).tasks(Rules.tasksOf("a", "= 100%"))).proof())
          .extracting(Proof::text, Proof::strength)
          .containsExactly(tuple("A.2 is todo", Proof.Strength.DECLARED));
    }

    @Test
    void tasks_that_are_all_done_are_declared_to_be_so() {
      assertThat(known(facts(plan, evidence()).tasks(Rules.tasksOf("b", "= 100%"))).proof())
          .extracting(Proof::text, Proof::strength)
          .containsExactly(tuple("B.1 is done", Proof.Strength.DECLARED));
    }
  }

  @Test
  void ownership_is_that_of_the_subject() {
    OwnershipReport report = new OwnershipReport("a", 0, List.of(), List.of(), false);
    PlanFacts facts =
        new PlanFacts(
            PLAN,
            PLAN,
            new ScopeFilter(new Territory(PLAN), PLAN),
            evidence().build(),
            Observation.known(report));

    assertThat(known(facts.ownership())).isEqualTo(report);
  }
}
