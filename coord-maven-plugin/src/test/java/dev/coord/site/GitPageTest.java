package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SampleEvidence;
import dev.coord.SamplePlan;
import dev.coord.assess.Assessment;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.Observation;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Plan;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.GitAnswers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GitPageTest {

  private static Page page(Assessment assessment) {
    return Pages.of(assessment, "git");
  }

  private static Page with(Observation<GitHistory> history) {
    return page(
        new AssessmentDraft(SampleAssessments.failing()).evidence(evidence(history)).build());
  }

  private static Evidence evidence(Observation<GitHistory> history) {
    GitEvidence git =
        GitAnswers.at(SampleEvidence.head()).on("main").linked().history(history).build();
    return Evidence.builder()
        .git(Observation.known(git))
        .tests(SampleEvidence.tests())
        .coverage(SampleEvidence.coverage())
        .build();
  }

  @Test
  void who_moves_is_told_first_and_what_belongs_to_nobody() {
    assertThat(Pages.verdict(page(SampleAssessments.failing())))
        .isEqualTo(
            "[info] checkout(workstreams/checkout) and payments(workstreams/payments) move (a commit"
                + " within 7 days). 2 commits are of no workstream.");
  }

  @Test
  void commits_that_no_merge_brought_to_a_protected_branch_are_listed() {
    BranchLine.Place place =
        new BranchLine.Place(
            Deltas.commit("d1", "cleo", "x"),
            BranchLine.Kind.COMMIT,
            List.of(),
            List.of(),
            Optional.empty(),
            false);
    String plan = "boundaries: {branches: {protected: [main], except: [/docs/]}}\n";
    String text =
        Pages.text(
            page(Cases.written(plan).evidence(Evidences.evidence().line("main", place)).assess()));

    assertThat(text)
        .contains("`main`: 1 commit came with no merge.")
        .contains("| cleo | Change x")
        .contains("Nobody commits directly to: `main`")
        .contains("But for changes of: `/docs/`");
    assertThat(
            Pages.text(
                page(
                    Cases.written(plan)
                        .evidence(Evidences.evidence().withoutGit("there is no repository"))
                        .assess())))
        .contains("What was committed directly to main cannot be told");
  }

  @Test
  void branches_that_are_not_in_the_clone_are_told_once_and_never_as_the_first_ones_reason() {
    String plan = "workstreams: [{id: a, branch: f/a}, {id: b, branch: f/b}]\n";
    Evidences lost = Evidences.evidence().gone("f/a");

    assertThat(Pages.verdict(page(Cases.written(plan).evidence(lost.gone("f/b")).assess())))
        .contains(
            " move cannot be told: the branches are not in this clone, nor was a merge found that"
                + " names them. Fetch all branches (`git fetch origin ")
        .doesNotContain("'f/a'");
    assertThat(
            Pages.verdict(
                page(
                    Cases.written(plan)
                        .evidence(lost.incomparable("f/b", "its base is lost"))
                        .assess())))
        .contains(" move cannot be told: each for a reason of its own, told on its page.");
  }

  @Test
  void whether_workstreams_without_a_branch_move_cannot_be_told_and_the_key_is_named() {
    Evidences merged = Evidences.evidence().merged("f/b", Deltas.merged().build());

    assertThat(
            Pages.verdict(
                page(
                    Cases.written("workstreams: [{id: a}, {id: b, branch: f/b}]\n")
                        .evidence(merged)
                        .assess())))
        .startsWith(
            "[unknown] [unknown: Unknown] Whether a(workstreams/a) moves cannot be told: the plan"
                + " names no branch. Name it under `branch`.");
  }

  @Test
  void a_workstream_without_a_commit_for_longer_than_the_plan_allows_is_silent() {
    Assessment late =
        new Assessment(
            SampleAssessments.failing().plan(),
            SampleAssessments.failing().rulebook(),
            SampleAssessments.failing().evidence(),
            SampleAssessments.failing().judged(),
            SampleAssessments.JUDGED_AT.plusSeconds(7L * 86_400),
            List.of(),
            SampleAssessments.failing().workstreams(),
            List.of(),
            List.of(),
            List.of(),
            SampleAssessments.failing().ownership(),
            SampleAssessments.failing().branch(),
            List.of());

    assertThat(Pages.verdict(page(late)))
        .startsWith("[warning] payments(workstreams/payments) moves")
        .contains(" checkout(workstreams/checkout) is silent.");
    assertThat(Pages.text(page(late))).contains("#branch-checkout [warning] ", "[warning: silent]");
  }

  @Test
  void commits_of_no_workstream_are_listed_with_how_they_arrived() {
    assertThat(Pages.lines(page(SampleAssessments.failing())))
        .contains(
            "Of 3 commits on `main` since 2026-11-11, 0 came with a workstream's branch,"
                + " 1(git#by-paths-table) changed paths of one workstream alone, and"
                + " 2(git#unattributed) are of none.")
        .anyMatch(
            line -> line.contains("| Write down the terms | `docs/terms.md`, `pom.xml` | directly"))
        .anyMatch(line -> line.contains("| Search | `search/Search.java` | by `a4a4a4a`"))
        .anyMatch(
            line ->
                line.contains(
                        "| Mend a price | `catalog/Money.java` | catalog(workstreams/catalog)")
                    && line.endsWith("| directly"));
  }

  @Test
  void the_rows_of_the_activity_add_up_to_the_commits_that_are_said() {
    assertThat(Pages.lines(page(SampleAssessments.failing())))
        .contains(
            "Counted are 3 commits(git#arrived) on `main` since 2026-11-11, merges left out, and 1 more(git#branches) of workstreams'"
                + " branches, not merged or older.")
        .anyMatch(line -> line.matches(".*#activity-catalog .* \\| 1\\(git#arrived\\) \\| .*"))
        .anyMatch(line -> line.matches(".*#activity-checkout .* \\| 1\\(workstreams/.*"))
        .anyMatch(line -> line.matches(".*#activity-nobody .* \\| 2\\(git#unattributed\\) \\| .*"))
        .anyMatch(line -> line.endsWith("2026-11-17 | 1 catalog(git#arrived)"));
  }

  @Test
  void the_last_commit_of_no_workstream_is_told() {
    assertThat(Pages.text(page(SampleAssessments.failing())))
        .containsPattern("#activity-nobody .* \\| 2026-11-18T10:00:00Z `d1d1d1d`");
  }

  @Test
  void who_moves_is_unknown_where_the_clone_is_shallow() {
    Observation<GitHistory> shallow = Observation.unknown("the clone is shallow", "Fetch it all.");

    Page page = page(unseen(SampleAssessments.failing(), shallow));

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[unknown] [unknown: Unknown] Who moves cannot be told: the clone is shallow. Fetch it"
                + " all.");
    assertThat(page.tone()).isEqualTo(Tone.UNKNOWN);
  }

  @Test
  void who_moves_is_unknown_where_the_branches_were_not_found() {
    Page page =
        page(unseen(SampleAssessments.failing(), Observation.known(SampleEvidence.history())));

    assertThat(Pages.verdict(page))
        .startsWith("[unknown] [unknown: Unknown] Whether ")
        .contains("payments(workstreams/payments)", " move cannot be told: it is nowhere.")
        .doesNotContain("Nobody moves");
  }

  /** The same with branches of which nothing was found. */
  private static Assessment unseen(Assessment seen, Observation<GitHistory> history) {
    return new AssessmentDraft(seen)
        .evidence(evidence(history))
        .workstreams(
            seen.workstreams().stream().map(GitPageTest::unseen).toArray(WorkstreamState[]::new))
        .build();
  }

  private static WorkstreamState unseen(WorkstreamState seen) {
    if (seen.workstream().branch().isEmpty()) {
      return seen;
    }
    return new WorkstreamState(
        seen.workstream(),
        WorkstreamState.Status.UNKNOWN,
        "it is nowhere",
        Optional.empty(),
        Observation.unknown("it is nowhere", "Fetch it."),
        seen.done(),
        seen.tasks(),
        seen.waitsFor(),
        seen.unblocks(),
        List.of(),
        seen.judged());
  }

  @Test
  void branches_that_the_plan_does_not_name_are_listed() {
    assertThat(Pages.text(page(SampleAssessments.failing())))
        .contains(
            "#other-spike [neutral] `spike` | `refs/heads/spike` | 0, nothing to merge | 3 | ")
        .contains("`try/<b>` | `refs/remotes/origin/try/<b>` | 2 | 1 | ");
  }

  @Test
  void the_picture_is_also_a_table() {
    assertThat(Pages.text(page(SampleAssessments.failing())))
        .contains("figure: Commits on each day. From 2026-11-16 to 2026-11-20; ")
        .contains("values=[0, 0, 0, 0, 1]", "(git#days-table)")
        .contains(
            "  #day-2026-11-20 [neutral] 2026-11-20 | 1 checkout(workstreams/checkout#commits)\n")
        .contains(
            "  #day-2026-11-16 [neutral] 2026-11-16 | 1 of no workstream(git#unattributed)\n");
  }

  @Test
  void what_was_not_read_is_said() {
    GitHistory all = SampleEvidence.history();
    Page cut =
        with(
            Observation.known(
                new GitHistory("main", Optional.empty(), all.arrivals(), true, all.others(), 7)));

    assertThat(Pages.text(cut))
        .contains("on `main`, the newest ones, ", "There are more, which were not read.")
        .contains("7 more with older commits are not listed.")
        .contains(" on `main`, the newest ones", "; on `main` are more, which were not read.")
        .containsPattern(
            "merges left out\\. Of older commits than .+ on the integration branch nothing is"
                + " counted\\.")
        .contains("project:\n  started: 2026-01-05");
  }

  @Test
  void a_history_that_cannot_be_read_leaves_the_rest_standing() {
    Page page = with(Observation.unknown("the clone is shallow", "Fetch it all."));

    assertThat(Pages.text(page))
        .contains("<unknown> What arrived on the integration branch cannot be told\n")
        .contains("the clone is shallow. Fetch it all.")
        .contains("#branch-checkout");
  }

  @Test
  void without_git_the_page_stands_under_a_banner() {
    Page page = page(SampleAssessments.unknown());

    assertThat(Pages.verdict(page)).startsWith("[unknown] [unknown: Unknown] Git is missing. ");
    assertThat(Pages.text(page))
        .contains("<bad> Missing source: git", "no git repository was found. ", "#branch-checkout");
  }

  @Test
  void without_workstreams_the_yaml_to_add_is_shown() {
    assertThat(Pages.text(page(SampleAssessments.empty())))
        .contains("<neutral> No workstreams yet");
  }

  @Test
  void the_plans_wishes_for_branches_are_shown_and_held_against_them() {
    Page page = page(wishing(OptionalInt.of(0), OptionalInt.of(24)));

    assertThat(Pages.text(page))
        .contains("Pull requests go to: `main` `coord/gates.yml:3`")
        .contains("Nothing is merged directly into: `release`")
        .contains("Names are like: `feature/*`")
        .contains("Behind at most: 0 commits `coord/gates.yml:3`")
        .contains("Stale after: 24 hours `coord/gates.yml:3`")
        .containsPattern("#branch-checkout \\[warning] .*\\[warning: too many]")
        .containsPattern("#branch-payments \\[neutral] ");
  }

  @Test
  void a_branch_of_another_name_is_marked_beside_it() {
    assertThat(Pages.text(page(wishing(OptionalInt.empty(), OptionalInt.empty(), "topic/*"))))
        .containsPattern("#branch-checkout \\[warning] .*\\[warning: other name]");
    assertThat(Pages.text(page(wishing(OptionalInt.empty(), OptionalInt.empty()))))
        .doesNotContain("other name");
  }

  @Test
  void a_branch_that_is_older_than_the_policy_wants_is_marked() {
    assertThat(Pages.text(page(wishing(OptionalInt.empty(), OptionalInt.of(0)))))
        .containsPattern("#branch-checkout \\[warning] .*\\[warning: (stale|silent)]");
  }

  @Test
  void a_branch_within_the_limit_is_not_marked() {
    assertThat(Pages.text(page(wishing(OptionalInt.of(1), OptionalInt.empty()))))
        .contains("Behind at most: 1 commit `coord/gates.yml:3`")
        .doesNotContain("too many", "Stale after");
  }

  @Test
  void without_wishes_for_branches_nothing_is_said_of_them() {
    assertThat(Pages.text(page(SampleAssessments.failing())))
        .contains("#branches", "#branch-checkout")
        .doesNotContain("#policy", "Behind at most", "too many");
  }

  @Test
  void what_a_branch_lacks_is_linked_where_the_forge_lists_it() {
    assertThat(Pages.text(page(SampleAssessments.failing())))
        .contains(
            " | 1(https://github.com/shop/shop/compare/"
                + SamplePlan.TIP
                + "..."
                + SampleEvidence.HEAD
                + ") | `main` | ")
        .containsPattern("#branch-payments .* \\| 0\\(workstreams/payments#commits\\) \\| `main`");
  }

  @Test
  void what_a_branch_lacks_leads_to_the_compared_commits_where_no_forge_is_known() {
    Assessment failing = SampleAssessments.failing();

    assertThat(Pages.text(Pages.withoutForge(failing, "git")))
        .containsPattern("#branch-checkout .* \\| 1\\(workstreams/checkout#commits\\) \\| `main`");
    assertThat(Pages.text(Pages.withoutForge(failing, "workstreams/checkout")))
        .contains("; main has 1 more, up to `0be90e2`");
  }

  private static Assessment wishing(OptionalInt behindAtMost, OptionalInt staleAfterHours) {
    return wishing(behindAtMost, staleAfterHours, "feature/*");
  }

  private static Assessment wishing(
      OptionalInt behindAtMost, OptionalInt staleAfterHours, String naming) {
    Plan plan = SampleAssessments.failing().plan();
    Boundaries old = plan.boundaries();
    Boundaries.Branches wishes =
        new Boundaries.Branches(
            SamplePlan.at("coord/gates.yml", 3),
            Optional.of("main"),
            List.of("release"),
            Optional.of(naming),
            behindAtMost,
            staleAfterHours);
    return new AssessmentDraft(SampleAssessments.failing())
        .plan(
            new Plan(
                plan.files(),
                plan.project(),
                plan.people(),
                plan.workstreams(),
                plan.epics(),
                plan.sprints(),
                plan.events(),
                plan.handoffs(),
                new Boundaries(
                    old.origin(),
                    old.shared(),
                    old.protectedPaths(),
                    old.unowned(),
                    old.conflicts(),
                    old.noConflicts(),
                    wishes),
                plan.merges(),
                plan.gates(),
                plan.metrics(),
                plan.waivers(),
                plan.actions(),
                plan.claims(),
                plan.handbook(),
                plan.evidence()))
        .build();
  }
}
