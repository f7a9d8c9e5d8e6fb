package dev.coord.plan;

import dev.coord.path.PathPatterns;
import java.time.LocalDate;

/**
 * A gate that need not hold for some time.
 *
 * @param gate id of the gate, or {@code gate.key} for one comparison of it
 * @param paths when given, only violations of these paths are waived
 * @param owner id of the person who answers for it
 * @param reason why, Markdown; never empty
 * @param until last day it holds, in the project's zone
 */
public record Waiver(
    Origin origin, String gate, PathPatterns paths, String owner, String reason, LocalDate until) {

  /**
   * Checks that all is there.
   *
   * @throws IllegalArgumentException when gate, owner or reason is empty
   */
  public Waiver {
    Parts.require(origin, paths, until);
    if (gate.isEmpty() || owner.isEmpty() || reason.isEmpty()) {
      throw new IllegalArgumentException("a waiver has a gate, an owner and a reason");
    }
  }
}
