package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.diagnostic.Enumerated;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds it against branches and tracked files that workstreams are said not to conflict. */
final class NoConflictClaims {

  private static final int MOST_PATHS = 5;

  private final Plan plan;
  private final OwnChanges own;
  private final Map<String, WorkstreamState> states = new LinkedHashMap<>();
  private final Map<List<String>, List<String>> pathsByOwners = new LinkedHashMap<>();

  /**
   * Prepares to check.
   *
   * @param own which changes of a branch are the workstream's own
   * @param map who owns the tracked files
   */
  NoConflictClaims(
      Plan plan, List<WorkstreamState> states, OwnChanges own, Observation<OwnershipMap> map) {
    this.plan = plan;
    this.own = own;
    map.optional().stream()
        .flatMap(known -> known.overlaps().stream())
        .forEach(
            overlap ->
                pathsByOwners
                    .computeIfAbsent(overlap.owners(), any -> new ArrayList<>())
                    .add(overlap.path()));
    states.forEach(state -> this.states.put(state.id(), state));
  }

  /** A claim for each assertion, between however many workstreams, in the order written. */
  List<ClaimCheck> check() {
    return plan.boundaries().noConflicts().stream().map(this::check).toList();
  }

  private ClaimCheck check(NoConflict assertion) {
    Set<String> between = new LinkedHashSet<>(assertion.between());
    SortedMap<String, List<String>> changing = new TreeMap<>();
    Optional<String> unknown = Optional.empty();
    for (String id : between) {
      Observation<List<String>> paths = changed(id);
      if (paths instanceof Observation.Unknown<List<String>> no && unknown.isEmpty()) {
        unknown = Optional.of(no.reason());
      }
      for (String path : paths.optional().orElse(List.of())) {
        changing.computeIfAbsent(path, any -> new ArrayList<>()).add(id);
      }
    }
    changing.values().removeIf(ids -> ids.size() < 2);
    SortedMap<String, List<String>> owned = owned(between);
    if (!changing.isEmpty() || !owned.isEmpty()) {
      return contradicted(assertion, changing, owned);
    }
    return unknown
        .map(reason -> claim(assertion, reason, Agreement.UNKNOWN, List.of()))
        .orElseGet(
            () ->
                claim(
                    assertion,
                    "their branches change no path in common",
                    Agreement.AGREES,
                    List.of()));
  }

  private ClaimCheck contradicted(
      NoConflict assertion,
      SortedMap<String, List<String>> changing,
      SortedMap<String, List<String>> owned) {
    SortedSet<String> paths = new TreeSet<>(changing.keySet());
    paths.addAll(owned.keySet());
    String observed =
        Stream.of(words(changing, "change"), words(owned, "own"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return claim(
            assertion,
            observed,
            Agreement.CONTRADICTS,
            paths.stream().limit(MOST_PATHS).map(NoConflictClaims::proof).toList())
        .by(paths.size());
  }

  /** {@code a and b both change x.txt, and 3 more paths}. */
  private static Optional<String> words(SortedMap<String, List<String>> paths, String verb) {
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    List<String> ids = paths.get(paths.firstKey());
    int more = paths.size() - 1;
    return Optional.of(
        Enumerated.of(ids)
            + (ids.size() == 2 ? " both " : " all ")
            + verb
            + " "
            + paths.firstKey()
            + (more > 0 ? ", and so it is with " + more + " more" : ""));
  }

  /** The tracked files that several of them own. */
  private SortedMap<String, List<String>> owned(Set<String> between) {
    SortedMap<String, List<String>> owned = new TreeMap<>();
    pathsByOwners.forEach(
        (owners, paths) -> {
          List<String> both = owners.stream().filter(between::contains).toList();
          for (String path : both.size() > 1 ? paths : List.<String>of()) {
            List<String> may = both.stream().filter(id -> !keepsOff(id, path)).toList();
            if (may.size() > 1) {
              owned.put(path, may);
            }
          }
        });
    return owned;
  }

  private boolean keepsOff(String id, String path) {
    return plan.workstream(id).filter(one -> one.keepsOff().matches(path)).isPresent();
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
  private Observation<List<String>> changed(String id) {
    Optional<BranchEvidence> branch =
        Optional.ofNullable(states.get(id)).flatMap(WorkstreamState::branch);
    Observation<BranchDelta> delta =
        branch
            .map(BranchEvidence::delta)
            .orElseGet(
                () ->
                    Observation.unknown(
                        "what " + id + " changes cannot be told", "Name its branch in the plan."));
    return delta
        .map(known -> own.surely(id, known))
        .map(known -> known.changes().stream().map(FileChange::path).distinct().toList());
  }

  private static ClaimCheck claim(
      NoConflict assertion, String observed, Agreement agreement, List<Proof> proof) {
    return new ClaimCheck(
        assertion.between().get(0),
        assertion.claim(),
        assertion.origin().of("between"),
        observed,
        agreement,
        proof,
        "Let one of them leave the path to the other, or remove what says that there is none.");
  }
}
