package dev.coord.consistency;

import dev.coord.plan.Epic;
import dev.coord.plan.Epic.Issue;
import dev.coord.plan.Epic.Progress;
import dev.coord.plan.Plan;
import dev.coord.plan.StatusWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Epics, or phases, of one title under two ids that claim two states or shares of the whole, or of
 * the same weeks. Titles such as "Testing" come again in other work: of epics, two are one where a
 * workstream, an issue or an owner is both theirs and nothing tells them apart; phases are one
 * unless something does.
 */
final class EpicsTwice {

  private EpicsTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    Map<String, String> vocabulary = plan.project().vocabulary();
    return Twice.of(
            plan.epics().stream(),
            epic -> Optional.of(List.of(epic.kind(), Twice.plain(epic.title()))))
        .filter(two -> isOne(two.first(), two.again()))
        .flatMap(
            two ->
                Stream.concat(
                    status(two.first(), two.again(), vocabulary).stream(),
                    progress(two.first(), two.again()).stream()));
  }

  private static boolean isOne(Epic first, Epic again) {
    List<Optional<Boolean>> signs =
        List.of(
            Twice.share(first.workstreams(), again.workstreams()),
            Twice.share(numbers(first), numbers(again)),
            Twice.share(first.owner().stream().toList(), again.owner().stream().toList()),
            Twice.share(first.start().stream().toList(), again.start().stream().toList()));
    return signs.stream().flatMap(Optional::stream).allMatch(same -> same)
        && (first.kind() == Epic.Kind.PHASE || signs.stream().anyMatch(Optional::isPresent));
  }

  private static List<Integer> numbers(Epic epic) {
    return epic.issues().stream()
        .map(Issue::number)
        .flatMapToInt(number -> number.stream())
        .boxed()
        .toList();
  }

  private static Optional<Contradiction> status(
      Epic first, Epic again, Map<String, String> vocabulary) {
    Optional<StatusWord> one = StatusWord.ofWhole(first.status(), vocabulary);
    Optional<StatusWord> other = StatusWord.ofWhole(again.status(), vocabulary);
    return one.isPresent() && other.isPresent() && !one.equals(other)
        ? Optional.of(
            Twice.told(
                "epic " + first.id(),
                "status: " + first.status(),
                first.origin().of("status"),
                "epic " + again.id() + ", called the same, says status: " + again.status(),
                again.origin().of("status"),
                Twice.SAY_ONCE))
        : Optional.empty();
  }

  /** The first claims of the same weeks that differ. */
  private static Optional<Contradiction> progress(Epic first, Epic again) {
    return first.progress().stream()
        .flatMap(
            claim ->
                again.progress().stream()
                    .filter(other -> claim.weeks().equals(other.weeks()))
                    .filter(other -> EpicChecks.differ(claim, other))
                    .map(other -> progress(first, claim, again, other)))
        .findFirst();
  }

  private static Contradiction progress(Epic first, Progress claim, Epic again, Progress other) {
    return EpicChecks.found(
        first,
        claim,
        "epic "
            + again.id()
            + ", called the same, is claimed at "
            + other
            + " ("
            + other.origin().self()
            + ")",
        List.of(other.origin().self()),
        Twice.SAY_ONCE);
  }
}
