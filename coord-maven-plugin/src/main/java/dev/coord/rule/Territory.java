package dev.coord.rule;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Origin;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  private final Plan plan;
  private final Map<String, String> planFiles = new TreeMap<>();

  /** The territory of a plan. */
  public Territory(Plan plan) {
    this.plan = Objects.requireNonNull(plan, "plan");
    for (Workstream workstream : plan.workstreams()) {
      planFiles.put(workstream.id(), workstream.origin().self().file());
    }
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
    List<Claim> owners = new ArrayList<>();
    for (Workstream workstream : plan.workstreams()) {
      owns(workstream, path).ifPresent(place -> owners.add(new Claim(workstream.id(), place)));
    }
    return owners;
  }

  /** The workstreams whose {@code owns} matches a path; plan files are not looked at. */
  public List<Claim> exclusiveOwners(String path) {
    List<Claim> owners = new ArrayList<>();
    for (Workstream workstream : plan.workstreams()) {
      match(workstream.owns(), workstream.origin(), "owns", path)
          .ifPresent(place -> owners.add(new Claim(workstream.id(), place)));
    }
    return owners;
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
