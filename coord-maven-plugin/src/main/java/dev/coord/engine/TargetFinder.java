package dev.coord.engine;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Finding;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.git.KnownBranch;
import dev.coord.evidence.git.TrackedPath;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.yaml.PlanReading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the branches that others are merged into, by a word that the checked-out branch cannot
 * change: a branch whose plan names itself must not become its own judge.
 *
 * <p>The plan on the default branch says it, where CI or the clone tells which that is. Else the
 * plans of the other branches are compared: where one names others than the checked-out plan, the
 * plan that both come from decides. A branch that is so named may name its successor.
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

  private Targets comparedWithOthers() {
    Targets mine = Targets.of(own);
    Map<List<String>, Optional<Plan>> plans = new HashMap<>();
    List<KnownBranch> others =
        known(git.branches()).stream()
            .filter(other -> !branch.equals(Optional.of(other.name())))
            .toList();
    Optional<Targets> unsettled = Optional.empty();
    for (KnownBranch other : others) {
      if (past.targets(other.commit()).equals(Optional.of(mine.names()))) {
        continue;
      }
      Optional<Plan> theirs = plan(other.commit(), plans);
      if (theirs.isEmpty() || Targets.names(theirs.get()).equals(mine.names())) {
        continue;
      }
      Optional<Plan> older =
          known(git.mergeBase(git.head().id(), other.commit()))
              .flatMap(past::at)
              .flatMap(PlanReading::plan);
      if (older.isPresent()) {
        Optional<Targets> said = saidBy(older.get(), mine);
        if (said.isPresent()) {
          return said.get();
        }
      } else if (Branches.tip(git, theirs.get().project().integrationBranch()).isPresent()) {
        unsettled = unsettled.or(() -> Optional.of(unsettled(mine, other, theirs.get())));
      }
    }
    if (others.isEmpty() && branch.filter(mine::has).isPresent() && mustBeProven()) {
      return mine.unproven(alone(branch.get()));
    }
    return unsettled.orElse(mine);
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

  /** The plan of a commit; versions made of the same files are read once. */
  private Optional<Plan> plan(String commit, Map<List<String>, Optional<Plan>> plans) {
    List<String> files =
        own.files().stream()
            .flatMap(file -> known(git.entry(commit, file)).map(TrackedPath::id).stream())
            .toList();
    if (files.size() < own.files().size()) {
      return past.at(commit).flatMap(PlanReading::plan);
    }
    Optional<Plan> plan = plans.get(files);
    if (plan == null) {
      plan = past.at(commit).flatMap(PlanReading::plan);
      plans.put(files, plan);
    }
    return plan;
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
