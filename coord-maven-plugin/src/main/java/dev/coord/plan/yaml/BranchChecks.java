package dev.coord.plan.yaml;

import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.HashMap;
import java.util.Map;

/** Checks that each workstream has a branch of its own. */
final class BranchChecks {
  private BranchChecks() {}

  static void check(ReadContext context, Plan plan) {
    Map<String, Workstream> byBranch = new HashMap<>();
    for (Workstream workstream : plan.workstreams()) {
      workstream
          .branch()
          .ifPresent(
              branch -> {
                Workstream first = byBranch.putIfAbsent(branch, workstream);
                if (first != null) {
                  context.error(
                      workstream.origin().of("branch"),
                      "the branch "
                          + Words.quote(branch)
                          + " is already that of workstream "
                          + Words.quote(first.id())
                          + " at "
                          + first.origin().of("branch"),
                      "Give each workstream a branch of its own.");
                }
                if (branch.equals(plan.project().integrationBranch())
                    && !context.doubts().isAbout(Doubts.Value.INTEGRATION_BRANCH)) {
                  context.error(
                      workstream.origin().of("branch"),
                      Words.quote(branch) + " is the integration branch",
                      remedy(workstream.id(), branch));
                }
              });
    }
  }

  /** The name proposed is another one, where the project rather than the workstream errs. */
  private static String remedy(String id, String branch) {
    String own = "feature/" + id;
    return own.equals(branch)
        ? "Correct 'integration_branch' of the project, or give the workstream another branch."
        : "Give the workstream a branch of its own, such as 'branch: " + own + "'.";
  }
}
