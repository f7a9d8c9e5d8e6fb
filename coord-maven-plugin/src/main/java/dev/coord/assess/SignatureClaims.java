package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.GitQuestions.PathQuestion.Sought;
import dev.coord.evidence.Observation;
import dev.coord.plan.Assertion;
import dev.coord.plan.Handoff;
import dev.coord.plan.PathRule;
import dev.coord.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Contracts that are said to be ready, held against the code of their files: where one of them
 * holds the signature, it is what was agreed. Files that are not there, or cannot be read, say
 * nothing of it.
 */
final class SignatureClaims {

  private static final int MOST_FILES = 3;

  private final Plan plan;
  private final PlanFacts facts;
  private final AssertionJudge assertions;

  /**
   * Prepares to check.
   *
   * @param assertions knows on which branches files are looked for
   */
  SignatureClaims(Plan plan, PlanFacts facts, AssertionJudge assertions) {
    this.plan = plan;
    this.facts = facts;
    this.assertions = assertions;
  }

  /** What was found in a file, and where. */
  private record Seen(PathAnswer files, Optional<String> branch) {
    Seen {
      Objects.requireNonNull(files, "files");
      Objects.requireNonNull(branch, "branch");
    }

    String where() {
      return branch.map(name -> " on " + name).orElse("");
    }
  }

  /** What has to be asked of git. */
  static Stream<PathQuestion> questions(Plan plan) {
    return plan.handoffs().stream()
        .flatMap(
            handoff ->
                plan.agreed(handoff).stream()
                    .flatMap(
                        agreed ->
                            Stream.concat(
                                    Stream.of(Optional.<String>empty()),
                                    agreed.branches().stream().map(Optional::of))
                                .flatMap(place -> questions(handoff, agreed, place))));
  }

  private static Stream<PathQuestion> questions(
      Handoff handoff, Assertion agreed, Optional<String> place) {
    return agreed
        .rule()
        .flat()
        .filter(PathRule.class::isInstance)
        .map(
            rule ->
                new PathQuestion(
                    ((PathRule) rule).file(),
                    List.of(handoff.signature()),
                    Sought.SIGNATURE,
                    place));
  }

  List<ClaimCheck> check() {
    return plan.handoffs().stream()
        .flatMap(handoff -> plan.agreed(handoff).flatMap(a -> check(handoff, a)).stream())
        .toList();
  }

  private Optional<ClaimCheck> check(Handoff handoff, Assertion agreed) {
    List<Seen> lacking = new ArrayList<>();
    Optional<String> unread = Optional.empty();
    for (Optional<String> place : assertions.places(agreed)) {
      for (PathQuestion question : questions(handoff, agreed, place).toList()) {
        Observation<PathAnswer> answer = facts.files(question);
        if (answer instanceof Observation.Unknown<PathAnswer> unknown) {
          unread = unread.or(() -> Optional.of(unknown.reason()));
          continue;
        }
        Seen seen = new Seen(answer.optional().orElseThrow(), place);
        if (!seen.files().containing().isEmpty()) {
          return Optional.of(holds(agreed, seen));
        }
        if (!seen.files().found().isEmpty()) {
          lacking.add(seen);
        }
      }
    }
    return lacking.isEmpty() ? Optional.empty() : Optional.of(lacks(agreed, lacking, unread));
  }

  private static ClaimCheck holds(Assertion agreed, Seen seen) {
    PathAnswer files = seen.files();
    return new ClaimCheck(
        agreed.subject(),
        agreed.claim(),
        agreed.place(),
        files.containing().first() + " holds it" + seen.where(),
        Agreement.AGREES,
        PathAnswers.proof(new TreeSet<>(List.of(files.containing().first())), files.commit()));
  }

  /** Where it may lie in what cannot be read, nobody knows. */
  private static ClaimCheck lacks(Assertion agreed, List<Seen> lacking, Optional<String> unread) {
    List<String> files =
        lacking.stream().flatMap(seen -> seen.files().found().stream()).distinct().toList();
    int more = files.size() - MOST_FILES;
    String none =
        String.join(" and ", files.subList(0, Math.min(MOST_FILES, files.size())))
            + (more > 0 ? " and " + more + " more" : "")
            + (files.size() > 1 ? " do not hold it" : " does not hold it")
            + places(lacking);
    return new ClaimCheck(
        agreed.subject(),
        agreed.claim(),
        agreed.place(),
        unread.map(reason -> none + ", and " + reason).orElse(none),
        unread.isPresent() ? Agreement.UNKNOWN : Agreement.CONTRADICTS,
        PathAnswers.proof(lacking.get(0).files().found(), lacking.get(0).files().commit()),
        "Agree on the signature anew, and write it here, or give the code what was agreed.");
  }

  private static String places(List<Seen> lacking) {
    List<String> branches =
        lacking.stream().flatMap(seen -> seen.branch().stream()).distinct().toList();
    boolean here = lacking.stream().anyMatch(seen -> seen.branch().isEmpty());
    return branches.isEmpty()
        ? ""
        : (here ? ", here or on " : " on ") + String.join(" or ", branches);
  }
}
