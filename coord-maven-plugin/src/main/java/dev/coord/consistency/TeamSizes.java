package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Scenario;
import dev.coord.plan.Scenario.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sizes of teams that are not the number of their members. A size above that is told only where
 * each member is one of the plan's people, since "two developers" may stand in one line.
 */
final class TeamSizes {

  private TeamSizes() {}

  static Stream<Contradiction> of(Plan plan) {
    Set<String> people = new HashSet<>();
    plan.people()
        .forEach(
            person -> {
              people.add(Twice.plain(person.id()));
              people.add(Twice.plain(person.name()));
            });
    return plan.handbook().scenarios().stream()
        .filter(scenario -> !scenario.members().isEmpty())
        .filter(scenario -> scenario.size().orElse(members(scenario)) != members(scenario))
        .filter(
            scenario ->
                scenario.size().orElseThrow() < members(scenario)
                    || scenario.members().stream()
                        .map(Member::name)
                        .map(Twice::plain)
                        .allMatch(people::contains))
        .map(TeamSizes::contradiction);
  }

  private static int members(Scenario scenario) {
    return (int) scenario.members().stream().map(m -> Twice.plain(m.name())).distinct().count();
  }

  private static Contradiction contradiction(Scenario scenario) {
    int members = members(scenario);
    return new Contradiction(
        "scenario " + scenario.id(),
        "size: " + scenario.size().orElseThrow(),
        scenario.origin().of("size"),
        members + (members == 1 ? " member is listed" : " members are listed"),
        List.of(scenario.origin().of("members")),
        "Correct the size, or list all members.");
  }
}
