package dev.coord.evidence;

import dev.coord.evidence.GitQuestions.CommitsAnswer;
import dev.coord.evidence.GitQuestions.CommitsQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.GitQuestions.PathQuestion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What git says: the answers to the plan's questions, and where we stand.
 *
 * @param head the checked-out commit
 * @param branch the checked-out branch; empty when HEAD is detached
 * @param linkedWorktree whether the working tree is a linked one
 * @param trackedFiles paths of the files of HEAD's tree
 * @param sources the files that git tracks in the working tree, committed or not
 * @param branches answers by branch name, in the order asked
 * @param merges answers to the pairs asked for, in the order asked
 * @param paths answers about files, in the order asked
 * @param history what arrived on the integration branch
 * @param commits answers about commits, in the order asked
 * @param counts answers about branches and files that were counted
 * @param newestChange the newest commit that changed one of the files asked about
 * @param forecast what would conflict if it were merged
 * @param lines what branches were, commit after commit, by their names
 * @param targets branches that something is merged into, by their names; those that are not there
 *     or cannot be told are left out
 * @param repository answers about the repository as a whole
 */
public record GitEvidence(
    Commit head,
    Optional<String> branch,
    boolean linkedWorktree,
    SortedSet<String> trackedFiles,
    SourceFiles sources,
    Map<String, BranchEvidence> branches,
    Map<MergeQuestion, Observation<MergeState>> merges,
    Map<PathQuestion, Observation<PathAnswer>> paths,
    Observation<GitHistory> history,
    Map<CommitsQuestion, Observation<CommitsAnswer>> commits,
    Counts counts,
    Observation<Commit> newestChange,
    Observation<MergeForecast> forecast,
    Map<String, Observation<BranchLine>> lines,
    Map<String, TargetBranch> targets,
    RepositoryAnswers repository) {

  /** Copies the collections. */
  public GitEvidence {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(branch, "branch");
    Objects.requireNonNull(history, "history");
    trackedFiles = Collections.unmodifiableSortedSet(new TreeSet<>(trackedFiles));
    Objects.requireNonNull(sources, "sources");
    branches = Collections.unmodifiableMap(new LinkedHashMap<>(branches));
    merges = Collections.unmodifiableMap(new LinkedHashMap<>(merges));
    paths = Collections.unmodifiableMap(new LinkedHashMap<>(paths));
    commits = Collections.unmodifiableMap(new LinkedHashMap<>(commits));
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(newestChange, "newestChange");
    Objects.requireNonNull(forecast, "forecast");
    lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    Objects.requireNonNull(repository, "repository");
  }
}
