package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.util.List;
import java.util.Map;

/** Finds where a branch's plan lets go what an open action holds up. */
final class ActionDiff {

  private ActionDiff() {}

  static void between(Plan base, Plan branch, StandIns standIns, Changes changes) {
    Map<String, Action> kept = PlanDiff.byId(branch.actions(), Action::id);
    base.actions().stream()
        .filter(action -> action.open() && !action.blocks().isEmpty())
        .forEach(
            action -> {
              Action now = kept.get(action.id());
              if (now == null) {
                changes.removed(
                    Kind.ACTION_RELAXED,
                    action.id(),
                    name(action)
                        + ", which blocks "
                        + PlanDiff.joined(action.blocks())
                        + ", is removed.",
                    action.origin().self());
              } else {
                compare(action, now, standIns, changes);
              }
            });
  }

  private static void compare(Action before, Action now, StandIns standIns, Changes changes) {
    if (!now.open()) {
      changes.add(
          Kind.ACTION_RELAXED,
          before.id(),
          "status",
          name(before)
              + ", which blocks "
              + PlanDiff.joined(before.blocks())
              + ", was "
              + before.status().word()
              + " and is "
              + now.status().word()
              + ".",
          before.origin().of("status"),
          now.origin().of("status"));
    }
    List<String> lost = standIns.lost(before.blocks(), now.blocks());
    if (!lost.isEmpty()) {
      changes.add(
          Kind.ACTION_RELAXED,
          before.id(),
          "blocks",
          name(before) + " no longer blocks " + PlanDiff.joined(lost) + ".",
          before.origin().of("blocks"),
          now.origin().of("blocks"));
    }
    if (before.who().isPresent() && !before.who().equals(now.who())) {
      changes.add(
          Kind.ACTION_RELAXED,
          before.id(),
          "who",
          name(before)
              + " was for "
              + before.who().get()
              + " to do and is for "
              + now.who().orElse("nobody in particular")
              + ".",
          before.origin().of("who"),
          now.origin().of("who"));
    }
  }

  private static String name(Action action) {
    return "The action \"" + action.id() + "\"";
  }
}
