package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule {@code approved}, on repositories made by git. */
class ApprovedTest {

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      people:
        - {id: ana, email: ana@example.org}
        - {id: ben, email: ben@example.org}
        - {id: cleo}
      workstreams: [{id: checkout, owner: ben, branch: feature/checkout}]
      gates:
        - id: live
          approved:
            by: [ana]
            says: ""
      """;

  private static final String BRANCH =
      PLAN.substring(0, PLAN.indexOf("gates:"))
          + "gates: [{id: live, approved: {by: [ana], workstream: checkout}}]\n";

  @TempDir Path directory;

  @Test
  void the_line_is_approved_by_whom_git_says() {
    GitProject project = begun(PLAN);
    ana(project).edit("coord.yml", "says: \"\"", "says: Ready.");
    String commit = project.commit("Approve");
    ben(project).append("coord.yml", "# more\n").commit("Add a line");

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(row.verdict().summary())
        .isEqualTo("the line \"Ready.\" was last changed by Ana (coord.yml:12)");
    assertThat(row.verdict().attested()).isTrue();
    assertThat(row.verdict().proof().get(0).commit()).contains(commit);
  }

  @Test
  void another_persons_line_is_no_approval() {
    GitProject project = begun(PLAN);
    ana(project).edit("coord.yml", "says: \"\"", "says: Ready.").commit("Approve");
    ben(project).edit("coord.yml", "says: Ready.", "says: Ready. Really.").commit("Say more");

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().summary()).contains("last changed by Ben");
    assertThat(row.verdict().remedy())
        .isEqualTo("Let ana write and commit the line, with the name of what is approved.");
  }

  @Test
  void the_plans_word_alone_is_none() {
    GitProject project = begun(PLAN);

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().summary()).isEqualTo("ana has not said so yet");
  }

  @Test
  void what_is_not_committed_is_nobodys() {
    GitProject project = begun(PLAN);
    project.edit("coord.yml", "says: \"\"", "says: Ready.");

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().summary()).contains("not committed");
  }

  @Test
  void a_text_of_several_lines_has_several_authors() {
    GitProject project = begun(PLAN);
    ana(project).edit("coord.yml", "says: \"\"", "says: Ready\n        or not.").commit("Approve");

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().summary()).contains("does not stand on one line");
  }

  @Test
  void a_person_without_an_address_cannot_be_told() {
    GitProject project = begun(PLAN.replace("by: [ana]", "by: [cleo]"));
    project.edit("coord.yml", "says: \"\"", "says: Ready.").commit("Approve");

    assertThat(judge(project).verdict().summary())
        .isEqualTo("the plan knows no e-mail address of cleo");
  }

  @Test
  void a_bot_is_known_by_its_address_alone() {
    String plan = PLAN.replace("{id: cleo}", "{id: robot, kind: bot, email: robot@example.org}");
    GitProject project = begun(plan.replace("by: [ana]", "by: [robot]"));
    project.as("robot[bot]", "ben@example.org");
    project.edit("coord.yml", "says: \"\"", "says: Ready.").commit("Approve");

    assertThat(judge(project).outcome()).isEqualTo(Outcome.FAILED);

    project.as("Whoever", "robot@example.org");
    project.edit("coord.yml", "says: Ready.", "says: Go.").commit("Approve");

    assertThat(judge(project).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_shallow_clone_cannot_tell() {
    GitProject project = begun(PLAN);
    ana(project).edit("coord.yml", "says: \"\"", "says: Ready.").commit("Approve");
    Path place = directory.resolve("clone");
    project.git("clone", "-q", "--depth=1", "file://" + project.directory(), place.toString());

    GateResult row = judge(project.at(place));

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().summary()).contains("shallow");
  }

  @Test
  void a_branch_judged_by_its_base_has_the_bases_line() {
    GitProject project = begun(PLAN);
    ana(project).edit("coord.yml", "says: \"\"", "says: Ready.").commit("Approve");
    project.branch("feature/checkout");
    ben(project).append("app.txt", "more\n").commit("Work");

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(row.verdict().summary()).contains("by Ana (coord.yml:12");
  }

  @Test
  void the_last_commit_of_a_branch_carries_the_trailer_of_somebody_else() {
    GitProject project = work();
    ben(project).append("app.txt", "b\n").commit("Work on\n\nApproved-by: Ana <ana@example.org>");

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(row.verdict().summary()).endsWith(" carries Approved-by: ana");
    assertThat(row.verdict().attested()).isTrue();
  }

  @Test
  void a_commit_after_it_was_not_approved() {
    GitProject project = work();
    ben(project).append("app.txt", "b\n").commit("Work on\n\nApproved-by: ana");
    ben(project).append("app.txt", "c\n").commit("And more");

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().summary()).endsWith("has no trailer Approved-by of ana");
    assertThat(row.verdict().remedy())
        .contains("git commit --allow-empty -m Approve --trailer \"Approved-by: ana\"");
  }

  @Test
  void an_approval_of_ones_own_commits_is_none() {
    GitProject project = work();
    ana(project).append("app.txt", "b\n").commit("Work on\n\nApproved-by: ana");

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().summary()).contains("who wrote commits of feature/checkout");
  }

  @Test
  void a_commit_that_only_approves_is_no_work() {
    GitProject project = work();
    ana(project).git("commit", "-q", "--allow-empty", "-m", "Approve\n\nApproved-by: ana");

    assertThat(judge(project).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  void a_co_author_of_the_work_does_not_approve_it() {
    GitProject project = work();
    ben(project).append("app.txt", "b\n");
    project.commit("More\n\nCo-authored-by: Ana <ANA@example.org>");
    ana(project).git("commit", "-q", "--allow-empty", "-m", "Approve\n\nApproved-by: ana");

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().summary())
        .endsWith("carries Approved-by: ana, who wrote commits of feature/checkout");
  }

  @Test
  void a_co_author_is_who_the_mailmap_says() {
    GitProject project = work();
    project.checkout("main").file(".mailmap", "Ana <ana@example.org> <ana@home.example>\n");
    project.commit("Who is who");
    project.checkout("feature/checkout").merge("main");
    ben(project).append("app.txt", "b\n");
    project.commit("More\n\nCo-authored-by: Ana <ANA@home.example>");
    ana(project).git("commit", "-q", "--allow-empty", "-m", "Approve\n\nApproved-by: ana");

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().summary())
        .endsWith("carries Approved-by: ana, who wrote commits of feature/checkout");
  }

  @Test
  void the_merge_may_carry_it() {
    GitProject project = work().checkout("main");
    ana(project)
        .git(
            "merge",
            "-q",
            "--no-ff",
            "-m",
            "Merge branch 'feature/checkout'\n\nApproved-by: ana",
            "feature/checkout");

    assertThat(judge(project).outcome()).isEqualTo(Outcome.PASSED);
  }

  private GitProject begun(String plan) {
    GitProject project = GitProject.in(directory.resolve("shop"));
    ben(project).file("coord.yml", plan).file("app.txt", "\n").commit("Begin");
    return project;
  }

  private GitProject work() {
    GitProject project = begun(BRANCH).branch("feature/checkout");
    ben(project).append("app.txt", "a\n").commit("Work");
    return project;
  }

  private static GitProject ana(GitProject project) {
    return project.as("Ana", "ana@example.org");
  }

  private static GitProject ben(GitProject project) {
    return project.as("Ben", "ben@example.org");
  }

  private static GateResult judge(GitProject project) {
    Settings settings = Settings.in(project.directory()).environment(Map.of()).build();
    return Repositories.open(
        project,
        opened ->
            new Pipeline(settings, opened, project.path("target/coord"), false)
                .run().assessment().orElseThrow().gates().stream()
                    .filter(row -> row.row().equals("live"))
                    .findFirst()
                    .orElseThrow());
  }
}
