package dev.coord.engine;

import java.util.List;
import java.util.Objects;

/**
 * Names of the variables by which one continuous-integration service says what it runs for. A name
 * is empty where the service does not say.
 *
 * @param name the service's name
 * @param mark set wherever the service runs
 * @param pullRequest of which one is set where it runs for a pull request; none where {@code
 *     source} is set for pull requests alone
 * @param source the branch a pull request comes from
 * @param target the branch it goes to
 * @param pushed the branch that was pushed
 * @param fullRefs whether branches are written with {@code refs/heads/}
 * @param commit the commit that the run is for
 * @param defaultBranch the repository's default branch
 * @param before the commit that the pushed branch was at before, or a range that begins there
 */
record CiService(
    String name,
    String mark,
    List<String> pullRequest,
    String source,
    String target,
    String pushed,
    boolean fullRefs,
    String commit,
    String defaultBranch,
    String before) {

  /**
   * The services, as their documentation names their variables. Whoever hosts runs of another
   * leaves its own variables around them, so the ones that run elsewhere come last.
   *
   * <p>Sources: GitHub "Variables reference", GitLab "Predefined CI/CD variables", Azure "Use
   * predefined variables", Bitbucket "Variables and secrets", CircleCI "Project values and
   * variables", Buildkite "Environment variables", Travis CI "Environment Variables", AWS CodeBuild
   * "Environment variables in build environments", Jenkins "Branch API" and "Git" plugins, TeamCity
   * "Predefined Build Parameters".
   */
  static final List<CiService> ALL =
      List.of(
          new CiService(
              "GitHub Actions",
              "GITHUB_ACTIONS",
              List.of(),
              "GITHUB_HEAD_REF",
              "GITHUB_BASE_REF",
              "GITHUB_REF",
              true,
              "GITHUB_SHA",
              "",
              ""),
          new CiService(
              "GitLab CI",
              "GITLAB_CI",
              List.of(),
              "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
              "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
              "CI_COMMIT_BRANCH",
              false,
              "CI_COMMIT_SHA",
              "CI_DEFAULT_BRANCH",
              "CI_COMMIT_BEFORE_SHA"),
          new CiService(
              "Azure Pipelines",
              "TF_BUILD",
              List.of(),
              "SYSTEM_PULLREQUEST_SOURCEBRANCH",
              "SYSTEM_PULLREQUEST_TARGETBRANCH",
              "BUILD_SOURCEBRANCH",
              true,
              "BUILD_SOURCEVERSION",
              "",
              ""),
          new CiService(
              "Bitbucket Pipelines",
              "BITBUCKET_BUILD_NUMBER",
              List.of("BITBUCKET_PR_ID"),
              "BITBUCKET_BRANCH",
              "BITBUCKET_PR_DESTINATION_BRANCH",
              "BITBUCKET_BRANCH",
              false,
              "BITBUCKET_COMMIT",
              "",
              ""),
          new CiService(
              "CircleCI",
              "CIRCLECI",
              List.of("CIRCLE_PULL_REQUEST", "CIRCLE_PULL_REQUESTS", "CIRCLE_PR_NUMBER"),
              "CIRCLE_BRANCH",
              "",
              "CIRCLE_BRANCH",
              false,
              "CIRCLE_SHA1",
              "",
              ""),
          new CiService(
              "Buildkite",
              "BUILDKITE",
              List.of("BUILDKITE_PULL_REQUEST"),
              "BUILDKITE_BRANCH",
              "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
              "BUILDKITE_BRANCH",
              false,
              "BUILDKITE_COMMIT",
              "BUILDKITE_PIPELINE_DEFAULT_BRANCH",
              ""),
          new CiService(
              "Travis CI",
              "TRAVIS",
              List.of("TRAVIS_PULL_REQUEST"),
              "TRAVIS_PULL_REQUEST_BRANCH",
              "TRAVIS_BRANCH",
              "TRAVIS_BRANCH",
              false,
              "TRAVIS_COMMIT",
              "",
              "TRAVIS_COMMIT_RANGE"),
          new CiService(
              "AWS CodeBuild",
              "CODEBUILD_BUILD_ID",
              List.of("CODEBUILD_WEBHOOK_EVENT"),
              "CODEBUILD_WEBHOOK_HEAD_REF",
              "CODEBUILD_WEBHOOK_BASE_REF",
              "CODEBUILD_WEBHOOK_HEAD_REF",
              true,
              "CODEBUILD_RESOLVED_SOURCE_VERSION",
              "",
              "CODEBUILD_WEBHOOK_PREV_COMMIT"),
          new CiService(
              "Jenkins",
              "JENKINS_URL",
              List.of(),
              "CHANGE_BRANCH",
              "CHANGE_TARGET",
              "BRANCH_NAME",
              false,
              "GIT_COMMIT",
              "",
              "GIT_PREVIOUS_COMMIT"),
          new CiService(
              "TeamCity",
              "TEAMCITY_VERSION",
              List.of(),
              "",
              "",
              "",
              false,
              "BUILD_VCS_NUMBER",
              "",
              ""));

  CiService {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mark, "mark");
    pullRequest = List.copyOf(pullRequest);
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(pushed, "pushed");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(defaultBranch, "defaultBranch");
    Objects.requireNonNull(before, "before");
  }
}
