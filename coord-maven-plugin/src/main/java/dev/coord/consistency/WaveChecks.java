package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Handoff;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import dev.coord.schedule.PlanCalendar;
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
   * @param index its place in the wave, from 0
   */
  private record Place(int number, Wave wave, int index) {
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
  private final Map<String, Place> first = new HashMap<>();

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
        Place place = new Place(number, wave, index);
        Place before = first.putIfAbsent(id, place);
        if (before != null) {
          found.add(
              contradiction(
                  place,
                  id,
                  before.wave().id().equals(wave.id())
                      ? "the wave lists it twice"
                      : "wave " + before.wave().id() + " merges it, too",
                  List.of(before.location()),
                  "Merge it once."));
        }
      }
    }
    return found;
  }

  private Stream<Contradiction> order() {
    return Stream.concat(
        plan.workstreams().stream().filter(w -> first.containsKey(w.id())).flatMap(this::needs),
        plan.handoffs().stream()
            .filter(handoff -> handoff.kind() != Handoff.Kind.SECRET)
            .filter(handoff -> Waits.isToCome(plan, handoff))
            .flatMap(handoff -> consumers(handoff, handoff.provider().get())));
  }

  private Stream<Contradiction> needs(Workstream workstream) {
    String id = workstream.id();
    Place place = first.get(id);
    return Stream.concat(
        waits.of(id).stream()
            .filter(wait -> wait.why() != Waits.Why.HANDOFF)
            .flatMap(wait -> late(id, wait)),
        waits.chains(id, first::containsKey).stream()
            .filter(chain -> isBefore(place, chain.on()))
            .max(Comparator.comparing(chain -> first.get(chain.on()), Place.ORDER))
            .stream()
            .flatMap(chain -> late(id, chain)));
  }

  private Stream<Contradiction> consumers(Handoff handoff, String provider) {
    return IntStream.range(0, handoff.consumers().size())
        .filter(i -> first.containsKey(handoff.consumers().get(i)))
        .filter(i -> !handoff.consumers().get(i).equals(provider))
        .boxed()
        .flatMap(
            i ->
                late(
                    handoff.consumers().get(i),
                    provider,
                    "needs handoff " + handoff.id() + " of " + provider,
                    handoff.origin().of("consumers", i),
                    "the handoff"));
  }

  private Stream<Contradiction> late(String id, Waits.Wait wait) {
    boolean launch = wait.why() == Waits.Why.LAUNCH;
    return late(
        id,
        wait.on(),
        (launch ? "is launched after " : "depends on ") + wait.on(),
        wait.place(),
        launch ? "wait_for" : "depends_on");
  }

  private Stream<Contradiction> late(String id, Waits.Chain chain) {
    return late(id, chain.on(), "waits for " + chain.words(), chain.place(), "what it waits for");
  }

  private Stream<Contradiction> late(
      String id, String other, String why, Location reason, String what) {
    Place place = first.get(id);
    if (!isBefore(place, other) || plan.isDropped(other)) {
      return Stream.empty();
    }
    Place later = first.get(other);
    String when =
        later.number() == place.number()
            ? "this wave merges after it"
            : "wave " + later.wave().id() + " merges later";
    return Stream.of(
        contradiction(
            place,
            id,
            id + " " + why + ", which " + when,
            List.of(reason, later.location()),
            "Merge " + other + " first, or correct " + what + "."));
  }

  /** Whether a workstream is merged behind a place, by the order or by the days of the waves. */
  private boolean isBefore(Place place, String other) {
    Place later = first.get(other);
    return later != null && (place.isBefore(later) || isDatedBefore(place.wave(), later.wave()));
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
        "wave " + place.wave().id() + " merges " + id,
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
