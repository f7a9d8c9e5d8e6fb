package dev.coord.evidence.git;

import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.HistoryQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergedAs;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof.Strength;
import dev.coord.evidence.git.StandIns.StandIn;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/** Finds how a branch stands to what it is to be merged into. */
final class StandingFinder {

  private final Internals git;
  private final Owners ours;
  private final CommitGraph graph;
  private final Ancestry ancestry;
  private final MergeFinder merges;
  private final Remains remains;
  private final MergedAsCheck mergedAs;
  private final TreeDiff diff;
  private final StandIns standIns;
  private final Map<ObjectId, Target> targets = new HashMap<>();
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
  record Subject(Optional<String> ref, Optional<ObjectId> tip) {}

  /**
   * Finds.
   *
   * @param questions all of the branches: what one was merged as is held against the others
   * @param ours whose repository this is
   */
  StandingFinder(Internals git, Ancestry ancestry, List<BranchQuestion> questions, Owners ours) {
    this.git = git;
    this.ours = ours;
    this.ancestry = ancestry;
    questions.forEach(question -> asked.put(question.name(), question));
    graph = git.graph();
    remains = new Remains(graph, git.trees(), git.contents());
    merges =
        new MergeFinder(
            graph,
            git.commits(),
            git.trees(),
            git.contents(),
            new FastForwards(graph, git.store(), git.location()));
    diff = new TreeDiff(git.trees());
    mergedAs = new MergedAsCheck(git.references(), graph, git.commits(), diff, ours);
    standIns = new StandIns(git);
  }

  /**
   * The question about the branch of another one. A branch that was asked about is the same branch
   * there, with the same commit and the same people.
   */
  BranchQuestion about(MergeQuestion question) {
    return asked.getOrDefault(
        question.branch(),
        new BranchQuestion(question.branch(), Optional.empty(), question.into(), Set.of(), false));
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
                            .map(other -> question.of(other.branch()))
                            .orElse(question)))
        .optional()
        .orElse(question);
  }

  /** What a question is about. */
  Observation<Subject> subject(BranchQuestion question) throws IOException {
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

  /** How it stands to a branch, or to what stands in for that. */
  Observation<Standing> standing(BranchQuestion question, Subject subject, String baseName)
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
        gone = Optional.of(remains.told(merges.unlessReverted(gone.get(), target), target));
      }
      return gone.isPresent()
          ? Observation.known(
              new Standing(
                  target, baseName, merged(question, baseName, gone.get(), target), gone.get()))
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
        new Standing(
            target, baseName, tip, remains.told(merges.unlessReverted(found, target), target)));
  }

  /** The last commit of a branch that is gone and was merged. */
  private CommitNode merged(
      BranchQuestion question, String baseName, MergeFinder.Finding found, Target target)
      throws IOException {
    Optional<CommitNode> merged = found.brought().map(MergeFinder.Range::tip).or(found::merge);
    return merged.isPresent()
        ? merged.get()
        : merges.forwarded(question.name(), into(baseName), target).orElseThrow();
  }

  private Optional<String> into(String baseName) throws IOException {
    return git.references().branch(baseName).map(References.Branch::ref);
  }

  private boolean isSame(Subject subject, String baseName) throws IOException {
    Optional<String> into = into(baseName);
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
      found = merges.gone(question.name(), question.merging(), into(baseName), target);
    } else {
      CommitNode tip = graph.node(subject.tip().get());
      MergeFinder.Wanted wanted =
          new MergeFinder.Wanted(
              question.name(),
              tip,
              question.authors(),
              isSame(subject, baseName),
              into(baseName),
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

  /** What came of the commit that the plan says it was merged as. */
  Optional<MergedAs> told(BranchQuestion question, Subject subject) throws IOException {
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
      target = new Target(graph, git.commits(), diff, graph.node(id), ours);
      targets.put(id, target);
    }
    return target;
  }
}
