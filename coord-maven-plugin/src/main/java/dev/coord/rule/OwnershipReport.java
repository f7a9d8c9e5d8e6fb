package dev.coord.rule;

import dev.coord.evidence.Proof;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a branch changes, held against ownership and boundaries.
 *
 * @param subject id of the workstream, or the branch's name where the plan names none
 * @param changed number of changed paths
 * @param violations what must not be, by path
 * @param warnings what somebody should know, by path
 * @param merged whether this was brought already, by a merge, a squash or picks
 * @param attested trailers and authors that changes are allowed by, one for each path and
 *     condition: any committer could have written them
 */
public record OwnershipReport(
    String subject,
    int changed,
    List<Trespass> violations,
    List<Trespass> warnings,
    boolean merged,
    List<Proof> attested) {

  /** A report that rests on nothing but what was observed. */
  public OwnershipReport(
      String subject,
      int changed,
      List<Trespass> violations,
      List<Trespass> warnings,
      boolean merged) {
    this(subject, changed, violations, warnings, merged, List.of());
  }

  /** Copies the collections. */
  public OwnershipReport {
    Objects.requireNonNull(subject, "subject");
    violations = List.copyOf(violations);
    warnings = List.copyOf(warnings);
    attested = List.copyOf(attested);
  }

  /** The same report without some of its violations. */
  public OwnershipReport withoutViolations(Predicate<Trespass> which) {
    return new OwnershipReport(
        subject,
        changed,
        violations.stream().filter(which.negate()).toList(),
        warnings,
        merged,
        attested);
  }
}
