package dev.coord.assess;

import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.LinkedHashSet;
import java.util.Set;

/** By which addresses git knows people: a branch must not choose whose commits are its own. */
final class Authors {

  private Authors() {}

  /** Who works on a workstream, by the rulebook where it knows workstream and person. */
  static Set<String> emails(Plan plan, Plan rulebook, Workstream workstream) {
    return rulebook
        .workstream(workstream.id())
        .orElse(workstream)
        .owner()
        .map(owner -> emails(plan, rulebook, owner))
        .orElse(Set.of());
  }

  /** The addresses of a person, by the rulebook where it knows the person. */
  static Set<String> emails(Plan plan, Plan rulebook, String person) {
    return rulebook
        .person(person)
        .or(() -> plan.person(person))
        .map(Person::emails)
        .<Set<String>>map(LinkedHashSet::new)
        .orElse(Set.of());
  }
}
