package dev.coord.evidence.git;

import dev.coord.evidence.Beginning;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchDelta.Basis;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchVersion;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.HistoryQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.evidence.MergedAs;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof.Strength;
import dev.coord.evidence.git.StandIns.StandIn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/** Answers what the plan asks of branches. */
final class BranchAnswers {

  private final Internals git;
  private final CommitGraph graph;
  private final Ancestry ancestry;
  private final MergeFinder merges;
  private final MergedAsCheck mergedAs;
  private final DeltaReader deltas;
  private final LandedCommits landed;
  private final EarlierMerges earlier;
  private final BeginningFinder beginnings;
  private final TreeDiff diff;
  private final Map<ObjectId, Target> targets = new HashMap<>();
  private final StandIns standIns;
  private final Map<String, String> worktrees;
  private final Versions versions;
  private final Map<String, BranchQuestion> asked = new HashMap<>();
  private final Map<Compared, Optional<MergeFinder.Finding>> evident = new HashMap<>();

  /** A branch and what it is compared with, by its name and its last commit. */
  private record Compared(String branch, String into, ObjectId target) {}

  /**
   * What a question is about, found in the repository.
   *
   * @param ref the branch's full name; empty when it is gone or another commit was given
   * @param tip its last commit; empty when it is gone
   */
  private record Subject(Optional<String> ref, Optional<ObjectId> tip) {}

  /**
   * How a branch stands to its base.
   *
   * @param targetName the name of the base, or of what is looked at in its place
   * @param tip the branch's last commit, or the one that was merged when it is gone
   */
  private record Standing(
      Target target, String targetName, CommitNode tip, MergeFinder.Finding finding) {}

  /**
   * Answers.
   *
   * @param questions all of the branches: what one was merged as is held against the others
   */
  BranchAnswers(Internals git, List<BranchQuestion> questions) {
    this.git = git;
    questions.forEach(question -> asked.put(question.name(), question));
    graph = git.graph();
    ancestry = new Ancestry(graph);
    versions = new Versions(git);
    merges =
        new MergeFinder(
            graph,
            git.commits(),
            git.trees(),
            git.contents(),
            new FastForwards(graph, git.store(), git.location()));
    deltas = new DeltaReader(git.commits(), git.trees(), git.contents());
    landed = new LandedCommits(graph, git.trees(), git.contents());
    earlier = new EarlierMerges(graph, git.references());
    beginnings = new BeginningFinder(graph, git.commits());
    diff = new TreeDiff(git.trees());
    mergedAs = new MergedAsCheck(git.references(), graph, git.commits(), diff);
    standIns = new StandIns(git);
    worktrees = Worktrees.byBranch(git.location(), git.format().reftable());
  }

  BranchEvidence branch(BranchQuestion question) {
    Observation<Subject> subject = git.reading(() -> subject(question));
    Observation<Standing> standing =
        subject.then(found -> git.reading(() -> standing(question, found, question.base())));
    Observation<BranchDelta> delta =
        standing.then(known -> git.reading(() -> Observation.known(delta(question, known))));
    Optional<ObjectId> tip =
        standing
            .optional()
            .map(known -> known.tip().copy())
            .or(() -> subject.optional().flatMap(Subject::tip));
    return new BranchEvidence(
        question.name(),
        subject.optional().flatMap(Subject::ref),
        tip.flatMap(id -> commit(id, standing)),
        Optional.ofNullable(worktrees.get(question.name())),
        standing.then(known -> git.reading(() -> Observation.known(state(question, known)))),
        delta,
        subject
            .then(found -> git.reading(() -> Observation.known(told(question, found))))
            .optional()
            .flatMap(told -> told),
        standing
            .then(known -> git.reading(() -> Observation.known(beginning(question, known))))
            .optional()
            .flatMap(found -> found),
        subject
            .then(found -> git.reading(() -> Observation.known(isTagged(found))))
            .optional()
            .orElse(false),
        standing
            .optional()
            .filter(known -> known.finding().kind() == MergeState.Kind.UNMERGED)
            .flatMap(known -> wentOn(question, known)),
        standing
            .then(known -> subject)
            .then(found -> git.reading(() -> Observation.known(other(question, found))))
            .optional()
            .flatMap(found -> found));
  }

