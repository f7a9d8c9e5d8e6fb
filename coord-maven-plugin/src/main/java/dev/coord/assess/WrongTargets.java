package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.BranchLine.Place;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Workstreams that were merged where nothing is to be merged, or elsewhere than the plan says. What
 * came along with the branch it was to be merged into is in order. A branch that is not there has
 * no merges to look at, and nothing is said of it.
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
    Set<String> wrong = new LinkedHashSet<>(policy.never());
    if (!targets.isEmpty()) {
      wrong.addAll(BranchLines.candidates(plan, rulebook));
    }
    wrong.removeIf(name -> name.equals(branch));
    wrong.removeIf(name -> targets.contains(name) && !policy.never().contains(name));
    for (String into : wrong) {
      Observation<BranchLine> line = BranchLines.of(evidence, into);
      if (line instanceof Observation.Unknown<?> unknown) {
        checks.add(
            claim(workstream, into, targets, unknown.reason(), Agreement.UNKNOWN, List.of()));
      } else {
        merge(workstream, branch, line.optional().orElseThrow())
            .flatMap(place -> told(workstream, branch, into, place, targets))
            .ifPresent(checks::add);
      }
    }
  }

  /** The oldest commit of a line that is a merge of the branch itself. */
  private Optional<Place> merge(Workstream workstream, String branch, BranchLine line) {
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
      Workstream workstream, String branch, String into, Place place, Set<String> targets) {
    Set<String> right = new HashSet<>(targets);
    if (right.isEmpty()) {
      right.add(rulebook.project().integrationBranch());
      policy.target().ifPresent(right::add);
    }
    right.remove(into);
    boolean untold = false;
    for (String target : right) {
      Optional<BranchLine> line = BranchLines.of(evidence, target).optional();
      if (line.filter(found -> found.ref().isPresent() && !found.cut()).isEmpty()) {
        untold = true;
      } else if (line.get().places().stream()
          .anyMatch(one -> one.commit().id().equals(place.commit().id()))) {
        return Optional.empty();
      }
    }
    String what =
        branch
            + " was merged into "
            + into
            + " by "
            + BranchLines.named(place.commit(), zone)
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
            place.names().isEmpty() ? proof : proof.stream().map(Proof::attested).toList()));
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
