package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Handoff;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.schedule.PlanCalendar;
import dev.coord.schedule.TaskIndex;
import dev.coord.schedule.Waits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the plan says in two ways of its waves of merges. */
final class WaveChecks {

  /**
   * Where a workstream is merged.
   *
   * @param number the wave's number, from 0
   * @param target the branch it merges into
   * @param index its place in the wave, from 0
   */
  private record Place(int number, Wave wave, String target, int index) {
    static final Comparator<Place> ORDER =
        Comparator.comparingInt(Place::number).thenComparingInt(Place::index);

    boolean isBefore(Place other) {
      return ORDER.compare(this, other) < 0;
    }

    Location location() {
      return wave.origin().of("workstreams", index);
    }
  }

  private final Plan plan;
  private final PlanCalendar calendar;
  private final Waits waits;

  /** By workstream, the first place for each branch, in the order of the waves. */
  private final Map<String, List<Place>> first = new HashMap<>();

  private WaveChecks(Plan plan) {
    this.plan = plan;
    this.calendar = PlanCalendar.of(plan);
    this.waits = Waits.of(plan);
  }

  static Stream<Contradiction> of(Plan plan) {
    WaveChecks checks = new WaveChecks(plan);
    return Stream.of(checks.members().stream(), checks.order(), checks.rest()).flatMap(s -> s);
  }

  private List<Contradiction> members() {
    List<Contradiction> found = new ArrayList<>();
    List<Wave> waves = plan.merges().waves();
    for (int number = 0; number < waves.size(); number++) {
      Wave wave = waves.get(number);
      for (int index = 0; index < wave.workstreams().size(); index++) {
        String id = wave.workstreams().get(index);
        Place place = new Place(number, wave, plan.target(wave), index);
        List<Place> places = first.computeIfAbsent(id, one -> new ArrayList<>());
        Optional<Place> before = into(place.target(), places);
        before.ifPresentOrElse(
            other -> found.add(twice(place, id, other)), () -> places.add(place));
      }
    }
    return found;
  }

  private static Optional<Place> into(String target, List<Place> places) {
    return places.stream().filter(place -> place.target().equals(target)).findFirst();
  }

  private static Contradiction twice(Place place, String id, Place before) {
    return contradiction(
        place,
        id,
        before.wave().id().equals(place.wave().id())
            ? "the wave lists it twice"
            : before.wave().name() + " merges it, too",
        List.of(before.location()),
        "Merge it once.");
  }

  private Stream<Contradiction> order() {
    return Stream.of(
            plan.workstreams().stream()
                .flatMap(w -> places(w.id()).flatMap(place -> needs(w.id(), place))),
            handoffs(),
            TaskIndex.dependencies(plan)
                .filter(TaskIndex.Dependency::isToCome)
                .flatMap(one -> one.otherWorkstream().stream().flatMap(on -> task(one, on))))
        .flatMap(found -> found);
  }

  private Stream<Contradiction> task(TaskIndex.Dependency one, String on) {
    return one.workstream().stream()
        .filter(id -> waits.of(id).stream().noneMatch(wait -> wait.on().equals(on)))
        .flatMap(
            id ->
                places(id)
                    .flatMap(
                        place ->
                            late(
                                place,
                                id,
                                on,
                                "needs task " + one.name() + " for " + one.task().id(),
                                one.place(),
                                "the task")));
  }

  private Stream<Contradiction> handoffs() {
    return plan.handoffs().stream()
        .filter(Waits::isDelivered)
        .filter(handoff -> Waits.isToCome(plan, handoff))
        .flatMap(handoff -> consumers(handoff, handoff.provider().get()));
  }

  private Stream<Place> places(String id) {
    return first.getOrDefault(id, List.of()).stream();
  }

  private Stream<Contradiction> needs(String id, Place place) {
    return Stream.concat(
        waits.of(id).stream()
            .filter(wait -> wait.why() != Waits.Why.HANDOFF)
            .flatMap(wait -> late(place, id, wait)),
        waits.chains(id, first::containsKey).stream()
            .filter(chain -> later(place, chain.on()).isPresent())
            .max(Comparator.comparing(chain -> later(place, chain.on()).get(), Place.ORDER))
            .stream()
            .flatMap(chain -> late(place, id, chain)));
  }

