package dev.coord.evidence.git;

import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.git.MergeFinder.Range;
import dev.coord.evidence.git.Target.NamedMerge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
  private final Ancestry ancestry;
  private final References references;
  private Optional<Map<String, Set<String>>> branchesByTip = Optional.empty();

  /** A merge and what it brought. */
  private record Found(CommitNode merge, Range range) {}

  EarlierMerges(CommitGraph graph, References references) {
    this.graph = graph;
    this.ancestry = new Ancestry(graph);
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
   * The oldest commit of the target's line that brought a merge of the branch's own commits into
   * another branch: these came with that one. As on the line, the merge names the branch or
   * nothing.
   *
   * @param tip the commit that was merged last
   */
  Optional<CommitNode> firstWithOthers(BranchQuestion question, Target target, CommitNode tip)
      throws IOException {
    Set<CommitNode> own = ownLine(target, tip);
    Optional<CommitNode> oldest = own.stream().reduce((newer, older) -> older);
    if (oldest.isEmpty()) {
      return Optional.empty();
    }
    Optional<CommitNode> first = Optional.empty();
    int newer = -1;
    for (CommitNode merge : ancestry.descendants(oldest.get(), target.tip())) {
      if (merges(merge, own, question, target)) {
        Optional<CommitNode> landed = target.line().bringing(merge, ancestry);
        int place = landed.isEmpty() ? -1 : target.line().newer(landed.get()).orElse(-1);
        if (place > newer && target.isSince(landed.get(), question.merging().since())) {
          first = landed;
          newer = place;
        }
      }
    }
    return first;
  }

  /** Whether a merge beside the target's line and the branch's own merged one of its commits. */
  private boolean merges(
      CommitNode merge, Set<CommitNode> own, BranchQuestion question, Target target)
      throws IOException {
    CommitNode[] parents = graph.parents(merge);
    if (parents.length < 2
        || own.contains(merge)
        || target.line().contains(merge)
        || Arrays.stream(parents).skip(1).noneMatch(own::contains)) {
      return false;
    }
    Mentions mentions = target.mentions(List.of(merge));
    if (mentions.newest(question.name(), question.merging().messages()).isPresent()) {
      return true;
    }
    return mentions.nameless(parents[1]).isPresent() && !isTipOfOthers(parents[1], question.name());
  }

  /** The commits of the branch's own first-parent line, the newest first. */
  private Set<CommitNode> ownLine(Target target, CommitNode tip) throws IOException {
    Set<CommitNode> own = new LinkedHashSet<>();
    CommitNode node = tip;
    for (int i = 0; i < COMMIT_LIMIT && !target.line().contains(node); i++) {
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
      if (target.isSince(merge, question.merging().since())) {
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
