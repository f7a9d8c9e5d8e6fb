package dev.coord.engine;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * By which variables a service says whether a pull request comes from another repository, whose
 * branches anybody may call as they like.
 *
 * @param service the service's name, as in {@link CiService#name()}
 * @param how what its variables say
 * @param source names the repository that the pull request comes from, or says yes or no
 * @param own names the repository that it goes to; empty where {@code source} says enough
 */
record ForkWord(String service, How how, String source, String own) {

  /** What variables say. */
  enum How {
    /** Which repository it comes from, and which one it goes to. */
    BOTH_NAMED,
    /** Whose fork it is; nothing where it is none. */
    FORK_NAMED,
    /** Whether it is a fork: {@code true} or not. */
    YES_OR_NO
  }

  /**
   * Sources: GitLab "Predefined CI/CD variables", Azure "Use predefined variables", CircleCI
   * "Project values and variables", Buildkite "Environment variables", Travis CI "Environment
   * Variables", Jenkins "Branch API" plugin. GitHub says it in the file of its event. The others
   * have no variable for it.
   */
  static final List<ForkWord> ALL =
      List.of(
          new ForkWord(
              "GitLab CI",
              How.BOTH_NAMED,
              "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH",
              "CI_MERGE_REQUEST_PROJECT_PATH"),
          new ForkWord("Azure Pipelines", How.YES_OR_NO, "SYSTEM_PULLREQUEST_ISFORK", ""),
          new ForkWord("CircleCI", How.FORK_NAMED, "CIRCLE_PR_USERNAME", ""),
          new ForkWord(
              "Buildkite", How.BOTH_NAMED, "BUILDKITE_PULL_REQUEST_REPO", "BUILDKITE_REPO"),
          new ForkWord("Travis CI", How.BOTH_NAMED, "TRAVIS_PULL_REQUEST_SLUG", "TRAVIS_REPO_SLUG"),
          new ForkWord("Jenkins", How.FORK_NAMED, "CHANGE_FORK", ""));

  ForkWord {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(own, "own");
  }

  /** What the service says. */
  SourceRepository read(Function<String, Optional<String>> variables) {
    Optional<String> from = variables.apply(source);
    return switch (how) {
      case FORK_NAMED -> from.map(SourceRepository::fork).orElse(SourceRepository.OWN);
      case YES_OR_NO ->
          from.map(
                  is ->
                      is.equalsIgnoreCase("true")
                          ? SourceRepository.fork("fork")
                          : SourceRepository.OWN)
              .orElse(SourceRepository.UNSAID);
      case BOTH_NAMED ->
          from.flatMap(
                  one -> variables.apply(own).map(to -> SourceRepository.of(path(one), path(to))))
              .orElse(SourceRepository.UNSAID);
    };
  }

  /** The path of a repository, whatever the way to it: two ways may lead to the same. */
  private static String path(String repository) {
    String path =
        repository
            .replaceFirst("^[A-Za-z+]+://[^/]*/", "")
            .replaceFirst("^[^/:]*@?[^/:]*:(?!//)", "")
            .replaceFirst("/+$", "");
    return path.toLowerCase(Locale.ROOT).endsWith(".git")
        ? path.substring(0, path.length() - 4)
        : path;
  }
}