  private Stream<Contradiction> consumers(Handoff handoff, String provider) {
    return IntStream.range(0, handoff.consumers().size())
        .filter(i -> !handoff.consumers().get(i).equals(provider))
        .boxed()
        .flatMap(
            i ->
                places(handoff.consumers().get(i))
                    .flatMap(
                        place ->
                            late(
                                place,
                                handoff.consumers().get(i),
                                provider,
                                "needs handoff " + handoff.id() + " of " + provider,
                                handoff.origin().of("consumers", i),
                                "the handoff")));
  }

  private Stream<Contradiction> late(Place place, String id, Waits.Wait wait) {
    boolean launch = wait.why() == Waits.Why.LAUNCH;
    return late(
        place,
        id,
        wait.on(),
        (launch ? "is launched after " : "depends on ") + wait.on(),
        wait.place(),
        launch ? "wait_for" : "depends_on");
  }

  private Stream<Contradiction> late(Place place, String id, Waits.Chain chain) {
    return late(
        place, id, chain.on(), "waits for " + chain.words(), chain.place(), "what it waits for");
  }

  private Stream<Contradiction> late(
      Place place, String id, String other, String why, Location reason, String what) {
    return later(place, other)
        .filter(later -> !plan.isDropped(other))
        .map(
            later ->
                contradiction(
                    place,
                    id,
                    id
                        + " "
                        + why
                        + ", which "
                        + (later.number() == place.number()
                            ? "this wave merges after it"
                            : later.wave().name() + " merges later"),
                    List.of(reason, later.location()),
                    "Merge " + other + " first, or correct " + what + "."))
        .stream();
  }

  /**
   * Where a workstream is merged behind a place, by the order or by the days of the waves: into the
   * same branch, where it is merged into that, else where it is merged first. Waves into two
   * branches are in the order of their days, where both have some.
   */
  private Optional<Place> later(Place place, String other) {
    List<Place> places = first.getOrDefault(other, List.of());
    return into(place.target(), places)
        .or(() -> places.stream().findFirst())
        .filter(
            later ->
                isDatedBefore(place.wave(), later.wave())
                    || place.isBefore(later) && !isOrderedByDays(place, later));
  }

  private boolean isOrderedByDays(Place place, Place other) {
    return !place.target().equals(other.target())
        && calendar.wave(place.wave()).span().isPresent()
        && calendar.wave(other.wave()).span().isPresent();
  }

  /** Whether the days of a wave come before those of another one. */
  private boolean isDatedBefore(Wave wave, Wave other) {
    return calendar
        .wave(wave)
        .span()
        .flatMap(
            span -> calendar.wave(other).span().map(later -> span.last().isBefore(later.first())))
        .orElse(false);
  }

  private static Contradiction contradiction(
      Place place, String id, String clause, List<Location> against, String remedy) {
    return new Contradiction(
        "wave " + place.wave().id(),
        place.wave().name() + " merges " + id,
        place.location(),
        clause,
        against,
        remedy);
  }

  private Stream<Contradiction> rest() {
    return plan.merges().waves().stream()
        .flatMap(wave -> Stream.concat(into(wave).stream(), messages(wave)));
  }

  private Optional<Contradiction> into(Wave wave) {
    return wave.into()
        .flatMap(
            into ->
                MergeChecks.never(
                    plan.boundaries().branches(),
                    "wave " + wave.id(),
                    "into: " + into,
                    into,
                    wave.origin().of("into")));
  }

  private static Stream<Contradiction> messages(Wave wave) {
    return wave.messages().keySet().stream()
        .filter(id -> !wave.workstreams().contains(id))
        .map(id -> message(wave, id));
  }

  private static Contradiction message(Wave wave, String id) {
    return new Contradiction(
        "wave " + wave.id(),
        "messages: " + id,
        wave.origin().of("messages." + id),
        "the wave does not merge " + id,
        List.of(wave.origin().of("workstreams")),
        "Merge it in this wave, or remove the message.");
  }
}
