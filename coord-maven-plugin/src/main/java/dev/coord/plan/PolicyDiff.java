package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds where a branch's plan asks less of branches. */
final class PolicyDiff {

  private final Boundaries.Branches base;
  private final Boundaries.Branches branch;
  private final Changes changes;

  private PolicyDiff(Boundaries.Branches base, Boundaries.Branches branch, Changes changes) {
    this.base = base;
    this.branch = branch;
    this.changes = changes;
  }

  static void between(Boundaries.Branches base, Boundaries.Branches branch, Changes changes) {
    PolicyDiff diff = new PolicyDiff(base, branch, changes);
    gone(base.protectedBranches(), branch.protectedBranches())
        .forEach(
            name -> diff.told("protected", name, "Anybody may commit to " + name + " directly."));
    if (!base.protectedBranches().isEmpty()) {
      gone(RuleText.texts(branch.except()), RuleText.texts(base.except()))
          .forEach(
              path ->
                  diff.told(
                      "except", path, path + " may be committed to protected branches directly."));
    }
    gone(base.never(), branch.never())
        .forEach(name -> diff.told("never", name, "Branches may be merged into " + name + "."));
    diff.changed("target", "Branches go", base.target(), branch.target());
    diff.changed("naming", "Branches are named", base.naming(), branch.naming());
    diff.raised(
        "behind_at_most", "A branch may be behind", base.behindAtMost(), branch.behindAtMost());
    diff.raised(
        "stale_after", "A branch is stale after", base.staleAfterHours(), branch.staleAfterHours());
  }

  private static List<String> gone(List<String> from, List<String> to) {
    List<String> gone = new ArrayList<>(from);
    gone.removeAll(to);
    return gone;
  }

  private void changed(String key, String what, Optional<String> before, Optional<String> now) {
    if (before.isPresent() && !before.equals(now)) {
      told(key, "", what + ": " + before.get() + " before, " + now.orElse("anything") + " now.");
    }
  }

  private void raised(String key, String what, OptionalInt before, OptionalInt now) {
    if (before.isPresent() && (now.isEmpty() || now.getAsInt() > before.getAsInt())) {
      told(
          key,
          "",
          what
              + ": "
              + before.getAsInt()
              + unit(key)
              + " before, "
              + (now.isPresent() ? now.getAsInt() + unit(key) : "any number")
              + " now.");
    }
  }

  private static String unit(String key) {
    return key.equals("stale_after") ? " hours" : " commits";
  }

  private void told(String key, String item, String sentence) {
    changes.add(
        Kind.POLICY_RELAXED, key, item, sentence, base.origin().of(key), branch.origin().of(key));
  }
}
