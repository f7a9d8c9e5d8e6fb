package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Judged;
import dev.coord.assess.Judged.Kind;
import dev.coord.assess.Questions.JudgedTip;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.plan.Plan;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedBranchTest {

  private static final Plan PLAN = Repositories.plan(Team.PLAN);

  @TempDir Path directory;

  @Test
  void the_checked_out_branch_is_judged_with_its_uncommitted_changes() {
    GitProject project = Team.checkout(directory);

    JudgedBranch found = found(project, Map.of());

    assertThat(found.judged())
        .isEqualTo(
            judged(Kind.WORKSTREAM, "feature/checkout", "checkout", "the checked-out branch"));
    assertThat(found.tip()).isEqualTo(new JudgedTip(Optional.of("HEAD"), Optional.empty(), true));
  }

  @Test
  void the_integration_branch_is_no_branch_to_be_merged() {
    GitProject project = Team.project(directory);

    assertThat(found(project, Map.of()).judged())
        .isEqualTo(judged(Kind.INTEGRATION, "main", null, "the checked-out branch"));
  }

  @Test
  void the_release_branch_is_none_either() {
    GitProject project = Team.project(directory).branch("release");
    Plan plan =
        Repositories.plan(
            Team.PLAN.replace(
                "integration_branch: main", "integration_branch: main, release_branch: release"));

    JudgedBranch found =
        Repositories.open(
            project,
            opened ->
                JudgedBranch.of(
                    plan,
                    Targets.of(plan),
                    settings(Map.of()),
                    new CiEnvironment(Map.of()),
                    opened.repository()));

    assertThat(found.judged().kind()).isEqualTo(Kind.INTEGRATION);
  }

  @Test
  void a_branch_of_no_workstream_is_unnamed() {
    GitProject project = Team.project(directory).branch("fix/typo");

    assertThat(found(project, Map.of()).judged())
        .isEqualTo(judged(Kind.UNNAMED, "fix/typo", null, "the checked-out branch"));
  }

  @Test
  void a_detached_head_outside_of_ci_is_nobodys() {
    GitProject project = Team.checkout(directory);
    project.git("checkout", "-q", "--detach");

    assertThat(found(project, Map.of()).judged())
        .isEqualTo(judged(Kind.NONE, null, null, "HEAD is on no branch"));
  }

  @Test
  void a_commit_that_the_target_has_is_the_targets_as_with_a_tag() {
    GitProject project = Team.checkout(directory);
    project.git("checkout", "-q", "--detach", "main");
    String how = "HEAD is a commit of it, and on no branch";
    Judged main = judged(Kind.INTEGRATION, "main", null, how);

    assertThat(found(project, Map.of()).judged()).isEqualTo(main);
    assertThat(
            found(project, Map.of("GITHUB_ACTIONS", "true", "GITHUB_REF", "refs/tags/v1")).judged())
        .isEqualTo(main);

    project.file("README.md", "# Changed\n").git("add", ".");
    assertThat(found(project, Map.of()).judged().kind()).as("not committed").isEqualTo(Kind.NONE);
  }

  @Test
  void a_workstream_that_is_named_there_is_judged_by_its_branch() {
    GitProject project = Team.checkout(directory);
    project.git("checkout", "-q", "--detach", "main");

    JudgedBranch found =
        Repositories.open(
            project,
            opened -> {
              Settings settings =
                  Settings.in(directory)
                      .environment(Map.of())
                      .workstream(Optional.of("checkout"))
                      .build();
              return JudgedBranch.of(
                  Repositories.plan(Team.PLAN),
                  Targets.of(Repositories.plan(Team.PLAN)),
                  settings,
                  new CiEnvironment(Map.of()),
                  opened.repository());
            });

    assertThat(found.judged().branch()).contains("feature/checkout");
    assertThat(found.tip().tip()).isEmpty();
  }

  @Test
  void a_commit_that_origin_lacks_is_not_what_was_pushed_to_the_target() {
    GitProject project = Team.checkout(directory);
    project.git("update-ref", "refs/remotes/origin/main", "main");
    Map<String, String> ci = Map.of("JENKINS_URL", "x", "BRANCH_NAME", "main");

    project.git("checkout", "-q", "--detach", "main");
    assertThat(found(project, ci).judged().kind()).isEqualTo(Kind.INTEGRATION);

    project.git("checkout", "-q", "--detach", "feature/checkout");
    JudgedBranch found = found(project, ci);
    assertThat(found.judged().kind()).isEqualTo(Kind.NONE);
    assertThat(found.problem().orElseThrow().reason())
        .isEqualTo(
            "Jenkins says that main was pushed, but origin/main does not have HEAD, so nobody can"
                + " tell whose changes these are");
    assertThat(found.problem().orElseThrow().remedy())
        .contains("git fetch origin +refs/heads/main:refs/remotes/origin/main");
  }

  @Test
  void a_detached_head_in_ci_is_the_pushed_branch() {
    GitProject project = Team.checkout(directory);
    project.git("checkout", "-q", "--detach");
    Map<String, String> ci =
        Map.of("GITHUB_ACTIONS", "true", "GITHUB_REF", "refs/heads/feature/checkout");

    JudgedBranch found = found(project, ci);

    assertThat(found.judged())
        .isEqualTo(judged(Kind.WORKSTREAM, "feature/checkout", "checkout", "the pushed branch"));
    assertThat(found.tip().uncommitted()).isFalse();
  }

  @Test
  void variables_of_a_service_do_not_count_where_no_service_runs() {
    GitProject project = Team.checkout(directory);

    JudgedBranch found = found(project, Map.of("CHANGE_BRANCH", "fix/typo"));

    assertThat(found.judged().workstream()).contains("checkout");
  }

  @Test
  void a_merged_pull_request_is_judged_between_the_merges_parents() {
    GitProject project = Team.checkout(directory);
    String main = project.git("rev-parse", "main");
    String tip = project.git("rev-parse", "feature/checkout");
    Repositories.mergedIntoMain(project, "feature/checkout");

    JudgedBranch found = found(project, Repositories.pullRequest("feature/checkout"));

    assertThat(found.judged())
        .isEqualTo(
            judged(
                Kind.WORKSTREAM,
                "feature/checkout",
                "checkout",
                "the pull request's source branch"));
    assertThat(found.tip()).isEqualTo(new JudgedTip(Optional.of(tip), Optional.of(main), false));
  }

  @Test
  void a_pull_request_that_is_checked_out_itself_is_compared_with_its_target() {
    GitProject project = Team.checkout(directory);
    project.git("checkout", "-q", "--detach");
    Map<String, String> ci =
        Map.of(
            "GITHUB_ACTIONS", "true",
            "GITHUB_REF", "refs/pull/7/merge",
            "GITHUB_HEAD_REF", "feature/checkout",
            "GITHUB_BASE_REF", "main");

    assertThat(found(project, ci).tip())
        .isEqualTo(new JudgedTip(Optional.of("HEAD"), Optional.of("main"), true));
  }

  @Test
  void a_merge_that_the_pull_request_made_itself_is_not_the_services() {
    GitProject project = Team.checkout(directory);
    String fork = project.git("rev-parse", "main");
    project.checkout("main").append(Team.CATALOG, "// search\n").commit("Search");
    project.checkout("feature/checkout").merge("main");
    String head = project.git("rev-parse", "HEAD");
    project.git("checkout", "-q", "--detach");
    Map<String, String> ci = Repositories.pullRequest("feature/checkout");
    JudgedTip itself = new JudgedTip(Optional.of("HEAD"), Optional.of("main"), true);

    assertThat(found(project, ci).tip()).isEqualTo(itself);
    Map<String, String> other = new HashMap<>(ci);
    other.put("GITHUB_SHA", fork);
    assertThat(found(project, other).tip()).isEqualTo(itself);
    Map<String, String> same = new HashMap<>(ci);
    same.put("GITHUB_SHA", head);
    assertThat(found(project, same).tip().tip()).contains(project.git("rev-parse", "HEAD^2"));
  }

  @Test
  void a_merge_into_a_target_that_is_not_here_is_believed_only_by_its_id() {
    GitProject project = Team.checkout(directory);
    String merge = Repositories.mergedIntoMain(project, "feature/checkout");
    project.git("branch", "-D", "main");
    Map<String, String> ci = new HashMap<>(Repositories.pullRequest("feature/checkout"));
    assertThat(found(project, ci).tip().tip()).contains("HEAD");

    ci.put("GITHUB_SHA", merge);
    assertThat(found(project, ci).tip().tip()).contains(project.git("rev-parse", "HEAD^2"));
  }

  @Test
  void a_pull_request_is_never_the_integration_branch_whatever_it_is_called() {
    GitProject project = Team.project(directory);

    Judged judged = found(project, Repositories.pullRequest("main")).judged();

    assertThat(judged.kind()).isEqualTo(Kind.UNNAMED);
    assertThat(judged.branch()).contains("main");
  }

  @Test
  void the_users_base_wins() {
    GitProject project = Team.checkout(directory);
    Repositories.mergedIntoMain(project, "feature/checkout");
    Settings settings =
        Settings.in(project.directory())
            .base(Optional.of("v1"))
            .environment(Repositories.pullRequest("feature/checkout"))
            .build();

    assertThat(found(project, settings).tip().base()).contains("v1");
  }

  @Test
  void the_users_workstream_is_what_is_checked_out() {
    GitProject project = Team.project(directory).branch("wip");

    JudgedBranch found = found(project, named("catalog"));

    assertThat(found.judged())
        .isEqualTo(judged(Kind.WORKSTREAM, "feature/catalog", "catalog", "-Dcoord.workstream"));
    assertThat(found.tip()).isEqualTo(new JudgedTip(Optional.of("HEAD"), Optional.empty(), true));
  }

  @Test
  void the_users_workstream_is_its_own_branch_where_the_target_is_checked_out() {
    GitProject project = Team.project(directory);

    assertThat(found(project, named("catalog")).tip())
        .isEqualTo(new JudgedTip(Optional.empty(), Optional.empty(), false));
  }

  @Test
  void without_a_repository_there_is_no_branch() {
    JudgedBranch found =
        JudgedBranch.of(
            PLAN,
            Targets.of(PLAN),
            settings(Map.of()),
            new CiEnvironment(Map.of()),
            Optional.empty());

    assertThat(found.judged().kind()).isEqualTo(Kind.NONE);
  }

  @Test
  void the_rulebook_says_whose_a_branch_is() {
    JudgedBranch found = unnamed("feature/evil", "catalog");

    JudgedBranch by = found.by(PLAN, settings(Map.of()));

    assertThat(by.judged())
        .isEqualTo(judged(Kind.UNNAMED, "feature/evil", null, "the checked-out branch"));
    assertThat(by.tip()).isEqualTo(found.tip());
  }

  @Test
  void a_branch_cannot_disown_itself_by_taking_another_name() {
    JudgedBranch by = unnamed("feature/checkout", null).by(PLAN, settings(Map.of()));

    assertThat(by.judged().workstream()).contains("checkout");
  }

  @Test
  void the_users_word_is_not_overruled() {
    JudgedBranch found = unnamed("feature/checkout", "catalog");

    assertThat(found.by(PLAN, named("catalog"))).isEqualTo(found);
  }

  private static JudgedBranch unnamed(String branch, String workstream) {
    return new JudgedBranch(
        judged(
            workstream == null ? Kind.UNNAMED : Kind.WORKSTREAM,
            branch,
            workstream,
            "the checked-out branch"),
        new JudgedTip(Optional.of("HEAD"), Optional.empty(), true),
        false);
  }

  private static JudgedBranch found(GitProject project, Map<String, String> environment) {
    return found(project, settings(environment));
  }

  private static JudgedBranch found(GitProject project, Settings settings) {
    return Repositories.open(
        project,
        opened ->
            JudgedBranch.of(
                PLAN,
                Targets.of(PLAN),
                settings,
                new CiEnvironment(settings.environment()),
                opened.repository()));
  }

  private static Settings settings(Map<String, String> environment) {
    return Settings.in(Path.of("")).environment(environment).build();
  }

  private static Settings named(String workstream) {
    return Settings.in(Path.of("")).workstream(Optional.of(workstream)).build();
  }

  private static Judged judged(Kind kind, String branch, String workstream, String how) {
    return new Judged(kind, Optional.ofNullable(branch), Optional.ofNullable(workstream), how);
  }
}
