package dev.coord.assess;

import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.Arrival;
import dev.coord.evidence.Observation;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Merges of pull requests by the number that forges write into their first line. A number in the
 * text of other commits may be that of an issue, and tells nothing.
 */
final class PullRequestMerges {

  private static final int ABBREVIATED = 7;

  private PullRequestMerges() {}

  /**
   * How it is known that a pull request was merged, one clause.
   *
   * @param into the branch; only what arrived on the integration branch was read
   */
  static Optional<String> find(Observation<GitEvidence> git, int number, String into) {
    Pattern subject =
        Pattern.compile(
            "Merge pull request #%1$d (?:from|in) .*|Merged in .* \\(pull request #%1$d\\)"
                .formatted(number));
    return git.optional()
        .flatMap(known -> known.history().optional())
        .filter(history -> history.branch().equals(into))
        .map(GitHistory::arrivals)
        .flatMap(
            arrivals ->
                arrivals.stream()
                    .filter(Arrival::merge)
                    .map(Arrival::commit)
                    .filter(commit -> subject.matcher(commit.subject()).matches())
                    .findFirst())
        .map(PullRequestMerges::words);
  }

  private static String words(Commit commit) {
    String id = commit.id().substring(0, Math.min(ABBREVIATED, commit.id().length()));
    return "its number stands in the merge " + id;
  }
}
