package dev.coord.engine;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.stream.Collectors;

/** Problems of what the user asked for, told like those of a plan. */
final class Problems {

  private Problems() {}

  /**
   * What is wrong with a parameter of the build.
   *
   * @param name its name, such as {@code coord.now}
   */
  static Diagnostic parameter(String name, String problem, String remedy) {
    return Diagnostic.error(Location.ofParameter(name), problem, remedy);
  }

  /**
   * What is wrong with an environment variable.
   *
   * @param name its name, such as {@code SOURCE_DATE_EPOCH}
   */
  static Diagnostic variable(String name, String problem, String remedy) {
    return Diagnostic.error(Location.ofVariable(name), problem, remedy);
  }

  static Diagnostic unknownWorkstream(String id, Plan plan) {
    String known =
        plan.workstreams().stream().map(Workstream::id).collect(Collectors.joining(", "));
    return parameter(
        "coord.workstream",
        id + " is no workstream of the plan",
        known.isEmpty() ? "Add it under workstreams." : "Name one of: " + known + ".");
  }
}
