package dev.coord.rule;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Baseline;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says whether a workstream may change a path, by the order in which ownership is judged. */
public final class PermissionJudge {

  private final Territory territory;
  private final Plan plan;
  private final Coordination coordination;

  /** A judge by the boundaries of one plan. */
  public PermissionJudge(Territory territory) {
    this.territory = Objects.requireNonNull(territory, "territory");
    this.plan = territory.plan();
    this.coordination = new Coordination(territory);
  }

  /**
   * Says whether a workstream may change a path, before it does.
   *
   * @param workstream the workstream by the judge's plan; empty owns nothing
   * @param ownPlanFiles files that define a workstream which the judge's plan does not know
   */
  public Permission ask(Optional<Workstream> workstream, Set<String> ownPlanFiles, String path) {
    Optional<Location> off = workstream.flatMap(w -> territory.keepsOff(w, path));
    if (off.isPresent()) {
      return Permission.no(path, workstream.orElseThrow().id() + " keeps off it", off.get());
    }
    Optional<Location> own = workstream.flatMap(w -> territory.owns(w, path));
    if (own.isPresent()) {
      return Permission.yes(path, workstream.orElseThrow().id() + " owns it", own.get());
    }
    if (ownPlanFiles.contains(path)) {
      return Permission.yes(path, "it defines the workstream", Location.ofFile(path));
    }
    List<Shared> shared = territory.shared(path);
    if (!shared.isEmpty()) {
      return askShared(workstream, path, shared);
    }
    List<Territory.Claim> owners = territory.owners(path);
    if (!owners.isEmpty()) {
      String ids =
          owners.stream().map(Territory.Claim::workstream).collect(Collectors.joining(" and "));
      return Permission.no(path, "it is owned by " + ids, owners.get(0).place());
    }
    Optional<Location> guard = territory.protectedBy(path);
    if (guard.isPresent()) {
      return Permission.no(path, "it is protected", guard.get());
    }
    Location rule = plan.boundaries().origin().of("unowned");
    if (path.equals(Baseline.path(plan))) {
      return Permission.yes(path, "it is the baseline, which a branch must not let grow", rule);
    }
    return switch (plan.boundaries().unowned()) {
      case ALLOW -> Permission.yes(path, "nobody owns it, and that is allowed", rule);
      case WARN -> Permission.condition(path, "nobody owns it, which warns", rule);
      case FAIL -> Permission.no(path, "nobody owns it", rule);
    };
  }

  /** All conditions must be met, so the least welcome answer counts, with all its reasons. */
  private Permission askShared(Optional<Workstream> workstream, String path, List<Shared> shared) {
    List<Permission> answers =
        shared.stream().map(rule -> askShared(workstream, path, rule)).toList();
    Permission.Answer worst =
        answers.stream().map(Permission::answer).max(Enum::compareTo).orElseThrow();
    List<Permission> telling = answers.stream().filter(a -> a.answer() == worst).toList();
    String reasons =
        telling.stream().map(Permission::reason).distinct().collect(Collectors.joining("; "));
    return new Permission(path, worst, reasons, telling.get(0).place());
  }

  private Permission askShared(Optional<Workstream> workstream, String path, Shared shared) {
    Location place = shared.origin().self();
    if (shared.mode() == Mode.STEWARD) {
      String steward = shared.steward().orElseThrow();
      return workstream.flatMap(Workstream::owner).equals(Optional.of(steward))
          ? Permission.yes(path, "the workstream's owner " + steward + " is its steward", place)
          : Permission.no(path, "only its steward " + steward + " changes it", place);
    }
    return Permission.condition(
        path,
        switch (shared.mode()) {
          case COORDINATE ->
              "it is shared: each commit needs the trailer "
                  + Coordination.trailers(coordination.partners(shared, path));
          case APPEND_ONLY -> "it is shared for added lines only";
          default -> "it is shared: tell the others";
        },
        place);
  }
}
