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
import dev.coord.rule.Territory;
import java.util.ArrayList;
import java.util.HashSet;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds it against branches and tracked files that workstreams are said not to conflict. */
final class NoConflictClaims {

  private static final int MOST_PATHS = 5;

  private final Plan plan;
  private final Territory territory;
  private final OwnChanges own;
  private final ConflictForecast forecast;
  private final Predicate<String> unbegun;
  private final Map<String, WorkstreamState> states = new LinkedHashMap<>();
  private final Map<List<String>, List<String>> pathsByOwners = new LinkedHashMap<>();

  /**
   * Prepares to check.
   *
   * @param own which changes of a branch are the workstream's own
   * @param forecast decides between branches that are not merged
   * @param unbegun whether nothing of a workstream was begun, so that it changes nothing
   * @param map who owns the tracked files
   */
  NoConflictClaims(
      Plan plan,
      Territory territory,
      List<WorkstreamState> states,
      OwnChanges own,
      ConflictForecast forecast,
      Predicate<String> unbegun,
      Observation<OwnershipMap> map) {
    this.plan = plan;
    this.territory = territory;
    this.own = own;
    this.forecast = forecast;
    this.unbegun = unbegun;
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

  /** What was found of an assertion, by path: which of the workstreams, in the order written. */
  private record Found(
      SortedMap<String, SortedSet<Integer>> clashing,
      SortedMap<String, SortedSet<Integer>> changing,
      SortedSet<String> harmless) {
    Found() {
      this(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    }
  }

  private ClaimCheck check(NoConflict assertion) {
    List<String> between = assertion.between().stream().distinct().toList();
    Optional<String> unknown = Optional.empty();
    List<List<String>> changed = new ArrayList<>();
    for (String id : between) {
      Observation<List<String>> paths = changed(id);
      if (paths instanceof Observation.Unknown<List<String>> no && unknown.isEmpty()) {
        unknown = Optional.of(no.reason());
      }
      changed.add(paths.optional().orElse(List.of()));
    }
    Found found = new Found();
    for (int left = 0; left < between.size(); left++) {
      for (int right = left + 1; right < between.size(); right++) {
        Set<String> common = new LinkedHashSet<>(changed.get(left));
        common.retainAll(new HashSet<>(changed.get(right)));
        look(List.of(left, right), forecast(between.get(left), between.get(right)), common, found);
      }
    }
    SortedMap<String, List<String>> owned = owned(new LinkedHashSet<>(between));
    if (!found.clashing().isEmpty() || !found.changing().isEmpty() || !owned.isEmpty()) {
      return contradicted(
          assertion, named(found.clashing(), between), named(found.changing(), between), owned);
    }
    return unknown
        .map(reason -> claim(assertion, reason, Agreement.UNKNOWN, List.of()))
        .orElseGet(() -> claim(assertion, agreeing(found.harmless()), Agreement.AGREES, List.of()));
  }

  private void look(
      List<Integer> pair,
      Optional<List<ConflictForecast.File>> told,
      Set<String> common,
      Found found) {
    told.ifPresent(
        files ->
            files.forEach(
                file ->
                    found
                        .clashing()
                        .computeIfAbsent(file.path(), any -> new TreeSet<>())
                        .addAll(pair)));
    for (String path : common) {
      if (told.isPresent() || !territory.shared(path).isEmpty()) {
        found.harmless().add(path);
      } else {
        found.changing().computeIfAbsent(path, any -> new TreeSet<>()).addAll(pair);
      }
    }
  }

  /** What conflicts between two branches that are not merged; empty where that is not told. */
  private Optional<List<ConflictForecast.File>> forecast(String left, String right) {
    boolean live =
        forecast.live().optional().filter(all -> all.containsAll(List.of(left, right))).isPresent();
    if (!live) {
      return Optional.empty();
    }
    Optional<ConflictForecast.Pair> pair =
        forecast.pairs().stream().filter(one -> one.isOf(left) && one.isOf(right)).findFirst();
    return pair.isPresent()
        ? pair.get().files().optional()
        : forecast.left() > 0 ? Optional.empty() : Optional.of(List.of());
  }

  private static SortedMap<String, List<String>> named(
      SortedMap<String, SortedSet<Integer>> found, List<String> between) {
    SortedMap<String, List<String>> named = new TreeMap<>();
    found.forEach((path, ids) -> named.put(path, ids.stream().map(between::get).toList()));
    return named;
  }

  private static String agreeing(SortedSet<String> common) {
    if (common.isEmpty()) {
      return "their branches change no path in common";
    }
    int more = common.size() - 1;
    return "their branches change "
        + common.first()
        + (more > 0 ? " and " + more + " more" : "")
        + " in common, which "
        + (more > 0 ? "are shared or merge" : "is shared or merges")
        + " without a conflict";
  }

  private ClaimCheck contradicted(
      NoConflict assertion,
      SortedMap<String, List<String>> clashing,
      SortedMap<String, List<String>> changing,
      SortedMap<String, List<String>> owned) {
    SortedSet<String> paths = new TreeSet<>(changing.keySet());
    paths.addAll(clashing.keySet());
    paths.addAll(owned.keySet());
    String observed =
        Stream.of(
                words(clashing, " conflict in ", " conflict in "),
                words(changing, " both change ", " all change "),
                words(owned, " both own ", " all own "))
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
  private static Optional<String> words(
      SortedMap<String, List<String>> paths, String two, String several) {
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    List<String> ids = paths.get(paths.firstKey());
    int more = paths.size() - 1;
    return Optional.of(
        Enumerated.of(ids)
            + (ids.size() == 2 ? two : several)
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
    if (unbegun.test(id)) {
      return Observation.known(List.of());
    }
    Optional<Observation<List<String>>> undecided =
        Optional.ofNullable(states.get(id)).flatMap(Standing::undecided);
    if (undecided.isPresent()) {
      return undecided.get();
    }
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
        .then(BranchDelta::outstanding)
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
