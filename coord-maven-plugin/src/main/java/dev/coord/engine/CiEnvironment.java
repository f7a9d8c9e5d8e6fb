package dev.coord.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a continuous-integration service says of its run, by the variables it sets.
 *
 * <p>Read are those of GitHub Actions, GitLab CI, Jenkins (multibranch), Azure Pipelines, Bitbucket
 * Pipelines and Buildkite, as their documentation names them.
 */
final class CiEnvironment {

  private static final List<String> MARKS =
      List.of(
          "GITHUB_ACTIONS",
          "GITLAB_CI",
          "JENKINS_URL",
          "TF_BUILD",
          "BITBUCKET_BUILD_NUMBER",
          "BUILDKITE",
          "CODEBUILD_BUILD_ID",
          "CIRCLECI",
          "CODEBUILD_BUILD_ID",
          "TEAMCITY_VERSION",
          "TRAVIS");

  private static final List<String> SOURCES =
      List.of(
          "GITHUB_HEAD_REF",
          "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
          "CHANGE_BRANCH",
          "SYSTEM_PULLREQUEST_SOURCEBRANCH");

  private static final List<String> TARGETS =
      List.of(
          "GITHUB_BASE_REF",
          "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
          "CHANGE_TARGET",
          "SYSTEM_PULLREQUEST_TARGETBRANCH",
          "BITBUCKET_PR_DESTINATION_BRANCH",
          "BUILDKITE_PULL_REQUEST_BASE_BRANCH");

  private final Map<String, String> variables;

  CiEnvironment(Map<String, String> variables) {
    this.variables = Objects.requireNonNull(variables, "variables");
  }

  /** Whether a service runs this build. */
  boolean recognised() {
    String ci = variables.getOrDefault("CI", "");
    return !(ci.isEmpty() || ci.equals("false") || ci.equals("0"))
        || MARKS.stream().anyMatch(mark -> value(mark).isPresent());
  }

  /** Whether a service runs this build for a pull request. */
  boolean pullRequest() {
    return recognised() && (pullRequestSource().isPresent() || pullRequestTarget().isPresent());
  }

  /** Whether workflow commands of GitHub Actions are understood. */
  boolean gitHubActions() {
    return "true".equals(variables.get("GITHUB_ACTIONS"));
  }

  /** The file that takes the step summary of GitHub Actions. */
  Optional<String> stepSummaryFile() {
    return value("GITHUB_STEP_SUMMARY");
  }

  /** The branch a pull request comes from. It may lie in a fork and bear any name. */
  Optional<String> pullRequestSource() {
    Optional<String> source = first(SOURCES);
    if (source.isPresent()) {
      return source;
    }
    if (value("BITBUCKET_PR_ID").isPresent()) {
      return value("BITBUCKET_BRANCH");
    }
    boolean buildkite = value("BUILDKITE_PULL_REQUEST").filter(n -> !n.equals("false")).isPresent();
    return buildkite ? value("BUILDKITE_BRANCH") : Optional.empty();
  }

  /** The branch a pull request goes to: the service says so, not the pull request's own plan. */
  Optional<String> pullRequestTarget() {
    return first(TARGETS);
  }

  private Optional<String> first(List<String> names) {
    return names.stream().flatMap(n -> value(n).stream()).findFirst().map(CiEnvironment::shortName);
  }

  /** Whether the checked-out commit is the merge of a pull request into its target. */
  boolean mergedResult() {
    return value("GITHUB_REF")
            .or(() -> value("BUILD_SOURCEBRANCH"))
            .filter(ref -> ref.matches("refs/pull/[0-9]+/merge"))
            .isPresent()
        || value("CI_MERGE_REQUEST_EVENT_TYPE").filter(t -> t.startsWith("merge")).isPresent();
  }

  /** Full id of the commit that the run is for, as the service says; another may be checked out. */
  Optional<String> commit() {
    return value("GITHUB_SHA")
        .or(() -> value("BUILD_SOURCEVERSION"))
        .or(() -> value("CI_COMMIT_SHA"));
  }

  /**
   * The repository's default branch: the service says so, not the branch that is built. Empty where
   * no service runs, or where it does not say.
   */
  Optional<String> defaultBranch() {
    if (!recognised()) {
      return Optional.empty();
    }
    return value("CI_DEFAULT_BRANCH")
        .or(() -> value("BUILDKITE_PIPELINE_DEFAULT_BRANCH"))
        .or(() -> value("BRANCH_IS_PRIMARY").filter("true"::equals).flatMap(t -> pushedBranch()))
        .or(() -> value("GITHUB_EVENT_PATH").flatMap(GitHubEvent::defaultBranch));
  }

  /** The branch that was pushed, for checkouts with a detached HEAD. */
  Optional<String> pushedBranch() {
    return value("GITHUB_REF")
        .filter(ref -> ref.startsWith("refs/heads/"))
        .or(() -> value("CI_COMMIT_BRANCH"))
        .or(() -> value("BUILD_SOURCEBRANCH").filter(ref -> ref.startsWith("refs/heads/")))
        .or(() -> value("BITBUCKET_BRANCH"))
        .or(() -> value("BUILDKITE_BRANCH"))
        .or(() -> value("BRANCH_NAME"))
        .map(CiEnvironment::shortName);
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
  }

  private static String shortName(String ref) {
    return ref.startsWith("refs/heads/") ? ref.substring("refs/heads/".length()) : ref;
  }
}