  /** What earlier merges brought of a branch that went on after them. */
  private Optional<Observation<BranchDelta>> wentOn(BranchQuestion question, Standing standing) {
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

  /** The same branch elsewhere, where it is another one there. */
  private Optional<BranchVersion> other(BranchQuestion question, Subject subject)
      throws IOException {
    if (subject.ref().isEmpty() || subject.tip().isEmpty()) {
      return Optional.empty();
    }
    return versions.other(
        question.name(), new References.Branch(subject.ref().get(), subject.tip().get()));
  }

  private boolean isTagged(Subject subject) throws IOException {
    return subject.ref().isPresent() && git.references().isTag(subject.ref().get());
  }

  private Optional<Beginning> beginning(BranchQuestion question, Standing standing)
      throws IOException {
    return question.merging().ordered()
        ? beginnings.find(standing.finding(), standing.target(), standing.tip(), mailmap(standing))
        : Optional.empty();
  }

  /**
   * Whether a branch is in another. A branch that was asked about before is the same branch here,
   * with the same commit and the same people.
   */
  Observation<MergeState> merge(MergeQuestion question) {
    BranchQuestion same =
        asked.getOrDefault(
            question.branch(),
            new BranchQuestion(
                question.branch(), Optional.empty(), question.into(), Set.of(), false));
    return git.reading(() -> subject(same))
        .then(subject -> git.reading(() -> standing(same, subject, question.into())))
        .then(known -> git.reading(() -> Observation.known(state(same, known))));
  }

  /** The question, about what stands in for its branch where that is gone. */
  HistoryQuestion inPlace(HistoryQuestion question) {
    return git.reading(
            () ->
                Observation.known(
                    git.references().commit(question.branch()).isPresent()
                        ? question
                        : standIns
                            .of(question.branch(), this::target)
                            .map(other -> of(other.branch(), question))
                            .orElse(question)))
        .optional()
        .orElse(question);
  }

  private static HistoryQuestion of(String branch, HistoryQuestion question) {
    return new HistoryQuestion(branch, question.since(), question.named());
  }

  private Observation<Subject> subject(BranchQuestion question) throws IOException {
    Optional<References.Branch> branch = git.references().branch(question.name());
    if (question.tip().isEmpty()) {
      return Observation.known(
          new Subject(branch.map(References.Branch::ref), branch.map(References.Branch::commit)));
    }
    Optional<ObjectId> tip = git.references().commit(question.tip().get());
    if (tip.isEmpty() && git.format().shallow()) {
      return Unknowns.shallow();
    }
    if (tip.isEmpty()) {
      return Unknowns.noTip(question.name(), question.tip().get());
    }
    Optional<String> ref =
        branch.filter(found -> found.commit().equals(tip.get())).map(References.Branch::ref);
    return Observation.known(new Subject(ref, tip));
  }

  private Observation<Standing> standing(BranchQuestion question, Subject subject, String baseName)
      throws IOException {
    if (git.format().shallow()) {
      return Unknowns.shallow();
    }
    Optional<ObjectId> base = git.references().commit(baseName);
    if (base.isPresent()) {
      return standing(question, subject, baseName, target(base.get()));
    }
    Optional<StandIn> other = standIns.of(baseName, this::target);
    return other.isEmpty()
        ? Unknowns.noBase(baseName, git.references().candidates(baseName))
        : standing(question, subject, other.get().branch(), target(other.get().tip()))
            .map(found -> inPlace(found, other.get()));
  }

  /** What is seen of the one branch is only attested of the other. */
  private static Standing inPlace(Standing found, StandIn other) {
    MergeFinder.Finding finding = found.finding();
    return new Standing(
        found.target(),
        found.targetName(),
        found.tip(),
        finding.as(
            finding.kind(),
            Strength.ATTESTED,
            finding.how() + "; " + other.note(),
            finding.revert()));
  }

  private Observation<Standing> standing(
      BranchQuestion question, Subject subject, String baseName, Target target) throws IOException {
    Optional<MergedAsCheck.Result> declared =
        claimed(question, subject, target, baseName).filter(told -> told.commit().isPresent());
    if (subject.tip().isEmpty()) {
      Optional<MergeFinder.Finding> gone = gone(question, subject, target, baseName, declared);
      if (gone.isPresent()) {
        gone = Optional.of(merges.unlessReverted(gone.get(), target));
      }
      return gone.isPresent()
          ? Observation.known(
              new Standing(
                  target,
                  baseName,
                  gone.get().brought().map(MergeFinder.Range::tip).orElse(gone.get().merge().get()),
                  gone.get()))
          : Unknowns.noBranch(
              question.name(), git.references().candidates(question.name()), baseName);
    }
    CommitNode tip = graph.node(subject.tip().get());
    boolean same = isSame(subject, baseName);
    MergeFinder.Finding found = evident(question, subject, target, baseName).orElseThrow();
    if (found.kind() != MergeState.Kind.MERGED && declared.isPresent() && !same) {
      int ahead = ancestry.compare(tip, target.tip()).ahead().size();
      found = declared(question, declared.get(), ahead);
    }
    return Observation.known(
        new Standing(target, baseName, tip, merges.unlessReverted(found, target)));
  }

  private boolean isSame(Subject subject, String baseName) throws IOException {
    Optional<String> into = git.references().branch(baseName).map(References.Branch::ref);
    return into.isPresent() && into.equals(subject.ref());
  }

  /**
   * What git itself tells of the merge of a branch, whatever the plan says that it was merged as;
   * empty when the branch is gone and nothing names it.
   */
  private Optional<MergeFinder.Finding> evident(
      BranchQuestion question, Subject subject, Target target, String baseName) throws IOException {
    Compared compared = new Compared(question.name(), baseName, target.tip());
    Optional<MergeFinder.Finding> known = evident.get(compared);
    if (known != null) {
      return known;
    }
    Optional<MergeFinder.Finding> found;
    if (subject.tip().isEmpty()) {
      found = merges.gone(question.name(), question.merging(), target);
    } else {
      CommitNode tip = graph.node(subject.tip().get());
      MergeFinder.Wanted wanted =
          new MergeFinder.Wanted(
              question.name(),
              tip,
              question.authors(),
              isSame(subject, baseName),
              git.references().branch(baseName).map(References.Branch::ref),
              question.merging());
      found = Optional.of(merges.find(wanted, target, ancestry.compare(tip, target.tip())));
    }
    evident.put(compared, found);
    return found;
  }

  /** The same of a branch that was asked about; empty where it cannot be told, too. */
  private Optional<MergeFinder.Finding> evident(String branch, Target target, String baseName) {
    return Optional.ofNullable(asked.get(branch))
        .flatMap(
            question ->
                git.reading(() -> subject(question))
                    .then(
                        subject ->
                            git.reading(
                                () ->
                                    Observation.known(
                                        evident(question, subject, target, baseName))))
                    .optional()
                    .flatMap(found -> found));
  }

  /** The commit that the plan says it was merged as, held against what the base is. */
  private Optional<MergedAsCheck.Result> claimed(
      BranchQuestion question, Subject subject, Target target, String baseName) throws IOException {
    if (question.merging().mergedAs().isEmpty()) {
      return Optional.empty();
    }
    Optional<CommitNode> tip =
        subject.tip().isEmpty() ? Optional.empty() : Optional.of(graph.node(subject.tip().get()));
    return Optional.of(
        mergedAs.check(
            question, target, baseName, tip, branch -> evident(branch, target, baseName)));
  }

  private Optional<MergedAs> told(BranchQuestion question, Subject subject) throws IOException {
    if (git.format().shallow()) {
      return Optional.empty();
    }
    Optional<ObjectId> base = git.references().commit(question.base());
    Optional<StandIn> other =
        base.isPresent() ? Optional.empty() : standIns.of(question.base(), this::target);
    Optional<ObjectId> target = base.or(() -> other.map(StandIn::tip));
    return target.isEmpty()
        ? Optional.empty()
        : claimed(
                question,
                subject,
                target(target.get()),
                other.map(StandIn::branch).orElse(question.base()))
            .map(MergedAsCheck.Result::told);
  }

  private Optional<MergeFinder.Finding> gone(
      BranchQuestion question,
      Subject subject,
      Target target,
      String baseName,
      Optional<MergedAsCheck.Result> declared)
      throws IOException {
    return declared.isPresent()
        ? Optional.of(declared(question, declared.get(), 0))
        : evident(question, subject, target, baseName);
  }

  private MergeFinder.Finding declared(
      BranchQuestion question, MergedAsCheck.Result told, int ahead) throws IOException {
    return merges.declared(
        told.commit().orElseThrow(),
        question.merging().mergedAs().orElseThrow(),
        ahead,
        told.shared());
  }

  private Target target(ObjectId id) throws IOException {
    Target target = targets.get(id);
    if (target == null) {
      target = new Target(graph, git.commits(), diff, graph.node(id));
      targets.put(id, target);
    }
    return target;
  }

  private MergeState state(BranchQuestion question, Standing standing) throws IOException {
    MergeFinder.Finding finding = standing.finding();
    return new MergeState(
        finding.kind(),
        commit(finding.merge(), standing),
        finding.how(),
        finding.strength(),
        finding.kind() == MergeState.Kind.MERGED ? landing(question, standing) : Optional.empty(),
        commit(finding.revert(), standing));
  }

  private Optional<Commit> commit(Optional<CommitNode> node, Standing standing) throws IOException {
    return node.isEmpty()
        ? Optional.empty()
        : Optional.of(git.commits().plain(node.get(), mailmap(standing)));
  }

  private Optional<Landing> landing(BranchQuestion question, Standing standing) throws IOException {
    FirstParentLine line = standing.target().line();
    MergeFinder.Finding finding = standing.finding();
    CommitNode merge =
        finding
            .merge()
            .or(() -> finding.brought().map(MergeFinder.Range::tip))
            .orElse(standing.tip());
    Optional<CommitNode> landed =
        line.contains(merge) ? Optional.of(merge) : line.bringing(merge, ancestry);
    if (landed.isEmpty()) {
      return Optional.empty();
    }
    CommitNode at = landed.get();
    int newer = line.newer(at).orElseThrow();
    int first = newer;
    if (question.merging().ordered()) {
      Optional<Target.NamedMerge> oldest =
          standing.target().firstMergeOf(question.name(), question.merging());
      if (oldest.isPresent()) {
        first = Math.max(newer, line.newer(oldest.get().merge()).orElse(newer));
      }
      CommitNode tip = finding.brought().map(MergeFinder.Range::tip).orElse(standing.tip());
      Optional<CommitNode> nameless =
          earlier.first(question, standing.target(), tip, finding.merge());
      if (nameless.isPresent()) {
        first = Math.max(first, line.newer(nameless.get()).orElse(first));
      }
    }
    Commit commit = git.commits().plain(at, mailmap(standing));
    return Optional.of(
        new Landing(
            standing.targetName(), line.tip().name(), commit.id(), commit.time(), newer, first));
  }

  private BranchDelta delta(BranchQuestion question, Standing standing) throws IOException {
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
        && graph.parents(standing.tip()).length > 0;
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
        mailmap(standing));
  }

  /** The authors' names are taken from the base: a branch cannot rename its own. */
  private Mailmap mailmap(Standing standing) throws IOException {
    return git.commits().mailmap(standing.target().tip().tree);
  }

  private Optional<Commit> commit(ObjectId id, Observation<Standing> standing) {
    Observation<Commit> commit =
        git.reading(
            () -> {
              Mailmap mailmap =
                  standing.isKnown() ? mailmap(standing.optional().orElseThrow()) : git.mailmap();
              return Observation.known(git.commits().plain(id, mailmap));
            });
    return commit.optional();
  }
}
