package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;

/** What the format has a place for, and this version does not read. */
final class Unsupported {
  private Unsupported() {}

  static void report(ReadContext context, Location place, String what) {
    context.error(
        place,
        what + " is not supported by this version of coord",
        "Remove it, or keep it in Markdown until then.");
  }
}
