package dev.coord.engine;

import dev.coord.assess.Judged;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.path.PathPattern;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanDiff.Change;
import dev.coord.plan.Takings;
import dev.coord.plan.Takings.Taking;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says which changes of the plan a branch must not make for itself. */
final class PlanGuard {

  private final Plan law;
  private final Plan own;
  private final Judged judged;
  private final List<Commit> commits;
  private final Takings takings;

  /**
   * A guard of a plan.
   *
   * @param law the plan of the base
   * @param own the branch's plan
   * @param delta what the branch would merge
   * @param takings what can be taken from the plan of the base
   */
  PlanGuard(Plan law, Plan own, Judged judged, Optional<BranchDelta> delta, Takings takings) {
    this(law, own, judged, delta.map(BranchDelta::commits).orElse(List.of()), takings);
  }

  /**
   * A guard of a plan.
   *
   * @param commits those that may have changed it
   */
  PlanGuard(Plan law, Plan own, Judged judged, List<Commit> commits, Takings takings) {
    this.law = Objects.requireNonNull(law, "law");
    this.takings = Objects.requireNonNull(takings, "takings");
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
      case PEOPLE_CHANGED, BRANCH_GIVEN, PROOF_RELAXED -> false;
      case OWNER_GIVEN -> isNowOfSteward(change.subject());
      case BOT_ADDED -> isAuthor(change.subject());
      case OWNS_WIDENED -> isOurs(change.subject()) || !taking(change).isNothing();
      case OWNS_NARROWED, WORKSTREAM_REMOVED -> !isOurs(change.subject());
      case ACTION_RELAXED -> !isForUs(change.subject());
      default -> true;
    };
  }

  /** The person whose commits may weaken the plan, where a commit is of one: attested. */
  Optional<String> steward(Commit commit) {
    return law.boundaries().guard().by().stream().filter(id -> isOf(commit, id)).findFirst();
  }

  /**
   * The person who may make a change that weakens the plan by a commit, where the commit is of one:
   * attested. An owner may hand over, but not to whom the workstream would get shared paths from;
   * who loses paths to a new workstream, or to one that is not this branch's, may give them; and a
   * steward may take on a new one.
   */
  Optional<String> allows(Change change, Commit commit) {
    Optional<String> steward = steward(commit);
    if (steward.isPresent()) {
      return steward;
    }
    return switch (change.kind()) {
      case OWNER_CHANGED ->
          isNowOfSteward(change.subject())
              ? Optional.empty()
              : law.workstream(change.subject())
                  .flatMap(Workstream::owner)
                  .filter(owner -> isOf(commit, owner));
      case TERRITORY_TAKEN -> giver(change, commit);
      case OWNS_WIDENED -> isOurs(change.subject()) ? Optional.empty() : giver(change, commit);
      case OWNER_GIVEN ->
          own.workstream(change.subject())
              .filter(one -> law.workstream(one.id()).isEmpty())
              .flatMap(Workstream::owner)
              .filter(owner -> isOf(commit, owner));
      default -> Optional.empty();
    };
  }

  /** The owner of all that a workstream takes by a pattern, where the commit is of that one. */
  private Optional<String> giver(Change change, Commit commit) {
    Taking taking = taking(change);
    List<Optional<String>> owners =
        taking.workstreams().stream()
            .map(id -> law.workstream(id).flatMap(Workstream::owner))
            .distinct()
            .toList();
    return owners.size() == 1 && !taking.guarded()
        ? owners.get(0).filter(owner -> isOf(commit, owner))
        : Optional.empty();
  }

  /** What the workstream of a change takes by the pattern that is its part. */
  private Taking taking(Change change) {
    return takings.by(
        own.workstream(change.subject()).orElseThrow(), PathPattern.of(change.part()));
  }

  /** Whether the branch lets a workstream have paths of a steward, by making that one its owner. */
  private boolean isNowOfSteward(String workstream) {
    Optional<String> owner = own.workstream(workstream).flatMap(Workstream::owner);
    return owner.isPresent()
        && law.boundaries().shared().stream().anyMatch(shared -> shared.steward().equals(owner));
  }

  /** Whether a person whom the branch adds wrote some of its commits, and so would gain by it. */
  private boolean isAuthor(String added) {
    List<String> emails = own.person(added).map(Person::emails).orElse(List.of());
    return commits.stream().anyMatch(commit -> emails.contains(commit.email()));
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

  /**
   * Who somebody is, the law says alone: a branch could give any address to one it does not know.
   */
  boolean isOf(Commit commit, String person) {
    return law.person(person).map(Person::emails).orElse(List.of()).contains(commit.email());
  }
}
