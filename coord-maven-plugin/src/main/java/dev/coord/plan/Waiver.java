package dev.coord.plan;

import dev.coord.path.PathPatterns;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A gate that need not hold for some time.
 *
 * @param gate id of the gate, or {@code gate.key} for one comparison of it
 * @param paths when given, only violations of these paths are waived
 * @param finding when given, only the finding of this name is waived: a test, what a tool found, a
 *     contradicted claim or something overdue
 * @param count how many findings of that name are waived, from 1 on: a test in two modules is two
 * @param owner id of the person who answers for it
 * @param reason why, Markdown; never empty
 * @param until last day it holds, in the project's zone
 */
public record Waiver(
    Origin origin,
    String gate,
    PathPatterns paths,
    Optional<String> finding,
    int count,
    String owner,
    String reason,
    LocalDate until) {

  /** How many days before its end a waiver is warned of. */
  public static final int WARNED_BEFORE = 14;

  /** A waiver that names no finding. */
  public Waiver(
      Origin origin,
      String gate,
      PathPatterns paths,
      String owner,
      String reason,
      LocalDate until) {
    this(origin, gate, paths, Optional.empty(), 1, owner, reason, until);
  }

  /**
   * Checks that all is there.
   *
   * @throws IllegalArgumentException when gate, owner or reason is empty, both paths and a finding
   *     are named, or the count is less than 1, or more without a finding
   */
  public Waiver {
    Parts.require(origin, paths, finding, until);
    if (gate.isEmpty() || owner.isEmpty() || reason.isEmpty()) {
      throw new IllegalArgumentException("a waiver has a gate, an owner and a reason");
    }
    if (finding.isPresent() && !paths.isEmpty()) {
      throw new IllegalArgumentException("a waiver names paths or a finding");
    }
    if (count < 1 || count > 1 && finding.isEmpty()) {
      throw new IllegalArgumentException("a waiver is for 1 finding or more of a name");
    }
  }

  /** Whether it waives a gate's results whole, and not single findings of them. */
  public boolean isWhole() {
    return paths.isEmpty() && finding.isEmpty();
  }
}
