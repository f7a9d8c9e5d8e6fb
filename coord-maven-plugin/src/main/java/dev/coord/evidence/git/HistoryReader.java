package dev.coord.evidence.git;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitHistory.Arrival;
import dev.coord.evidence.GitHistory.OtherBranch;
import dev.coord.evidence.GitHistory.Within;
import dev.coord.evidence.GitQuestions.HistoryQuestion;
import dev.coord.evidence.GitQuestions.Period;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Reads what arrived on a branch, along its first-parent line: what is in flight costs, not what is
 * in history.
 */
final class HistoryReader {

  /** Most commits of the line. */
  static final int LINE_LIMIT = 2_000;

  /** Most commits of the line where nobody says since when. */
  static final int LINE_WITHOUT_START = 100;

  /** Most commits that merges brought, all together. */
  private static final int BROUGHT_LIMIT = 5_000;

  /** Most branches that are compared. */
  static final int BRANCH_LIMIT = 50;

  private static final int PATHS = 500_000;

  private final Internals git;
  private final Ancestry ancestry;
  private final Budget budget = new Budget(PATHS);
  private final Map<String, Commit> known = new HashMap<>();
  private Mailmap mailmap = Mailmap.NONE;
  private int brought;
  private boolean cut;

  /**
   * A reader.
   *
   * @param read branches that were read already: their commits are not read again
   */
  HistoryReader(Internals git, Collection<BranchEvidence> read) {
    this.git = git;
    this.ancestry = new Ancestry(git.graph());
    read.stream()
        .flatMap(branch -> branch.delta().optional().stream())
        .flatMap(delta -> delta.commits().stream())
        .forEach(commit -> known.putIfAbsent(commit.id(), commit));
  }

  Observation<GitHistory> read(HistoryQuestion question) {
    return git.reading(
        () -> {
          if (git.format().shallow()) {
            return Unknowns.shallow();
          }
          Optional<ObjectId> found = git.references().commit(question.branch());
          if (found.isEmpty()) {
            return Unknowns.noBase(
                question.branch(), git.references().candidates(question.branch()));
          }
          CommitNode tip = git.graph().node(found.get());
          mailmap = git.commits().mailmap(tip.tree);
          FirstParentLine line = new FirstParentLine(git.graph(), tip);
          List<Arrival> arrivals = arrivals(line, question.since());
          List<KnownBranch> others = others(question.named());
          List<KnownBranch> newest = others.subList(0, Math.min(BRANCH_LIMIT, others.size()));
          return Observation.known(
              new GitHistory(
                  question.branch(),
                  question.since(),
                  arrivals,
                  cut,
                  compared(newest, tip),
                  others.size() - newest.size(),
                  within(line, question.periods())));
        });
  }

  /** Times that are not in order end nothing: the line is looked at as far back as any is. */
  private Within within(FirstParentLine line, List<Period> periods) throws IOException {
    if (periods.isEmpty()) {
      return Within.NONE;
    }
    List<Commit> commits = new ArrayList<>();
    Instant last = Instant.ofEpochSecond(line.tip().time);
    for (int i = 0; line.get(i).isPresent(); i++) {
      CommitNode node = line.get(i).get();
      Instant time = Instant.ofEpochSecond(node.time);
      boolean asked = periods.stream().anyMatch(period -> period.contains(time));
      if (i == FirstParentLine.LIMIT || asked && commits.size() == LINE_LIMIT) {
        return new Within(periods, commits, Optional.of(last));
      }
      last = time;
      if (asked) {
        boolean merge = git.graph().parents(node).length > 1;
        commits.add(merge ? git.commits().plain(node, mailmap) : commit(node));
      }
    }
    return new Within(periods, commits, Optional.empty());
  }

  private List<Arrival> arrivals(FirstParentLine line, Optional<Instant> since) throws IOException {
    int limit = since.isPresent() ? LINE_LIMIT : LINE_WITHOUT_START;
    List<Arrival> arrivals = new ArrayList<>();
    int belonging = since.isPresent() ? line.since(since.get()) : Integer.MAX_VALUE;
    for (int i = 0; i < belonging; i++) {
      Optional<CommitNode> node = line.get(i);
      if (node.isEmpty()) {
        break;
      }
      if (arrivals.size() == limit) {
        cut = true;
        break;
      }
      arrivals.add(arrival(node.get()));
    }
    return arrivals;
  }

  private Arrival arrival(CommitNode node) throws IOException {
    CommitNode[] parents = git.graph().parents(node);
    if (parents.length < 2) {
      return new Arrival(commit(node), false, List.of());
    }
    List<Commit> commits = new ArrayList<>();
    Set<CommitNode> seen = new HashSet<>();
    for (int i = 1; i < parents.length; i++) {
      for (CommitNode one : ancestry.compare(parents[i], parents[0]).ahead()) {
        if (git.graph().parents(one).length > 1 || !seen.add(one)) {
          continue;
        }
        if (brought++ >= BROUGHT_LIMIT) {
          cut = true;
          break;
        }
        commits.add(commit(one));
      }
    }
    return new Arrival(git.commits().plain(node, mailmap), true, commits);
  }

  private Commit commit(CommitNode node) throws IOException {
    Commit read = known.get(node.name());
    return read != null ? read : git.commits().withPaths(node, mailmap, budget);
  }

  /** Branches that nobody names, each name once, those with the newest commit first. */
  private List<KnownBranch> others(Set<String> named) throws IOException {
    Set<String> names = new HashSet<>(named);
    Map<KnownBranch, Long> times = new HashMap<>();
    for (KnownBranch branch : git.references().branches()) {
      if (names.add(branch.name())) {
        RawCommit tip = git.commits().raw(ObjectId.fromString(branch.commit()));
        times.put(branch, tip.time());
      }
    }
    return times.keySet().stream()
        .sorted(
            Comparator.<KnownBranch>comparingLong(times::get)
                .reversed()
                .thenComparing(KnownBranch::name))
        .toList();
  }

  private List<OtherBranch> compared(List<KnownBranch> branches, CommitNode tip)
      throws IOException {
    List<OtherBranch> compared = new ArrayList<>();
    for (KnownBranch branch : branches) {
      CommitNode node = git.graph().node(ObjectId.fromString(branch.commit()));
      Ancestry.Comparison comparison = ancestry.compare(node, tip);
      compared.add(
          new OtherBranch(
              branch.name(),
              branch.ref(),
              git.commits().plain(node, mailmap),
              comparison.ahead().size(),
              comparison.behind()));
    }
    return compared;
  }
}
