package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is pushed to the integration branch does not weaken its plan. */
class PushGuardTest extends GuardedPlan {

  @Test
  void a_commit_on_the_integration_branch_that_lowers_a_gate_fails_its_own_build() {
    GitProject project = project("");
    ben(project).edit("coord.yml", ">= 70%", ">= 10%");
    String commit = project.commit("Unblock the deployment");

    GateResult row = guard(assess(project)).orElseThrow();

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary())
        .isEqualTo(
            "The gate \"coverage\" wanted lines >= 70% and wants >= 10% (coord.yml:26, "
                + commit.substring(0, 7)
                + " by Ben)");
    assertThat(row.verdict().required())
        .isEqualTo("the plan of main before " + commit.substring(0, 7) + ", not weakened");
    assertThat(row.verdict().remedy())
        .isEqualTo(
            "Take it back. Whose commits may do so, a plan says before: boundaries: {plan: {by:"
                + " [ID]}}.");
    project.file("api/app.py", "# on\n").commit("Go on");
    assertThat(guard(assess(project))).isEmpty();
  }

  @Test
  void on_the_integration_branch_a_steward_lowers_it_and_anybody_raises_it() {
    GitProject project = project("  plan: {by: [ben]}\n");
    ben(project).edit("coord.yml", ">= 70%", ">= 60%").commit("We agreed");
    assertThat(guard(assess(project))).isEmpty();

    project.as("Cleo", "cleo@example.org").edit("coord.yml", ">= 60%", ">= 65%").commit("More");
    assertThat(guard(assess(project))).isEmpty();

    project.edit("coord.yml", ">= 65%", ">= 5%").commit("Less");
    assertThat(guard(assess(project)).orElseThrow().verdict().remedy())
        .isEqualTo("Take it back. Whose commits may do so, a plan says before: ben.");
    project.edit("coord.yml", ">= 5%", ">= 65%");
    assertThat(guard(assess(project))).isEmpty();
  }

  @Test
  void
      what_a_merge_brought_fails_by_the_commit_that_did_it_as_nobody_need_have_judged_the_branch() {
    GitProject project = feature();
    ben(project).edit("coord.yml", ">= 70%", ">= 60%");
    String commit = project.commit("Lower it");
    project.append("api/app.py", "# on\n").commit("Go on");
    cleo(project).checkout("main").merge("feature/api");

    GateResult row = guard(assess(project)).orElseThrow();

    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary())
        .startsWith("The gate \"coverage\" wanted lines >= 70% and wants >= 60%")
        .endsWith(commit.substring(0, 7) + " by Ben)");
    project.append("api/app.py", "# more\n").commit("Go on");
    assertThat(guard(assess(project))).as("the next push").isEmpty();

    project.branch("feature/more").file("api/more.py", "x").commit("More");
    project.checkout("main").git("merge", "-q", "--no-ff", "--no-commit", "feature/more");
    project.edit("coord.yml", ">= 60%", ">= 10%").commit("Merge more");
    assertThat(guard(assess(project)).orElseThrow().outcome())
        .as("what it did itself")
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void what_a_merge_brought_is_in_order_where_a_steward_wrote_it_or_merged_it() {
    GitProject project = project("  plan: {by: [ben]}\n");
    ben(project).branch("feature/api").edit("coord.yml", ">= 70%", ">= 60%").commit("We agreed");
    cleo(project).checkout("main").merge("feature/api");
    assertThat(guard(assess(project))).as("a steward's commit").isEmpty();

    project.branch("feature/more").edit("coord.yml", ">= 60%", ">= 50%").commit("Lower it");
    project.checkout("main").merge("feature/more");
    assertThat(guard(assess(project)).orElseThrow().breaks()).as("nobody's").isTrue();

    project.git("reset", "-q", "--hard", "HEAD~1");
    ben(project).merge("feature/more");
    assertThat(guard(assess(project))).as("a steward's merge").isEmpty();
  }

  @Test
  void a_branch_that_took_in_what_the_integration_branch_weakened_did_not_do_it() {
    GitProject project = project("  plan: {by: [ben]}\n");
    cleo(project).branch("feature/api").append("api/app.py", "# on\n").commit("Go on");
    ben(project).checkout("main").edit("coord.yml", ">= 70%", ">= 60%").commit("We agreed");
    String before = head(project);
    cleo(project).checkout("feature/api").merge("main");
    project.checkout("main").merge("feature/api");

    assertThat(guard(assess(project, since(project, before)))).isEmpty();
    assertThat(guard(assess(project))).isEmpty();
  }

  @Test
  void a_branch_that_was_raised_from_a_laxer_plan_lowers_nothing_by_its_merge() {
    GitProject project = feature();
    cleo(project).append("api/app.py", "# on\n").commit("Go on");
    project.checkout("main").edit("coord.yml", ">= 70%", ">= 90%").commit("Raise it");
    project.merge("feature/api");

    assertThat(guard(assess(project))).isEmpty();
  }

  @Test
  void what_a_workstreams_own_branch_gives_up_of_its_paths_is_told_and_does_not_fail() {
    GitProject project = feature();
    project.edit("coord.yml", "owns: [/infra/]", "owns: []").commit("Nobody's");
    project.checkout("main").merge("feature/api");

    assertThat(guard(assess(project))).isEmpty();
    assertThat(assess(project).findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.PLAN_CHANGED)
        .extracting(Finding::text)
        .containsExactly(
            "The workstream \"infra\" no longer owns /infra/, by what "
                + head(project).substring(0, 7)
                + " merged");
  }

  @Test
  void each_commit_of_a_push_that_weakens_is_named_with_its_author() {
    GitProject project = project("");
    String before = head(project);
    ben(project).edit("coord.yml", ">= 70%", ">= 10%");
    String first = project.commit("Unblock the deployment");
    cleo(project).edit("coord.yml", "  - ownership: {}\n", "");
    String second = project.commit("Unblock me");
    project.append("api/app.py", "# on\n").commit("Go on");

    GateResult row = guard(assess(project, since(project, before))).orElseThrow();

    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().measured()).isEqualTo("2 weakenings");
    assertThat(row.verdict().required())
        .isEqualTo("the plan of main at " + before.substring(0, 7) + ", not weakened");
    assertThat(row.verdict().summary())
        .matches(
            "The gate \"coverage\" wanted lines >= 70% and wants >= 10% \\(coord.yml:26@?[0-9a-f]*, "
                + first.substring(0, 7)
                + " by Ben\\); The gate \"ownership\" is removed \\(coord.yml:28@?[0-9a-f]*, "
                + second.substring(0, 7)
                + " by Cleo\\)");
    assertThat(row.verdict().proof())
        .extracting(proof -> proof.commit().orElseThrow())
        .containsExactly(first, second);
    assertThat(guard(assess(project))).as("the last commit alone").isEmpty();
  }

  @Test
  void what_an_author_may_do_others_in_the_same_push_may_not() {
    GitProject project = project("");
    String before = head(project);
    cleo(project).append("api/app.py", "# on\n").commit("Go on");
    ben(project).edit("coord.yml", "owns: [/infra/]", "owns: []").commit("Nobody's");

    assertThat(guard(assess(project, since(project, before))).orElseThrow().verdict().summary())
        .startsWith("The workstream \"infra\" no longer owns /infra/")
        .endsWith(" by Ben)");

    project.edit("coord.yml", "owns: []", "owns: [/infra/]").commit("As it was");
    String mended = head(project);
    cleo(project).edit("coord.yml", "owns: [/infra/]", "owns: []").commit("Mine to give");
    assertThat(guard(assess(project, since(project, mended)))).as("the owner").isEmpty();
  }

  @Test
  void a_bot_is_told_whoever_of_the_push_it_is() {
    GitProject project = project("");
    String before = head(project);
    project.as("Eve", "eve@example.org").append("api/app.py", "# on\n").commit("Go on");
    ben(project)
        .edit(
            "coord.yml", "people:\n", "people:\n  - {id: eve, kind: bot, email: eve@example.org}\n")
        .commit("Count Eve for nothing");

    assertThat(guard(assess(project, since(project, before))).orElseThrow().verdict().summary())
        .startsWith("The bot \"eve\" is added");
  }

  @Test
  void what_a_merge_brought_cannot_be_told_where_history_is_cut_off() {
    GitProject project = project("");
    String root = head(project);
    project.append("api/app.py", "# on\n").commit("Go on");
    String before = head(project);
    ben(project).git("checkout", "-q", "-b", "feature/api", root);
    project.edit("coord.yml", ">= 70%", ">= 60%").commit("Lower it");
    project.checkout("main").merge("feature/api");
    Path place = directory.resolve("clone");
    project.git("clone", "-q", "--depth=2", "file://" + project.directory(), place.toString());

    GateResult row =
        guard(assess(project.at(place), since(project.at(place), before))).orElseThrow();

    assertThat(guard(assess(project, since(project, before))).orElseThrow().outcome())
        .as("the whole history")
        .isEqualTo(Outcome.FAILED);
    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().summary())
        .matches(
            "what [0-9a-f]{7} merged cannot be told, as the clone is shallow, so its history is cut"
                + " off, so nobody can tell who did this: The gate \"coverage\" wanted .*");
  }

  @Test
  void what_is_taken_back_in_the_same_push_is_not_told() {
    GitProject project = project("");
    String before = head(project);
    ben(project).edit("coord.yml", ">= 70%", ">= 10%").commit("Less");
    project.edit("coord.yml", ">= 10%", ">= 75%").commit("More");

    assertThat(guard(assess(project, since(project, before)))).isEmpty();
  }

  @Test
  void nobody_becomes_a_steward_in_the_push_that_he_makes() {
    GitProject project = project("  plan: {by: [ana]}\n");
    String before = head(project);
    ben(project).edit("coord.yml", "by: [ana]", "by: [ana, ben]").commit("Appoint me");
    project.edit("coord.yml", ">= 70%", ">= 10%");
    String lowered = project.commit("Lower it");
    project.edit("coord.yml", "by: [ana, ben]", "by: [ana]").commit("Nothing happened");

    assertThat(guard(assess(project, since(project, before))).orElseThrow().verdict().summary())
        .startsWith("The gate \"coverage\" wanted lines >= 70% and wants >= 10%")
        .endsWith(lowered.substring(0, 7) + " by Ben)");
  }

  @Test
  void nor_by_a_mailmap_that_is_pushed_too() {
    GitProject project = project("  plan: {by: [ana]}\n");
    ben(project)
        .file(".mailmap", "Ana <ana@example.org> <ben@example.org>\n")
        .edit("coord.yml", ">= 70%", ">= 10%")
        .commit("I am Ana");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary()).endsWith(" by Ben)");
  }

  @Test
  void a_plan_that_is_broken_in_between_hides_nothing() {
    GitProject project = project("");
    String before = head(project);
    ben(project).edit("coord.yml", "coord: 1\n", "coord: [\n");
    String broken = project.commit("Break it");
    project.edit("coord.yml", "coord: [\n", "coord: 1\n").edit("coord.yml", ">= 70%", ">= 10%");
    project.commit("Mend it");

    for (String start : List.of(before, broken)) {
      assertThat(guard(assess(project, since(project, start))).orElseThrow().verdict().summary())
          .startsWith("The gate \"coverage\" wanted lines >= 70% and wants >= 10%");
    }
  }

  @Test
  void a_merge_that_keeps_what_the_branch_was_raised_from_lowers_it() {
    GitProject project = feature();
    ben(project).append("coord.yml", "# mine\n").commit("Work on the plan");
    project.checkout("main").edit("coord.yml", ">= 70%", ">= 90%").commit("Raise it");
    project.git("merge", "-q", "--no-ff", "--no-commit", "feature/api");
    project.edit("coord.yml", ">= 90%", ">= 70%");
    String merge = project.commit("Merge it as it was");

    assertThat(guard(assess(project)).orElseThrow().verdict().summary())
        .isEqualTo(
            "The gate \"coverage\" wanted lines >= 90% and wants >= 70% (coord.yml:26, "
                + merge.substring(0, 7)
                + " by Ben)");
  }

  @Test
  void who_pulls_before_the_push_is_judged_by_what_was_pulled() {
    GitProject project = project("");
    ben(project).branch("mine").append("api/app.py", "# mine\n").commit("Work");
    project.checkout("main").edit("coord.yml", ">= 70%", ">= 90%");
    String before = project.commit("Raise it");
    project.checkout("mine").merge("main");
    project.git("branch", "-f", "main", "mine");
    project.checkout("main");
    assertThat(guard(assess(project, since(project, before)))).as("a plain pull").isEmpty();

    project.git("reset", "-q", "--hard", "HEAD^1");
    project.git("merge", "-q", "--no-ff", "--no-commit", before);
    project.edit("coord.yml", ">= 90%", ">= 70%").commit("Pull");
    assertThat(guard(assess(project, since(project, before))).orElseThrow().verdict().summary())
        .as("a pull that takes back what was pulled")
        .startsWith("The gate \"coverage\" wanted lines >= 90% and wants >= 70%");

    project.git("reset", "-q", "--hard", "HEAD^1");
    project.edit("coord.yml", "  - ownership: {}\n", "");
    String own = project.commit("Unblock me");
    project.merge(before);
    assertThat(guard(assess(project, since(project, before))).orElseThrow().verdict().summary())
        .as("what was committed before the pull")
        .startsWith("The gate \"ownership\" is removed")
        .endsWith(own.substring(0, 7) + " by Ben)");
  }

  @Test
  void what_a_branch_brought_in_a_push_of_several_merges_is_told_by_its_own_commit() {
    GitProject project = feature();
    ben(project).edit("coord.yml", ">= 70%", ">= 60%");
    String commit = project.commit("Lower it");
    project.git("checkout", "-q", "-b", "feature/infra", "main");
    project.file("infra/db.sql", "\n").commit("Tables");
    String before = project.checkout("main").git("rev-parse", "HEAD");
    project.merge("feature/api");
    project.merge("feature/infra");

    GateResult row = guard(assess(project, since(project, before))).orElseThrow();
    assertThat(row.verdict().measured()).isEqualTo("1 weakening");
    assertThat(row.verdict().summary()).endsWith(commit.substring(0, 7) + " by Ben)");
  }

  @Test
  void whose_keys_are_whose_is_a_stewards_to_change_there_too() {
    GitProject project = project("  allowed_signers: keys\n  plan: {by: [ana]}\n");
    String before = head(project);
    ben(project).file("keys", "ben@example.org ssh-ed25519 AAAA\n");
    String commit = project.commit("Add my key");
    project.append("api/app.py", "# on\n").commit("Go on");

    assertThat(guard(assess(project, since(project, before))).orElseThrow().verdict().summary())
        .isEqualTo(
            "Whose keys are whose is changed in keys (keys, "
                + commit.substring(0, 7)
                + " by Ben)");

    project.git("reset", "-q", "--hard", before);
    project.as("Ana", "ana@example.org").file("keys", "ana@example.org ssh-ed25519 AAAA\n");
    project.commit("Add my key");
    assertThat(guard(assess(project, since(project, before)))).as("by a steward").isEmpty();
  }

  @Test
  void who_is_who_is_no_commits_to_change_for_itself() {
    GitProject project = project("  plan: {by: [ana]}\n");
    String before = head(project);
    ben(project).file(".mailmap", "Ana <ana@example.org> <ben@example.org>\n");
    String commit = project.commit("Be Ana");
    project.append("api/app.py", "# on\n").commit("Go on");

    assertThat(guard(assess(project, since(project, before))).orElseThrow().verdict().summary())
        .isEqualTo(
            "Who is who is changed: .mailmap takes commits of others for those of ana (.mailmap, "
                + commit.substring(0, 7)
                + " by Ben)");

    project.as("Ana", "ana@example.org").delete(".mailmap").commit("No");
    assertThat(guard(assess(project, since(project, before)))).as("taken back").isEmpty();
  }

  private static final String KNOWN =
      """
      baseline: 1
      written: 2026-01-31
      commit: "0be90e2f3a4b5c6d7e8f901234567890abcdef12"
      findings:
        - {kind: ownership, subject: "api", finding: "owned by another: infra/a", since: 2026-01-31}
      """;
  private static final String MORE =
      "  - {kind: ownership, subject: \"api\", finding: \"owned by another: infra/b\","
          + " since: 2026-01-31}\n";

  @Test
  void a_commit_that_lets_the_baseline_excuse_more_weakens_what_the_next_ones_are_held_to() {
    GitProject project = project("");
    project.file(".coord/baseline.yml", KNOWN).commit("Begin to be judged");
    assertThat(guard(assess(project))).as("the first one").isEmpty();

    ben(project).append(".coord/baseline.yml", MORE);
    String commit = project.commit("Excuse me");

    GateResult row = guard(assess(project)).orElseThrow();
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary())
        .isEqualTo(
            "The baseline takes in 1 finding: ownership of api, \"owned by another: infra/b\""
                + " (.coord/baseline.yml:6@"
                + commit.substring(0, 7)
                + ", "
                + commit.substring(0, 7)
                + " by Ben)");

    String before = head(project);
    project.file(".coord/baseline.yml", KNOWN).commit("All of it is mended");
    project.append(".coord/baseline.yml", MORE).commit("It came back");
    project.file(".coord/baseline.yml", KNOWN).commit("Take that back");
    assertThat(guard(assess(project, since(project, before)))).as("what is dropped").isEmpty();
  }

  @Test
  void where_the_plan_names_stewards_the_baseline_is_theirs_from_the_first_one_on() {
    GitProject project = project("  plan: {by: [ben]}\n");
    cleo(project).file(".coord/baseline.yml", KNOWN).commit("Excuse me");
    assertThat(guard(assess(project)).orElseThrow().breaks()).isTrue();

    ben(project).append(".coord/baseline.yml", MORE).commit("We agreed");
    assertThat(guard(assess(project))).isEmpty();
  }

  @Test
  void what_a_merge_brought_beside_the_plan_is_not_for_its_commits_to_change_either() {
    GitProject project = project("  allowed_signers: keys\n  plan: {by: [ana]}\n");
    String before = head(project);
    project.git("checkout", "-q", "-b", "feature/api");
    ben(project).file("keys", "ben@example.org ssh-ed25519 AAAA\n");
    String keys = project.commit("Add my key").substring(0, 7);
    project.file(".mailmap", "Ana <ana@example.org> <ben@example.org>\n");
    String people = project.commit("Be Ana").substring(0, 7);
    project.file(".coord/baseline.yml", KNOWN);
    String known = project.commit("Excuse me").substring(0, 7);
    cleo(project).checkout("main").merge("feature/api");

    assertThat(guard(assess(project, since(project, before))).orElseThrow().verdict().summary())
        .contains(keys + " by Ben", people + " by Ben", known + " by Ben");

    project.git("reset", "-q", "--hard", before);
    project.as("Ana", "ana@example.org").merge("feature/api");
    assertThat(guard(assess(project, since(project, before)))).as("merged by a steward").isEmpty();
  }

  @Test
  void where_a_service_gates_what_the_build_writes_into_the_plan_weakens_it() {
    GitProject project = project("  plan: {by: [ana]}\n");
    String before = head(project);
    project.append("api/app.py", "# on\n").commit("Go on");
    project.edit("coord.yml", ">= 70%", ">= 10%");

    assertThat(guard(assess(project))).as("somebody tries it out").isEmpty();
    GateResult row = guard(assess(project, gitHub(project, "main", before))).orElseThrow();
    assertThat(row.breaks()).isTrue();
    assertThat(row.verdict().summary())
        .isEqualTo(
            "The gate \"coverage\" wanted lines >= 70% and wants >= 10% (coord.yml:27, not"
                + " committed)");
    project.git("checkout", "-q", ".");
    assertThat(guard(assess(project, gitHub(project, "main", before)))).isEmpty();
  }
}
