package dev.coord.assess;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.rule.OwnershipReport;
import dev.coord.rule.Territory;
import dev.coord.rule.Trespass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What there is to judge: the branch of each workstream, and the judged one. */
final class Subjects {

  private final Case question;
  private final Map<String, Observation<OwnershipReport>> reports = new LinkedHashMap<>();
  private final Map<String, Observation<OwnershipReport>> earlier = new LinkedHashMap<>();
  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private final Set<String> branches = new LinkedHashSet<>();
  private final Observation<OwnershipReport> mine;

  /** Finds out where each workstream stands, and what its branch changes. */
  Subjects(Case question, Territory territory) {
    this.question = question;
    Plan plan = question.plan();
    Evidence evidence = question.evidence();
    OwnershipReports judge = new OwnershipReports(plan, territory, evidence);
    for (Workstream workstream : judged().workstreams(plan, question.rulebook())) {
      Optional<String> branch = judged().branch(workstream);
      Standing standing = Standing.of(workstream, branch, question);
      standings.put(workstream.id(), standing);
      Observation<OwnershipReport> report = judge.of(workstream, branch);
      boolean absent = standing.lost() && !standing.mayBeMerged();
      // Of what is judged itself all that counts is what it would merge, and that can be told.
      boolean undecided = standing.isUndecided() && !isMine(workstream.id());
      reports.put(
          workstream.id(),
          absent
              ? absent(report, workstream)
              : undecided ? Standing.undecided(branch.orElseThrow(), standing.how()) : report);
      branch.ifPresent(b -> branches.add(workstream.id()));
      branch
          .flatMap(b -> judge.ofEarlierMerges(workstream, b))
          .ifPresent(brought -> earlier.put(workstream.id(), brought));
    }
    this.mine =
        switch (judged().kind()) {
          case WORKSTREAM -> report(judged().subject());
          case UNNAMED -> judge.ofBranch(judged().subject());
          case INTEGRATION ->
              Observation.unknown(
                  judged().subject() + " is what branches are merged into",
                  "Say which branch is meant with -Dcoord.workstream=ID.");
          case NONE -> nobody(evidence);
        };
  }

  /** Why it cannot be told what a branch brought that is gone without a trace. */
  private static Observation<OwnershipReport> absent(
      Observation<OwnershipReport> report, Workstream workstream) {
    return report instanceof Observation.Unknown<OwnershipReport> unknown
        ? Observation.unknown(
            unknown.reason() + ", so whether it was merged cannot be told",
            unknown.remedy()
                + " Where nothing of it has been begun, say status: todo ("
                + workstream.origin().self().fileAndLine()
                + ").")
        : report;
  }

  private static Observation<OwnershipReport> nobody(Evidence evidence) {
    return evidence
        .git()
        .then(
            git ->
                Observation.unknown(
                    "HEAD is on no branch, so nobody can tell whose changes these are",
                    "Say which with -Dcoord.workstream=ID."));
  }

  Judged judged() {
    return question.judged();
  }

  /** Ids of the workstreams, the judged one included. */
  Set<String> workstreams() {
    return new LinkedHashSet<>(reports.keySet());
  }

  /** What the branch of a workstream changes. */
  Observation<OwnershipReport> report(String workstream) {
    return reports.getOrDefault(
        workstream,
        Observation.unknown(
            "the plan defines no workstream " + workstream, "Define it, or name another."));
  }

  /** What earlier merges brought of each branch that was merged and went on, by workstream. */
  Map<String, Observation<OwnershipReport>> earlier() {
    return Collections.unmodifiableMap(earlier);
  }

  /** What the branches of all workstreams change. */
  List<Observation<OwnershipReport>> reports() {
    return List.copyOf(reports.values());
  }

  /** Where one of the workstreams stands. */
  Standing standing(String workstream) {
    return Objects.requireNonNull(standings.get(workstream), workstream);
  }

  /** Whether the plan names the branch of a workstream. */
  boolean hasBranch(String workstream) {
    return branches.contains(workstream);
  }

  /** Whether a workstream is known to be merged. */
  boolean isMerged(String workstream) {
    return standings.containsKey(workstream)
        && standing(workstream).status() == WorkstreamState.Status.MERGED;
  }

  /** Whether a workstream is merged, or nobody can tell that it is not. */
  boolean mayBeMerged(String workstream) {
    return standings.containsKey(workstream) && standing(workstream).mayBeMerged();
  }

  /** Whether the branch of a workstream is gone, and may have been merged without a trace. */
  boolean isLost(String workstream) {
    return standings.containsKey(workstream) && standing(workstream).lost();
  }

  /** Whether git and the plan agree that nothing of a workstream was begun. */
  boolean isUnbegun(String workstream) {
    return standings.containsKey(workstream) && standing(workstream).isUnbegun();
  }

  /** Whether this build judges a workstream. */
  boolean isMine(String workstream) {
    return judged().workstream().equals(Optional.of(workstream));
  }

  /** What the judged branch changes. */
  Observation<OwnershipReport> mine() {
    return mine;
  }

  /** Whether the change of the judged branch is in its base, and its commits are not. */
  boolean isMineCopied() {
    return judged()
        .branch()
        .flatMap(
            branch ->
                question
                    .evidence()
                    .git()
                    .optional()
                    .flatMap(git -> Optional.ofNullable(git.branches().get(branch))))
        .flatMap(branch -> branch.delta().optional())
        .filter(delta -> delta.basis() == BranchDelta.Basis.COPIED)
        .isPresent();
  }

  /**
   * What an ownership rule inside another rule is judged by: the judged branch; on the integration
   * branch what merges brought, where the rule insists on that.
   */
  Observation<OwnershipReport> whole(boolean insists) {
    if (judged().kind() != Judged.Kind.INTEGRATION) {
      return mine;
    }
    List<Trespass> violations = new ArrayList<>();
    int changed = 0;
    for (String workstream : workstreams()) {
      if (insists && (mayBeMerged(workstream) || standing(workstream).lost())) {
        Observation<OwnershipReport> report = report(workstream);
        if (!report.isKnown()) {
          return report;
        }
        OwnershipReport known = report.optional().orElseThrow();
        violations.addAll(known.violations());
        changed += known.changed();
      }
    }
    return Observation.known(
        new OwnershipReport(judged().subject(), changed, violations, List.of(), insists));
  }
}
