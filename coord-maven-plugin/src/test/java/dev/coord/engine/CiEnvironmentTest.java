package dev.coord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    "CODEBUILD_BUILD_ID,coord:1",
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
  }

  @Test
  void only_github_itself_understands_its_commands() {
    assertThat(of("GITHUB_ACTIONS", "true").gitHubActions()).isTrue();
    assertThat(of("GITHUB_ACTIONS", "false").gitHubActions()).isFalse();
    assertThat(of("GITLAB_CI", "true").gitHubActions()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_HEAD_REF,feature/x",
    "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME,feature/x",
    "CHANGE_BRANCH,feature/x",
    "SYSTEM_PULLREQUEST_SOURCEBRANCH,refs/heads/feature/x"
  })
  void the_source_branch_is_named_by_each_service(String name, String value) {
    assertThat(of(name, value).pullRequestSource()).contains("feature/x");
  }

  @ParameterizedTest
  @CsvSource({
    "GITHUB_BASE_REF,main",
    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME,main",
    "CHANGE_TARGET,main",
    "SYSTEM_PULLREQUEST_TARGETBRANCH,refs/heads/main",
    "BITBUCKET_PR_DESTINATION_BRANCH,main",
    "BUILDKITE_PULL_REQUEST_BASE_BRANCH,main"
  })
  void the_target_branch_is_named_by_each_service(String name, String value) {
    assertThat(of(name, value).pullRequestTarget()).contains("main");
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
    "GITHUB_REF,refs/heads/feature/x",
    "CI_COMMIT_BRANCH,feature/x",
    "BUILD_SOURCEBRANCH,refs/heads/feature/x",
    "BITBUCKET_BRANCH,feature/x",
    "BUILDKITE_BRANCH,feature/x",
    "BRANCH_NAME,feature/x"
  })
  void the_pushed_branch_is_named_by_each_service(String name, String value) {
    assertThat(of(name, value).pushedBranch()).contains("feature/x");
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
    "GITHUB_REF,refs/pull/7/head,false",
    "GITHUB_REF,refs/pull/x/merge,false",
    "GITHUB_REF,refs/heads/main,false"
  })
  void the_checked_out_merge_is_told_from_the_branch_itself(
      String name, String value, boolean merged) {
    assertThat(of(name, value).mergedResult()).isEqualTo(merged);
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
  @ValueSource(strings = {"GITHUB_SHA", "BUILD_SOURCEVERSION", "CI_COMMIT_SHA"})
  void the_commit_is_named_by_each_service(String name) {
    assertThat(of(name, "abc").commit()).contains("abc");
  }

  @Test
  void the_summary_goes_where_github_says() {
    assertThat(of("GITHUB_STEP_SUMMARY", "/tmp/s.md").stepSummaryFile()).contains("/tmp/s.md");
    assertThat(of("GITHUB_STEP_SUMMARY", "").stepSummaryFile()).isEmpty();
  }

  private static CiEnvironment of(String name, String value) {
    return new CiEnvironment(Map.of(name, value == null ? "" : value));
  }

  private static CiEnvironment ofBoth(String name, String value, String other, String second) {
    return new CiEnvironment(Map.of(name, value, other, second));
  }
}
