package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.NoConflict;
import dev.coord.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds it against the branches that workstreams are said not to conflict. */
final class NoConflictClaims {

  private static final int MOST_PATHS = 5;

  private final Plan plan;
  private final Map<String, WorkstreamState> states = new LinkedHashMap<>();

  NoConflictClaims(Plan plan, List<WorkstreamState> states) {
    this.plan = plan;
    states.forEach(state -> this.states.put(state.id(), state));
  }

  /** A claim for each pair of each assertion, in the order written. */
  List<ClaimCheck> check() {
    List<ClaimCheck> checks = new ArrayList<>();
    for (NoConflict assertion : plan.boundaries().noConflicts()) {
      List<String> between = assertion.between().stream().distinct().toList();
      for (int i = 0; i < between.size(); i++) {
        for (int j = i + 1; j < between.size(); j++) {
          checks.add(check(assertion, between.get(i), between.get(j)));
        }
      }
    }
    return checks;
  }

  private ClaimCheck check(NoConflict assertion, String left, String right) {
    Observation<SortedSet<String>> common =
        changed(left)
            .then(
                ours ->
                    changed(right)
                        .map(
                            theirs -> {
                              SortedSet<String> both = new TreeSet<>(ours);
                              both.retainAll(theirs);
                              return both;
                            }));
    if (common instanceof Observation.Unknown<SortedSet<String>> unknown) {
      return claim(assertion, left, right, unknown.reason(), Agreement.UNKNOWN, List.of());
    }
    SortedSet<String> paths = common.optional().orElseThrow();
    if (paths.isEmpty()) {
      return claim(
          assertion,
          left,
          right,
          "their branches change no path in common",
          Agreement.AGREES,
          List.of());
    }
    String more = paths.size() > 1 ? " and " + (paths.size() - 1) + " more" : "";
    return claim(
            assertion,
            left,
            right,
            "both change " + paths.first() + more,
            Agreement.CONTRADICTS,
            paths.stream().limit(MOST_PATHS).map(NoConflictClaims::proof).toList())
        .by(paths.size());
  }

  private static Proof proof(String path) {
    return new Proof(
        Proof.Kind.FILE,
        Proof.Strength.OBSERVED,
        path,
        Optional.of(Location.ofFile(path)),
        Optional.empty());
  }

  /** The paths that the branch of a workstream changes, or that its merge brought. */
  private Observation<SortedSet<String>> changed(String id) {
    Optional<BranchEvidence> branch =
        Optional.ofNullable(states.get(id)).flatMap(WorkstreamState::branch);
    Observation<BranchDelta> delta =
        branch
            .map(BranchEvidence::delta)
            .orElseGet(
                () ->
                    Observation.unknown(
                        "what " + id + " changes cannot be told", "Name its branch in the plan."));
    return delta.map(
        known ->
            known.changes().stream()
                .map(FileChange::path)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static ClaimCheck claim(
      NoConflict assertion,
      String left,
      String right,
      String observed,
      Agreement agreement,
      List<Proof> proof) {
    return new ClaimCheck(
        left,
        "no conflict between " + left + " and " + right,
        assertion.origin().of("between"),
        observed,
        agreement,
        proof,
        "Let one of them leave the path to the other, or remove what says that there is none.");
  }
}
