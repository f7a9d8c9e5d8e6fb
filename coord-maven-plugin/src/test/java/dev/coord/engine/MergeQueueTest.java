package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Overall;
import dev.coord.it.GitProject;
import dev.coord.it.Team;
import dev.coord.publish.ConsoleLine;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GitHub's merge queue builds: the event {@code merge_group}. */
class MergeQueueTest {

  private static final String QUEUE = "refs/heads/gh-readonly-queue/main/pr-7-abc";
  private static final String SUBJECT = "Merge pull request #7 from shop/feature/checkout";

  @TempDir Path directory;

  private GitProject clone;

  /** actions/checkout with fetch-depth: 0; main went on since the branch was cut. */
  @BeforeEach
  void fetch() {
    GitProject origin = Team.checkout(directory.resolve("origin")).checkout("main");
    origin.append("docs/terms.md", "More.\n").commit("More terms");
    clone = GitProject.in(directory.resolve("clone")).on(origin.now());
    clone.git("remote", "add", "origin", origin.directory().toUri().toString());
    clone.git("fetch", "-q", "origin");
  }

  @Test
  void a_merge_group_is_judged_as_the_workstream_whose_branch_it_merges() {
    merge(SUBJECT, "origin/feature/checkout");

    Result result = check(variables());

    assertThat(result.overall()).as(result.failure()).isEqualTo(Overall.PASSED);
    assertThat(texts(result)).anyMatch(l -> l.contains("1 file changed by checkout"));
  }

  @Test
  void a_merge_group_whose_workstream_changes_what_is_not_its_own_fails() {
    trespass();
    merge("Anything but a subject of GitHub's", "origin/feature/checkout");

    Result result = check(variables());

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(texts(result)).anyMatch(l -> l.contains("1 file of catalog changed by checkout"));
  }

  @Test
  void a_pull_requests_title_makes_it_no_workstreams() {
    String id = strange();
    merge("Merge pull request #7 from shop/feature/checkout", id);

    Result result = check(variables());

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(texts(result))
        .anyMatch(
            l ->
                l.contains("nobody can tell which branch the merge queue merged as pull request 7")
                    && l.contains("Fetch all branches (fetch-depth: 0 in actions/checkout)"));
  }

  @Test
  void a_forks_pull_request_in_the_queue_is_nobodys() {
    merge("Merge pull request #7 from mallory/feature/checkout", strange());

    Result result = check(variables());

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(texts(result))
        .anyMatch(l -> l.contains("1 file of checkout changed by mallory:feature/checkout"));
  }

  @Test
  void two_branches_with_one_commit_are_told_apart_by_the_subject() {
    clone.git("update-ref", "refs/remotes/origin/copy", "refs/remotes/origin/feature/checkout");

    merge("Something else", "origin/feature/checkout");
    assertThat(check(variables()).overall()).isEqualTo(Overall.UNKNOWN);
    merge("Merge pull request #8 from shop/feature/checkout", "origin/feature/checkout");
    assertThat(check(variables()).overall()).as("another's number").isEqualTo(Overall.UNKNOWN);
    merge(SUBJECT, "origin/feature/checkout");
    assertThat(check(variables()).overall()).isEqualTo(Overall.PASSED);
  }

  @Test
  void a_queue_that_squashes_is_told_by_the_pull_requests_ref_and_its_base_by_the_event() {
    squash();
    assertThat(texts(check(variables())))
        .anyMatch(l -> l.contains("git fetch origin refs/pull/7/head:refs/pull/7/head"));

    clone.git("update-ref", "refs/pull/7/head", "refs/remotes/origin/feature/checkout");
    Result result = check(variables());

    assertThat(result.overall()).as(result.failure()).isEqualTo(Overall.PASSED);
    assertThat(texts(result)).anyMatch(l -> l.contains("1 file changed by checkout"));

    Map<String, String> silent = variables();
    silent.remove("GITHUB_EVENT_PATH");
    assertThat(texts(check(silent)))
        .as("whose it is can be told, and not what it was put on")
        .anyMatch(
            l ->
                l.contains("nobody can tell what the merge queue put pull request 7 on")
                    && l.contains("-Dcoord.base=COMMIT"));
  }

