package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.consistency.Consistency;
import dev.coord.consistency.Contradiction;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Proof;
import dev.coord.plan.Assertion;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.rule.Facts;
import dev.coord.rule.Judge;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what the plan claims beside what was observed. */
final class ClaimChecker {

  /** What git's evidence calls the main worktree. */
  private static final String MAIN_WORKTREE = ".";

  private final Plan plan;
  private final Judge judge = new Judge();
  private final Facts facts;

  ClaimChecker(Plan plan, Facts facts) {
    this.plan = plan;
    this.facts = facts;
  }

  /** All claims that can be held against something, in the plan's order. */
  List<ClaimCheck> check(List<WorkstreamState> states) {
    List<ClaimCheck> checks = new ArrayList<>();
    for (WorkstreamState state : states) {
      status(state).ifPresent(checks::add);
      openTasks(state).ifPresent(checks::add);
      worktree(state).ifPresent(checks::add);
    }
    Set<Location> intended = intended();
    plan.assertions()
        .map(this::assertion)
        .filter(c -> c.agreement() != Agreement.CONTRADICTS || !intended.contains(c.place()))
        .forEach(checks::add);
    Consistency.of(plan).stream().map(ClaimChecker::contradiction).forEach(checks::add);
    return checks;
  }

  /** The files of workstreams that do not say that they are through: nobody says they are there. */
  private Set<Location> intended() {
    return plan.workstreams().stream()
        .filter(workstream -> !isThrough(workstream))
        .flatMap(workstream -> workstream.files().stream())
        .map(file -> file.origin().of("path"))
        .collect(Collectors.toSet());
  }

  private boolean isThrough(Workstream workstream) {
    Optional<StatusWord> word = StatusWord.of(workstream.status(), plan.project().vocabulary());
    return word.equals(Optional.of(StatusWord.MERGED))
        || word.equals(Optional.of(StatusWord.READY));
  }

  private Optional<ClaimCheck> status(WorkstreamState state) {
    String claim = state.workstream().status();
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    Optional<StatusWord> word = StatusWord.of(claim, plan.project().vocabulary());
    Agreement agreement = agreement(word, state.observed());
    String observed = observed(word, state.observed(), state.how());
    return Optional.of(
        new ClaimCheck(
            state.id(),
            "status: " + claim,
            state.workstream().origin().of("status"),
            observed,
            agreement,
            proof(state)));
  }

  /** What was observed, in words, and how that is known. */
  static String observed(Optional<StatusWord> word, WorkstreamState.Status observed, String how) {
    return word.isEmpty()
        ? observed.words() + "; coord does not know the word: explain it under project.vocabulary"
        : observed.words() + ", " + how;
  }

  /** Whether a claimed status agrees with what was observed. */
  static Agreement agreement(Optional<StatusWord> word, WorkstreamState.Status observed) {
    if (word.isEmpty() || observed == WorkstreamState.Status.UNKNOWN) {
      return Agreement.UNKNOWN;
    }
    boolean agrees =
        switch (word.get()) {
          case TODO -> observed == WorkstreamState.Status.NOT_STARTED;
          case ACTIVE, READY -> observed == WorkstreamState.Status.ACTIVE;
          case OPEN, BLOCKED, DROPPED -> observed != WorkstreamState.Status.MERGED;
          case MERGED -> observed == WorkstreamState.Status.MERGED;
        };
    return agrees ? Agreement.AGREES : Agreement.CONTRADICTS;
  }

  private static List<Proof> proof(WorkstreamState state) {
    Optional<MergeState> merge = state.branch().flatMap(b -> b.merge().optional());
    Optional<Commit> commit =
        merge.flatMap(MergeState::merge).or(() -> state.branch().flatMap(BranchEvidence::tip));
    Proof.Strength strength = merge.map(MergeState::strength).orElse(Proof.Strength.OBSERVED);
    return commit.stream()
        .map(
            c ->
                new Proof(
                    Proof.Kind.COMMIT,
                    strength,
                    c.subject(),
                    Optional.empty(),
                    Optional.of(c.id())))
        .toList();
  }

  /** A workstream that says it is through and lists open tasks contradicts itself. */
  private Optional<ClaimCheck> openTasks(WorkstreamState state) {
    if (!isThrough(state.workstream()) || state.done() == state.tasks()) {
      return Optional.empty();
    }
    return Optional.of(
        new ClaimCheck(
            state.id(),
            "status: " + state.workstream().status(),
            state.workstream().origin().of("status"),
            "its own plan says " + state.done() + " of " + state.tasks() + " tasks are done",
            Agreement.CONTRADICTS,
            List.of(Proof.plan("its tasks", state.workstream().origin().of("tasks")))));
  }

  private static Optional<ClaimCheck> worktree(WorkstreamState state) {
    Optional<String> claim = state.workstream().worktree();
    Optional<String> seen = state.branch().flatMap(BranchEvidence::worktree);
    if (claim.isEmpty() || seen.isEmpty()) {
      return Optional.empty();
    }
    boolean main = seen.get().equals(MAIN_WORKTREE);
    boolean same = Worktrees.same(claim.get(), seen.get());
    return Optional.of(
        new ClaimCheck(
            state.id(),
            "worktree: " + claim.get(),
            state.workstream().origin().of("worktree"),
            "checked out in " + (main ? "the main worktree, as CI does" : seen.get()),
            same ? Agreement.AGREES : main ? Agreement.UNKNOWN : Agreement.CONTRADICTS,
            List.of()));
  }

  private static ClaimCheck contradiction(Contradiction contradiction) {
    return new ClaimCheck(
        contradiction.subject(),
        contradiction.claim(),
        contradiction.place(),
        contradiction.found(),
        Agreement.CONTRADICTS,
        contradiction.against().stream().map(place -> Proof.plan("the plan", place)).toList(),
        contradiction.remedy());
  }

  private ClaimCheck assertion(Assertion assertion) {
    List<Verdict> verdicts = judge.judge(assertion.rule(), facts);
    Verdict worst = verdicts.stream().max(Comparator.comparing(Verdict::outcome)).orElseThrow();
    boolean claimed = assertion.holds();
    Agreement agreement =
        switch (worst.outcome()) {
          case UNKNOWN -> Agreement.UNKNOWN;
          case PASSED, WAIVED -> claimed ? Agreement.AGREES : Agreement.CONTRADICTS;
          case FAILED -> claimed ? Agreement.CONTRADICTS : Agreement.AGREES;
        };
    String prefix = worst.outcome() == Outcome.PASSED ? "its rule holds: " : "";
    return new ClaimCheck(
        assertion.subject(),
        assertion.claim(),
        assertion.place(),
        prefix + worst.summary(),
        agreement,
        Stream.concat(
                worst.proof().stream(),
                Stream.of(Proof.plan("its rule", assertion.rule().origin().self())))
            .toList());
  }
}
