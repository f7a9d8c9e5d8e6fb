package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.engine.Checkouts.Run;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.publish.ConsoleLine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Pull requests and pushes as services check them out. */
class CheckoutsTest {

  private static final String SHALLOW = "GITHUB_SHALLOW";

  @TempDir static Path shared;

  private static GitProject keeping;
  private static GitProject trespassing;
  private static GitProject merging;
  private static GitProject appointing;

  @TempDir Path directory;

  @BeforeAll
  static void offer() {
    keeping = Checkouts.offering(moved(shop("keeping")));
    trespassing = trespassing(shop("trespassing"));
    trespassing.git("tag", "main");
    Checkouts.offering(moved(trespassing));
    merging = moved(trespassing(shop("merging")));
    merging.checkout("feature/checkout").merge("main");
    Checkouts.offering(merging);
    appointing = trespassing(shop("appointing"));
    appointing
        .edit("coord.yml", "    branch: feature/checkout\n", "")
        .edit("coord.yml", "branch: main", "branch: feature/checkout")
        .commit("Mine");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = SHALLOW)
  void a_pull_request_that_keeps_to_its_paths_passes(Checkouts service) {
    Result result = check(service.pullRequest(keeping, place()));

    assertThat(result.overall()).as(result.failure()).isEqualTo(Overall.PASSED);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = SHALLOW)
  void a_pull_request_that_does_not_fails_by_the_gates_of_its_target(Checkouts service) {
    Result result = check(service.pullRequest(trespassing, place()));

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(texts(result))
        .anyMatch(line -> line.contains("1 file of catalog changed by checkout"))
        .anyMatch(line -> line.contains("The gate \"ownership\" is removed"));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = SHALLOW)
  void a_pull_request_that_ends_in_a_merge_of_its_own_fails_as_well(Checkouts service) {
    Result result = check(service.pullRequest(merging, place()));

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(texts(result)).anyMatch(l -> l.contains("1 file of catalog changed by checkout"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {SHALLOW, "JENKINS", "BITBUCKET"})
  void a_push_to_the_target_passes(Checkouts service) {
    Result result = check(service.push(keeping, place(), "main"));

    assertThat(result.overall()).as(result.failure()).isEqualTo(Overall.PASSED);
  }

  @Test
  void of_a_push_that_is_fetched_as_one_commit_nobody_can_tell_what_it_weakened() {
    Result result = check(Checkouts.GITHUB_SHALLOW.push(keeping, place(), "main"));

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure()).contains("plan-guard unknown: the clone is shallow");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {SHALLOW, "AZURE", "BITBUCKET"})
  void a_push_of_two_commits_of_which_the_first_weakens_the_plan_fails(Checkouts service) {
    GitProject origin = Team.checkout(directory.resolve("origin")).checkout("main");
    String before = origin.git("rev-parse", "main");
    origin.edit("coord.yml", "  - ownership: {}\n", "").commit("Unblock me");
    origin.file("README.md", "On.\n").commit("Go on");
    Run run = service.push(origin, place(), "main", before);
    run.project().git("remote", "set-head", "origin", "--auto");

    Result result = check(run);

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(result.failure()).contains("The gate \"ownership\" is removed");
  }

  @ParameterizedTest
  @EnumSource(names = {"JENKINS", "BITBUCKET"})
  void a_service_that_fetches_one_branch_must_be_told_the_default_one(Checkouts service) {
    Run run = service.push(keeping, place(), "main");
    assertThat(check(run).failure()).contains("no other branch was fetched");

    run.project().git("remote", "set-head", "origin", "--auto");

    assertThat(check(run).overall()).isEqualTo(Overall.PASSED);
  }

  @ParameterizedTest
  @EnumSource
  void a_push_of_a_branch_that_appoints_itself_never_passes(Checkouts service) {
    Result result = check(service.push(appointing, place(), "feature/checkout"));

    assertThat(result.overall()).isIn(Overall.FAILED, Overall.UNKNOWN);
    assertThat(result.failure()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void nor_does_a_tag_of_the_targets_name_help(Checkouts service) {
    Result result = check(service.push(trespassing, place(), "feature/checkout"));

    assertThat(result.overall()).isIn(Overall.FAILED, Overall.UNKNOWN);
    assertThat(result.failure()).isNotBlank();
  }

  @Test
  void a_checkout_of_one_commit_is_unknown_and_names_the_setting() {
    Result result = check(Checkouts.GITHUB_SHALLOW.pullRequest(keeping, place()));

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure())
        .contains("the clone is shallow, so its history is cut off", "fetch-depth: 0");
  }

  @Test
  void a_target_that_was_not_fetched_is_unknown_and_names_the_refs_tried() {
    Run run = Checkouts.GITLAB_HEAD.pullRequest(keeping, place());
    run.project().git("update-ref", "-d", "refs/remotes/origin/main");

    Result result = check(run);

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure())
        .contains("the base main was not found (tried refs/heads/main, refs/remotes/origin/main)");
  }

  @Test
  void a_clone_without_the_targets_files_cannot_be_judged() {
    GitProject origin = trespassing;
    origin.git("config", "uploadpack.allowFilter", "true");
    origin.git("config", "uploadpack.allowAnySHA1InWant", "true");
    origin.git(
        "clone",
        "-q",
        "--filter=blob:none",
        "--branch",
        "feature/checkout",
        origin.directory().toUri().toString(),
        place().toString());
    GitProject clone = Team.reports(origin.at(place()));

    Result result = new Coord().check(Settings.in(clone.directory()).build());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure()).contains("missing from this partial clone (filter blob:none)");
  }

  private static Result check(Run run) {
    Team.reports(run.project());
    return new Coord()
        .check(Settings.in(run.project().directory()).environment(run.variables()).build());
  }

  private static GitProject shop(String name) {
    return Team.checkout(shared.resolve(name));
  }

  private Path place() {
    return directory.resolve("clone");
  }

  /** Changes another's file, and does without the gate that says so. */
  private static GitProject trespassing(GitProject shop) {
    shop.append(Team.CATALOG, "// mine now\n")
        .edit("coord.yml", "  - ownership: {}\n", "")
        .commit("Take the catalog");
    return shop;
  }

  /** The target went on since. */
  private static GitProject moved(GitProject shop) {
    shop.checkout("main").append("docs/terms.md", "More.\n").commit("More terms");
    return shop;
  }

  private static List<String> texts(Result result) {
    return result.console().stream().map(ConsoleLine::text).toList();
  }
}
