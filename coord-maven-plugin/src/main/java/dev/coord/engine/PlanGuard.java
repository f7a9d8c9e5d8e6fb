package dev.coord.engine;

import dev.coord.assess.Judged;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanDiff.Change;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Says which changes of the plan a branch must not make for itself. */
final class PlanGuard {

  private final Plan law;
  private final Plan own;
  private final Judged judged;
  private final List<Commit> commits;

  /**
   * A guard of a plan.
   *
   * @param law the plan of the base
   * @param own the branch's plan
   * @param delta what the branch would merge
   */
  PlanGuard(Plan law, Plan own, Judged judged, Optional<BranchDelta> delta) {
    this(law, own, judged, delta.map(BranchDelta::commits).orElse(List.of()));
  }

  /**
   * A guard of a plan.
   *
   * @param commits those that may have changed it
   */
  PlanGuard(Plan law, Plan own, Judged judged, List<Commit> commits) {
    this.law = Objects.requireNonNull(law, "law");
    this.own = Objects.requireNonNull(own, "own");
    this.judged = Objects.requireNonNull(judged, "judged");
    this.commits = List.copyOf(commits);
  }

  /**
   * Whether a change weakens what the branch, or the next one, is held to. A waiver does whoever it
   * names: it is by who commits it, and that is an author of the branch.
   */
  boolean forbids(Change change) {
    return switch (change.kind()) {
      case PEOPLE_CHANGED, BRANCH_GIVEN -> false;
      case OWNS_WIDENED -> isOurs(change.subject());
      case OWNS_NARROWED, WORKSTREAM_REMOVED -> !isOurs(change.subject());
      case ACTION_RELAXED -> !isForUs(change.subject());
      default -> true;
    };
  }

  /** The person whose commits may weaken the plan, where a commit is of one: attested. */
  Optional<String> steward(Commit commit) {
    return law.boundaries().guard().by().stream().filter(id -> isOf(commit, id)).findFirst();
  }

  /** Whether a workstream is the judged one, or its owner wrote some of the branch's commits. */
  private boolean isOurs(String workstream) {
    return judged.workstream().equals(Optional.of(workstream))
        || law.workstream(workstream).flatMap(Workstream::owner).filter(this::wrote).isPresent();
  }

  /**
   * Whether the one who is to do it wrote some of the branch's commits, and so may say it is done.
   */
  private boolean isForUs(String action) {
    return law.actions().stream()
        .filter(one -> one.id().equals(action))
        .flatMap(one -> one.who().stream())
        .anyMatch(this::wrote);
  }

  private boolean wrote(String person) {
    return commits.stream().anyMatch(commit -> isOf(commit, person));
  }

  private boolean isOf(Commit commit, String person) {
    return law.person(person)
        .or(() -> own.person(person))
        .map(Person::emails)
        .orElse(List.of())
        .contains(commit.email().toLowerCase(Locale.ROOT));
  }
}
