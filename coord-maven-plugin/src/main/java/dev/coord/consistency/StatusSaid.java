package dev.coord.consistency;

import dev.coord.plan.Origin;

/** The status of an entry, in the plan's words. */
final class StatusSaid {

  private StatusSaid() {}

  /** What the plan does not write is not put into its mouth. */
  static String of(Origin origin, String word) {
    return origin.fields().containsKey("status")
        ? "status: " + word
        : word + ", as it gives no status";
  }
}
