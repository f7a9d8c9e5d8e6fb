package dev.coord.engine;

import dev.coord.evidence.git.GitRepository;
import dev.coord.it.GitProject;
import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Short ways to what the engine works on. */
final class Repositories {

  /** GitHub's environment of a pull request from this branch. */
  static Map<String, String> pullRequest(String source) {
    return Map.of(
        "GITHUB_ACTIONS", "true",
        "GITHUB_REF", "refs/pull/7/merge",
        "GITHUB_HEAD_REF", source,
        "GITHUB_BASE_REF", "main");
  }

  private Repositories() {}

  static Plan plan(String text) {
    PlanFile file =
        new PlanFile("coord.yml", Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
    return new PlanReader().read(List.of(file)).plan().orElseThrow();
  }

  /** Opens the repository for as long as it is used. */
  static <T> T open(GitProject project, Function<Opened, T> use) {
    Opened opened = Opened.at(project.directory());
    try {
      return use.apply(opened);
    } finally {
      opened.repository().ifPresent(GitRepository::close);
    }
  }

  /** What actions/checkout leaves behind: HEAD is the merge of a commit into main, on no branch. */
  static String mergedIntoMain(GitProject project, String source) {
    String commit = project.git("rev-parse", source);
    project.git("checkout", "-q", "--detach", "main");
    project.git("merge", "-q", "--no-ff", "-m", "Merge " + commit + " into main", commit);
    return project.git("rev-parse", "HEAD");
  }
}
