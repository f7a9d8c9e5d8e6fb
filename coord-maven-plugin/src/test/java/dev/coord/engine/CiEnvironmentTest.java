package dev.coord.engine;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CiEnvironmentTest {

  @ParameterizedTest
  @CsvSource({
    "GITHUB_ACTIONS,true",
    "GITLAB_CI,true",
    "JENKINS_URL,https://ci.example/",
    "TF_BUILD,True",
    "BITBUCKET_BUILD_NUMBER,7",
    "BUILDKITE,true",
    "CODEBUILD_BUILD_ID,shop:7",
    "CIRCLECI,true",
    "TEAMCITY_VERSION,2026.1",
    "TRAVIS,true",
    "CI,true",
    "CI,1"
  })
  void services_are_recognised_by_what_they_set(String name, String value) {
    assertThat(of(name, value).recognised()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "false", "0"})
  void ci_switched_off_is_no_service(String value) {
    assertThat(of("CI", value).recognised()).isFalse();
  }

  @Test
  void an_empty_environment_is_no_service() {
    CiEnvironment none = new CiEnvironment(Map.of());

    assertThat(none.recognised()).isFalse();
    assertThat(none.gitHubActions()).isFalse();
    assertThat(none.pullRequestSource()).isEmpty();
    assertThat(none.pullRequestTarget()).isEmpty();
    assertThat(none.pushedBranch()).isEmpty();
    assertThat(none.mergedResult()).isFalse();
    assertThat(none.stepSummaryFile()).isEmpty();
    assertThat(none.defaultBranch()).isEmpty();
    assertThat(none.commit()).isEmpty();
    assertThat(none.before("main")).isEmpty();
  }

  @Test
  void only_github_itself_understands_its_commands() {
    assertThat(of("GITHUB_ACTIONS", "true").gitHubActions()).isTrue();
    assertThat(of("GITHUB_ACTIONS", "false").gitHubActions()).isFalse();
    assertThat(of("GITLAB_CI", "true").gitHubActions()).isFalse();
  }

  /** As the services' documentation shows a run for a pull request. */
  private static Stream<Arguments> pullRequests() {
    return Stream.of(
        run("GITHUB_ACTIONS=true", "GITHUB_HEAD_REF=feature/x", "GITHUB_BASE_REF=main"),
        run(
            "GITLAB_CI=true",
            "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=feature/x",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main"),
        run("JENKINS_URL=https://ci.example/", "CHANGE_BRANCH=feature/x", "CHANGE_TARGET=main"),
        run(
            "TF_BUILD=True",
            "SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/feature/x",
            "SYSTEM_PULLREQUEST_TARGETBRANCH=refs/heads/main"),
        run(
            "BITBUCKET_BUILD_NUMBER=9",
            "BITBUCKET_PR_ID=7",
            "BITBUCKET_BRANCH=feature/x",
            "BITBUCKET_PR_DESTINATION_BRANCH=main"),
        run(
            "BUILDKITE=true",
            "BUILDKITE_PULL_REQUEST=7",
            "BUILDKITE_BRANCH=feature/x",
            "BUILDKITE_PULL_REQUEST_BASE_BRANCH=main"),
        run(
            "TRAVIS=true",
            "TRAVIS_PULL_REQUEST=7",
            "TRAVIS_PULL_REQUEST_BRANCH=feature/x",
            "TRAVIS_BRANCH=main"),
        run(
            "CODEBUILD_BUILD_ID=shop:7",
            "CODEBUILD_WEBHOOK_EVENT=PULL_REQUEST_UPDATED",
            "CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/feature/x",
            "CODEBUILD_WEBHOOK_BASE_REF=refs/heads/main"));
  }

  @ParameterizedTest
  @MethodSource("pullRequests")
  void source_and_target_of_a_pull_request_are_named_by_each_service(CiEnvironment ci) {
    assertThat(ci.pullRequest()).isTrue();
    assertThat(ci.pullRequestSource()).contains("feature/x");
    assertThat(ci.pullRequestTarget()).contains("main");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CIRCLE_PULL_REQUEST=https://github.com/shop/shop/pull/7",
        "CIRCLE_PULL_REQUESTS=https://github.com/shop/shop/pull/7",
        "CIRCLE_PR_NUMBER=7"
      })
  void circleci_names_the_source_alone(String set) {
    CiEnvironment ci = environment("CIRCLECI=true", "CIRCLE_BRANCH=feature/x", set);

    assertThat(ci.pullRequest()).isTrue();
    assertThat(ci.pullRequestSource()).contains("feature/x");
    assertThat(ci.pullRequestTarget()).isEmpty();
    assertThat(ci.pushedBranch()).isEmpty();
  }

  @Test
  void a_service_that_names_no_branch_is_recognised_all_the_same() {
    CiEnvironment ci = environment("TEAMCITY_VERSION=2026.1", "BUILD_VCS_NUMBER=abc");

    assertThat(ci.recognised()).isTrue();
    assertThat(ci.pullRequest()).isFalse();
    assertThat(ci.pushedBranch()).isEmpty();
    assertThat(ci.commit()).contains("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHANGE_BRANCH=x",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=x",
        "SYSTEM_PULLREQUEST_SOURCEBRANCH=x",
        "CI_COMMIT_BRANCH=x",
        "BRANCH_NAME=x",
        "JENKINS_URL=x",
        "TEAMCITY_VERSION=x"
      })
  void what_another_service_left_behind_says_nothing(String leftover) {
    CiEnvironment ci =
        environment("GITHUB_ACTIONS=true", "GITHUB_REF=refs/heads/main", "CI=true", leftover);

    assertThat(ci.pullRequestSource()).isEmpty();
    assertThat(ci.pushedBranch()).contains("main");
  }

  @Test
  void without_a_mark_what_is_said_counts_all_the_same() {
    assertThat(environment("CI=true", "CHANGE_BRANCH=x").pullRequestSource()).contains("x");
    assertThat(environment("CI=true", "GITHUB_HEAD_REF=x").pullRequest()).isTrue();
    assertThat(environment("CHANGE_BRANCH=x").pullRequest()).isFalse();
  }

  @Test
  void a_branch_that_is_called_like_a_ref_is_not_the_branch_that_the_ref_means() {
    String hostile = "refs/heads/main";
    assertThat(environment("GITLAB_CI=true", "CI_COMMIT_BRANCH=" + hostile).pushedBranch())
        .contains(hostile);
    assertThat(environment("CIRCLECI=true", "CIRCLE_BRANCH=" + hostile).pushedBranch())
        .contains(hostile);
    assertThat(
            environment("GITHUB_ACTIONS=true", "GITHUB_REF=refs/heads/" + hostile).pushedBranch())
        .contains(hostile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$(touch /tmp/x)", "::error::x", "../../etc", "a\u001b[31mb", "HEAD~1"})
  void a_hostile_name_stays_the_text_it_is(String name) {
    assertThat(environment("GITHUB_ACTIONS=true", "GITHUB_HEAD_REF=" + name).pullRequestSource())
        .contains(name);
  }

  @Test
  void an_empty_variable_names_no_branch() {
    assertThat(of("GITHUB_HEAD_REF", "").pullRequestSource()).isEmpty();
    assertThat(of("GITHUB_BASE_REF", " ").pullRequestTarget()).isEmpty();
  }

  @Test
  void bitbucket_and_buildkite_name_the_branch_of_a_pull_request_only_when_there_is_one() {
    assertThat(of("BITBUCKET_BRANCH", "x").pullRequestSource()).isEmpty();
    assertThat(ofBoth("BITBUCKET_BRANCH", "x", "BITBUCKET_PR_ID", "7").pullRequestSource())
        .contains("x");
    assertThat(
            ofBoth("BUILDKITE_BRANCH", "x", "BUILDKITE_PULL_REQUEST", "false").pullRequestSource())
        .isEmpty();
    assertThat(ofBoth("BUILDKITE_BRANCH", "x", "BUILDKITE_PULL_REQUEST", "7").pullRequestSource())
        .contains("x");
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_ACTIONS,GITHUB_REF,refs/heads/feature/x",
    "GITLAB_CI,CI_COMMIT_BRANCH,feature/x",
    "TF_BUILD,BUILD_SOURCEBRANCH,refs/heads/feature/x",
    "BITBUCKET_BUILD_NUMBER,BITBUCKET_BRANCH,feature/x",
    "CIRCLECI,CIRCLE_BRANCH,feature/x",
    "BUILDKITE,BUILDKITE_BRANCH,feature/x",
    "TRAVIS,TRAVIS_BRANCH,feature/x",
    "CODEBUILD_BUILD_ID,CODEBUILD_WEBHOOK_HEAD_REF,refs/heads/feature/x",
    "JENKINS_URL,BRANCH_NAME,feature/x"
  })
  void the_pushed_branch_is_named_by_each_service(String mark, String name, String value) {
    assertThat(ofBoth(mark, "1", name, value).pushedBranch()).contains("feature/x");
  }

  @Test
  void the_target_of_a_pull_request_is_no_pushed_branch() {
    CiEnvironment pull = environment("TRAVIS=true", "TRAVIS_PULL_REQUEST=7", "TRAVIS_BRANCH=main");
    CiEnvironment push =
        environment(
            "TRAVIS=true",
            "TRAVIS_PULL_REQUEST=false",
            "TRAVIS_PULL_REQUEST_BRANCH=",
            "TRAVIS_BRANCH=main");

    assertThat(pull.pushedBranch()).isEmpty();
    assertThat(push.pushedBranch()).contains("main");
    assertThat(push.pullRequest()).isFalse();
  }

  @Test
  void codebuild_names_the_event() {
    CiEnvironment push =
        environment(
            "CODEBUILD_BUILD_ID=shop:7",
            "CODEBUILD_WEBHOOK_EVENT=PUSH",
            "CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/main");

    assertThat(push.pullRequest()).isFalse();
    assertThat(push.pushedBranch()).contains("main");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refs/tags/v1", "refs/pull/7/merge"})
  void a_tag_or_a_pull_request_is_no_pushed_branch(String ref) {
    assertThat(of("GITHUB_REF", ref).pushedBranch()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_REF,refs/pull/7/merge,true",
    "BUILD_SOURCEBRANCH,refs/pull/7/merge,true",
    "CI_MERGE_REQUEST_EVENT_TYPE,merged_result,true",
    "CI_MERGE_REQUEST_EVENT_TYPE,merge_train,true",
    "CI_MERGE_REQUEST_EVENT_TYPE,detached,false",
    "TRAVIS_PULL_REQUEST,7,true",
    "TRAVIS_PULL_REQUEST,false,false",
    "GITHUB_REF,refs/pull/7/head,false",
    "GITHUB_REF,refs/pull/x/merge,false",
    "GITHUB_REF,refs/heads/main,false"
  })
  void the_checked_out_merge_is_told_from_the_branch_itself(
      String name, String value, boolean merged) {
    String mark =
        switch (name) {
          case "GITHUB_REF" -> "GITHUB_ACTIONS";
          case "BUILD_SOURCEBRANCH" -> "TF_BUILD";
          case "TRAVIS_PULL_REQUEST" -> "TRAVIS";
          default -> "GITLAB_CI";
        };
    assertThat(ofBoth(mark, "true", name, value).mergedResult()).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource({
    "GITLAB_CI,true,CI_DEFAULT_BRANCH,trunk,trunk",
    "BUILDKITE,true,BUILDKITE_PIPELINE_DEFAULT_BRANCH,trunk,trunk",
    "BRANCH_NAME,trunk,BRANCH_IS_PRIMARY,true,",
    "FOO,true,CI_DEFAULT_BRANCH,trunk,",
    "CI,true,CI_DEFAULT_BRANCH,'',",
  })
  void the_default_branch_is_named_where_a_service_runs(
      String mark, String set, String name, String value, String branch) {
    assertThat(ofBoth(mark, set, name, value).defaultBranch())
        .isEqualTo(Optional.ofNullable(branch));
  }

  @Test
  void jenkins_says_whether_the_branch_is_the_primary_one() {
    Map<String, String> main = Map.of("CI", "true", "BRANCH_NAME", "main");
    assertThat(new CiEnvironment(main).defaultBranch()).isEmpty();

    Map<String, String> primary = new HashMap<>(main);
    primary.put("BRANCH_IS_PRIMARY", "true");
    assertThat(new CiEnvironment(primary).defaultBranch()).contains("main");
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_ACTIONS,GITHUB_SHA",
    "GITLAB_CI,CI_COMMIT_SHA",
    "TF_BUILD,BUILD_SOURCEVERSION",
    "BITBUCKET_BUILD_NUMBER,BITBUCKET_COMMIT",
    "CIRCLECI,CIRCLE_SHA1",
    "BUILDKITE,BUILDKITE_COMMIT",
    "TRAVIS,TRAVIS_COMMIT",
    "CODEBUILD_BUILD_ID,CODEBUILD_RESOLVED_SOURCE_VERSION",
    "JENKINS_URL,GIT_COMMIT"
  })
  void the_commit_is_named_by_each_service(String mark, String name) {
    assertThat(ofBoth(mark, "1", name, "abc").commit()).contains("abc");
  }

  private static final String BEFORE = "ef92d61ca5d9d843a87a4022f99925d2e211a2f4";

  /** What each service says a pushed branch was at before; those without say nothing of it. */
  @ParameterizedTest
  @CsvSource({
    "GITLAB_CI,CI_COMMIT_BEFORE_SHA," + BEFORE + "," + BEFORE,
    "CODEBUILD_BUILD_ID,CODEBUILD_WEBHOOK_PREV_COMMIT," + BEFORE + "," + BEFORE,
    "JENKINS_URL,GIT_PREVIOUS_COMMIT," + BEFORE + "," + BEFORE,
    "TRAVIS,TRAVIS_COMMIT_RANGE,ef92d61ca5d9...a87a4022f999,ef92d61ca5d9",
    "TRAVIS,TRAVIS_COMMIT_RANGE,ef92d61ca5d9..a87a4022f999,ef92d61ca5d9",
    "TRAVIS,TRAVIS_COMMIT_RANGE,'',",
    "GITLAB_CI,CI_COMMIT_BEFORE_SHA,0000000000000000000000000000000000000000,"
        + "0000000000000000000000000000000000000000",
    "GITLAB_CI,CI_COMMIT_BEFORE_SHA,main,",
    "GITLAB_CI,CI_COMMIT_BEFORE_SHA,HEAD~3,",
    "GITLAB_CI,CI_COMMIT_BEFORE_SHA,--help,",
    "GITLAB_CI,CI_COMMIT_BEFORE_SHA,ef92d6,",
    "GITLAB_CI,GIT_PREVIOUS_COMMIT," + BEFORE + ",",
    "TF_BUILD,GIT_PREVIOUS_COMMIT," + BEFORE + ",",
    "BITBUCKET_BUILD_NUMBER,GIT_PREVIOUS_COMMIT," + BEFORE + ",",
    "CIRCLECI,GIT_PREVIOUS_COMMIT," + BEFORE + ",",
    "BUILDKITE,GIT_PREVIOUS_COMMIT," + BEFORE + ",",
    "TEAMCITY_VERSION,GIT_PREVIOUS_COMMIT," + BEFORE + ",",
  })
  void the_commit_before_a_push_is_named_by_services_as_digits_of_its_id(
      String mark, String name, String value, String before) {
    assertThat(ofBoth(mark, "1", name, value).before("main"))
        .isEqualTo(Optional.ofNullable(before));
  }

  @Test
  void what_was_before_is_that_of_the_branch_that_was_pushed() {
    CiEnvironment gitLab =
        environment("GITLAB_CI=true", "CI_COMMIT_BRANCH=main", "CI_COMMIT_BEFORE_SHA=" + BEFORE);

    assertThat(gitLab.before("main")).contains(BEFORE);
    assertThat(gitLab.before("develop")).isEmpty();
    assertThat(
            environment(
                    "CODEBUILD_BUILD_ID=shop:7",
                    "CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/main",
                    "CODEBUILD_WEBHOOK_PREV_COMMIT=" + BEFORE)
                .before("main"))
        .contains(BEFORE);
    assertThat(environment("CI_COMMIT_BEFORE_SHA=" + BEFORE).before("main"))
        .as("where no service runs")
        .isEmpty();
  }

  @Test
  void the_page_on_ci_has_the_table() throws IOException {
    List<String> rows =
        Files.readString(Path.of("..", "docs", "ci.md"))
            .lines()
            .filter(line -> line.startsWith("| ") && line.contains("`"))
            .toList();

    for (CiService one : CiService.ALL) {
      String pullRequest =
          one.pullRequest().stream().map(name -> "`" + name + "`").collect(joining(", "));
      assertThat(rows)
          .contains(
              Stream.of(
                      one.name(),
                      code(one.mark()),
                      code(one.source()) + (pullRequest.isEmpty() ? "" : " with " + pullRequest),
                      code(one.target()),
                      code(one.pushed()),
                      code(one.commit()),
                      code(one.defaultBranch()),
                      code(one.before()))
                  .collect(joining(" | ", "| ", " |"))
                  .replace("|  |", "| |")
                  .replace("|  |", "| |"));
    }
  }

  @Test
  void the_page_on_ci_says_what_tells_a_fork() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "ci.md"));
    List<String> rows =
        page.substring(page.indexOf("### Pull requests of forks"), page.indexOf("### GitHub's"))
            .lines()
            .toList();

    for (ForkWord word : ForkWord.ALL) {
      assertThat(rows)
          .anyMatch(
              row ->
                  row.startsWith("| " + word.service() + " |")
                      && row.contains(code(word.source()))
                      && row.contains(code(word.own())));
    }
  }

  private static String code(String name) {
    return name.isEmpty() ? "" : "`" + name + "`";
  }

  @Test
  void the_summary_goes_where_github_says() {
    assertThat(of("GITHUB_STEP_SUMMARY", "/tmp/s.md").stepSummaryFile()).contains("/tmp/s.md");
    assertThat(of("GITHUB_STEP_SUMMARY", "").stepSummaryFile()).isEmpty();
  }

  private static Arguments run(String... variables) {
    return Arguments.of(environment(variables));
  }

  /** Variables as a shell shows them. */
  private static CiEnvironment environment(String... variables) {
    Map<String, String> map = new HashMap<>();
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      map.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return new CiEnvironment(map);
  }

  private static CiEnvironment of(String name, String value) {
    return new CiEnvironment(Map.of(name, value == null ? "" : value));
  }

  private static CiEnvironment ofBoth(String name, String value, String other, String second) {
    return new CiEnvironment(Map.of(name, value, other, second));
  }
}
