package dev.coord.engine;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Finding;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.git.KnownBranch;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.yaml.PlanReading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the branches that others are merged into, by a word that the checked-out branch cannot
 * change: a branch whose plan names itself must not become its own judge.
 *
 * <p>The plan on the default branch says it, where CI or the clone tells which that is. Else the
 * plans of the other branches are compared: where one names others than the checked-out plan, the
 * plan that both come from decides, and of several such plans the eldest. A branch that is so named
 * may name its successor.
 */
final class TargetFinder {

  private static final String REMEDY =
      "Fetch the default branch and say which it is (git remote set-head origin --auto), or name"
          + " the base with -Dcoord.base.";

  private final CiEnvironment ci;
  private final PastPlans past;
  private final GitRepository git;
  private final Plan own;
  private final Optional<String> branch;

  /**
   * A finder.
   *
   * @param own the checked-out plan, which lies in the repository
   * @param branch the checked-out branch; empty when it cannot be a target
   */
  TargetFinder(CiEnvironment ci, PastPlans past, Plan own, Optional<String> branch) {
    this.ci = ci;
    this.past = past;
    this.git = past.git();
    this.own = own;
    this.branch = branch;
  }

  Targets find() {
    try {
      Optional<String> first = ci.defaultBranch().or(git::defaultBranch);
      if (first.isPresent() && first.equals(branch)) {
        return Targets.of(own);
      }
      return first.flatMap(this::namedBy).orElseGet(this::comparedWithOthers);
    } catch (UnreadableException e) {
      return Targets.of(own)
          .unproven(new BaseProblem(own.project().integrationBranch(), e.getMessage(), e.remedy()));
    }
  }

  /**
   * The targets by the plan on a branch that can be trusted, and on those that it leads to.
   *
   * @return empty when the branch is not here, or has no plan
   */
  private Optional<Targets> namedBy(String start) {
    Optional<PlanReading> reading = at(start);
    if (reading.isEmpty()) {
      return Optional.empty();
    }
    String holder = start;
    Set<String> seen = new HashSet<>();
    while (seen.add(holder)) {
      Optional<Plan> plan = reading.get().plan();
      if (plan.isEmpty()) {
        // What is wrong with it is told when it is to judge.
        return Optional.of(new Targets(holder, Set.of(holder), List.of(), Optional.empty()));
      }
      Targets named = Targets.of(plan.get());
      String next = named.integration();
      if (next.equals(holder) || Branches.tip(git, next).isEmpty()) {
        return Optional.of(withFormer(named, holder));
      }
      Optional<PlanReading> further = at(next);
      if (further.isEmpty()) {
        // It has no plan, so it cannot judge: this one does.
        return Optional.of(withFormer(named.and(holder).judgedBy(holder), holder));
      }
      holder = next;
      reading = further;
    }
    return reading.get().plan().map(Targets::of);
  }

  private Optional<PlanReading> at(String name) {
    return Branches.tip(git, name).flatMap(past::at);
  }

  /** A branch that was a target already when it left another stays one: an older release branch. */
  private Targets withFormer(Targets targets, String holder) {
    boolean claimed = branch.filter(Targets.names(own)::contains).isPresent();
    if (!claimed || targets.has(branch.get())) {
      return targets;
    }
    Optional<Plan> fork =
        Branches.tip(git, holder)
            .flatMap(tip -> git.mergeBase(git.head().id(), tip).optional())
            .flatMap(base -> base)
            .flatMap(past::at)
            .flatMap(PlanReading::plan);
    return fork.filter(plan -> Targets.names(plan).contains(branch.get())).isPresent()
        ? targets.and(branch.get())
        : targets;
  }

  /**
   * What the plan said where a branch and this one parted.
   *
   * @param fork full id of the commit
   */
  private record Said(String fork, Targets targets) {}

