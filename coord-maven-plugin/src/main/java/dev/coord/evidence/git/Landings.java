package dev.coord.evidence.git;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.MergeForecast.Kind;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells of which merged branches a change is that another branch conflicts with. */
final class Landings {

  /** Commits of a line that are looked at for one conflict; of more it cannot be told. */
  private static final int MOST = 1_000;

  /** Conflicts of which a place may be a directory. */
  private static final Set<Kind> OF_DIRECTORIES =
      Collections.unmodifiableSet(
          EnumSet.of(
              Kind.DIRECTORY_RENAMED,
              Kind.NO_PLACE,
              Kind.DIRECTORY_SPLIT,
              Kind.FILE_AND_DIRECTORY,
              Kind.TYPE));

  private final Internals git;
  private final MemoryMerge merges;
  private final Ancestry ancestry;

  /** By commit the branch that brought it. */
  private final Map<String, String> branches = new HashMap<>();

  private final Set<String> ofSeveral = new HashSet<>();

  /** By the newest commit of a line what each commit of it changed. */
  private final Map<CommitNode, LineChanges> lines = new HashMap<>();

  private final int most;
  private int left;

  /**
   * What a branch conflicts with on the line it goes into.
   *
   * @param branches the merged branches whose changes conflict with it
   * @param others whether something else does too, or may
   * @param untold why that cannot be told; empty where it is, or nobody asked
   */
  record Landed(List<String> branches, boolean others, Optional<String> untold) {
    static final Landed NOTHING = new Landed(List.of(), false, Optional.empty());
    static final Landed NOT_ASKED = new Landed(List.of(), true, Optional.empty());

    static Landed untold(String why) {
      return new Landed(List.of(), true, Optional.of(why));
    }
  }

  /**
   * Landings of branches.
   *
   * @param most changes that are merged with branches, for all conflicts together: where everybody
   *     changes one file, each branch would be merged with all that landed. Of what is left it
   *     cannot be told
   */
  Landings(Internals git, MemoryMerge merges, Map<String, BranchEvidence> all, int most)
      throws IOException {
    this.git = git;
    this.most = most;
    left = most;
    this.merges = merges;
    ancestry = new Ancestry(git.graph());
    all.forEach(
        (name, branch) -> {
          branch.merge().optional().flatMap(MergeState::merge).ifPresent(m -> own(m.id(), name));
          boolean merged =
              branch
                  .merge()
                  .optional()
                  .filter(state -> state.kind() == MergeState.Kind.MERGED)
                  .isPresent();
          if (merged) {
            branch.delta().optional().ifPresent(delta -> own(delta, name));
          }
          branch.earlier().flatMap(Observation::optional).ifPresent(delta -> own(delta, name));
        });
    branches.keySet().removeAll(ofSeveral);
  }

  private void own(BranchDelta delta, String name) {
    delta.commits().stream().map(Commit::id).forEach(id -> own(id, name));
  }

  private void own(String commit, String name) {
    String other = branches.putIfAbsent(commit, name);
    if (other != null && !other.equals(name)) {
      ofSeveral.add(commit);
    }
  }

  /**
   * Whose change of a path conflicts with a branch. Each change that the line took in since is made
   * alone to what both have in common, and merged with the branch.
   *
   * @param target the newest commit of the line
   * @param tip the branch that goes into it
   */
  Landed landed(CommitNode target, CommitNode tip, String path, TreeMerge.Conflict conflict)
      throws IOException {
    LineChanges line =
        lines.computeIfAbsent(
            target,
            newest ->
                new LineChanges(
                    new FirstParentLine(git.graph(), newest), new TreeDiff(git.trees())));
    Optional<CommitNode> end = line.line().newestIn(tip);
    if (end.isEmpty()) {
      return Landed.untold("the two have no common commit");
    }
    if (line.line().newer(end.get()).orElseThrow() > MOST) {
      return Landed.untold("more than " + MOST + " commits landed since the branch began");
    }
    List<CommitNode> bases = ancestry.compare(target, tip).mergeBases();
    if (bases.size() != 1) {
      return Landed.untold("the two have " + bases.size() + " merge bases");
    }
    Set<String> places = MergeForecaster.places(path, conflict);
    Set<String> found = new TreeSet<>();
    boolean others = false;
    for (CommitNode node : touching(line, end.get(), places, conflict.kind())) {
      if (--left < 0) {
        return Landed.untold("more than " + most + " changes landed in files that conflict");
      }
      CommitNode before = git.graph().parents(node)[0];
      Optional<Set<String>> clashes = merges.alone(bases.get(0), before, node, tip, places);
      if (clashes.isEmpty()) {
        others = true;
      } else if (!Collections.disjoint(clashes.get(), places)) {
        Optional<String> branch = branch(node);
        branch.ifPresent(found::add);
        others |= branch.isEmpty();
      }
    }
    return new Landed(List.copyOf(found), others || found.isEmpty(), Optional.empty());
  }

  /** The commits of a line down to one of them, that one left out, that changed a place. */
  private List<CommitNode> touching(LineChanges line, CommitNode end, Set<String> places, Kind kind)
      throws IOException {
    int newer = line.line().newer(end).orElseThrow();
    // What each commit changed is read once for all conflicts; but it tells files alone.
    boolean told = !OF_DIRECTORIES.contains(kind) && line.since(end) == newer;
    BitSet numbers = new BitSet();
    if (told) {
      places.stream().mapToInt(line::number).filter(number -> number >= 0).forEach(numbers::set);
    }
    List<CommitNode> touching = new ArrayList<>();
    for (int i = newer - 1; i >= 0; i--) {
      CommitNode node = line.line().get(i).orElseThrow();
      if (told ? line.touches(i, numbers) : touches(node, places)) {
        touching.add(node);
      }
    }
    return touching;
  }

  /** The branch that a commit of the line brought. */
  private Optional<String> branch(CommitNode node) throws IOException {
    CommitNode[] parents = git.graph().parents(node);
    if (parents.length > 2) {
      return Optional.empty();
    }
    return Optional.ofNullable(branches.get(node.name()))
        .or(
            () ->
                parents.length == 2
                    ? Optional.ofNullable(branches.get(parents[1].name()))
                    : Optional.empty());
  }

  private boolean touches(CommitNode node, Set<String> places) throws IOException {
    CommitNode before = git.graph().parents(node)[0];
    git.graph().parents(before);
    for (String place : places) {
      if (place.isEmpty()
          ? !before.tree.equals(node.tree)
          : !git.trees().entry(before.tree, place).equals(git.trees().entry(node.tree, place))) {
        return true;
      }
    }
    return false;
  }
}
