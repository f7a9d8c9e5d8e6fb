package dev.coord.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a continuous-integration service says of its run, by the variables it sets.
 *
 * <p>Only the variables of the service that runs are read, by the table {@link CiService#ALL}: what
 * another left behind says nothing. Where no service makes itself known, as in a container that was
 * handed some variables only, the first one that says something is taken.
 */
final class CiEnvironment {

  private static final String HEADS = "refs/heads/";
  private static final String EVENT = "GITHUB_EVENT_PATH";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{7,40}");

  private final Map<String, String> variables;
  private final Optional<CiService> service;

  CiEnvironment(Map<String, String> variables) {
    this.variables = Objects.requireNonNull(variables, "variables");
    this.service =
        CiService.ALL.stream()
            .filter(this::isMarked)
            .findFirst()
            .or(() -> CiService.ALL.stream().filter(this::speaks).findFirst());
  }

  private boolean isMarked(CiService one) {
    return isSet(one.mark());
  }

  private boolean speaks(CiService one) {
    return Stream.of(
            one.source(),
            one.target(),
            one.pushed(),
            one.commit(),
            one.defaultBranch(),
            one.before())
        .anyMatch(name -> value(name).isPresent());
  }

  /** Whether a service runs this build. */
  boolean recognised() {
    String ci = variables.getOrDefault("CI", "");
    return !(ci.isEmpty() || ci.equals("false") || ci.equals("0"))
        || CiService.ALL.stream().anyMatch(this::isMarked);
  }

  /** Whether a service runs this build for a pull request. */
  boolean pullRequest() {
    return recognised()
        && (pullRequestSource().isPresent()
            || pullRequestTarget().isPresent()
            || mergeGroup().isPresent());
  }

  /** Whether workflow commands of GitHub Actions are understood. */
  boolean gitHubActions() {
    return "true".equals(variables.get("GITHUB_ACTIONS"));
  }

  /** How the service wants verdicts: most read JUnit XML; where none runs, nobody reads them. */
  Set<VerdictFormat> verdicts() {
    if (service.filter(this::isMarked).isEmpty()) {
      return Set.of();
    }
    return switch (name()) {
      case "GitHub Actions" -> Set.of(VerdictFormat.SARIF);
      case "GitLab CI" -> Set.of(VerdictFormat.CODE_QUALITY, VerdictFormat.JUNIT);
      default -> Set.of(VerdictFormat.JUNIT);
    };
  }

  /** The file that takes the step summary of GitHub Actions. */
  Optional<String> stepSummaryFile() {
    return value("GITHUB_STEP_SUMMARY");
  }

  /** The branch a pull request comes from. It may lie in a fork and bear any name. */
  Optional<String> pullRequestSource() {
    return service.filter(this::mayBePullRequest).flatMap(s -> branch(s, s.source()));
  }

  /** The branch a pull request goes to: the service says so, not the pull request's own plan. */
  Optional<String> pullRequestTarget() {
    return service.filter(this::mayBePullRequest).flatMap(s -> branch(s, s.target()));
  }

  /** Where the pull request's branch lies, as the service says. */
  SourceRepository sourceRepository() {
    if (is("GitHub Actions")) {
      return value(EVENT).map(GitHubEvent::source).orElse(SourceRepository.UNSAID);
    }
    return ForkWord.ALL.stream()
        .filter(word -> is(word.service()))
        .findFirst()
        .map(word -> word.read(this::value))
        // Its pipelines run for no pull request of a fork.
        .orElse(is("Bitbucket Pipelines") ? SourceRepository.OWN : SourceRepository.UNSAID);
  }

  /**
   * What of GitHub's merge queue is built. The name of a branch alone does not say so: whoever may
   * push could give it to one.
   */
  Optional<MergeGroup> mergeGroup() {
    return value("GITHUB_EVENT_NAME")
        .filter(event -> is("GitHub Actions") && recognised() && event.equals("merge_group"))
        .flatMap(event -> value("GITHUB_REF"))
        .flatMap(ref -> MergeGroup.of(ref, value(EVENT).flatMap(GitHubEvent::queuedOn)));
  }

  /** Whose the repository is on GitHub. */
  Optional<String> gitHubOwner() {
    return value("GITHUB_REPOSITORY_OWNER");
  }

  private boolean mayBePullRequest(CiService one) {
    return one.pullRequest().isEmpty() || isAskedToPull(one);
  }

  private boolean isAskedToPull(CiService one) {
    return one.pullRequest().stream().anyMatch(name -> isSet(name) && !isPush(name));
  }

  /** CodeBuild names the event, which may be another than a pull request. */
  private boolean isPush(String name) {
    return name.equals("CODEBUILD_WEBHOOK_EVENT")
        && !variables.get(name).startsWith("PULL_REQUEST");
  }

  /** Whether the checked-out commit is the merge of a pull request into its target. */
  boolean mergedResult() {
    return service.filter(this::isMergedResult).isPresent();
  }

  private boolean isMergedResult(CiService one) {
    return switch (one.name()) {
      case "GitLab CI" ->
          value("CI_MERGE_REQUEST_EVENT_TYPE").filter(t -> t.startsWith("merge")).isPresent();
      case "Travis CI" -> isAskedToPull(one);
      default ->
          one.fullRefs()
              && value(one.pushed())
                  .filter(ref -> ref.matches("refs/pull/[0-9]+/merge"))
                  .isPresent();
    };
  }

  /** Full id of the commit that the run is for, as the service says; another may be checked out. */
  Optional<String> commit() {
    return service.flatMap(s -> value(s.commit()));
  }

  /**
   * The repository's default branch: the service says so, not the branch that is built. Empty where
   * no service runs, or where it does not say.
   */
  Optional<String> defaultBranch() {
    if (!recognised()) {
      return Optional.empty();
    }
    return service
        .flatMap(s -> value(s.defaultBranch()))
        .or(() -> value("BRANCH_IS_PRIMARY").filter(yes -> is("Jenkins")).flatMap(this::primary))
        .or(
            () ->
                value(EVENT)
                    .filter(file -> service.isEmpty() || is("GitHub Actions"))
                    .flatMap(GitHubEvent::defaultBranch));
  }

  /**
   * The commit that a branch was at before what was pushed, as the service says: digits of its id,
   * all zeros where it was at none. Empty where no service runs, or where it does not say, as of
   * another branch.
   *
   * @param branch the branch that is built
   */
  Optional<String> before(String branch) {
    if (!recognised() || isAnother(branch)) {
      return Optional.empty();
    }
    return service
        .flatMap(s -> value(s.before()))
        .or(
            () ->
                value(EVENT)
                    .filter(file -> service.isEmpty() || is("GitHub Actions"))
                    .flatMap(file -> GitHubEvent.before(file, HEADS + branch)))
        .map(CiEnvironment::first)
        .filter(id -> ID.matcher(id).matches());
  }

  private boolean isAnother(String branch) {
    return service
        .flatMap(s -> value(s.pushed()).map(ref -> s.fullRefs() ? ref : HEADS + ref))
        .filter(ref -> !ref.equals(HEADS + branch))
        .isPresent();
  }

  /** What a range such as {@code A...B} begins with. */
  private static String first(String range) {
    int dots = range.indexOf("..");
    return dots < 0 ? range : range.substring(0, dots);
  }

  /** The service's name, for sentences. */
  String name() {
    return service.map(CiService::name).orElse("CI");
  }

  private Optional<String> primary(String isPrimary) {
    return isPrimary.equals("true") ? pushedBranch() : Optional.empty();
  }

  private boolean is(String name) {
    return service.filter(s -> s.name().equals(name)).isPresent();
  }

  /** The branch that was pushed, for checkouts with a detached HEAD. */
  Optional<String> pushedBranch() {
    return service
        .filter(s -> !isAskedToPull(s))
        .flatMap(s -> value(s.pushed()).filter(ref -> !s.fullRefs() || ref.startsWith(HEADS)))
        .map(ref -> service.orElseThrow().fullRefs() ? shortName(ref) : ref);
  }

  /** A branch by its short name: one that only looks like a full ref keeps its name. */
  private Optional<String> branch(CiService one, String variable) {
    return value(variable).map(name -> one.fullRefs() ? shortName(name) : name);
  }

  /** Whether a variable says yes: services write {@code false} where they mean no. */
  private boolean isSet(String name) {
    return value(name).filter(text -> !text.equals("false")).isPresent();
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
  }

  private static String shortName(String ref) {
    return ref.startsWith(HEADS) ? ref.substring(HEADS.length()) : ref;
  }
}
