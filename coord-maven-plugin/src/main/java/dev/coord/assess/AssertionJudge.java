package dev.coord.assess;

import dev.coord.plan.Assertion;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.rule.Judge;
import dev.coord.rule.Outcome;
import dev.coord.rule.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges what the plan claims by the rules that show it: on the checked-out commit, and where files
 * may lie on other branches, there. What holds on one of them holds.
 */
final class AssertionJudge {

  private static final int ABBREVIATED = 7;

  private final Judge judge = new Judge();
  private final Set<String> left = new HashSet<>();
  private final Optional<String> checkedOut;
  private final Set<String> named = new HashSet<>();

  /**
   * Prepares to judge.
   *
   * @param states branches of what is merged are not looked at: what was merged may have been taken
   *     back
   * @param checkedOut the branch of the checked-out commit, which is not looked at twice
   * @param rulebook the plan that says which branches are of workstreams, beside the states
   */
  AssertionJudge(List<WorkstreamState> states, Optional<String> checkedOut, Plan rulebook) {
    this.checkedOut = checkedOut;
    Stream.concat(states.stream().map(WorkstreamState::workstream), rulebook.workstreams().stream())
        .forEach(workstream -> workstream.branch().ifPresent(named::add));
    checkedOut.ifPresent(left::add);
    states.stream()
        .filter(state -> state.observed().isMerged())
        .forEach(state -> state.workstream().branch().ifPresent(left::add));
  }

  /**
   * What was found.
   *
   * @param verdict the one that counts
   * @param words what was seen, and where
   */
  record Found(Verdict verdict, String words) {
    Found {
      Objects.requireNonNull(verdict, "verdict");
      Objects.requireNonNull(words, "words");
    }
  }

  /** Where commits of a time are counted, either of their two times will do. */
  Found judge(Assertion assertion, PlanFacts known) {
    PlanFacts facts = known.saidOn(assertion.said());
    Found found = place(assertion, facts);
    if (!isTimed(assertion.rule()) || !contradicts(assertion, found)) {
      return found;
    }
    Found written = place(assertion, facts.byAuthors());
    boolean agrees =
        written.verdict().outcome() == (assertion.holds() ? Outcome.PASSED : Outcome.FAILED);
    return agrees
        ? new Found(written.verdict(), written.words() + ", by the times of their authors")
        : found;
  }

  private static boolean contradicts(Assertion assertion, Found found) {
    return found.verdict().outcome() == (assertion.holds() ? Outcome.FAILED : Outcome.PASSED);
  }

  /** Whether a rule counts commits of a time. */
  static boolean isTimed(Rule rule) {
    return rule.flat()
        .anyMatch(
            part ->
                part instanceof CommitsRule commits
                    && (commits.since().isPresent() || commits.until().isPresent()));
  }

  private Found place(Assertion assertion, PlanFacts facts) {
    return isForeign(assertion) ? elsewhere(assertion, facts) : anywhere(assertion, facts);
  }

  /**
   * Whether files may lie elsewhere and a branch is checked out that is of a workstream and none of
   * those: what a consumer wrote itself was not handed over to it.
   */
  private boolean isForeign(Assertion assertion) {
    return checkedOut
        .filter(branch -> named.contains(branch) && !assertion.branches().contains(branch))
        .filter(branch -> assertion.movable().findAny().isPresent())
        .isPresent();
  }

  /** The branches on which its files are looked for, in order; empty means what is checked out. */
  List<Optional<String>> places(Assertion assertion) {
    if (isForeign(assertion)) {
      return foreign(assertion).stream().map(Optional::of).toList();
    }
    return Stream.concat(
            Stream.of(Optional.<String>empty()),
            assertion.branches().stream().filter(b -> !left.contains(b)).map(Optional::of))
        .toList();
  }

  private List<String> foreign(Assertion assertion) {
    List<String> open = assertion.branches().stream().filter(b -> !left.contains(b)).toList();
    return open.isEmpty() ? assertion.branches() : open;
  }

  private Found elsewhere(Assertion assertion, PlanFacts facts) {
    List<String> places = foreign(assertion);
    List<Verdict> seen = new ArrayList<>();
    Optional<Found> found = look(assertion, facts, places, seen);
    return found.orElseGet(
        () ->
            unknown(seen)
                .orElseGet(
                    () ->
                        new Found(
                            seen.get(0),
                            seen.get(0).summary()
                                + " on "
                                + String.join(" or ", places)
                                + " ("
                                + checkedOut.orElseThrow()
                                + " does not count)")));
  }

  private Found anywhere(Assertion assertion, PlanFacts facts) {
    Verdict here = judge.whole(assertion.rule(), facts);
    List<String> places =
        assertion.movable().findAny().isEmpty()
            ? List.of()
            : assertion.branches().stream().filter(branch -> !left.contains(branch)).toList();
    if (here.outcome() == Outcome.PASSED) {
      return new Found(here, "its rule holds: " + here.summary());
    }
    List<Verdict> seen = new ArrayList<>(List.of(here));
    Optional<Found> found = look(assertion, facts, places, seen);
    return found.orElseGet(
        () -> unknown(seen).orElseGet(() -> new Found(here, here.summary() + neither(places))));
  }

  /**
   * Where it holds.
   *
   * @param seen takes what was seen where it does not
   */
  private Optional<Found> look(
      Assertion assertion, PlanFacts facts, List<String> places, List<Verdict> seen) {
    for (String branch : places) {
      PlanFacts there = facts.on(branch);
      Verdict verdict = judge.whole(assertion.rule(), there);
      if (verdict.outcome() == Outcome.PASSED) {
        return Optional.of(
            new Found(
                verdict, holdsOn(branch) + commit(assertion, there) + ": " + verdict.summary()));
      }
      seen.add(verdict);
    }
    return Optional.empty();
  }

  private static Optional<Found> unknown(List<Verdict> seen) {
    return seen.stream()
        .filter(verdict -> verdict.outcome() == Outcome.UNKNOWN)
        .findFirst()
        .map(verdict -> new Found(verdict, verdict.summary()));
  }

  private static String holdsOn(String branch) {
    return "its rule holds on " + branch;
  }

  /** Whether a claim that was judged holds on a branch, and not on those looked at before. */
  static boolean holdsOnlyOn(String branch, ClaimCheck claim) {
    return claim.observed().startsWith(holdsOn(branch) + " (")
        || claim.observed().startsWith(holdsOn(branch) + ": ");
  }

  private static String neither(List<String> places) {
    return places.isEmpty() ? "" : ", here or on " + String.join(" or ", places);
  }

  /** The commit at which files were found, abbreviated. */
  private static String commit(Assertion assertion, PlanFacts facts) {
    return assertion
        .movable()
        .flatMap(path -> facts.files(path).optional().stream())
        .findFirst()
        .map(answer -> " (" + abbreviated(answer.commit()) + ")")
        .orElse("");
  }

  private static String abbreviated(String id) {
    return id.substring(0, Math.min(ABBREVIATED, id.length()));
  }
}
