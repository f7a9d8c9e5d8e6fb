package dev.coord.assess;

import static dev.coord.testing.Cases.onMain;
import static dev.coord.testing.Cases.onNothing;
import static dev.coord.testing.Cases.onUnnamed;
import static dev.coord.testing.Cases.onWorkstream;
import static dev.coord.testing.Gates.gate;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Questions.JudgedTip;
import dev.coord.evidence.CountQuestions;
import dev.coord.evidence.CountQuestions.BranchesQuestion;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.Merging;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Plan;
import dev.coord.testing.Plans;
import dev.coord.testing.RecordChecks;
import dev.coord.testing.Rules;
import dev.coord.testing.Tasks;
import dev.coord.testing.Written;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class QuestionsTest {

  private static final JudgedTip BRANCH = new JudgedTip(Optional.empty(), Optional.empty(), false);
  private static final JudgedTip HEAD = new JudgedTip(Optional.of("HEAD"), Optional.empty(), true);

  private static final Plan PLAN =
      Plans.plan()
          .people("ana", "ben")
          .workstreams(
              workstream("a").owner("ana"),
              workstream("b").base("v1"),
              workstream("c").withoutBranch())
          .build();

  private static GitQuestions ask(Plan plan, Judged judged, JudgedTip tip) {
    return Questions.of(plan, plan, judged, tip);
  }

  private static BranchQuestion branch(String name, String base, String... authors) {
    return new BranchQuestion(name, Optional.empty(), base, Set.of(authors), false);
  }

  @TestFactory
  Stream<DynamicTest> a_tip_is_whole() {
    return RecordChecks.of(HEAD);
  }

  @Test
  void each_branch_is_compared_with_its_base_or_the_integration_branch() {
    assertThat(ask(PLAN, onMain(), BRANCH).branches())
        .containsExactly(branch("feature/a", "main", "ana@example.org"), branch("feature/b", "v1"));
    assertThat(ask(PLAN, onNothing(), BRANCH).branches()).hasSize(2);
  }

  @Test
  void the_judged_branch_is_looked_at_where_it_is_checked_out() {
    assertThat(ask(PLAN, onWorkstream("a"), HEAD).branches())
        .containsExactly(
            new BranchQuestion(
                "feature/a", Optional.of("HEAD"), "main", Set.of("ana@example.org"), true),
            branch("feature/b", "v1"));
  }

  @Test
  void the_base_that_the_user_names_wins_for_the_judged_branch_alone() {
    JudgedTip tip = new JudgedTip(Optional.empty(), Optional.of("v2"), false);

    assertThat(ask(PLAN, onWorkstream("b"), tip).branches())
        .containsExactly(branch("feature/b", "v2"), branch("feature/a", "main", "ana@example.org"));
  }

  @Test
  void a_branch_that_the_plan_does_not_name_is_asked_for_as_well() {
    assertThat(ask(PLAN, onUnnamed("x"), HEAD).branches())
        .contains(new BranchQuestion("x", Optional.of("HEAD"), "main", Set.of(), true));
  }

  @Test
  void a_judged_workstream_without_a_branch_in_the_plan_is_asked_for_by_the_judged_one() {
    assertThat(ask(PLAN, onWorkstream("c"), BRANCH).branches())
        .extracting(BranchQuestion::name)
        .containsExactly("feature/c", "feature/a", "feature/b");
  }

  @Test
  void a_judged_workstream_on_no_known_branch_is_asked_for_by_its_own() {
    Judged judged =
        new Judged(
            Judged.Kind.WORKSTREAM, Optional.empty(), Optional.of("a"), "-Dcoord.workstream");

    assertThat(ask(PLAN, judged, HEAD).branches().get(0).name()).isEqualTo("feature/a");
  }

  @Test
  void a_workstream_that_the_branch_took_out_of_the_plan_is_asked_for_all_the_same() {
    GitQuestions questions = Questions.of(Plans.plan().build(), PLAN, onWorkstream("b"), HEAD);

    assertThat(questions.branches()).extracting(BranchQuestion::base).containsExactly("v1");
  }

  @Test
  void two_that_share_a_branch_ask_once_and_the_judged_one_says_how() {
    Judged other =
        new Judged(
            Judged.Kind.WORKSTREAM,
            Optional.of("feature/b"),
            Optional.of("a"),
            "-Dcoord.workstream");

    assertThat(ask(PLAN, other, HEAD).branches())
        .containsExactly(
            new BranchQuestion(
                "feature/b", Optional.of("HEAD"), "main", Set.of("ana@example.org"), true));
  }

  @Test
  void a_branch_does_not_choose_what_it_is_compared_with_nor_who_works_on_it() {
    Plan own =
        Plans.plan()
            .integration("feature/a")
            .people(Plans.person("ana", "eve@example.org"), Plans.person("eve"))
            .workstreams(
                workstream("a").owner("eve").base("feature/a"), workstream("new").base("x"))
            .build();

    assertThat(Questions.of(own, PLAN, onWorkstream("a"), BRANCH).branches())
        .containsExactly(
            branch("feature/a", "main", "ana@example.org"), branch("feature/new", "main"));
  }

  @Test
  void a_person_whom_the_rulebook_does_not_know_yet_is_known_by_the_plan() {
    Plan own = Plans.plan().people("zoe").workstreams(workstream("a")).build();
    Plan rulebook = Plans.plan().workstreams(workstream("a").owner("zoe")).build();

    assertThat(Questions.of(own, rulebook, onMain(), BRANCH).branches())
        .containsExactly(branch("feature/a", "main", "zoe@example.org"));
  }

  @Test
  void no_workstream_is_looked_at_twice() {
    assertThat(onWorkstream("a").workstreams(PLAN, PLAN)).isEqualTo(PLAN.workstreams());
  }

  @Test
  void whoever_has_a_base_of_its_own_is_asked_for_its_merge_into_the_integration_branch() {
    assertThat(ask(PLAN, onMain(), BRANCH).merges())
        .containsExactly(new MergeQuestion("feature/b", "main"));
    assertThat(ask(PLAN, onUnnamed("x"), BRANCH).merges()).hasSize(1);
  }

  @Test
  void rules_ask_for_merges_of_gates_tasks_and_parts_once() {
    Plan plan =
        Plans.plan()
            .workstreams(
                workstream("a").tasks(Tasks.done("t").doneWhen(Rules.mergedBranch("x", "v1"))),
                workstream("b").withoutBranch())
            .gates(
                gate("g", Rules.all(Rules.merged("a"), Rules.not(Rules.merged("a")))),
                gate("h", Rules.merged("b")),
                gate("i", Rules.merged("nobody")))
            .build();

    assertThat(ask(plan, onMain(), BRANCH).merges())
        .containsExactly(new MergeQuestion("feature/a", "main"), new MergeQuestion("x", "v1"));
  }

  @Test
  void rules_mean_the_rulebooks_branches() {
    Plan own =
        Plans.plan()
            .integration("feature/a")
            .workstreams(workstream("a").branch("elsewhere"), workstream("new"))
            .build();

    assertThat(RuleQuestions.question(own, PLAN, Rules.merged("a")))
        .contains(new MergeQuestion("feature/a", "main"));
    assertThat(RuleQuestions.question(own, PLAN, Rules.merged("new")))
        .contains(new MergeQuestion("feature/new", "main"));
  }

  @Test
  void a_branch_does_not_give_a_workstream_of_the_rulebook_a_branch() {
    Plan own = Plans.plan().workstreams(workstream("c").branch("main")).build();

    assertThat(RuleQuestions.question(own, PLAN, Rules.merged("c"))).isEmpty();
  }

  @Test
  void rules_of_both_plans_ask_for_paths_once() {
    Plan own =
        Plans.plan().gates(gate("g", Rules.exists("a")), gate("h", Rules.absent("a"))).build();
    Plan rulebook =
        Plans.plan()
            .gates(gate("g", Rules.contains("b", "30 days")), gate("h", Rules.existsOn("a", "x")))
            .build();

    List<PathQuestion> paths = Questions.of(own, rulebook, onMain(), BRANCH).paths();

    assertThat(paths)
        .containsExactly(
            new PathQuestion("a", "", Optional.empty()),
            new PathQuestion("b", "30 days", Optional.empty()),
            new PathQuestion("a", "", Optional.of("x")));
  }

  @Test
  void branches_and_files_are_asked_for_once_and_days_are_those_of_the_zone() {
    Plan plan =
        Written.plan(
            "workstreams: [{id: w, owns: [/a/]}]",
            "gates:",
            "  - {id: a, branches: {naming: x*, since: 2026-01-05, until: 2026-01-05, count: = 1}}",
            "  - {id: b, files: {of: {workstream: w}, branch: x, lines: = 1}}",
            "  - {id: c, files: {of: {workstream: w}, branch: x, bytes: = 1}}",
            "  - {id: d, files: {count: = 1}}");

    CountQuestions counts = Questions.of(plan, plan, onMain(), BRANCH).counts();

    assertThat(counts.branches())
        .containsExactly(
            new BranchesQuestion(
                Optional.of("x*"),
                Optional.of(Instant.parse("2026-01-05T00:00:00Z")),
                Optional.of(Instant.parse("2026-01-06T00:00:00Z"))));
    assertThat(counts.files())
        .containsExactly(
            new FilesQuestion(Optional.of(PathPatterns.of("/a/")), Optional.of("x"), true),
            new FilesQuestion(Optional.empty(), Optional.empty(), false));
  }

  @Test
  void a_branch_cannot_call_itself_merged() {
    String streams = "workstreams: [{id: a, branch: f/a%s}, {id: b, branch: f/b}]\n";
    String waves =
        """
        merges:
          waves:
            - {id: w1, workstreams: [a, b], messages: {a: "Wave 1: a", b: Same}}
            - {id: w2, workstreams: [a], message: Same}
        """;
    Plan laws = Written.plan(streams.formatted(", merged_as: abcdef0") + waves);
    Plan mine = Written.plan(streams.formatted(", merged_as: '1234567'"));

    assertThat(Questions.of(mine, laws, onMain(), BRANCH).branches().get(0).merging())
        .isEqualTo(
            new Merging(
                Optional.of("abcdef0"),
                Set.of("Wave 1: a"),
                false,
                Set.of("f/b"),
                Optional.empty()));
    assertThat(Questions.of(laws, mine, onMain(), BRANCH).branches().get(0).merging())
        .isEqualTo(
            new Merging(Optional.of("1234567"), Set.of(), true, Set.of("f/b"), Optional.empty()));
  }

  @Test
  void what_a_workstream_owns_and_others_claim_is_asked_of_the_rulebook() {
    String streams =
        """
        workstreams:
          - {id: a, branch: f/a, owns: [%s], merged_as: abcdef0}
          - {id: b, branch: f/b, merged_as: '1234567'}
          - {id: c, merged_as: '7654321'}
          - {id: d, branch: f/d, owns: [/d/**]}
        """;
    Plan laws = Written.plan(streams.formatted("/a/**"));
    Plan mine = Written.plan(streams.replace("1234567", "1111111").formatted("/other/**"));

    Merging merging = Questions.of(mine, laws, onMain(), BRANCH).branches().get(0).merging();

    assertThat(merging.owns()).isEqualTo(PathPatterns.of("/a/**"));
    assertThat(merging.otherClaims())
        .containsExactly(Map.entry("b", "1234567"), Map.entry("c", "7654321"));
  }
}
