package dev.coord.assess;

import dev.coord.plan.Plan;
import dev.coord.rule.Permission;
import dev.coord.rule.PermissionJudge;
import dev.coord.rule.Territory;
import java.util.List;
import java.util.Set;

/** Says whether paths may be changed, before they are. */
public final class Permissions {

  private final Plan plan;
  private final Plan rulebook;
  private final PermissionJudge judge;

  /**
   * For a plan.
   *
   * @param plan the checked-out plan
   * @param rulebook the version of the plan whose boundaries count
   */
  public Permissions(Plan plan, Plan rulebook) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.judge = new PermissionJudge(new Territory(rulebook));
  }

  /**
   * Asks for paths.
   *
   * @param judged whose changes they would be; what is no workstream owns nothing
   * @return one answer for each path, in the order asked
   */
  public List<Permission> of(Judged judged, List<String> paths) {
    Set<String> own =
        judged.workstream().map(id -> OwnPlanFiles.of(plan, rulebook, id)).orElse(Set.of());
    return paths.stream()
        .map(path -> judge.ask(judged.workstream().flatMap(rulebook::workstream), own, path))
        .toList();
  }
}
