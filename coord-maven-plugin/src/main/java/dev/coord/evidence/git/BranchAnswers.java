package dev.coord.evidence.git;

import dev.coord.evidence.Beginning;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchVersion;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.HistoryQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.StandingFinder.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** Answers what the plan asks of branches. */
final class BranchAnswers {

  private final Internals git;
  private final Ancestry ancestry;
  private final StandingFinder standings;
  private final DeltaFinder deltas;
  private final EarlierMerges earlier;
  private final BeginningFinder beginnings;
  private final Versions versions;
  private final Map<String, String> worktrees;

  /**
   * Answers.
   *
   * @param questions all of the branches: what one was merged as is held against the others
   * @param ours whose repository this is
   */
  BranchAnswers(Internals git, List<BranchQuestion> questions, Owners ours) {
    this.git = git;
    ancestry = new Ancestry(git.graph());
    standings = new StandingFinder(git, ancestry, questions, ours);
    earlier = new EarlierMerges(git.graph(), git.references());
    deltas = new DeltaFinder(git, ancestry, earlier);
    beginnings = new BeginningFinder(git.graph(), git.commits());
    versions = new Versions(git);
    worktrees = Worktrees.byBranch(git.location(), git.format().reftable());
  }

  BranchEvidence branch(BranchQuestion question) {
    Observation<Subject> subject = git.reading(() -> standings.subject(question));
    Observation<Standing> standing =
        subject.then(
            found -> git.reading(() -> standings.standing(question, found, question.base())));
    Observation<BranchDelta> delta =
        standing.then(known -> git.reading(() -> Observation.known(deltas.delta(question, known))));
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
            .then(found -> git.reading(() -> Observation.known(standings.told(question, found))))
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
            .flatMap(known -> deltas.wentOn(question, known)),
        standing
            .then(known -> subject)
            .then(found -> git.reading(() -> Observation.known(other(question, found))))
            .optional()
            .flatMap(found -> found));
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
        ? beginnings.find(
            standing.finding(), standing.target(), standing.tip(), standing.mailmap(git.commits()))
        : Optional.empty();
  }

  /** Whether a branch is in another. */
  Observation<MergeState> merge(MergeQuestion question) {
    BranchQuestion same = standings.about(question);
    return git.reading(() -> standings.subject(same))
        .then(subject -> git.reading(() -> standings.standing(same, subject, question.into())))
        .then(known -> git.reading(() -> Observation.known(state(same, known))));
  }

  /** The question, about what stands in for its branch where that is gone. */
  HistoryQuestion inPlace(HistoryQuestion question) {
    return standings.inPlace(question);
  }

  private MergeState state(BranchQuestion question, Standing standing) throws IOException {
    MergeFinder.Finding finding = standing.finding();
    return new MergeState(
        finding.kind(),
        commit(finding.merge(), standing),
        finding.how(),
        finding.strength(),
        finding.kind() == MergeState.Kind.MERGED ? landing(question, standing) : Optional.empty(),
        commit(finding.revert(), standing),
        finding.gone());
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
      Optional<CommitNode> withOthers = earlier.firstWithOthers(question, standing.target(), tip);
      if (withOthers.isPresent()) {
        first = Math.max(first, line.newer(withOthers.get()).orElse(first));
      }
    }
    Commit commit = git.commits().plain(at, standing.mailmap(git.commits()));
    return Optional.of(
        new Landing(
            standing.targetName(), line.tip().name(), commit.id(), commit.time(), newer, first));
  }

  private Optional<Commit> commit(Optional<CommitNode> node, Standing standing) throws IOException {
    return node.isEmpty()
        ? Optional.empty()
        : Optional.of(git.commits().plain(node.get(), standing.mailmap(git.commits())));
  }

  private Optional<Commit> commit(ObjectId id, Observation<Standing> standing) {
    Observation<Commit> commit =
        git.reading(
            () -> {
              Mailmap mailmap =
                  standing.isKnown()
                      ? standing.optional().orElseThrow().mailmap(git.commits())
                      : git.mailmap();
              return Observation.known(git.commits().plain(id, mailmap));
            });
    return commit.optional();
  }
}
