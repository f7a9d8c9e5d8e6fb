package dev.coord.plan;

/** Checks that the parts of a record are there. */
final class Parts {

  private Parts() {}

  /**
   * Refuses a record that lacks a part.
   *
   * @throws NullPointerException when one is missing
   */
  static void require(Object... parts) {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == null) {
        throw new NullPointerException("part " + (i + 1) + " of " + parts.length + " is missing");
      }
    }
  }
}
