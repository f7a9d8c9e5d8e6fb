package dev.coord.plan;

import java.util.List;

/** What a team looks things up in: parts of a plan that nothing else of it rests on. */
public record Handbook(
    List<Risk> risks,
    Testing testing,
    List<Environment> environments,
    List<Playbook> playbooks,
    List<Decision> decisions,
    List<Report> reports,
    List<Scenario> scenarios,
    List<Document> pages) {

  /** Copies the collections. */
  public Handbook {
    Parts.require(testing);
    risks = List.copyOf(risks);
    environments = List.copyOf(environments);
    playbooks = List.copyOf(playbooks);
    decisions = List.copyOf(decisions);
    reports = List.copyOf(reports);
    scenarios = List.copyOf(scenarios);
    pages = List.copyOf(pages);
  }

  /** A handbook without a page. */
  public static Handbook empty(Origin origin) {
    return new Handbook(
        List.of(),
        Testing.unsaid(origin),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
