package dev.coord.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of gates: whether they are run, and what is said of them. */
class CommandIT {

  private static final String GATE = "  - {id: scan, command: {run: [sh, scripts/scan.sh]}}\n";
  private static final String OWN = "  - {id: own, command: {run: [sh, scripts/own.sh]}}\n";

  @TempDir Path directory;

  @Test
  void a_command_that_nobody_allows_is_not_run_and_fails_the_build_as_unknown() {
    GitProject project = scanned("exit 0");

    MavenResult result = MavenRun.in(project).goal("site").fails();

    String off = "the command was not run: commands are off";
    result.says("UNKNOWN scan " + off + ". Allow them with -Dcoord.allowCommands.");
    result.saysNot("Runs: ");
    assertThat(project.path("ran")).doesNotExist();
    result.site().shows("gates", "unknown", off);
    assertThat(result.site().status("unknown").gate("scan").text("outcome")).isEqualTo("unknown");

    MavenRun.in(project).with("-Dcoord.missingData=warn").goal("check").passes().says("WARN scan");
    MavenRun.in(project).goal("validate").passes();
    MavenRun.in(project).goal("baseline").passes();
    assertThat(project.path("ran")).doesNotExist();
  }

  @Test
  void a_command_that_succeeds_passes_and_what_it_wrote_is_shown() {
    GitProject project = scanned("echo '214 packages <b>, 0 high'");

    MavenResult result = allowed(project).with("-Dcoord.verbose").goal("site").passes();

    result.says("Runs: sh scripts/scan.sh (scan; 10 min at most)", "PASS scan exit 0 within ");
    assertThat(result.site().page("gates").select("h2#commands ~ pre").text())
        .isEqualTo("214 packages <b>, 0 high");
    Json run = result.site().status("pass").at("sources").at("commands").list("runs").get(0);
    assertThat(run.number("exit")).isZero();
    assertThat(run.text("timeout")).isEqualTo("10 min");
    assertThat(result.site().text("status.json"))
        .contains("\"scripts/scan.sh\"", "\"214 packages <b>, 0 high\"");
  }

  @Test
  void a_command_that_fails_fails_the_build_with_its_last_lines() {
    GitProject project = scanned("echo '::error::2 high'; exit 3");

    MavenResult result = allowed(project).goal("site").fails();

    result.says("FAIL scan exit 3 within ", ": :error: :2 high", "Mend what it says: sh scripts/");
    assertThat(result.failure()).contains("scan exit 3");
    result.site().shows("gates", "bad", "exit 3 within");
    assertThat(result.site().status("fail").gate("scan").text("measured")).isEqualTo("exit 3");
  }

  @Test
  void a_command_that_takes_too_long_is_stopped_and_unknown() {
    String sleep = "sleep " + ProcessHandle.current().pid() * 10;
    GitProject project = scanned("echo begun; " + sleep);
    project.edit("coord.yml", "scan.sh]", "scan.sh], timeout: 1 s").commit("Be quick");

    MavenResult result = allowed(project).goal("check").fails();

    result.says("UNKNOWN scan it was stopped after 1 s. See why it takes so long", "begun");
    assertThat(ProcessHandle.allProcesses().map(p -> p.info().commandLine().orElse("")))
        .noneMatch(line -> line.endsWith(sleep));
  }

  @Test
  void a_pull_request_that_brings_its_own_command_does_not_have_it_run() {
    GitProject project = scanned("exit 0");
    project.branch("feature/checkout");
    project
        .file("scripts/own.sh", "touch own-ran\n")
        .append("coord.yml", OWN)
        .commit("Bring a command");
    merged(project);

    MavenResult result =
        allowed(project)
            .env("CI", "true")
            .env("GITHUB_ACTIONS", "true")
            .env("GITHUB_EVENT_NAME", "pull_request")
            .env("GITHUB_REF", "refs/pull/7/merge")
            .env("GITHUB_HEAD_REF", "feature/checkout")
            .env("GITHUB_BASE_REF", "main")
            .with("-Dcoord.verbose")
            .goal("site")
            .fails();

    result.says(
        "PASS scan exit 0",
        "UNKNOWN own the command was not run: no gate of ",
        " has it, and what a branch brings is not run; added by this branch");
    assertThat(project.path("ran")).exists();
    assertThat(project.path("own-ran")).doesNotExist();
  }

  @Test
  void a_pom_does_not_allow_commands() {
    GitProject project = scanned("exit 0");
    project
        .file("pom.xml", Team.pom("<allowCommands>true</allowCommands>"))
        .commit("Build with Maven");

    MavenResult result = MavenRun.in(project).with("coord:check").run().fails();

    result.says(
        "UNKNOWN scan the command was not run: only the command line can allow it, not a POM. Add"
            + " -Dcoord.allowCommands.");
    assertThat(project.path("ran")).doesNotExist();
  }

  /** The command leaves a file when it is run. */
  private GitProject scanned(String script) {
    GitProject project = Team.files(GitProject.in(directory));
    project
        .file("scripts/scan.sh", "touch ran\n" + script + "\n")
        .file(".gitignore", "target/\nran\nown-ran\n")
        .append("coord.yml", GATE)
        .commit("Scan");
    return project;
  }

  private static MavenRun allowed(GitProject project) {
    return MavenRun.in(project).with("-Dcoord.allowCommands");
  }

  private static void merged(GitProject project) {
    String commit = project.git("rev-parse", "feature/checkout");
    project.git("checkout", "-q", "--detach", "main");
    project.git("merge", "-q", "--no-ff", "-m", "Merge " + commit + " into main", commit);
  }
}
