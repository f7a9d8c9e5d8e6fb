package dev.coord.plan;

import dev.coord.plan.PlanDiff.Kind;
import dev.coord.plan.Workstream.Launch;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds what a branch's plan changes about who may change what. */
final class BoundaryDiff {
  private final Takings takings;
  private final Changes changes;

  private BoundaryDiff(Takings takings, Changes changes) {
    this.takings = takings;
    this.changes = changes;
  }

  static void between(Plan base, Plan branch, Takings takings, Changes changes) {
    BoundaryDiff diff = new BoundaryDiff(takings, changes);
    diff.boundaries(base.boundaries(), branch.boundaries());
    diff.signers(base, branch);
    Map<String, Workstream> kept = PlanDiff.byId(branch.workstreams(), Workstream::id);
    for (Workstream workstream : base.workstreams()) {
      Optional<Workstream> same = Optional.ofNullable(kept.get(workstream.id()));
      diff.workstream(base, workstream, same);
      if (same.isEmpty()) {
        successor(base, branch, workstream).ifPresent(one -> diff.held(base, workstream, one));
      }
    }
  }

  /** The new workstream that goes on with the branch of one that is no longer there. */
  private static Optional<Workstream> successor(Plan base, Plan branch, Workstream gone) {
    return branch.workstreams().stream()
        .filter(one -> gone.branch().isPresent() && one.branch().equals(gone.branch()))
        .filter(one -> base.workstream(one.id()).isEmpty())
        .findFirst();
  }

  private void boundaries(Boundaries base, Boundaries branch) {
    lost(RuleText.texts(base.protectedPaths()), RuleText.texts(branch.protectedPaths()))
        .forEach(
            (index, pattern) ->
                changes.add(
                    Kind.PROTECTED_REDUCED,
                    pattern,
                    pattern + " is no longer protected.",
                    base.origin().of("protected", index),
                    branch.origin().of("protected")));
    if (branch.unowned().compareTo(base.unowned()) < 0) {
      changes.add(
          Kind.UNOWNED_RELAXED,
          "unowned",
          "Changes of paths that nobody owns: "
              + word(base.unowned())
              + " before, "
              + word(branch.unowned())
              + " now.",
          base.origin().of("unowned"),
          branch.origin().of("unowned"));
    }
    SharedDiff.between(base, branch, changes);
    ConflictDiff.between(base, branch, changes);
    PolicyDiff.between(base.branches(), branch.branches(), changes);
    guard(base.guard(), branch.guard());
  }

  private void guard(Boundaries.Guard base, Boundaries.Guard branch) {
    if (branch.weakening().compareTo(base.weakening()) > 0) {
      changes.add(
          Kind.GUARD_RELAXED,
          "weakening",
          "Where a branch weakens the plan: "
              + word(base.weakening())
              + " before, "
              + word(branch.weakening())
              + " now.",
          base.origin().of("weakening"),
          branch.origin().of("weakening"));
    }
    lost(branch.by(), base.by())
        .forEach(
            (index, person) ->
                changes.add(
                    Kind.GUARD_RELAXED,
                    person,
                    person + " may weaken the plan, too.",
                    base.origin().of("by"),
                    branch.origin().of("by", index)));
  }

  /** A file named for the first time weakens only what waited for it. */
  private void signers(Plan base, Plan branch) {
    Optional<String> before = base.boundaries().allowedSigners();
    Optional<String> now = branch.boundaries().allowedSigners();
    boolean counts = before.isPresent() || base.rules().anyMatch(BoundaryDiff::asksForSignature);
    if (counts && !before.equals(now)) {
      changes.add(
          Kind.SIGNERS_CHANGED,
          "allowed_signers",
          "Whose keys are whose was told by "
              + before.orElse("no file")
              + " and is by "
              + now.orElse("no file")
              + ".",
          base.boundaries().origin().of("allowed_signers"),
          branch.boundaries().origin().of("allowed_signers"));
    }
  }

