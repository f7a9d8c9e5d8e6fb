package dev.coord.evidence.git;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchDelta.Basis;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a branch brought to its base, or would bring. */
final class DeltaFinder {

  private final Internals git;
  private final Ancestry ancestry;
  private final DeltaReader deltas;
  private final LandedCommits landed;
  private final EarlierMerges earlier;

  DeltaFinder(Internals git, Ancestry ancestry, EarlierMerges earlier) {
    this.git = git;
    this.ancestry = ancestry;
    this.earlier = earlier;
    deltas = new DeltaReader(git);
    landed = new LandedCommits(git.graph(), git.trees(), git.contents());
  }

  /** What it brought where it is merged, and otherwise what it would bring. */
  BranchDelta delta(BranchQuestion question, Standing standing) throws IOException {
    MergeFinder.Finding finding = standing.finding();
    List<WorkingTree.Change> working =
        question.uncommitted() && standing.tip().equals(git.head())
            ? git.workingTree().changes(standing.tip().tree)
            : List.of();
    boolean merged = finding.came() && working.isEmpty();
    if (merged && finding.merge().isEmpty() && finding.brought().isEmpty()) {
      throw new UnreadableException(
          "where the fast-forwarded branch '" + question.name() + "' began cannot be told",
          "Name the commit it began at as its base in the plan, or merge with --no-ff.");
    }
    if (merged && isShared(standing)) {
      throw new UnreadableException(
          "what of commit "
              + standing.tip().name().substring(0, Internals.ABBREVIATED)
              + ", which brought others, too, '"
              + question.name()
              + "' brought cannot be told",
          "Merge each branch by itself.");
    }
    Optional<MergeFinder.Range> brought = merged ? finding.brought() : Optional.empty();
    CommitNode base = brought.map(MergeFinder.Range::base).orElse(standing.target().tip());
    CommitNode tip = brought.map(MergeFinder.Range::tip).orElse(standing.tip());
    List<BranchDelta> all = new ArrayList<>();
    boolean copied = working.isEmpty() && finding.kind() == MergeState.Kind.MERGED;
    Basis basis = brought.isPresent() ? Basis.MERGE : copied ? Basis.COPIED : Basis.LIVE;
    Optional<DeltaReader.Made> made = merged ? finding.made() : Optional.empty();
    Optional<CommitNode> octopus = brought.flatMap(MergeFinder.Range::octopus);
    DeltaReader.Ends ends = ends(question, standing, basis, base, tip, made, octopus, working);
    all.add(deltas.read(ends));
    if (merged) {
      all.addAll(brought(question, standing, finding.before()));
      all.addAll(
          brought(
              question, standing, earlier.of(question, standing.target(), tip, finding.merge())));
    }
    BranchDelta whole = Deltas.together(all);
    return basis == Basis.MERGE
        ? whole
        : left(ends, standing, finding, all.subList(1, all.size()))
            .map(whole::leaving)
            .orElse(whole);
  }

  /** What earlier merges brought of a branch that went on after them. */
  Optional<Observation<BranchDelta>> wentOn(BranchQuestion question, Standing standing) {
    Observation<List<BranchDelta>> brought =
        git.reading(
            () ->
                Observation.known(
                    brought(
                        question,
                        standing,
                        earlier.of(
                            question, standing.target(), standing.tip(), Optional.empty()))));
    return brought.optional().filter(List::isEmpty).isPresent()
        ? Optional.empty()
        : Optional.of(brought.map(Deltas::together));
  }

  /** What each of some ranges brought, in their order. */
  private List<BranchDelta> brought(
      BranchQuestion question, Standing standing, List<MergeFinder.Range> ranges)
      throws IOException {
    List<BranchDelta> brought = new ArrayList<>();
    for (MergeFinder.Range one : ranges) {
      brought.add(
          deltas.read(
              ends(
                  question,
                  standing,
                  Basis.MERGE,
                  one.base(),
                  one.tip(),
                  one.made(),
                  one.octopus(),
                  List.of())));
    }
    return brought;
  }

  /** What is left of a branch whose first commits came into the target by a squash. */
  private Optional<Observation<BranchDelta>> left(
      DeltaReader.Ends ends,
      Standing standing,
      MergeFinder.Finding finding,
      List<BranchDelta> before) {
    Observation<Optional<LandedCommits.Landed>> found =
        git.reading(
            () ->
                Observation.known(
                    landed.find(
                        standing.target(),
                        ends.tip(),
                        ends.between(),
                        finding.came() ? finding.merge() : Optional.empty(),
                        ends.basis() == Basis.LIVE)));
    return found.optional().filter(Optional::isEmpty).isPresent()
        ? Optional.empty()
        : Optional.of(
            found.then(of -> git.reading(() -> left(ends, standing, of.orElseThrow(), before))));
  }

  private Observation<BranchDelta> left(
      DeltaReader.Ends ends,
      Standing standing,
      LandedCommits.Landed first,
      List<BranchDelta> before)
      throws IOException {
    if (first.doubt().isPresent()) {
      return Observation.unknown(
          "'"
              + ends.branch()
              + "' begins with commits that "
              + first.squash().name().substring(0, Internals.ABBREVIATED)
              + " brought to '"
              + standing.targetName()
              + "', which changed "
              + first.doubt().get()
              + " since, so what it would merge itself cannot be told",
          "Rebase '" + ends.branch() + "' onto '" + standing.targetName() + "'.");
    }
    Ancestry.Comparison rest =
        ancestry.compare(List.of(ends.tip()), List.of(first.last(), ends.base()));
    List<BranchDelta> all = new ArrayList<>();
    all.add(
        deltas.read(
            new DeltaReader.Ends(
                ends.basis(),
                ends.branch(),
                ends.baseName(),
                ends.base(),
                ends.tip(),
                new Ancestry.Comparison(
                    List.of(first.last()), rest.ahead(), ends.between().behind()),
                ends.made(),
                ends.octopus(),
                ends.working(),
                ends.mailmap())));
    all.addAll(before);
    return Observation.known(Deltas.together(all));
  }

  /** Whether all that is known of a branch that is gone is a commit that brought others, too. */
  private boolean isShared(Standing standing) throws IOException {
    MergeFinder.Finding finding = standing.finding();
    return finding.brought().isEmpty()
        && finding.merge().equals(Optional.of(standing.tip()))
        && git.graph().parents(standing.tip()).length > 0;
  }

  private DeltaReader.Ends ends(
      BranchQuestion question,
      Standing standing,
      Basis basis,
      CommitNode base,
      CommitNode tip,
      Optional<DeltaReader.Made> made,
      Optional<CommitNode> octopus,
      List<WorkingTree.Change> working)
      throws IOException {
    return new DeltaReader.Ends(
        basis,
        question.name(),
        standing.targetName(),
        base,
        tip,
        ancestry.compare(tip, base),
        made,
        octopus,
        working,
        standing.mailmap(git.commits()));
  }
}
