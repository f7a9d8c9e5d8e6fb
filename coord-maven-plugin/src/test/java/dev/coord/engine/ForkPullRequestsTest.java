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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A stranger's fork calls its branch {@code feature/checkout}, as a workstream of the plan does.
 */
class ForkPullRequestsTest {

  @TempDir Path directory;

  private GitProject clone;

  /** A clone with all branches, on the merge of a stranger's commit into main. */
  @BeforeEach
  void pull() {
    GitProject origin = Team.checkout(directory.resolve("origin")).checkout("main");
    clone = GitProject.in(directory.resolve("clone")).on(origin.now());
    clone.git("remote", "add", "origin", origin.directory().toUri().toString());
    clone.git("fetch", "-q", "origin");
  }

  @Test
  void by_githubs_event_a_forks_branch_is_nobodys_though_a_workstreams_is_called_so() {
    merge(strange("origin/feature/checkout"));

    Result result = check(gitHub("mallory/shop", "shop/shop"));

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(texts(result))
        .anyMatch(l -> l.contains("1 file of checkout changed by mallory:feature/checkout"))
        .anyMatch(
            l ->
                l.contains(
                    "this is not the branch feature/checkout of checkout: the pull request comes"
                        + " from a fork. Push it to the repository itself, or let the workflow say"
                        + " whose it is: -Dcoord.workstream=checkout."));
  }

  @Test
  void the_same_commit_is_the_workstreams_where_its_branch_lies_in_the_repository() {
    merge(strange("origin/feature/checkout"));

    Result result = check(gitHub("shop/shop", "Shop/shop"));

    assertThat(result.overall()).as(result.failure()).isEqualTo(Overall.PASSED);
    assertThat(texts(result)).anyMatch(l -> l.contains("changed by checkout"));
  }

  @Test
  void a_fork_that_is_gone_was_a_fork() {
    merge(strange("origin/main"));
    clone.file(
        "../event.json",
        "{\"pull_request\": {\"head\": {\"ref\": \"feature/checkout\", \"repo\": null},"
            + " \"base\": {\"repo\": {\"full_name\": \"shop/shop\"}}}}");

    Result result = check(with(variables(), "GITHUB_EVENT_PATH", event()));

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(texts(result)).anyMatch(l -> l.contains("changed by fork:feature/checkout"));
  }

  @Test
  void where_the_service_does_not_say_origins_branch_must_have_the_commit() {
    merge(strange("origin/feature/checkout"));

    Result result = check(variables());

    assertThat(result.overall()).isEqualTo(Overall.FAILED);
    assertThat(texts(result))
        .anyMatch(l -> l.contains("changed by not-origin:feature/checkout"))
        .anyMatch(
            l ->
                l.contains("origin's branch of that name does not have the pull request's commit"));
  }

  @Test
  void a_commit_that_origins_branch_has_or_had_is_the_workstreams() {
    merge("origin/feature/checkout");
    assertThat(check(variables()).overall()).isEqualTo(Overall.PASSED);

    String later = strange("origin/feature/checkout");
    clone.git("update-ref", "refs/remotes/origin/feature/checkout", later);
    merge(later + "^");

    Result result = check(variables());

    assertThat(result.overall()).as(result.failure()).isEqualTo(Overall.PASSED);
  }

  @Test
  void the_workflows_word_makes_a_forks_branch_a_workstreams() {
    merge(strange("origin/main"));
    Settings settings =
        Settings.in(clone.directory())
            .environment(gitHub("ana/shop", "shop/shop"))
            .verbose(true)
            .workstream(Optional.of("checkout"))
            .build();

    Result result = new Coord().check(settings);

    assertThat(texts(result)).noneMatch(l -> l.contains("comes from a fork"));
    assertThat(texts(result)).anyMatch(l -> l.contains("changed by checkout"));
  }