  private static boolean asksForSignature(Rule rule) {
    return rule instanceof ApprovedRule approved && approved.signature();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private String taken(Workstream branch, int index) {
    Takings.Taking taken = takings.by(branch, branch.owns().patterns().get(index));
    return taken.isNothing() ? "" : ", and with it " + taken.words();
  }

  private void workstream(Plan plan, Workstream base, Optional<Workstream> after) {
    String name = "workstream \"" + base.id() + "\"";
    if (after.isEmpty()) {
      changes.removed(
          Kind.WORKSTREAM_REMOVED, base.id(), "The " + name + " is removed.", base.origin().self());
      return;
    }
    Workstream branch = after.get();
    List<String> owned = RuleText.texts(base.owns());
    List<String> owns = RuleText.texts(branch.owns());
    lost(owns, owned)
        .forEach(
            (index, pattern) ->
                changes.add(
                    Kind.OWNS_WIDENED,
                    base.id(),
                    pattern,
                    "The "
                        + name
                        + " owns "
                        + pattern
                        + " in addition"
                        + taken(branch, index)
                        + ".",
                    base.origin().of("owns"),
                    branch.origin().of("owns", index)));
    lost(owned, owns)
        .forEach(
            (index, pattern) ->
                changes.add(
                    Kind.OWNS_NARROWED,
                    base.id(),
                    pattern,
                    "The " + name + " no longer owns " + pattern + ".",
                    base.origin().of("owns", index),
                    branch.origin().of("owns")));
    held(plan, base, branch);
    changed(
        before -> before.isEmpty() ? Kind.OWNER_GIVEN : Kind.OWNER_CHANGED,
        base,
        branch,
        "owner",
        Workstream::owner);
    changed(
        before -> before.isEmpty() ? Kind.BRANCH_GIVEN : Kind.BRANCH_CHANGED,
        base,
        branch,
        "branch",
        Workstream::branch);
    changed(before -> Kind.BRANCH_CHANGED, base, branch, "base", Workstream::base);
    changed(before -> Kind.BRANCH_CHANGED, base, branch, "merged_as", Workstream::mergedAs);
  }

  /** What a workstream is held to by its own word, under whatever id. */
  private void held(Plan plan, Workstream base, Workstream branch) {
    lost(RuleText.texts(base.keepsOff()), RuleText.texts(branch.keepsOff()))
        .forEach(
            (index, pattern) ->
                changes.add(
                    Kind.KEEPS_OFF_REDUCED,
                    base.id(),
                    pattern,
                    "The workstream \"" + base.id() + "\" need no longer keep off " + pattern + ".",
                    base.origin().of("keeps_off", index),
                    branch.origin().of("keeps_off")));
    dependencies(plan, base, branch);
  }

  /** What was given up holds nobody up, so it may be taken out. */
  private void dependencies(Plan plan, Workstream base, Workstream branch) {
    String name = "The workstream \"" + base.id() + "\" no longer ";
    lost(base.dependsOn(), branch.dependsOn())
        .forEach(
            (index, other) -> {
              if (!plan.isDropped(other)) {
                changes.add(
                    Kind.DEPENDENCY_REMOVED,
                    base.id(),
                    "depends_on " + other,
                    name + "depends on " + other + ".",
                    base.origin().of("depends_on", index),
                    branch.origin().of("depends_on"));
              }
            });
    Optional<Launch> launch = base.launch();
    lost(
            launch.map(Launch::waitFor).orElse(List.of()),
            branch.launch().map(Launch::waitFor).orElse(List.of()))
        .forEach(
            (index, other) -> {
              if (!plan.isDropped(other)) {
                changes.add(
                    Kind.DEPENDENCY_REMOVED,
                    base.id(),
                    "wait_for " + other,
                    name + "waits for " + other + " before its launch.",
                    launch.orElseThrow().origin().of("wait_for", index),
                    branch.launch().map(Launch::origin).orElse(branch.origin()).of("wait_for"));
              }
            });
  }

  private void changed(
      Function<Optional<String>, Kind> kind,
      Workstream base,
      Workstream branch,
      String key,
      Function<Workstream, Optional<String>> value) {
    Optional<String> before = value.apply(base);
    Optional<String> now = value.apply(branch);
    if (!before.equals(now)) {
      changes.add(
          kind.apply(before),
          base.id(),
          key,
          "The "
              + key
              + " of workstream \""
              + base.id()
              + "\" was "
              + before.orElse("not given")
              + " and is "
              + now.orElse("not given")
              + ".",
          base.origin().of(key),
          branch.origin().of(key));
    }
  }

  /** The items of the first list, by their number, that the second does not have. */
  private static Map<Integer, String> lost(List<String> from, List<String> to) {
    Set<String> kept = new HashSet<>(to);
    Map<Integer, String> lost = new LinkedHashMap<>();
    for (int i = 0; i < from.size(); i++) {
      if (!kept.contains(from.get(i))) {
        lost.put(i, from.get(i));
      }
    }
    return lost;
  }
}
