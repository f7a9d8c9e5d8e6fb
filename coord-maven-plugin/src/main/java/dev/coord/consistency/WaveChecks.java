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
  private final List<Contradiction> found = new ArrayList<>();

  private WaveChecks(Plan plan) {
    this.plan = plan;
    this.calendar = PlanCalendar.of(plan);
    this.waits = Waits.of(plan);
  }

  static Stream<Contradiction> of(Plan plan) {
    WaveChecks checks = new WaveChecks(plan);
    checks.members();
    checks.order();
    checks.rest();
    return checks.found.stream();
  }

  private void members() {
    List<Wave> waves = plan.merges().waves();
    for (int number = 0; number < waves.size(); number++) {
      Wave wave = waves.get(number);
      for (int index = 0; index < wave.workstreams().size(); index++) {
        String id = wave.workstreams().get(index);
        Place place = new Place(number, wave, index);
        Place before = first.putIfAbsent(id, place);
        if (before != null) {
          add(
              place,
              id,
              before.wave().id().equals(wave.id())
                  ? "the wave lists it twice"
                  : "wave " + before.wave().id() + " merges it, too",
              List.of(before.location()),
              "Merge it once.");
        }
      }
    }
  }

  private void order() {
    for (Workstream workstream : plan.workstreams()) {
      Place place = first.get(workstream.id());
      if (place != null) {
        waits.of(workstream.id()).stream()
            .filter(wait -> wait.why() != Waits.Why.HANDOFF)
            .forEach(wait -> late(place, workstream.id(), wait));
        waits.chains(workstream.id(), first::containsKey).stream()
            .filter(chain -> isBefore(place, chain.on()))
            .max(Comparator.comparing(chain -> first.get(chain.on()), Place.ORDER))
            .ifPresent(chain -> late(place, workstream.id(), chain));
      }
    }
    for (Handoff handoff : plan.handoffs()) {
      boolean merged =
          handoff.status() != Handoff.Status.NOT_NEEDED && handoff.kind() != Handoff.Kind.SECRET;
      if (merged && handoff.provider().isPresent()) {
        consumers(handoff, handoff.provider().get());
      }
    }
  }

  private void consumers(Handoff handoff, String provider) {
    for (int i = 0; i < handoff.consumers().size(); i++) {
      String consumer = handoff.consumers().get(i);
      Place place = first.get(consumer);
      if (place != null && !consumer.equals(provider)) {
        late(
            place,
            consumer,
            provider,
            "needs handoff " + handoff.id() + " of " + provider,
            handoff.origin().of("consumers", i),
            "the handoff");
      }
    }
  }

  private void late(Place place, String id, Waits.Wait wait) {
    boolean launch = wait.why() == Waits.Why.LAUNCH;
    late(
        place,
        id,
        wait.on(),
        (launch ? "is launched after " : "depends on ") + wait.on(),
        wait.place(),
        launch ? "wait_for" : "depends_on");
  }

  private void late(Place place, String id, Waits.Chain chain) {
    late(place, id, chain.on(), "waits for " + chain.words(), chain.place(), "what it waits for");
  }

  private void late(
      Place place, String id, String other, String why, Location reason, String what) {
    Place later = first.get(other);
    if (isBefore(place, other) && !plan.isDropped(other)) {
      add(
          place,
          id,
          id
              + " "
              + why
              + ", which "
              + (later.number() == place.number()
                  ? "this wave merges after it"
                  : "wave " + later.wave().id() + " merges later"),
          List.of(reason, later.location()),
          "Merge " + other + " first, or correct " + what + ".");
    }
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

  private void add(Place place, String id, String clause, List<Location> against, String remedy) {
    found.add(
        new Contradiction(
            "wave " + place.wave().id(),
            "wave " + place.wave().id() + " merges " + id,
            place.location(),
            clause,
            against,
            remedy));
  }

  private void rest() {
    for (Wave wave : plan.merges().waves()) {
      wave.into()
          .flatMap(
              into ->
                  MergeChecks.never(
                      plan.boundaries().branches(),
                      "wave " + wave.id(),
                      "into: " + into,
                      into,
                      wave.origin().of("into")))
          .ifPresent(found::add);
      wave.messages().keySet().stream()
          .filter(id -> !wave.workstreams().contains(id))
          .map(id -> message(wave, id))
          .forEach(found::add);
    }
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
