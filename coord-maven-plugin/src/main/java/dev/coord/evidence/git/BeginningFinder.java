package dev.coord.evidence.git;

import dev.coord.evidence.Beginning;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds where a branch's own work began; of a branch that was fast-forwarded nobody can tell. */
final class BeginningFinder {

  private final CommitGraph graph;
  private final CommitReader commits;
  private final Ancestry ancestry;

  BeginningFinder(CommitGraph graph, CommitReader commits) {
    this.graph = graph;
    this.commits = commits;
    ancestry = new Ancestry(graph);
  }

  /**
   * Looks for it.
   *
   * @param finding how it stands to the target
   * @param last its last commit
   */
  Optional<Beginning> find(
      MergeFinder.Finding finding, Target target, CommitNode last, Mailmap mailmap)
      throws IOException {
    CommitNode base = finding.brought().map(MergeFinder.Range::base).orElse(target.tip());
    CommitNode node = finding.brought().map(MergeFinder.Range::tip).orElse(last);
    Set<CommitNode> own = new HashSet<>(ancestry.compare(node, base).ahead());
    if (!own.contains(node)) {
      return Optional.empty();
    }
    CommitNode[] parents = graph.parents(node);
    while (parents.length > 0 && own.contains(parents[0])) {
      node = parents[0];
      parents = graph.parents(node);
    }
    FirstParentLine line = target.line();
    Optional<CommitNode> on = line.newestIn(node);
    return on.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Beginning(
                commits.plain(node, mailmap),
                Stream.of(parents).map(CommitNode::name).toList(),
                line.tip().name(),
                line.newer(on.get()).orElseThrow()));
  }
}