  @ParameterizedTest
  @CsvSource({
    "GITLAB_CI,CI_MERGE_REQUEST_SOURCE_PROJECT_PATH,mallory/shop,"
        + "CI_MERGE_REQUEST_PROJECT_PATH,team/web/shop,mallory",
    "GITLAB_CI,CI_MERGE_REQUEST_SOURCE_PROJECT_PATH,team/web/shop,"
        + "CI_MERGE_REQUEST_PROJECT_PATH,team/web/shop,",
    "GITLAB_CI,CI_MERGE_REQUEST_SOURCE_PROJECT_PATH,a/b/shop,CI_MERGE_REQUEST_PROJECT_PATH,a/shop,a/b",
    "TF_BUILD,SYSTEM_PULLREQUEST_ISFORK,True,X,1,fork",
    "TF_BUILD,SYSTEM_PULLREQUEST_ISFORK,False,X,1,",
    "CIRCLECI,CIRCLE_PR_USERNAME,mallory,CIRCLE_PR_NUMBER,7,mallory",
    "CIRCLECI,CIRCLE_PULL_REQUEST,x,CIRCLE_PULL_REQUESTS,x,",
    "BUILDKITE,BUILDKITE_PULL_REQUEST_REPO,git://github.com/mallory/shop.git,"
        + "BUILDKITE_REPO,git@github.com:team/shop.git,mallory",
    "BUILDKITE,BUILDKITE_PULL_REQUEST_REPO,git://github.com/team/shop.git,"
        + "BUILDKITE_REPO,git@github.com:team/shop.git,",
    "BUILDKITE,BUILDKITE_PULL_REQUEST_REPO,https://github.com/Team/shop,"
        + "BUILDKITE_REPO,ssh://git@github.com:22/team/shop.git,",
    "TRAVIS,TRAVIS_PULL_REQUEST_SLUG,mallory/shop,TRAVIS_REPO_SLUG,team/shop,mallory",
    "TRAVIS,TRAVIS_PULL_REQUEST_SLUG,team/shop,TRAVIS_REPO_SLUG,team/shop,",
    "JENKINS_URL,CHANGE_FORK,mallory,X,1,mallory",
    "JENKINS_URL,CHANGE_FORK,mallory/shop,X,1,mallory",
    "JENKINS_URL,CHANGE_BRANCH,x,X,1,",
    "BITBUCKET_BUILD_NUMBER,BITBUCKET_PR_ID,7,X,1,",
  })
  void each_service_says_in_its_own_way_whether_it_is_a_fork(
      String mark, String one, String value, String other, String second, String owner) {
    SourceRepository said =
        new CiEnvironment(Map.of(mark, "1", one, value, other, second)).sourceRepository();

    assertThat(said)
        .isEqualTo(owner == null ? SourceRepository.OWN : SourceRepository.fork(owner + "/x"));
  }

  @ParameterizedTest
  @CsvSource({
    "GITLAB_CI,CI_MERGE_REQUEST_SOURCE_PROJECT_PATH",
    "TRAVIS,TRAVIS_REPO_SLUG",
    "BUILDKITE,BUILDKITE_REPO",
    "TF_BUILD,X",
    "GITHUB_ACTIONS,X",
    "CODEBUILD_BUILD_ID,X",
    "TEAMCITY_VERSION,X"
  })
  void a_service_that_says_half_of_it_or_nothing_does_not_say(String mark, String one) {
    assertThat(new CiEnvironment(Map.of(mark, "1", one, "team/shop")).sourceRepository())
        .isEqualTo(SourceRepository.UNSAID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}",
        "{\"pull_request\": {\"head\": {\"repo\": {\"full_name\": \"m/shop\"}}}}",
        "{\"pull_request\": {\"head\": {\"repo\": {\"full_name\": 7}}, \"base\": {\"repo\": null}}}",
        "{\"head\": {\"repo\": {\"full_name\": \"m/shop\"}}}",
        "nonsense"
      })
  void an_event_of_something_else_does_not_say(String payload) {
    clone.file("../event.json", payload);

    assertThat(GitHubEvent.source(event())).isEqualTo(SourceRepository.UNSAID);
  }

  /** A commit that keeps to the paths of checkout, by somebody whom nobody knows. */
  private String strange(String start) {
    clone.git("checkout", "-q", "--detach", start);
    clone.as("Mallory", "mallory@example.net");
    return clone.append(Team.CHECKOUT, "// backdoor\n").commit("Nothing to see");
  }

  private void merge(String commit) {
    String id = clone.git("rev-parse", commit);
    clone.git("checkout", "-q", "--detach", "origin/main");
    clone.git("merge", "-q", "--no-ff", "-m", "Merge " + id + " into main", id);
    Team.reports(clone);
  }

  private Map<String, String> gitHub(String head, String base) {
    clone.file(
        "../event.json",
        """
        {"number": 7, "repository": {"full_name": "evil/evil"}, "pull_request": {
          "title": "\\"repo\\": {\\"full_name\\": \\"%2$s\\"}",
          "user": {"repo": {"full_name": "%2$s"}},
          "head": {"label": "x", "repo": {"id": 1, "full_name": "%1$s"}},
          "base": {"label": "x", "repo": {"id": 2, "full_name": "%2$s"}}}}
        """
            .formatted(head, base));
    return with(variables(), "GITHUB_EVENT_PATH", event());
  }

  private String event() {
    return clone.path("../event.json").toString();
  }

  private Map<String, String> variables() {
    return with(
        Repositories.pullRequest("feature/checkout"), "GITHUB_SHA", clone.git("rev-parse", "HEAD"));
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    Map<String, String> all = new HashMap<>(some);
    all.put(name, value);
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
