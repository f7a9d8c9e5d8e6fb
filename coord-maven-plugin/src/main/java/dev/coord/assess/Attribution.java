package dev.coord.assess;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.Arrival;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.rule.Territory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose the commits of the integration branch are.
 *
 * <p>A commit is a workstream's when it came with the merge of its branch, however that was merged,
 * or when all paths that it changes are that workstream's alone. Authors are not looked at: anybody
 * can write any name.
 *
 * @param history what arrived
 * @param commits every commit that arrived, merges left out, newest first
 */
public record Attribution(GitHistory history, List<Attributed> commits) {

  /** How a commit is known to be a workstream's. */
  public enum Way {
    /** It came with the merge of the workstream's branch. */
    BRANCH("came with its branch"),
    /** It changes nothing but paths of the workstream. */
    PATHS("changes its paths alone"),
    /** It is nobody's. */
    NONE("of no workstream");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    /** The way in words. */
    public String words() {
      return words;
    }
  }

  /**
   * A commit and whose it is.
   *
   * @param merge the merge that brought it; empty for a commit made on the branch itself
   * @param workstream id of the workstream; empty for {@link Way#NONE}
   */
  public record Attributed(
      Commit commit, Optional<Commit> merge, Optional<String> workstream, Way way) {
    /** Checks that all parts are there. */
    public Attributed {
      Objects.requireNonNull(commit, "commit");
      Objects.requireNonNull(merge, "merge");
      Objects.requireNonNull(workstream, "workstream");
      Objects.requireNonNull(way, "way");
    }
  }

  /** Copies the collection. */
  public Attribution {
    Objects.requireNonNull(history, "history");
    commits = List.copyOf(commits);
  }

  /** Whose the commits are that arrived on the integration branch. */
  public static Observation<Attribution> of(Assessment assessment) {
    return assessment
        .evidence()
        .git()
        .then(GitEvidence::history)
        .map(history -> new Finder(assessment).find(history));
  }

  /** The commits that are of no workstream, newest first. */
  public List<Attributed> unattributed() {
    return commits(Way.NONE);
  }

  /** The commits that are known to be somebody's in one way, newest first. */
  public List<Attributed> commits(Way way) {
    return commits.stream().filter(c -> c.way() == way).toList();
  }

  private static final class Finder {
    private final Territory territory;
    private final Map<String, String> branches = new HashMap<>();

    Finder(Assessment assessment) {
      territory = new Territory(assessment.rulebook());
      for (WorkstreamState state : assessment.workstreams()) {
        state.branch().ifPresent(branch -> learn(state.id(), branch));
      }
    }

    private void learn(String workstream, BranchEvidence branch) {
      branch
          .merge()
          .optional()
          .flatMap(MergeState::merge)
          .ifPresent(merge -> branches.putIfAbsent(merge.id(), workstream));
      Stream.concat(
              branch.delta().optional().stream(),
              branch.earlier().flatMap(Observation::optional).stream())
          .map(BranchDelta::commits)
          .flatMap(List::stream)
          .forEach(commit -> branches.putIfAbsent(commit.id(), workstream));
    }

    Attribution find(GitHistory history) {
      List<Attributed> found = new ArrayList<>();
      for (Arrival arrival : history.arrivals()) {
        if (arrival.merge()) {
          Optional<String> merged = Optional.ofNullable(branches.get(arrival.commit().id()));
          arrival
              .brought()
              .forEach(commit -> found.add(of(commit, Optional.of(arrival.commit()), merged)));
        } else {
          found.add(of(arrival.commit(), Optional.empty(), Optional.empty()));
        }
      }
      return new Attribution(history, found);
    }

    private Attributed of(Commit commit, Optional<Commit> merge, Optional<String> merged) {
      Optional<String> known = Optional.ofNullable(branches.get(commit.id())).or(() -> merged);
      if (known.isPresent()) {
        return new Attributed(commit, merge, known, Way.BRANCH);
      }
      Optional<String> owner = owner(commit);
      return new Attributed(commit, merge, owner, owner.isPresent() ? Way.PATHS : Way.NONE);
    }

    /** The one workstream that owns all that a commit changes. */
    private Optional<String> owner(Commit commit) {
      Set<String> owners = new LinkedHashSet<>();
      for (String path : commit.paths()) {
        List<String> claims =
            territory.owners(path).stream().map(Territory.Claim::workstream).distinct().toList();
        if (claims.size() != 1) {
          return Optional.empty();
        }
        owners.add(claims.get(0));
      }
      return owners.size() == 1 ? owners.stream().findFirst() : Optional.empty();
    }
  }
}
