package dev.coord.engine;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.stream.Collectors;

/** Problems of what the user asked for, told like those of a plan. */
final class Problems {

  private Problems() {}

  static Diagnostic unknownWorkstream(String id, Plan plan) {
    String known =
        plan.workstreams().stream().map(Workstream::id).collect(Collectors.joining(", "));
    return Diagnostic.error(
        Location.ofFile(plan.files().get(0)),
        "-Dcoord.workstream names " + id + ", which is no workstream of the plan",
        known.isEmpty() ? "Add it under workstreams." : "Name one of: " + known + ".");
  }
}
