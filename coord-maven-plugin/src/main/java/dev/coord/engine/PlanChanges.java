package dev.coord.engine;

import dev.coord.assess.Finding;
import dev.coord.assess.Judged;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanDiff;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a branch changes in the plan that it is judged by. */
final class PlanChanges {

  private PlanChanges() {}

  /**
   * The changes of a judged branch.
   *
   * @param forked the plan where the branch left its base
   * @param rulebook the plan of the base today
   * @param own the branch's own plan
   */
  static List<Finding> between(Plan forked, Plan rulebook, Plan own, Judged judged) {
    List<Finding> findings = new ArrayList<>();
    if (judged.kind() == Judged.Kind.INTEGRATION) {
      return findings;
    }
    for (PlanDiff.Change change : PlanDiff.between(forked, own)) {
      findings.add(
          new Finding(
              Finding.Kind.PLAN_CHANGED,
              Severity.WARN,
              change.subject(),
              withoutStop(change.sentence()),
              "It counts once it is merged; until then the base's plan judges.",
              change.branch().or(change::base),
              List.of()));
    }
    judged
        .workstream()
        .filter(id -> rulebook.workstream(id).isEmpty())
        .flatMap(own::workstream)
        .ifPresent(w -> findings.add(newWorkstream(w)));
    return findings;
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static Finding newWorkstream(Workstream workstream) {
    return new Finding(
        Finding.Kind.PLAN_CHANGED,
        Severity.WARN,
        workstream.id(),
        "workstream " + workstream.id() + " is only in this branch's plan, so it owns nothing yet",
        "Merge its plan file first.",
        Optional.of(workstream.origin().self()),
        List.of());
  }
}