  private Targets comparedWithOthers() {
    Targets mine = Targets.of(own);
    List<KnownBranch> others =
        known(git.branches()).stream()
            .filter(other -> !branch.equals(Optional.of(other.name())))
            .toList();
    Map<String, Optional<Targets>> said = new LinkedHashMap<>();
    Optional<Targets> unsettled = Optional.empty();
    for (KnownBranch other : others) {
      if (past.targets(other.commit()).equals(Optional.of(mine.names()))) {
        continue;
      }
      Optional<PlanReading> theirs = past.at(other.commit());
      boolean same =
          theirs
              .map(reading -> reading.plan().map(Targets::names))
              .filter(names -> names.equals(Optional.of(mine.names())))
              .isPresent();
      if (theirs.isEmpty() || same) {
        continue;
      }
      // A plan with mistakes names nobody, but the one that both come from may.
      Optional<String> fork = known(git.mergeBase(git.head().id(), other.commit()));
      Optional<Plan> older = fork.flatMap(past::at).flatMap(PlanReading::plan);
      if (older.isPresent()) {
        said.computeIfAbsent(fork.get(), at -> saidBy(older.get(), mine));
      } else if (theirs.get().plan().filter(this::namesSomebody).isPresent()) {
        Plan plan = theirs.get().plan().get();
        unsettled = unsettled.or(() -> Optional.of(unsettled(mine, other, plan)));
      }
    }
    List<Said> answers = new ArrayList<>();
    said.forEach((fork, targets) -> targets.ifPresent(t -> answers.add(new Said(fork, t))));
    if (!answers.isEmpty()) {
      return eldest(answers, mine);
    }
    if (others.isEmpty() && branch.filter(mine::has).isPresent() && mustBeProven()) {
      return mine.unproven(alone(branch.get()));
    }
    return unsettled.orElse(mine);
  }

  private boolean namesSomebody(Plan plan) {
    return Branches.tip(git, plan.project().integrationBranch()).isPresent();
  }

  /**
   * What the eldest of the plans said: whoever makes a branch can make further ones beside it, and
   * what they have in common with it, but nothing that lies before.
   */
  private Targets eldest(List<Said> answers, Targets mine) {
    return answers.stream()
        .filter(said -> answers.stream().allMatch(other -> isBefore(said.fork(), other.fork())))
        .findFirst()
        .map(Said::targets)
        .orElseGet(() -> mine.unproven(disagreeing(answers)));
  }

  private boolean isBefore(String commit, String other) {
    return commit.equals(other) || known(git.mergeBase(commit, other)).equals(Optional.of(commit));
  }

  private BaseProblem disagreeing(List<Said> answers) {
    String names =
        answers.stream()
            .map(said -> said.targets().integration())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return new BaseProblem(
        own.project().integrationBranch(),
        "older plans disagree about the integration branch (" + names + ")",
        REMEDY);
  }

  /**
   * What the plan that both come from says.
   *
   * @return empty when it says what the checked-out plan says, or when nobody is there any more
   *     whom it names
   */
  private Optional<Targets> saidBy(Plan older, Targets mine) {
    Set<String> names = Targets.names(older);
    if (names.equals(mine.names()) || branch.filter(names::contains).isPresent()) {
      return Optional.empty();
    }
    String former = older.project().integrationBranch();
    if (Branches.tip(git, former).isEmpty()) {
      return mustBeProven() ? Optional.of(mine.unproven(gone(former))) : Optional.empty();
    }
    return namedBy(former).filter(said -> !said.names().equals(mine.names()));
  }

  /** On a developer's machine a branch may be all there is; a service gates. */
  private boolean mustBeProven() {
    return ci.recognised() && git.hasRemotes();
  }

  private Targets unsettled(Targets mine, KnownBranch other, Plan theirs) {
    String reason =
        "the plan on "
            + other.name()
            + " names "
            + theirs.project().integrationBranch()
            + " as integration branch and this one "
            + mine.integration()
            + ", and they come from no common plan";
    return mustBeProven()
        ? mine.unproven(new BaseProblem(theirs.project().integrationBranch(), reason, REMEDY))
        : mine.with(
            new Finding(
                Finding.Kind.PLAN_CHANGED,
                Severity.WARN,
                "integration_branch",
                reason,
                "Let both plans name the same branch.",
                Optional.of(Location.ofFile(own.files().get(0))),
                List.of()));
  }

  private static BaseProblem alone(String branch) {
    return new BaseProblem(
        branch,
        "only its own plan says that "
            + branch
            + " is what branches are merged into: no other branch was fetched",
        REMEDY);
  }

  private BaseProblem gone(String former) {
    return new BaseProblem(
        former,
        "an older plan names "
            + former
            + " as integration branch, this one "
            + own.project().integrationBranch()
            + ", and "
            + former
            + " was not found (tried "
            + String.join(", ", git.refsTried(former))
            + ")",
        REMEDY);
  }

  private static <T> T known(Observation<T> observation) {
    if (observation instanceof Observation.Unknown<T> unknown) {
      throw new UnreadableException(unknown.reason(), unknown.remedy());
    }
    return observation.optional().orElseThrow();
  }
}
