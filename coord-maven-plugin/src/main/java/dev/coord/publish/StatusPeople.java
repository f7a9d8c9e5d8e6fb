package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.plan.Person;
import java.util.List;

/**
 * Who is on the team, in {@code status.json}. Addresses and access only where the plan publishes
 * them, as on the page.
 */
final class StatusPeople {

  private final Json json;

  StatusPeople(Json json) {
    this.json = json;
  }

  void write(Assessment assessment) {
    json.list("people", assessment.people(), this::person);
  }

  private void person(Person person) {
    json.text("id", person.id());
    json.text("name", person.name());
    json.text("kind", person.kind().word());
    json.text("role", person.role());
    json.texts("emails", person.publish() ? person.emails() : List.of());
    json.texts("skills", person.skills());
    json.texts("access", person.publish() ? person.access() : List.of());
    shares("allocation", person.allocation());
    json.text("notes", person.notes());
    json.place("place", person.origin().self());
  }

  /** What parts of somebody's time are for. */
  void shares(String name, List<Person.Share> shares) {
    json.list(
        name,
        shares,
        share -> {
          json.text("to", share.to());
          json.number("percent", share.percent());
        });
  }
}
