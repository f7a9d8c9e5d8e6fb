package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.consistency.Contradiction;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.WorktreeDirectories;
import dev.coord.plan.Assertion;
import dev.coord.plan.Claim;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanRule;
import dev.coord.plan.Rule;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts what the plan claims beside what was observed. */
final class ClaimChecker {

  /** What a remedy says that offers to correct the plan itself. */
  private static final Pattern CORRECT = Pattern.compile("\\b[Cc]orrect\\b");

  /** What git's evidence calls the main worktree. */
  private static final String MAIN_WORKTREE = ".";

  private final Plan plan;
  private final PlanFacts facts;
  private final HandoffOrder handoffs;
  private final AssertionJudge assertions;
  private final Predicate<String> unbegun;
  private final List<ClaimCheck> untold = new ArrayList<>();

  /**
   * Prepares to check.
   *
   * @param handoffs who does not wait for what is handed over
   * @param assertions judges what rules show
   * @param unbegun whether nothing of a workstream was begun: nothing could contradict that it says
   *     so
   */
  ClaimChecker(
      Plan plan,
      PlanFacts facts,
      HandoffOrder handoffs,
      AssertionJudge assertions,
      Predicate<String> unbegun) {
    this.plan = plan;
    this.assertions = assertions;
    this.facts = facts;
    this.handoffs = handoffs;
    this.unbegun = unbegun;
  }

  /**
   * All claims that can be held against something, in the plan's order.
   *
   * @param observed claims that were held against git elsewhere
   * @param contradictions what the plan says in two ways
   * @param overdue what is past its day
   */
  PlanTally check(
      List<WorkstreamState> states,
      List<ClaimCheck> observed,
      List<Contradiction> contradictions,
      List<Finding> overdue) {
    List<ClaimCheck> before = new ArrayList<>();
    StatusClaims statuses =
        new StatusClaims(
            plan,
            check -> {
              if (!unbegun.test(check.subject())) {
                untold.add(check);
              }
            });
    updated().ifPresent(before::add);
    for (WorkstreamState state : states) {
      before.addAll(statuses.of(state));
      worktree(state).ifPresent(before::add);
      mergedAs(state).ifPresent(before::add);
    }
    List<ClaimCheck> after = new ArrayList<>();
    plan.claims().stream()
        .filter(c -> c.holdsWhen().isEmpty())
        .map(ClaimChecker::declared)
        .forEach(after::add);
    after.addAll(HandoffClaims.untold(plan));
    List<ClaimCheck> agreed = new SignatureClaims(plan, facts, this.assertions).check();
    after.addAll(agreed);
    agreed.stream().filter(c -> c.agreement() == Agreement.UNKNOWN).forEach(untold::add);
    after.addAll(PipelineClaims.check(plan, facts));
    after.addAll(observed);
    observed.stream().filter(c -> c.agreement() == Agreement.UNKNOWN).forEach(untold::add);
    contradictions.stream().map(ClaimChecker::contradiction).forEach(after::add);
    List<Assertion> assertions = plan.assertions().toList();
    Map<Assertion, ClaimCheck> checks = new IdentityHashMap<>();
    for (Assertion assertion : assertions) {
      if (!asksForContradictions(assertion.rule())) {
        ClaimCheck check = once(assertion, assertion(assertion, facts));
        checks.put(assertion, check);
        boolean hidden = facts.saidOn(assertion.said()).isHidden(assertion.rule());
        if (!hidden && check.agreement() == Agreement.UNKNOWN) {
          untold.add(check);
        }
      }
    }
    List<ClaimCheck> early = handoffs.claims(checks.values());
    after.addAll(early);
    early.stream().filter(c -> c.agreement() == Agreement.UNKNOWN).forEach(untold::add);
    PlanTally known = new PlanTally(all(before, assertions, checks, after), untold, overdue);
    for (Assertion assertion : assertions) {
      if (asksForContradictions(assertion.rule())) {
        ClaimCheck check = assertion(assertion, facts.with(known));
        checks.put(assertion, check);
        if (check.agreement() == Agreement.UNKNOWN) {
          untold.add(check);
        }
      }
    }
    return new PlanTally(all(before, assertions, checks, after), untold, overdue);
  }

  /**
   * Whether a claim is about how many claims are contradicted: it is judged after all others, and
   * counts those alone, so that none needs its own result.
   */
  private static boolean asksForContradictions(Rule rule) {
    return rule.flat()
        .anyMatch(r -> r instanceof PlanRule whole && whole.contradictions().isPresent());
  }

  private static List<ClaimCheck> all(
      List<ClaimCheck> before,
      List<Assertion> assertions,
      Map<Assertion, ClaimCheck> checks,
      List<ClaimCheck> after) {
    List<ClaimCheck> all = new ArrayList<>(before);
    assertions.stream().filter(checks::containsKey).map(checks::get).forEach(all::add);
    all.addAll(after);
    return all;
  }

