package dev.coord.plan.yaml;

import dev.coord.plan.Comparison;
import dev.coord.plan.PlanRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TasksRule;
import dev.coord.plan.TasksRule.Of;
import dev.coord.plan.yaml.ComparisonReader.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rules that count what the plan itself holds. */
final class WorkRules {
  private static final Map<String, Of> ALL = Map.of("all", Of.EPICS);

  private WorkRules() {}

  static Optional<Rule> tasks(MappingReader in) {
    Optional<String> workstream = in.reference("workstream", Kind.WORKSTREAM);
    Optional<String> sprint = in.reference("sprint", Kind.SPRINT);
    Optional<String> epic = in.reference("epic", Kind.EPIC);
    in.word("epics", ALL);
    Optional<Comparison> done = ComparisonReader.read(in, "done", Quantity.SHARE);
    Optional<Comparison> count = ComparisonReader.read(in, "count", Quantity.COUNT);
    Optional<Comparison> total = ComparisonReader.read(in, "total", Quantity.COUNT);
    List<String> written =
        List.of("workstream", "sprint", "epic", "epics").stream().filter(in::has).toList();
    for (int i = 0; i < written.size(); i++) {
      for (int j = i + 1; j < written.size(); j++) {
        in.exclusive(written.get(i), written.get(j));
      }
    }
    if (done.isEmpty() && count.isEmpty() && total.isEmpty()) {
      RuleReader.requireComparison(in, "done: \">= 80%\"", "done", "count", "total");
      return Optional.empty();
    }
    if (written.size() > 1) {
      return Optional.empty();
    }
    Of of =
        written.isEmpty()
            ? Of.PROJECT
            : switch (written.get(0)) {
              case "workstream" -> Of.WORKSTREAM;
              case "sprint" -> Of.SPRINT;
              case "epic" -> Of.EPIC;
              default -> Of.EPICS;
            };
    Optional<String> id =
        of == Of.PROJECT || of == Of.EPICS
            ? Optional.of("")
            : workstream.or(() -> sprint).or(() -> epic);
    return id.map(name -> new TasksRule(in.origin(), of, name, done, count, total));
  }

  static Optional<Rule> plan(MappingReader in) {
    Optional<Comparison> contradictions = count(in, "contradictions");
    Optional<Comparison> overdue = count(in, "overdue");
    Optional<Comparison> workstreams = count(in, "workstreams");
    Optional<Comparison> people = count(in, "people");
    Optional<Comparison> epics = count(in, "epics");
    Optional<Comparison> sprints = count(in, "sprints");
    Optional<LocalDate> updated = in.date("updated");
    Optional<Comparison> age = ComparisonReader.read(in, "age", Quantity.AGE);
    List<Optional<?>> wanted =
        List.of(contradictions, overdue, workstreams, people, epics, sprints, updated, age);
    if (wanted.stream().allMatch(Optional::isEmpty)) {
      RuleReader.requireComparison(
          in,
          "contradictions: \"= 0\"",
          "contradictions",
          "overdue",
          "workstreams",
          "people",
          "epics",
          "sprints",
          "updated",
          "age");
      return Optional.empty();
    }
    return Optional.of(
        new PlanRule(
            in.origin(),
            contradictions,
            overdue,
            workstreams,
            people,
            epics,
            sprints,
            updated,
            age));
  }

  private static Optional<Comparison> count(MappingReader in, String key) {
    return ComparisonReader.read(in, key, Quantity.COUNT);
  }
}
