package dev.coord.rule;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.path.PatternIndex;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose a path is, by one version of the plan.
 *
 * <p>The order of patterns never matters: every pattern that matches is looked at.
 */
public final class Territory {

  /**
   * A pattern of the plan that matches a path.
   *
   * @param workstream id of the workstream it belongs to, or empty for boundaries of the project
   * @param place where it is written
   */
  public record Claim(String workstream, Location place) {
    /** Checks that both are there. */
    public Claim {
      Objects.requireNonNull(workstream, "workstream");
      Objects.requireNonNull(place, "place");
    }
  }

  /** A pattern that a workstream owns paths by. */
  private record Owning(int workstream, int number) {}

  private final Plan plan;
  private final Map<String, String> planFiles = new HashMap<>();
  private final Map<String, List<Integer>> definedIn = new HashMap<>();
  private final List<Owning> owning = new ArrayList<>();
  private final PatternIndex owned;

  /** The territory of a plan. */
  public Territory(Plan plan) {
    this.plan = Objects.requireNonNull(plan, "plan");
    List<PathPattern> patterns = new ArrayList<>();
    for (int w = 0; w < plan.workstreams().size(); w++) {
      Workstream workstream = plan.workstreams().get(w);
      String file = workstream.origin().self().file();
      planFiles.put(workstream.id(), file);
      definedIn.computeIfAbsent(file, any -> new ArrayList<>()).add(w);
      for (int i = 0; i < workstream.owns().patterns().size(); i++) {
        patterns.add(workstream.owns().patterns().get(i));
        owning.add(new Owning(w, i));
      }
    }
    owned = new PatternIndex(patterns);
  }

  /** The plan this territory is of. */
  public Plan plan() {
    return plan;
  }

  /** Where a workstream's {@code keeps_off} matches a path. */
  public Optional<Location> keepsOff(Workstream workstream, String path) {
    return match(workstream.keepsOff(), workstream.origin(), "keeps_off", path);
  }

  /**
   * Where a workstream's {@code owns} matches a path, or the path is the plan file that defines it.
   */
  public Optional<Location> owns(Workstream workstream, String path) {
    Optional<Location> owned = match(workstream.owns(), workstream.origin(), "owns", path);
    if (owned.isEmpty() && path.equals(planFiles.get(workstream.id()))) {
      return Optional.of(workstream.origin().self());
    }
    return owned;
  }

  /**
   * The workstreams whose {@code owns} matches a path or whose plan file it is, in the plan's
   * order.
   */
  public List<Claim> owners(String path) {
    SortedMap<Integer, Location> places = ownedBy(path);
    for (int w : definedIn.getOrDefault(path, List.of())) {
      places.putIfAbsent(w, plan.workstreams().get(w).origin().self());
    }
    return claims(places);
  }

  /** The workstreams whose {@code owns} matches a path; plan files are not looked at. */
  public List<Claim> exclusiveOwners(String path) {
    return claims(ownedBy(path));
  }

  /** The ids of the workstreams whose {@code owns} matches a path, in the plan's order. */
  public List<String> exclusiveOwnerIds(String path) {
    return exclusiveOwners(path).stream().map(Claim::workstream).distinct().toList();
  }

  /** Where each workstream, by its place in the plan, first says that it owns a path. */
  private SortedMap<Integer, Location> ownedBy(String path) {
    SortedMap<Integer, Location> places = new TreeMap<>();
    BitSet matching = owned.matching(path);
    for (int i = matching.nextSetBit(0); i >= 0; i = matching.nextSetBit(i + 1)) {
      Owning by = owning.get(i);
      Origin origin = plan.workstreams().get(by.workstream()).origin();
      places.putIfAbsent(by.workstream(), origin.of("owns", by.number()));
    }
    return places;
  }

  private List<Claim> claims(SortedMap<Integer, Location> places) {
    List<Claim> claims = new ArrayList<>();
    places.forEach((w, place) -> claims.add(new Claim(plan.workstreams().get(w).id(), place)));
    return claims;
  }

  /** The shared rules that match a path; the conditions of all of them must be met. */
  public List<Boundaries.Shared> shared(String path) {
    return plan.boundaries().shared().stream().filter(s -> s.paths().matches(path)).toList();
  }

  /** Where the plan protects a path. */
  public Optional<Location> protectedBy(String path) {
    Boundaries boundaries = plan.boundaries();
    return match(boundaries.protectedPaths(), boundaries.origin(), "protected", path);
  }

  private static Optional<Location> match(
      PathPatterns patterns, Origin origin, String key, String path) {
    int first = patterns.matching(path).nextSetBit(0);
    return first < 0 ? Optional.empty() : Optional.of(origin.of(key, first));
  }
}