  static List<Proof> proof(WorkstreamState state) {
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

  /** The day the plan says it was last looked through, beside the last commit that changed it. */
  private Optional<ClaimCheck> updated() {
    return plan.project().updated().map(this::updated);
  }

  private ClaimCheck updated(LocalDate day) {
    Observation<Commit> change = facts.newestChange();
    boolean ahead = day.isAfter(facts.today());
    Agreement agreement =
        ahead
            ? Agreement.CONTRADICTS
            : change
                .optional()
                .map(commit -> facts.day(commit).isAfter(day))
                .map(later -> later ? Agreement.CONTRADICTS : Agreement.AGREES)
                .orElse(Agreement.UNKNOWN);
    String changed =
        change instanceof Observation.Unknown<Commit> unknown
            ? unknown.reason()
            : "the plan was last changed on " + facts.day(change.optional().orElseThrow());
    ClaimCheck check =
        new ClaimCheck(
            "project",
            "updated: " + day,
            plan.project().origin().of("updated"),
            ahead ? "that day has not come yet; " + changed : changed,
            agreement,
            change.optional().stream().map(c -> Proof.commit(c.subject(), c.id())).toList(),
            "Look the plan through, and write the day.");
    if (agreement == Agreement.UNKNOWN) {
      untold.add(check);
    }
    return check;
  }

  /** The commit that it is said to have been merged as, beside what the repository says of it. */
  private static Optional<ClaimCheck> mergedAs(WorkstreamState state) {
    return state
        .branch()
        .flatMap(BranchEvidence::mergedAs)
        .filter(told -> state.workstream().mergedAs().equals(Optional.of(told.commit())))
        .map(
            told ->
                new ClaimCheck(
                    state.id(),
                    "merged_as: " + told.commit(),
                    state.workstream().origin().of("merged_as"),
                    told.words(),
                    told.holds() ? Agreement.AGREES : Agreement.CONTRADICTS,
                    told.holds() ? proof(state) : List.of(),
                    "Name the commit that brought it, or take merged_as out."));
  }

  private static Optional<ClaimCheck> worktree(WorkstreamState state) {
    Optional<String> claim = state.workstream().worktree();
    Optional<String> seen = state.branch().flatMap(BranchEvidence::worktree);
    if (claim.isEmpty() || seen.isEmpty()) {
      return Optional.empty();
    }
    boolean main = seen.get().equals(MAIN_WORKTREE);
    boolean same = WorktreeDirectories.same(claim.get(), seen.get());
    return Optional.of(
        new ClaimCheck(
            state.id(),
            "worktree: " + claim.get(),
            state.workstream().origin().of("worktree"),
            "checked out in "
                + (main ? "the main worktree, as CI does" : Worktree.published(seen.get())),
            same ? Agreement.AGREES : main ? Agreement.UNKNOWN : Agreement.CONTRADICTS,
            List.of()));
  }

  /** A sentence that nothing is held against is never more than declared. */
  private static ClaimCheck declared(Claim claim) {
    return new ClaimCheck(
        "claim " + claim.id(),
        claim.says(),
        claim.origin().of("says"),
        "declared"
            + claim.by().map(person -> " by " + person).orElse("")
            + " only: the plan names no rule that shows it",
        Agreement.UNKNOWN,
        List.of(
            new Proof(
                Proof.Kind.PLAN,
                Proof.Strength.DECLARED,
                "the plan",
                Optional.of(claim.origin().self()),
                claim.origin().self().commit())),
        "Write under holds_when what shows it.");
  }

  private static ClaimCheck contradiction(Contradiction contradiction) {
    return new ClaimCheck(
            contradiction.subject(),
            contradiction.claim(),
            contradiction.place(),
            contradiction.found(),
            Agreement.CONTRADICTS,
            contradiction.against().stream().map(place -> Proof.plan("the plan", place)).toList(),
            contradiction.remedy())
        .standingFor(contradiction.number());
  }

  /**
   * A claim about something that was done, or handed over, held against what became of its file.
   */
  private ClaimCheck once(Assertion assertion, ClaimCheck check) {
    ClaimCheck known = FormerFiles.held(check, assertion, facts.git(), facts.zone());
    return known.agreement() == Agreement.CONTRADICTS
        ? plan.handoffs().stream()
            .filter(handoff -> assertion.subject().equals("handoff " + handoff.id()))
            .findFirst()
            .map(handoff -> new MovedHandoffs(plan, facts.git()).held(known, handoff, facts))
            .orElse(known)
        : known;
  }

  private ClaimCheck assertion(Assertion assertion, PlanFacts known) {
    AssertionJudge.Found found = assertions.judge(assertion, known);
    Verdict worst = found.verdict();
    boolean claimed = assertion.holds();
    Agreement agreement =
        switch (worst.outcome()) {
          case UNKNOWN -> Agreement.UNKNOWN;
          case PASSED, WAIVED -> claimed ? Agreement.AGREES : Agreement.CONTRADICTS;
          case FAILED, BASELINED -> claimed ? Agreement.CONTRADICTS : Agreement.AGREES;
        };
    return new ClaimCheck(
        assertion.subject(),
        assertion.claim(),
        assertion.place(),
        found.words(),
        agreement,
        proof(assertion, worst),
        remedy(claimed, worst));
  }

  /** What decided, and the rule itself once, by its key. */
  private static List<Proof> proof(Assertion assertion, Verdict worst) {
    Proof rule = Proof.plan(key(assertion), assertion.rule().origin().self());
    boolean wanting = worst.proof().stream().noneMatch(one -> isPlace(one, rule));
    return wanting
        ? Stream.concat(worst.proof().stream(), Stream.of(rule)).toList()
        : worst.proof().stream().map(one -> isPlace(one, rule) ? rule : one).toList();
  }

  private static boolean isPlace(Proof one, Proof rule) {
    return one.kind() == rule.kind() && one.location().equals(rule.location());
  }

  /** What the rule asks for, or else another word of the plan. */
  private static String remedy(boolean claimed, Verdict worst) {
    if (!claimed || worst.outcome() != Outcome.FAILED || worst.remedy().isEmpty()) {
      return ClaimCheck.REMEDY;
    }
    boolean said = CORRECT.matcher(worst.remedy()).find();
    return worst.remedy() + (said ? "" : " Or correct the plan.");
  }

  /** The key that holds the rule of a task; other rules stand for themselves. */
  private static String key(Assertion assertion) {
    boolean task = assertion.claim().startsWith("task ") && assertion.subject().indexOf('/') > 0;
    return task ? "done_when" : "its rule";
  }
}