  @Test
  void a_squash_that_changes_anothers_files_fails() {
    trespass();
    squash();
    clone.git("update-ref", "refs/pull/7/head", "refs/remotes/origin/feature/checkout");

    assertThat(texts(check(variables())))
        .anyMatch(l -> l.contains("1 file of catalog changed by checkout"));
  }

  @Test
  void the_workflow_may_say_whose_it_is() {
    squash();
    Settings settings =
        Settings.in(clone.directory())
            .environment(variables())
            .verbose(true)
            .workstream(Optional.of("checkout"))
            .build();

    assertThat(texts(new Coord().check(settings)))
        .anyMatch(l -> l.contains("1 file changed by checkout"));
  }

  @Test
  void the_pom_may_not() {
    merge(SUBJECT, "origin/feature/checkout");

    assertThat(new CiEnvironment(variables()).pullRequest()).isTrue();
  }

  @Test
  void another_commit_than_the_queues_is_not_judged_as_it() {
    merge(SUBJECT, "origin/feature/checkout");
    Map<String, String> variables = variables();
    clone.git("checkout", "-q", "--detach", "origin/feature/checkout");

    Result result = check(variables);

    assertThat(result.overall()).isEqualTo(Overall.UNKNOWN);
    assertThat(result.failure())
        .contains("HEAD is not the commit that the merge queue made of pull request 7");
  }

  @Test
  void a_branch_that_is_only_called_like_the_queues_is_no_merge_group() {
    merge(SUBJECT, "origin/feature/checkout");
    Map<String, String> variables = variables();
    variables.put("GITHUB_EVENT_NAME", "push");

    assertThat(new CiEnvironment(variables).mergeGroup()).isEmpty();
    assertThat(check(variables).overall()).isEqualTo(Overall.FAILED);
  }

  @Test
  void the_queues_branch_names_target_and_number() {
    assertThat(
            MergeGroup.of("refs/heads/gh-readonly-queue/release/1.x/pr-12-0ab", Optional.empty()))
        .contains(new MergeGroup("release/1.x", "12", Optional.empty()));
    assertThat(MergeGroup.of("refs/heads/gh-readonly-queue/main/pr-x-0ab", Optional.empty()))
        .isEmpty();
  }

  private String strange() {
    clone.git("checkout", "-q", "--detach", "origin/feature/checkout");
    return clone.append(Team.CHECKOUT, "// backdoor\n").commit("Nothing to see");
  }

  private void trespass() {
    clone.git("checkout", "-q", "--detach", "origin/feature/checkout");
    String id = clone.append(Team.CATALOG, "// mine now\n").commit("Take the catalog");
    clone.git("update-ref", "refs/remotes/origin/feature/checkout", id);
  }

  private void merge(String subject, String commit) {
    String id = clone.git("rev-parse", commit);
    clone.git("checkout", "-q", "--detach", "origin/main");
    clone.git("merge", "-q", "--no-ff", "-m", subject, id);
    ready();
  }

  private void squash() {
    clone.git("checkout", "-q", "--detach", "origin/main");
    clone.git("merge", "-q", "--squash", "origin/feature/checkout");
    clone.git("commit", "-q", "-m", "Add up the basket (#7)");
    ready();
  }

  private void ready() {
    Team.reports(clone);
    clone.git("update-ref", "refs/remotes/origin/gh-readonly-queue/main/pr-7-abc", "HEAD");
    clone.file(
        "../event.json",
        "{\"merge_group\": {\"base_ref\": \"refs/heads/main\", \"base_sha\": \"%s\"}}"
            .formatted(clone.git("rev-parse", "origin/main")));
  }

  private Map<String, String> variables() {
    Map<String, String> all = new HashMap<>();
    all.put("CI", "true");
    all.put("GITHUB_ACTIONS", "true");
    all.put("GITHUB_EVENT_NAME", "merge_group");
    all.put("GITHUB_REF", QUEUE);
    all.put("GITHUB_SHA", clone.git("rev-parse", "HEAD"));
    all.put("GITHUB_REPOSITORY_OWNER", "shop");
    all.put("GITHUB_EVENT_PATH", clone.path("../event.json").toString());
    return all;
  }

  private Result check(Map<String, String> variables) {
    return new Coord()
        .check(Settings.in(clone.directory()).environment(variables).verbose(true).build());
  }

  private static List<String> texts(Result result) {
    return result.console().stream().map(ConsoleLine::text).toList();
  }
}
