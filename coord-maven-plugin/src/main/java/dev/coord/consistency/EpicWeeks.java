package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Epic;
import dev.coord.plan.Epic.Progress;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Progress that is claimed of some weeks of an epic, against its length and against what is claimed
 * of weeks that hold these or lie in them: what is complete has no part that is not, what has not
 * begun has none that has, and what consists of complete parts is complete.
 */
final class EpicWeeks {

  private static final int WHOLE = 100;
  private static final String REMEDY = "Find out which of them is so, and correct the other.";

  private final Epic epic;

  private EpicWeeks(Epic epic) {
    this.epic = epic;
  }

  static Stream<Contradiction> of(Plan plan) {
    return plan.epics().stream()
        .map(EpicWeeks::new)
        .flatMap(weeks -> Stream.concat(weeks.beyond(), weeks.parts()));
  }

  private Stream<Contradiction> beyond() {
    return epic.progress().stream()
        .filter(
            claim ->
                epic.weeks().isPresent()
                    && claim.weeks().filter(w -> w.last() > epic.weeks().getAsInt()).isPresent())
        .map(
            claim ->
                contradiction(
                    claim,
                    epic.id()
                        + " has "
                        + epic.weeks().getAsInt()
                        + (epic.weeks().getAsInt() == 1 ? " week" : " weeks"),
                    List.of(epic.origin().of("weeks")),
                    "Mend one of the two."));
  }

  /** One contradiction for each claim of a whole, with the first part that stands against it. */
  private Stream<Contradiction> parts() {
    List<Contradiction> found = new ArrayList<>();
    for (Progress whole : distinct()) {
      Optional<Contradiction> part =
          distinct().stream()
              .filter(other -> lies(other, whole) && cannotBeIn(other, whole))
              .findFirst()
              .map(other -> part(whole, other));
      part.or(() -> covered(whole)).ifPresent(found::add);
    }
    return found.stream();
  }

  /** The claims but for those that only say again what another one says of the same weeks. */
  private List<Progress> distinct() {
    List<Progress> distinct = new ArrayList<>();
    for (Progress claim : epic.progress()) {
      if (distinct.stream()
          .noneMatch(
              before ->
                  before.weeks().equals(claim.weeks())
                      && before.toString().equals(claim.toString()))) {
        distinct.add(claim);
      }
    }
    return distinct;
  }

  private static boolean cannotBeIn(Progress part, Progress whole) {
    return isComplete(whole) && !isComplete(part) || hasNotBegun(whole) && !hasNotBegun(part);
  }

  private static boolean isComplete(Progress claim) {
    return !Shares.isApart(claim, WHOLE);
  }

  private static boolean hasNotBegun(Progress claim) {
    return !Shares.isApart(claim, 0);
  }

  /** Whether the weeks of one claim lie in the other weeks of another one. */
  private static boolean lies(Progress part, Progress whole) {
    if (part.weeks().isEmpty() || part.weeks().equals(whole.weeks())) {
      return false;
    }
    return whole.weeks().filter(weeks -> !contains(weeks, part.weeks().get())).isEmpty();
  }

  private static boolean contains(Stretch weeks, Stretch part) {
    return weeks.first() <= part.first() && part.last() <= weeks.last();
  }

  private Contradiction part(Progress whole, Progress part) {
    return contradiction(
        whole,
        "it is claimed at "
            + part
            + " in "
            + part.weeks().orElseThrow()
            + ", which "
            + (part.weeks().get().first() == part.weeks().get().last() ? "is" : "are")
            + " part of it ("
            + said(part)
            + ")",
        List.of(part.origin().self()),
        REMEDY);
  }

  /** All weeks of a claim that is not complete, each of which is complete by another one. */
  private Optional<Contradiction> covered(Progress whole) {
    Optional<Stretch> weeks = weeks(whole);
    if (weeks.isEmpty() || isComplete(whole)) {
      return Optional.empty();
    }
    List<Progress> complete =
        distinct().stream()
            .filter(claim -> isComplete(claim) && claim.weeks().isPresent())
            .filter(claim -> !claim.weeks().equals(whole.weeks()) && !lies(whole, claim))
            .toList();
    BitSet open = new BitSet();
    open.set((int) weeks.get().first(), (int) weeks.get().last() + 1);
    for (Progress claim : complete) {
      Stretch done = claim.weeks().orElseThrow();
      open.clear((int) done.first(), (int) done.last() + 1);
    }
    if (!open.isEmpty()) {
      return Optional.empty();
    }
    List<Location> places = complete.stream().map(claim -> claim.origin().self()).toList();
    return Optional.of(
        contradiction(whole, "all of its weeks are claimed to be complete", places, REMEDY));
  }

  private Optional<Stretch> weeks(Progress claim) {
    return claim
        .weeks()
        .or(
            () ->
                epic.weeks().stream()
                    .mapToObj(length -> new Stretch(Stretch.Counting.WEEKS, 1, length))
                    .findFirst());
  }

  private static String said(Progress claim) {
    String place = claim.origin().self().toString();
    return claim.where().isEmpty() ? place : claim.where() + ", " + place;
  }

  private Contradiction contradiction(
      Progress claim, String found, List<Location> against, String remedy) {
    return EpicChecks.found(epic, claim, found, against, remedy);
  }
}
