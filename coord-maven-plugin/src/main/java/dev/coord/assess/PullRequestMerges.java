package dev.coord.assess;

import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.Arrival;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.evidence.Observation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Merges of pull requests by the number that forges write into their first line. A number in the
 * text of other commits may be that of an issue, and tells nothing.
 */
final class PullRequestMerges {

  private static final int ABBREVIATED = 7;

  private PullRequestMerges() {}

  /**
   * A merge that names the number of a pull request.
   *
   * @param landing its place on the line of the branch
   */
  record Merged(Commit commit, Landing landing) {
    Merged {
      Objects.requireNonNull(commit, "commit");
      Objects.requireNonNull(landing, "landing");
    }

    /** How it is known that the pull request was merged, one clause. */
    String words() {
      String id = commit.id().substring(0, Math.min(ABBREVIATED, commit.id().length()));
      return "its number stands in the merge " + id;
    }
  }

  /**
   * The newest merge of a pull request.
   *
   * @param into the branch; only what arrived on the integration branch was read
   */
  static Optional<Merged> find(Observation<GitEvidence> git, int number, String into) {
    Pattern subject =
        Pattern.compile(
            "Merge pull request #%1$d (?:from|in) .*|Merged in .* \\(pull request #%1$d\\)"
                .formatted(number));
    return git.optional()
        .flatMap(known -> known.history().optional())
        .filter(history -> history.branch().equals(into))
        .flatMap(history -> find(history, subject));
  }

  private static Optional<Merged> find(GitHistory history, Pattern subject) {
    List<Arrival> line = history.arrivals();
    int[] places =
        IntStream.range(0, line.size())
            .filter(i -> line.get(i).merge())
            .filter(i -> subject.matcher(line.get(i).commit().subject()).matches())
            .toArray();
    if (places.length == 0) {
      return Optional.empty();
    }
    Commit commit = line.get(places[0]).commit();
    return Optional.of(
        new Merged(
            commit,
            new Landing(
                history.branch(),
                line.get(0).commit().id(),
                commit.id(),
                commit.time(),
                places[0],
                places[places.length - 1])));
  }
}
