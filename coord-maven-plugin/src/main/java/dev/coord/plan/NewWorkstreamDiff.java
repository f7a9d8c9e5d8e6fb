package dev.coord.plan;

import dev.coord.path.PathPattern;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.PlanDiff.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Finds what workstreams that only a branch's plan has take from those of its base: a workstream in
 * a file of its own is how a plan grows, but not over what others own.
 */
final class NewWorkstreamDiff {

  private final Plan base;
  private final Takings takings;
  private final Changes changes;

  private NewWorkstreamDiff(Plan base, Takings takings, Changes changes) {
    this.base = base;
    this.takings = takings;
    this.changes = changes;
  }

  static void between(Plan base, Plan branch, Takings takings, Changes changes) {
    NewWorkstreamDiff diff = new NewWorkstreamDiff(base, takings, changes);
    List<Workstream> added =
        branch.workstreams().stream().filter(one -> base.workstream(one.id()).isEmpty()).toList();
    added.forEach(diff::paths);
    added.forEach(diff::owner);
  }

  private void paths(Workstream added) {
    List<PathPattern> patterns = added.owns().patterns();
    for (int i = 0; i < patterns.size(); i++) {
      Takings.Taking taken = takings.by(added, patterns.get(i));
      if (!taken.isNothing()) {
        changes.added(
            Kind.TERRITORY_TAKEN,
            added.id(),
            patterns.get(i).text(),
            "The new workstream \""
                + added.id()
                + "\" owns "
                + patterns.get(i).text()
                + ", and with it "
                + taken.words()
                + ".",
            added.origin().of("owns", i));
      }
    }
  }

  /** What is of a steward gets the paths that are shared by leave of that one. */
  private void owner(Workstream added) {
    Optional<Shared> shared =
        base.boundaries().shared().stream()
            .filter(one -> one.steward().isPresent() && one.steward().equals(added.owner()))
            .findFirst();
    shared.ifPresent(
        one ->
            changes.added(
                Kind.OWNER_GIVEN,
                added.id(),
                "The new workstream \""
                    + added.id()
                    + "\" is of "
                    + added.owner().orElseThrow()
                    + ", who is steward of "
                    + one.paths().patterns().get(0).text()
                    + ".",
                added.origin().of("owner")));
  }
}
