package dev.coord.evidence.git;

import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.git.MergeFinder.Range;
import dev.coord.evidence.git.Target.NamedMerge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what earlier merges of a branch brought: those on the target's first-parent line whose
 * subjects name it, and those that name nothing and merged a commit of the branch's own
 * first-parent line.
 */
final class EarlierMerges {

  /** How far back the branch's own line is followed. */
  private static final int COMMIT_LIMIT = 10_000;

  private final CommitGraph graph;
  private final References references;
  private Optional<Map<String, Set<String>>> branchesByTip = Optional.empty();

  /** A merge and what it brought. */
  private record Found(CommitNode merge, Range range) {}

  EarlierMerges(CommitGraph graph, References references) {
    this.graph = graph;
    this.references = references;
  }

  /**
   * What they brought, the newest merge first.
   *
   * @param tip the commit that was merged last
   * @param last the merge that is known already, which is left out
   */
  List<Range> of(BranchQuestion question, Target target, CommitNode tip, Optional<CommitNode> last)
      throws IOException {
    return found(question, target, tip, last).stream().map(Found::range).toList();
  }

  /** The oldest of them, the last one left out. */
  Optional<CommitNode> first(
      BranchQuestion question, Target target, CommitNode tip, Optional<CommitNode> last)
      throws IOException {
    List<Found> found = found(question, target, tip, last);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1).merge());
  }

  /**
   * Those that are not on the target's line and came with a merge that is: of a branch that was
   * merged into another one first.
   */
  List<CommitNode> inner(BranchQuestion question, Target target, CommitNode tip)
      throws IOException {
    List<CommitNode> merges = new ArrayList<>();
    for (NamedMerge merge : target.innerMergesOf(question.name(), question.merging())) {
      merges.add(merge.merge());
    }
    for (CommitNode node : ownLine(target, tip)) {
      Optional<NamedMerge> merge = target.namelessInnerMergeOf(node);
      if (merge.isPresent() && !isTipOfOthers(node, question.name())) {
        merges.add(merge.get().merge());
      }
    }
    return merges;
  }

  /** The branch's own line, down to where it meets the target's. */
  private List<CommitNode> ownLine(Target target, CommitNode tip) throws IOException {
    List<CommitNode> own = new ArrayList<>();
    CommitNode node = tip;
    while (own.size() < COMMIT_LIMIT && !target.line().contains(node)) {
      own.add(node);
      CommitNode[] parents = graph.parents(node);
      if (parents.length == 0) {
        break;
      }
      node = parents[0];
    }
    return own;
  }

  private List<Found> found(
      BranchQuestion question, Target target, CommitNode tip, Optional<CommitNode> last)
      throws IOException {
    Map<CommitNode, Range> found = new LinkedHashMap<>();
    for (NamedMerge merge : target.mergesOf(question.name(), question.merging())) {
      found.putIfAbsent(merge.merge(), merge.range());
    }
    for (CommitNode node : ownLine(target, tip)) {
      Optional<NamedMerge> merge = target.namelessMergeOf(node, question.merging());
      if (merge.isPresent() && !isTipOfOthers(node, question.name())) {
        found.putIfAbsent(merge.get().merge(), merge.get().range());
      }
    }
    last.ifPresent(found::remove);
    List<CommitNode> merges = new ArrayList<>();
    for (CommitNode merge : found.keySet()) {
      if (question.merging().since().isEmpty()
          || target.isSince(merge, question.merging().since().get())) {
        merges.add(merge);
      }
    }
    merges.sort(Comparator.<CommitNode>comparingInt(merge -> merge.generation).reversed());
    return merges.stream().map(merge -> new Found(merge, found.get(merge))).toList();
  }

  /**
   * Whether another branch ends there: who began on another's branch did not merge that one. All
   * branches are read once, and only where somebody asks: each takes a look at its commit.
   */
  private boolean isTipOfOthers(CommitNode node, String branch) throws IOException {
    if (branchesByTip.isEmpty()) {
      Map<String, Set<String>> all = new HashMap<>();
      for (KnownBranch known : references.branches()) {
        all.computeIfAbsent(known.commit(), any -> new HashSet<>()).add(known.name());
      }
      branchesByTip = Optional.of(all);
    }
    Set<String> names = branchesByTip.get().getOrDefault(node.name(), Set.of());
    return names.stream().anyMatch(name -> !name.equals(branch));
  }
}
