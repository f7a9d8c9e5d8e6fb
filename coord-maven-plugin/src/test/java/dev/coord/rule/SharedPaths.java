package dev.coord.rule;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Deltas.commit;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.plan.Plan;
import dev.coord.testing.Bounds;
import dev.coord.testing.Deltas;
import dev.coord.testing.Plans;
import java.util.Set;

/** A workstream of cleo that changes {@code pom.xml}, and one of ben that owns {@code src/b}. */
final class SharedPaths {

  static final String POM = "pom.xml";
  static final Commit BY_CLEO = commit("c1", "cleo", POM);

  private SharedPaths() {}

  static Plans.Builder plan(Bounds bounds) {
    return Plans.plan()
        .people("ana", "ben", "cleo")
        .workstreams(
            workstream("td1").owner("cleo"), workstream("td2").owner("ben").owns("src/b/**"))
        .bounds(bounds);
  }

  static OwnershipReport judge(Plan plan, BranchDelta delta) {
    return new OwnershipJudge(new Territory(plan))
        .judge("td1", plan.workstream("td1"), Set.of(), delta);
  }

  static Trespass violation(Plan plan, BranchDelta delta) {
    OwnershipReport report = judge(plan, delta);
    assertThat(report.violations()).hasSize(1);
    return report.violations().get(0);
  }

  static BranchDelta delta(Commit... commits) {
    Deltas delta = Deltas.live().modified(POM);
    for (Commit commit : commits) {
      delta.commit(commit);
    }
    return delta.build();
  }
}
