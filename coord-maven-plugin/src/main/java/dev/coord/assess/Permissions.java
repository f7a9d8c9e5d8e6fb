package dev.coord.assess;

import dev.coord.plan.Plan;
import dev.coord.rule.Permission;
import dev.coord.rule.PermissionJudge;
import dev.coord.rule.Territory;
import java.util.List;
import java.util.Set;

/** Says whether paths may be changed, before they are. */
public final class Permissions {

  private Permissions() {}

  /**
   * Asks for paths.
   *
   * @param plan the checked-out plan
   * @param rulebook the version of the plan whose boundaries count
   * @param judged whose changes they would be; what is no workstream owns nothing
   * @return one answer for each path, in the order asked
   */
  public static List<Permission> of(Plan plan, Plan rulebook, Judged judged, List<String> paths) {
    PermissionJudge judge = new PermissionJudge(new Territory(rulebook));
    Set<String> own =
        judged.workstream().map(id -> OwnPlanFiles.of(plan, rulebook, id)).orElse(Set.of());
    return paths.stream()
        .map(path -> judge.ask(judged.workstream().flatMap(rulebook::workstream), own, path))
        .toList();
  }
}
