package dev.coord.consistency;

import dev.coord.plan.Event;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.stream.Stream;

/** Agendas that take longer than their meeting. Points without a time take none. */
final class Agendas {

  private Agendas() {}

  static Stream<Contradiction> of(Plan plan) {
    return plan.events().stream()
        .filter(event -> event.minutes().isPresent())
        .filter(event -> event.agendaMinutes() > event.minutes().getAsInt())
        .map(Agendas::contradiction);
  }

  private static Contradiction contradiction(Event event) {
    return new Contradiction(
        "event " + event.id(),
        "the agenda takes " + event.agendaMinutes() + " min",
        event.origin().of("agenda"),
        "the meeting " + event.minutes().getAsInt(),
        List.of(event.origin().of("minutes")),
        "Shorten the agenda, or give the meeting more time.");
  }
}
