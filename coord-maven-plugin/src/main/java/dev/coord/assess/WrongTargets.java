package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.BranchLine.Place;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.MergeState.Landing;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Workstreams that were merged where nothing is to be merged, or elsewhere than the plan says, by
 * whatever route. What came along with the branch it was to be merged into is in order; of what was
 * squashed or picked, nobody can tell whether it came from there. A branch that is not there has no
 * merges to look at, and nothing is said of it.
 */
final class WrongTargets {

  private final Plan plan;
  private final Plan rulebook;
  private final Evidence evidence;
  private final Branches policy;
  private final ZoneId zone;

  WrongTargets(Plan plan, Plan rulebook, Evidence evidence) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.evidence = evidence;
    this.policy = rulebook.boundaries().branches();
    this.zone = rulebook.project().calendar().zone();
  }

  /**
   * What git is asked: whether a branch is in those it must not go into, and in those it is to go
   * into.
   */
  static Stream<MergeQuestion> questions(Plan plan, Plan rulebook) {
    String integration = rulebook.project().integrationBranch();
    List<MergeQuestion> questions = new ArrayList<>();
    for (Workstream workstream : plan.workstreams()) {
      Set<String> targets = BranchLines.targets(plan, rulebook, workstream);
      for (String branch : workstream.branch().stream().toList()) {
        Set<String> wrong = wrong(plan, rulebook, targets, branch);
        Set<String> all = new LinkedHashSet<>(wrong);
        if (!wrong.isEmpty()) {
          all.addAll(right(rulebook, targets));
        }
        all.stream()
            .filter(
                into ->
                    !into.equals(integration)
                        || BranchQuestions.base(rulebook, workstream).isPresent())
            .forEach(into -> questions.add(new MergeQuestion(branch, into)));
      }
    }
    return questions.stream();
  }

  /** The branches that a branch must not be merged into. */
  private static Set<String> wrong(Plan plan, Plan rulebook, Set<String> targets, String branch) {
    List<String> never = rulebook.boundaries().branches().never();
    Set<String> wrong = new LinkedHashSet<>(never);
    if (!targets.isEmpty()) {
      wrong.addAll(BranchLines.candidates(plan, rulebook));
    }
    wrong.removeIf(name -> name.equals(branch));
    wrong.removeIf(name -> targets.contains(name) && !never.contains(name));
    return wrong;
  }

  /** The branches that something may have come from: where it is to be merged. */
  private static Set<String> right(Plan rulebook, Set<String> targets) {
    Set<String> right = new LinkedHashSet<>(targets);
    if (right.isEmpty()) {
      right.add(rulebook.project().integrationBranch());
      rulebook.boundaries().branches().target().ifPresent(right::add);
    }
    return right;
  }

  /** A claim for each wrong merge, by workstream, and for what cannot be told. */
  List<ClaimCheck> check() {
    List<ClaimCheck> checks = new ArrayList<>();
    for (Workstream workstream : plan.workstreams()) {
      if (workstream.branch().isPresent()) {
        check(workstream, workstream.branch().get(), checks);
      }
    }
    return checks;
  }

  private void check(Workstream workstream, String branch, List<ClaimCheck> checks) {
    Set<String> targets = BranchLines.targets(plan, rulebook, workstream);
    for (String into : wrong(plan, rulebook, targets, branch)) {
      Observation<BranchLine> line = BranchLines.of(evidence, into);
      if (line instanceof Observation.Unknown<?> unknown) {
        checks.add(
            claim(workstream, into, targets, unknown.reason(), Agreement.UNKNOWN, List.of()));
      } else {
        BranchLine found = line.optional().orElseThrow();
        merge(branch, found)
            .map(place -> new Arrived(place, place.names().isEmpty(), Optional.empty()))
            .or(() -> recognised(branch, found))
            .flatMap(arrived -> told(workstream, branch, into, arrived, targets))
            .ifPresent(checks::add);
      }
    }
  }

  /**
   * How a branch came into another one.
   *
   * @param place the commit that brought it
   * @param observed whether it is more than somebody's word
   * @param how how it is known without a merge of the branch
   */
  private record Arrived(Place place, boolean observed, Optional<String> how) {}

  /** What the rule about merged branches recognises: squashed, picked, rebased, fast-forwarded. */
  private Optional<Arrived> recognised(String branch, BranchLine line) {
    Optional<MergeState> state = state(branch, line.branch());
    Optional<String> commit = state.flatMap(MergeState::landing).map(Landing::commit);
    return line.places().stream()
        .filter(place -> place.kind() == BranchLine.Kind.COMMIT)
        .filter(place -> commit.equals(Optional.of(place.commit().id())))
        .findFirst()
        .map(
            place ->
                new Arrived(
                    place,
                    state.get().strength() == Proof.Strength.OBSERVED,
                    Optional.of(state.get().how())));
  }

  /** What git says of a branch that is merged into another one. */
  private Optional<MergeState> state(String branch, String into) {
    Optional<GitEvidence> git = evidence.git().optional();
    boolean integration = into.equals(rulebook.project().integrationBranch());
    return git.map(seen -> seen.merges().get(new MergeQuestion(branch, into)))
        .or(
            () ->
                git.filter(seen -> integration)
                    .map(seen -> seen.branches().get(branch))
                    .map(BranchEvidence::merge))
        .flatMap(Observation::optional)
        .filter(state -> state.kind() == MergeState.Kind.MERGED);
  }

  /** The oldest commit of a line that is a merge of the branch itself. */
  private Optional<Place> merge(String branch, BranchLine line) {
    Optional<BranchEvidence> seen =
        evidence.git().optional().map(git -> git.branches().get(branch));
    Optional<String> tip =
        seen.filter(one -> one.ref().isPresent()).flatMap(BranchEvidence::tip).map(Commit::id);
    Optional<String> squash =
        seen.flatMap(one -> one.merge().optional())
            .filter(state -> state.kind() == MergeState.Kind.MERGED)
            .flatMap(MergeState::merge)
            .map(Commit::id);
    return line.places().stream()
        .filter(
            place ->
                switch (place.kind()) {
                  case MERGE ->
                      place.names().isEmpty()
                          ? tip.filter(place.merged()::contains).isPresent()
                          : place.names().contains(branch)
                              && place.into().filter(i -> !i.equals(line.branch())).isEmpty();
                  case COMMIT ->
                      place.names().contains(branch)
                          || squash.equals(Optional.of(place.commit().id()));
                  case ROOT, PULL -> false;
                })
        .reduce((newer, older) -> older);
  }

  private Optional<ClaimCheck> told(
      Workstream workstream, String branch, String into, Arrived arrived, Set<String> targets) {
    Place place = arrived.place();
    Set<String> right = right(rulebook, targets);
    right.remove(into);
    if (isBroughtBack(branch, into, targets, place.commit())) {
      return Optional.empty();
    }
    boolean untold = false;
    for (String target : right) {
      Optional<BranchLine> line = BranchLines.of(evidence, target).optional();
      if (line.filter(found -> found.ref().isPresent() && !found.cut()).isEmpty()) {
        untold = true;
      } else if (line.get().places().stream()
          .anyMatch(one -> one.commit().id().equals(place.commit().id()))) {
        return Optional.empty();
      }
      untold |= arrived.how().isPresent() && isEarlier(branch, target, place.commit());
    }
    String what =
        branch
            + " was merged into "
            + into
            + " by "
            + BranchLines.named(place.commit(), zone)
            + arrived.how().map(how -> " (" + how + ")").orElse("")
            + (untold
                ? ", and whether it came there with " + String.join(", ", right) + " cannot be told"
                : "");
    List<Proof> proof = List.of(Proof.commit(place.commit().subject(), place.commit().id()));
    return Optional.of(
        claim(
            workstream,
            into,
            targets,
            what,
            untold ? Agreement.UNKNOWN : Agreement.CONTRADICTS,
            arrived.observed() ? proof : proof.stream().map(Proof::attested).toList()));
  }

  /**
   * Whether what was released came back: a fix that is for the release branch alone, and was there
   * before it was merged into the integration branch.
   */
  private boolean isBroughtBack(String branch, String into, Set<String> targets, Commit commit) {
    Optional<String> release = rulebook.project().releaseBranch();
    return into.equals(rulebook.project().integrationBranch())
        && !policy.never().contains(into)
        && release.map(Set::of).filter(targets::equals).isPresent()
        && state(branch, release.get())
            .flatMap(MergeState::landing)
            .filter(there -> !there.time().isAfter(commit.time()))
            .isPresent();
  }

  /** Whether a branch was in another one when a commit was made, which may have been its copy. */
  private boolean isEarlier(String branch, String target, Commit commit) {
    return state(branch, target)
        .filter(
            state -> state.landing().filter(there -> there.time().isAfter(commit.time())).isEmpty())
        .isPresent();
  }

  private ClaimCheck claim(
      Workstream workstream,
      String into,
      Set<String> targets,
      String observed,
      Agreement agreement,
      List<Proof> proof) {
    int index = policy.never().indexOf(into);
    Location place =
        index >= 0
            ? policy.origin().of("never", index)
            : policy.target().filter(targets::contains).isPresent()
                ? policy.origin().of("target")
                : workstream.origin().self();
    return new ClaimCheck(
        workstream.id(),
        index >= 0
            ? "nothing is merged directly into " + into
            : workstream.id() + " is merged into " + String.join(", ", targets),
        place,
        observed,
        agreement,
        proof,
        "Revert the merge and merge it where it belongs, or correct the branch policy.");
  }
}
