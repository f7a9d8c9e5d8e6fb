package dev.coord.rule;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Says whether a workstream may change a path, before it does; by the order ownership is judged.
 */
public final class PermissionJudge {

  private final Territory territory;
  private final Plan plan;

  /** A judge by the boundaries of one plan. */
  public PermissionJudge(Territory territory) {
    this.territory = Objects.requireNonNull(territory, "territory");
    this.plan = territory.plan();
  }

  /**
   * Says whether a workstream may change a path, before it does.
   *
   * @return the conditions and obstacles; nothing when it simply may
   */
  public Permission ask(Optional<Workstream> workstream, Set<String> ownPlanFiles, String path) {
    Optional<Location> off = workstream.flatMap(w -> territory.keepsOff(w, path));
    if (off.isPresent()) {
      return Permission.no(path, "the workstream keeps off it", off.get());
    }
    Optional<Location> own = workstream.flatMap(w -> territory.owns(w, path));
    if (own.isPresent() || ownPlanFiles.contains(path)) {
      return Permission.yes(
          path, "the workstream owns it", own.orElseGet(() -> Location.ofFile(path)));
    }
    List<Shared> shared = territory.shared(path);
    if (!shared.isEmpty()) {
      return askShared(workstream, path, shared);
    }
    List<Territory.Claim> owners = territory.owners(path);
    if (!owners.isEmpty()) {
      Territory.Claim first = owners.get(0);
      return Permission.no(path, "it is owned by " + first.workstream(), first.place());
    }
    Optional<Location> guard = territory.protectedBy(path);
    if (guard.isPresent()) {
      return Permission.no(path, "it is protected", guard.get());
    }
    Location rule = plan.boundaries().origin().of("unowned");
    return switch (plan.boundaries().unowned()) {
      case ALLOW -> Permission.yes(path, "nobody owns it, and that is allowed", rule);
      case WARN -> Permission.condition(path, "nobody owns it, which warns", rule);
      case FAIL -> Permission.no(path, "nobody owns it", rule);
    };
  }

  private Permission askShared(Optional<Workstream> workstream, String path, List<Shared> shared) {
    return shared.stream()
        .map(rule -> askShared(workstream, path, rule))
        .max(Comparator.comparing(Permission::answer))
        .orElseThrow();
  }

  private Permission askShared(Optional<Workstream> workstream, String path, Shared shared) {
    Location place = shared.origin().self();
    if (shared.mode() == Mode.STEWARD) {
      String steward = shared.steward().orElseThrow();
      return workstream.flatMap(Workstream::owner).equals(Optional.of(steward))
          ? Permission.yes(path, "the workstream's owner is its steward", place)
          : Permission.no(path, "only its steward " + steward + " changes it", place);
    }
    return Permission.condition(
        path,
        switch (shared.mode()) {
          case COORDINATE ->
              "it is shared: each commit needs the trailer \""
                  + OwnershipJudge.TRAILER
                  + ": <person id>\"";
          case APPEND_ONLY -> "it is shared for added lines only";
          default -> "it is shared: tell the others";
        },
        place);
  }
}
