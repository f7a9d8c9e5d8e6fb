package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.GateResult;
import dev.coord.it.GitProject;
import dev.coord.rule.Outcome;
import dev.coord.testing.SshTestKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule {@code approved} with {@code signature: true}, on repositories made by git. */
class SignedApprovalTest {

  private static final String SIGNERS = ".github/allowed_signers";
  private static final SshTestKey ANA = new SshTestKey();
  private static final SshTestKey BEN = new SshTestKey();
  private static final String APPROVAL = "Approve\n\nApproved-by: ana";

  private static final String PLAN =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      people:
        - {id: ana, email: ana@example.org}
        - {id: ben, email: ben@example.org}
      workstreams: [{id: checkout, owner: ben, branch: feature/checkout}]
      boundaries: {allowed_signers: .github/allowed_signers}
      gates: [{id: live, approved: {by: [ana], workstream: checkout, signature: true}}]
      """;

  @TempDir Path directory;

  @Test
  void an_approval_that_its_person_signed_is_observed() throws IOException {
    GitProject project = approved();
    String commit = signed(project, ANA);

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(row.verdict().summary())
        .matches(
            commit.substring(0, 7)
                + " carries Approved-by: ana, and "
                + commit.substring(0, 7)
                + " is signed with the key SHA256:[A-Za-z0-9+/]{43} of .github/allowed_signers:1");
    assertThat(row.verdict().required()).isEqualTo("approved and signed by ana");
    assertThat(row.verdict().attested()).isFalse();
  }

  @Test
  void one_that_is_not_signed_is_none() {
    GateResult row = judge(approved());

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().summary()).endsWith(" is not signed");
    assertThat(row.verdict().remedy())
        .isEqualTo("Let ana sign the commit with a key that counts: git commit -S.");
  }

  @Test
  void a_signed_commit_without_the_trailer_is_none() throws IOException {
    GitProject project = work();
    ana(project).git("commit", "-q", "--allow-empty", "-m", "Look at it");
    signed(project, ANA);

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().remedy()).contains("git commit -S --allow-empty");
  }

  @Test
  void the_key_of_somebody_else_is_not_that_persons() throws IOException {
    GitProject project = approved();
    signed(project, BEN);

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().summary()).endsWith(" is signed with a key that is not of ana");
  }

  @Test
  void the_signature_of_another_commit_or_of_a_tag_does_not_fit() throws IOException {
    GitProject project = approved();
    byte[] payload = payload(project);
    byte[] other =
        "object 0\ntype commit\ntag v1\n\nApproved-by: ana\n".getBytes(StandardCharsets.UTF_8);
    write(project, SshTestKey.signed(payload, ANA.sign(other)));

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().summary()).endsWith(" did not make of it");
  }

  @Test
  void a_second_signature_beside_the_good_one_spoils_it() throws IOException {
    GitProject project = approved();
    byte[] payload = payload(project);
    byte[] once = SshTestKey.signed(payload, ANA.sign(payload));
    write(project, SshTestKey.signed(once, BEN.sign(payload)));

    assertThat(judge(project).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void openpgp_is_unknown() throws IOException {
    GitProject project = approved();
    String armoured = "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----";
    write(project, SshTestKey.signed(payload(project), armoured));

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().summary()).contains(" is signed with OpenPGP, which is not verified");
  }

  @Test
  void a_key_that_has_expired_when_the_commit_says_it_was_made_does_not_count() throws IOException {
    GitProject project = work();
    project.checkout("main");
    ben(project)
        .file(SIGNERS, "ana@example.org valid-before=\"20200101Z\" " + ANA.line() + "\n")
        .commit("Let the key end");
    project.checkout("feature/checkout");
    ana(project).git("commit", "-q", "--allow-empty", "-m", APPROVAL);
    signed(project, ANA);

    assertThat(judge(project).verdict().summary())
        .endsWith(", which .github/allowed_signers:1 allowed only until 2020-01-01T00:00:00Z");
  }

  @Test
  void a_branch_cannot_bring_along_its_own_approver() throws IOException {
    GitProject project = work();
    SshTestKey own = new SshTestKey();
    ben(project).file(SIGNERS, "ana@example.org " + own.line() + "\n").commit("Be Ana");
    ana(project).git("commit", "-q", "--allow-empty", "-m", APPROVAL);
    signed(project, own);

    assertThat(judge(project).verdict().summary())
        .endsWith(", which .github/allowed_signers does not name");
  }

  @Test
  void a_branch_that_changes_whose_keys_are_whose_weakens_the_plan() {
    GitProject project = work();
    ben(project).append(SIGNERS, "ana@example.org " + new SshTestKey().line() + "\n");
    String commit = project.commit("Be Ana");

    GateResult row = judge(project, "plan-guard");

    assertThat(row.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(row.verdict().summary())
        .contains("Whose keys are whose is changed in .github/allowed_signers")
        .contains(commit.substring(0, 7) + " by Ben");
  }

  @Test
  void a_branch_that_names_another_file_of_keys_weakens_the_plan() {
    GitProject project = work();
    ben(project)
        .file("other", "ana@example.org " + new SshTestKey().line() + "\n")
        .edit("coord.yml", SIGNERS, "other")
        .commit("Be Ana");

    assertThat(judge(project, "plan-guard").verdict().summary())
        .contains("Whose keys are whose was told by .github/allowed_signers and is by other");
  }

  @Test
  void a_base_without_the_file_cannot_tell() throws IOException {
    GitProject project = GitProject.in(directory.resolve("shop"));
    ben(project).file("coord.yml", PLAN).file("app.txt", "\n").commit("Begin");
    project.branch("feature/checkout");
    ben(project).append("app.txt", "a\n").commit("Work");
    ana(project).git("commit", "-q", "--allow-empty", "-m", APPROVAL);
    signed(project, ANA);

    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(row.verdict().summary()).isEqualTo("main has no file .github/allowed_signers");
  }

  @Test
  void a_plan_without_a_file_of_keys_cannot_tell() {
    GitProject project = GitProject.in(directory.resolve("shop"));
    String plan = PLAN.replaceAll("(?m)^boundaries.*\n", "");
    ben(project).file("coord.yml", plan).file("app.txt", "\n").commit("Begin");
    project.branch("feature/checkout");
    ana(project).git("commit", "-q", "--allow-empty", "-m", APPROVAL);

    assertThat(judge(project).verdict().summary())
        .isEqualTo("the plan of main does not say whose keys are whose");
  }

  @Test
  void a_line_of_the_plan_is_approved_by_a_signed_commit() throws IOException {
    GitProject project =
        begun(PLAN.replace("workstream: checkout, signature", "says: Ready., signature"));

    ana(project).edit("coord.yml", "says: Ready.", "says: Go.").commit("Approve");
    assertThat(judge(project).verdict().summary()).endsWith(" is not signed");

    signed(project, ANA);
    GateResult row = judge(project);

    assertThat(row.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(row.verdict().attested()).isFalse();
  }

  private GitProject begun(String plan) {
    GitProject project = GitProject.in(directory.resolve("shop"));
    ben(project)
        .file("coord.yml", plan)
        .file("app.txt", "\n")
        .file(SIGNERS, "ana@example.org " + ANA.line() + "\nben@example.org " + BEN.line() + "\n")
        .commit("Begin");
    return project;
  }

  private GitProject work() {
    GitProject project = begun(PLAN).branch("feature/checkout");
    ben(project).append("app.txt", "a\n").commit("Work");
    return project;
  }

  private GitProject approved() {
    GitProject project = work();
    ana(project).git("commit", "-q", "--allow-empty", "-m", APPROVAL);
    return project;
  }

  /** Signs the last commit in the place where it stands. */
  private String signed(GitProject project, SshTestKey key) throws IOException {
    byte[] payload = payload(project);
    return write(project, SshTestKey.signed(payload, key.sign(payload)));
  }

  private static byte[] payload(GitProject project) {
    return (project.git("cat-file", "commit", "HEAD") + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private String write(GitProject project, byte[] commit) throws IOException {
    Path file = Files.write(directory.resolve("commit"), commit);
    String id = project.git("hash-object", "-t", "commit", "-w", file.toString());
    project.git("update-ref", "HEAD", id);
    return id;
  }

  private static GitProject ana(GitProject project) {
    return project.as("Ana", "ana@example.org");
  }

  private static GitProject ben(GitProject project) {
    return project.as("Ben", "ben@example.org");
  }

  private static GateResult judge(GitProject project) {
    return judge(project, "live");
  }

  private static GateResult judge(GitProject project, String row) {
    Settings settings = Settings.in(project.directory()).environment(Map.of()).build();
    return Repositories.open(
        project,
        opened ->
            new Pipeline(settings, opened, project.path("target/coord"), false)
                .run().assessment().orElseThrow().gates().stream()
                    .filter(result -> result.row().equals(row))
                    .findFirst()
                    .orElseThrow());
  }
}
