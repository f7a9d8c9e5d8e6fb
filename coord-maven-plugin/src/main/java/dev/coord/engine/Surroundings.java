package dev.coord.engine;

import dev.coord.assess.WorktreeQuestions;
import dev.coord.evidence.Observation;
import dev.coord.evidence.PlanHistory;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.evidence.WorktreeEvidence.PlaceQuestion;
import dev.coord.evidence.git.GitRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What the repository holds beside the checked-out commit and its branches; by whom this is judged
 * makes no difference to it.
 *
 * @param worktrees without check lists
 * @param history past versions of the plan
 */
record Surroundings(WorktreeEvidence worktrees, Observation<PlanHistory> history) {

  Surroundings {
    Objects.requireNonNull(worktrees, "worktrees");
    Objects.requireNonNull(history, "history");
  }

  /**
   * Looks at them, with a repository of its own: what git keeps is for one thread at a time.
   *
   * @param site where the site is written: nothing there counts as a change
   * @param past whether the past of the plan is asked for
   * @param judging nothing of the past is younger
   * @param plans the checked-out plan, which can be used
   */
  static Surroundings read(
      Settings settings, Opened opened, Path site, boolean past, Instant judging, Plans plans) {
    Observation<GitRepository> git = opened.git().then(GitRepository::again);
    try {
      return new Surroundings(
          git.map(g -> g.worktrees(Set.of(real(site)), places(plans)))
              .optional()
              .orElse(WorktreeEvidence.NONE),
          history(settings, opened, past, judging, plans, git));
    } finally {
      git.optional().ifPresent(GitRepository::close);
    }
  }

  private static List<PlaceQuestion> places(Plans plans) {
    return plans.plan().map(WorktreeQuestions::of).orElse(List.of());
  }

  private static Observation<PlanHistory> history(
      Settings settings,
      Opened opened,
      boolean past,
      Instant judging,
      Plans plans,
      Observation<GitRepository> git) {
    if (!past || !plans.inRepository()) {
      return Observation.unknown(
          past ? "the plan is not in the repository" : "nobody asked for the plan's past",
          past ? "Keep the plan in the repository." : "Run coord:site.");
    }
    return git.then(
        again ->
            PlanHistories.of(
                new PastPlans(opened.with(again), settings, plans.own()),
                plans.plan().orElseThrow(),
                judging));
  }

  /** A directory with the links above it resolved; it need not be there yet. */
  private static Path real(Path directory) {
    for (Path above = directory; above != null; above = above.getParent()) {
      try {
        return above.toRealPath().resolve(above.relativize(directory));
      } catch (IOException e) {
        // It is not there: the directory above may be.
      }
    }
    return directory;
  }
}
