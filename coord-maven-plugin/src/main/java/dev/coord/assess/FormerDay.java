package dev.coord.assess;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.CommandRule;
import dev.coord.plan.ConflictsRule;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.Plan;
import dev.coord.plan.RepositoryRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TestsRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A day that is over, of which something was said: what is seen today tells of it only as far as
 * nothing changed since.
 *
 * @param zone the project's
 */
record FormerDay(LocalDate day, ZoneId zone) {

  private static final String REMEDY =
      "Take 'on' out if it is said of today, or 'holds_when' if nothing can show it any more.";

  /**
   * Whether nobody will ever know how all was that a rule asks for: such a claim is the plan's
   * word.
   *
   * @param git where it cannot be read, only what leaves no trace is hidden for good
   */
  boolean hides(Rule rule, Observation<GitEvidence> git) {
    boolean later = git.optional().filter(known -> day(known.head()).isAfter(day)).isPresent();
    return rule.flat()
        .filter(part -> !isCombination(part))
        .allMatch(part -> leavesNoTrace(part) || later && isOfCommit(part));
  }

  private static boolean leavesNoTrace(Rule rule) {
    return rule instanceof RepositoryRule
        || rule instanceof BranchesRule
        || rule instanceof ConflictsRule;
  }

  private static boolean isOfCommit(Rule rule) {
    return rule instanceof CoverageRule
        || rule instanceof TestsRule
        || rule instanceof FindingsRule
        || rule instanceof CommandRule
        || rule instanceof PathRule
        || rule instanceof FilesRule
        || rule instanceof BranchRule;
  }

  /** The branches of which it has to be known when something was last committed to them. */
  static Stream<String> branches(Plan plan) {
    return plan.assertions()
        .filter(assertion -> assertion.said().isPresent())
        .flatMap(assertion -> assertion.rule().flat())
        .flatMap(
            rule ->
                rule instanceof PathRule path
                    ? path.branch().stream()
                    : rule instanceof FilesRule files ? files.branch().stream() : Stream.empty())
        .distinct();
  }

  private static boolean isCombination(Rule rule) {
    return rule instanceof Rule.All || rule instanceof Rule.Any || rule instanceof Rule.Not;
  }

  /**
   * What leaves no trace.
   *
   * @param what such as {@code the working tree}
   */
  <T> Observation<T> untraced(String what) {
    return Observation.unknown("git does not keep the state of " + what + " on " + day, REMEDY);
  }

  /** What was found in the checked-out commit, or by running what is in it. */
  <T> Observation<T> checkedOut(Observation<GitEvidence> git, Observation<T> found) {
    return git.map(GitEvidence::head).then(head -> at(head, "the checked-out commit", found));
  }

  /**
   * What was found in the last commit of a branch.
   *
   * @param branch empty for the checked-out commit
   */
  <T> Observation<T> on(
      Optional<String> branch, Observation<GitEvidence> git, Observation<T> found) {
    if (branch.isEmpty()) {
      return checkedOut(git, found);
    }
    return git.then(
        known ->
            Optional.ofNullable(known.branches().get(branch.get()))
                .flatMap(BranchEvidence::tip)
                .map(tip -> at(tip, "the last commit of " + branch.get(), found))
                .orElse(found));
  }

  private <T> Observation<T> at(Commit commit, String what, Observation<T> found) {
    LocalDate seen = day(commit);
    return seen.isAfter(day)
        ? Observation.unknown(
            what
                + " ("
                + commit.abbreviated()
                + ") is of "
                + seen
                + " and does not tell how it was on "
                + day,
            REMEDY)
        : found;
  }

  private LocalDate day(Commit commit) {
    return commit.time().atZone(zone).toLocalDate();
  }
}
