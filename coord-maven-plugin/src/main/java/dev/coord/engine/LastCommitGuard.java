package dev.coord.engine;

import dev.coord.assess.Judged;
import dev.coord.assess.Weakenings;
import dev.coord.assess.Weakenings.Weakening;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Commit;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Boundaries.Guard;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanDiff;
import dev.coord.plan.PlanDiff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what the last commit of the integration branch itself weakened: there is no base that would
 * judge it, so the plan before it does. What a merge brought was judged on its branch.
 */
final class LastCommitGuard {

  /** Parents that are looked at. */
  private static final int MOST = 16;

  private final Rulebooks rulebooks;
  private final Plan own;
  private final Judged judged;

  LastCommitGuard(Rulebooks rulebooks, Plan own, Judged judged) {
    this.rulebooks = rulebooks;
    this.own = own;
    this.judged = judged;
  }

  /** Empty where there was no plan before, where nothing is weakened, and where that is allowed. */
  Optional<Weakenings> weakenings() {
    GitRepository git = rulebooks.git();
    Commit head = git.head();
    List<Plan> parents = parents(git);
    if (parents.isEmpty()) {
      return Optional.empty();
    }
    Plan law = parents.get(0);
    PlanGuard guard = new PlanGuard(law, own, judged, List.of(head));
    if (law.boundaries().guard().weakening() == Guard.Weakening.ALLOW
        || guard.steward(head).isPresent()) {
      return Optional.empty();
    }
    List<Weakening> all = new ArrayList<>();
    for (Change change : made(parents, rulebooks.at(head.id()))) {
      if (guard.forbids(change)) {
        Location place = change.branch().or(change::base).orElseThrow();
        all.add(new Weakening(change.sentence(), place, Optional.of(head), ""));
      }
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Weakenings(
                judged.branch().orElse("HEAD") + " before " + head.abbreviated(),
                law.boundaries().guard(),
                all,
                Optional.empty(),
                true));
  }

  private List<Plan> parents(GitRepository git) {
    List<Plan> plans = new ArrayList<>();
    for (int i = 1; i <= MOST; i++) {
      Optional<Plan> plan = git.resolve("HEAD^" + i).flatMap(rulebooks::at);
      if (plan.isEmpty()) {
        break;
      }
      plans.add(plan.get());
    }
    return plans;
  }

  /** What is changed against each parent, and was not taken back in the working tree. */
  private List<Change> made(List<Plan> parents, Optional<Plan> committed) {
    if (committed.isEmpty()) {
      return List.of();
    }
    List<Change> changes = PlanDiff.between(parents.get(0), committed.get());
    for (Plan parent : parents.subList(1, parents.size())) {
      changes = common(changes, PlanDiff.between(parent, committed.get()));
    }
    return changes.isEmpty() ? changes : common(changes, PlanDiff.between(parents.get(0), own));
  }

  private static List<Change> common(List<Change> changes, List<Change> others) {
    return changes.stream()
        .filter(
            one ->
                others.stream()
                    .anyMatch(
                        other ->
                            one.kind() == other.kind() && one.subject().equals(other.subject())))
        .toList();
  }
}
