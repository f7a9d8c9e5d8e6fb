package dev.coord.site;

import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitHistory;
import dev.coord.plan.Plan;
import dev.coord.site.draft.View;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** When the plan was last changed, as far as the commits tell that were read for other reasons. */
final class PlanAge {

  private PlanAge() {}

  /**
   * The newest commit on the integration branch that touches a file of the plan.
   *
   * @return empty when no commit that was read does
   */
  static Optional<Commit> lastChange(View view) {
    Plan plan = view.plan();
    Set<String> files = new HashSet<>(plan.files());
    return view.assessment().evidence().git().optional().stream()
        .map(GitEvidence::history)
        .flatMap(history -> history.optional().stream())
        .map(GitHistory::arrivals)
        .flatMap(Collection::stream)
        .flatMap(arrival -> Stream.concat(Stream.of(arrival.commit()), arrival.brought().stream()))
        .filter(commit -> commit.paths().stream().anyMatch(files::contains))
        .max(Comparator.comparing(Commit::time).thenComparing(Commit::id));
  }
}
