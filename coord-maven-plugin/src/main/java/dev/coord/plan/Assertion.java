package dev.coord.plan;

import dev.coord.diagnostic.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something the plan claims, with the rule that shows whether it is so.
 *
 * @param subject what it is about: {@code checkout}, {@code checkout/CHK-2} or a noun and an id
 *     such as {@code handoff model}
 * @param claim what the plan says, plain text
 * @param place where it says so
 * @param holds whether the plan says that the rule holds; otherwise it says that it does not
 * @param rule the rule that shows it
 * @param branches branches on which files that the rule asks for without naming a branch do as well
 *     as on the checked-out commit, in the order they are looked at
 * @param said the day of which it is said; empty means today, whenever that is
 * @param once whether it is about something that was done: a file that it names may be on another
 *     branch, or may have been removed since
 */
public record Assertion(
    String subject,
    String claim,
    Location place,
    boolean holds,
    Rule rule,
    List<String> branches,
    Optional<LocalDate> said,
    boolean once) {
  /** Copies the collection. */
  public Assertion {
    Parts.require(subject, claim, place, rule, said);
    branches = List.copyOf(branches);
  }

  /** Something that is said of today. */
  public Assertion(
      String subject, String claim, Location place, boolean holds, Rule rule, List<String> on) {
    this(subject, claim, place, holds, rule, on, Optional.empty(), false);
  }

  /** Something that the checked-out commit alone shows. */
  public Assertion(String subject, String claim, Location place, boolean holds, Rule rule) {
    this(subject, claim, place, holds, rule, List.of());
  }

  /** The same about something that was done. */
  Assertion ofOnce() {
    return new Assertion(subject, claim, place, holds, rule, branches, said, true);
  }

  /** The file that was there once, if it is claimed to be there, or to have been. */
  public Optional<PathRule> former() {
    return once && holds && rule instanceof PathRule path && path.branch().isEmpty()
        ? Optional.of(path)
        : Optional.empty();
  }

  /** The files that do on other branches, too. */
  public Stream<PathRule> movable() {
    return branches.isEmpty()
        ? Stream.empty()
        : rule.flat()
            .filter(PathRule.class::isInstance)
            .map(PathRule.class::cast)
            .filter(path -> path.branch().isEmpty());
  }
}
