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
 * @param source names the repository that the pull request comes from
 * @param own names the repository that it goes to; empty where {@code source} is set for forks
 *     alone, or says yes or no
 */
record ForkWord(String service, String source, String own) {

  /**
   * Sources: GitLab "Predefined CI/CD variables", Azure "Use predefined variables", CircleCI
   * "Project values and variables", Buildkite "Environment variables", Travis CI "Environment
   * Variables", Jenkins "Branch API" plugin. GitHub says it in the file of its event. The others
   * have no variable for it.
   */
  static final List<ForkWord> ALL =
      List.of(
          new ForkWord(
              "GitLab CI", "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "CI_MERGE_REQUEST_PROJECT_PATH"),
          new ForkWord("Azure Pipelines", "SYSTEM_PULLREQUEST_ISFORK", ""),
          new ForkWord("CircleCI", "CIRCLE_PR_USERNAME", ""),
          new ForkWord("Buildkite", "BUILDKITE_PULL_REQUEST_REPO", "BUILDKITE_REPO"),
          new ForkWord("Travis CI", "TRAVIS_PULL_REQUEST_SLUG", "TRAVIS_REPO_SLUG"),
          new ForkWord("Jenkins", "CHANGE_FORK", ""));

  ForkWord {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(own, "own");
  }

  /** What the service says. */
  SourceRepository read(Function<String, Optional<String>> variables) {
    Optional<String> from = variables.apply(source);
    if (service.equals("Azure Pipelines")) {
      return from.map(is -> is.equalsIgnoreCase("true"))
          .map(fork -> fork ? SourceRepository.fork("fork") : SourceRepository.OWN)
          .orElse(SourceRepository.UNSAID);
    }
    if (own.isEmpty()) {
      return from.map(SourceRepository::fork).orElse(SourceRepository.OWN);
    }
    Optional<String> to = variables.apply(own);
    if (from.isEmpty() || to.isEmpty()) {
      return SourceRepository.UNSAID;
    }
    return SourceRepository.of(path(from.get()), path(to.get()));
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
