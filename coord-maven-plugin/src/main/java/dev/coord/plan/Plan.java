package dev.coord.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole plan, merged from its files.
 *
 * @param files paths of the files it was read from, in the order read
 */
public record Plan(
    List<String> files,
    Project project,
    List<Person> people,
    List<Workstream> workstreams,
    List<Sprint> sprints,
    Boundaries boundaries,
    List<Gate> gates,
    List<Metric> metrics,
    List<Waiver> waivers,
    List<Action> actions,
    EvidenceSources evidence) {

  /** Copies the collections. */
  public Plan {
    Parts.require(project, boundaries, evidence);
    files = List.copyOf(files);
    people = IdList.copyOf(people, Person::id);
    workstreams = IdList.copyOf(workstreams, Workstream::id);
    sprints = List.copyOf(sprints);
    gates = List.copyOf(gates);
    metrics = List.copyOf(metrics);
    waivers = List.copyOf(waivers);
    actions = List.copyOf(actions);
  }

  /** The workstream with an id. */
  public Optional<Workstream> workstream(String id) {
    return IdList.find(workstreams, id);
  }

  /** The workstream that is done on a branch. */
  public Optional<Workstream> workstreamOfBranch(String branch) {
    return workstreams.stream().filter(w -> w.branch().equals(Optional.of(branch))).findFirst();
  }

  /** The person with an id. */
  public Optional<Person> person(String id) {
    return IdList.find(people, id);
  }

  /** The sprint with an id. */
  public Optional<Sprint> sprint(String id) {
    return sprints.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /** The gate with an id. */
  public Optional<Gate> gate(String id) {
    return gates.stream().filter(g -> g.id().equals(id)).findFirst();
  }

  /** Every rule of the plan, combinations before their parts, in the order written. */
  public Stream<Rule> rules() {
    return Stream.of(
            gates.stream().map(Gate::rule),
            metrics.stream().flatMap(m -> m.rule().stream()),
            Stream.concat(
                    workstreams.stream().flatMap(w -> w.tasks().stream()),
                    sprints.stream()
                        .flatMap(s -> s.blocks().stream())
                        .flatMap(b -> b.tasks().stream()))
                .flatMap(Task::flat)
                .flatMap(t -> t.doneWhen().stream()))
        .flatMap(rules -> rules)
        .flatMap(Rule::flat);
  }
}
