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
    List<Epic> epics,
    List<Sprint> sprints,
    List<Event> events,
    List<Handoff> handoffs,
    Boundaries boundaries,
    Merges merges,
    List<Gate> gates,
    List<Metric> metrics,
    List<Waiver> waivers,
    List<Action> actions,
    List<Claim> claims,
    Handbook handbook,
    EvidenceSources evidence) {

  /** Copies the collections. */
  public Plan {
    Parts.require(project, boundaries, merges, handbook, evidence);
    files = List.copyOf(files);
    people = IdList.copyOf(people, Person::id);
    workstreams = IdList.copyOf(workstreams, Workstream::id);
    epics = IdList.copyOf(epics, Epic::id);
    sprints = List.copyOf(sprints);
    events = List.copyOf(events);
    handoffs = List.copyOf(handoffs);
    gates = List.copyOf(gates);
    metrics = List.copyOf(metrics);
    waivers = List.copyOf(waivers);
    actions = List.copyOf(actions);
    claims = List.copyOf(claims);
  }

  /** The workstream with an id. */
  public Optional<Workstream> workstream(String id) {
    return IdList.find(workstreams, id);
  }

  /**
   * A task of a workstream, nested ones included.
   *
   * @param name {@code workstream/task}
   */
  public Optional<Task> task(String name) {
    int slash = name.indexOf('/');
    return workstream(name.substring(0, Math.max(0, slash))).stream()
        .flatMap(one -> one.tasks().stream())
        .flatMap(Task::flat)
        .filter(task -> task.id().equals(name.substring(slash + 1)))
        .findFirst();
  }

  /** Whether it says that a workstream was given up, by {@link StatusWord#DROPPED}. */
  public boolean isDropped(String workstream) {
    return workstream(workstream)
        .filter(one -> !one.status().isEmpty())
        .flatMap(one -> StatusWord.of(one.status(), project.vocabulary()))
        .equals(Optional.of(StatusWord.DROPPED));
  }

  /** The branch that a wave merges into. */
  public String target(Merges.Wave wave) {
    return wave.into().orElse(project.integrationBranch());
  }

  /** What a wave merges, but for what was given up. */
  public List<String> members(Merges.Wave wave) {
    return wave.workstreams().stream().filter(id -> !isDropped(id)).toList();
  }

  /** The waves that merge something that was not given up, in their order. */
  public List<Merges.Wave> openWaves() {
    return merges.waves().stream().filter(wave -> !members(wave).isEmpty()).toList();
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

  /** The epic with an id. */
  public Optional<Epic> epic(String id) {
    return IdList.find(epics, id);
  }

  /** The gate with an id. */
  public Optional<Gate> gate(String id) {
    return gates.stream().filter(g -> g.id().equals(id)).findFirst();
  }

  /**
   * Ids of the workstreams that a gate is about: those it names, and those that its waves merge.
   *
   * @return empty for a gate of the project, whatever waves name it
   */
  public List<String> workstreamsOf(Gate gate) {
    return gate.appliesToProject()
        ? List.of()
        : Stream.concat(
                gate.workstreams().stream(),
                merges.wavesOf(gate).stream().flatMap(wave -> wave.workstreams().stream()))
            .distinct()
            .toList();
  }

  /** The same plan with the claims that other versions of its files make of workstreams. */
  public Plan withWorkstreams(List<Workstream> claiming) {
    return new Plan(
        files,
        project,
        people,
        claiming,
        epics,
        sprints,
        events,
        handoffs,
        boundaries,
        merges,
        gates,
        metrics,
        waivers,
        actions,
        claims,
        handbook,
        evidence);
  }

  /** All tasks, by what they are of, in the order written. */
  public Stream<TaskList> taskLists() {
    return PlanParts.taskLists(this);
  }

  /** All that the plan claims and a rule can show, in the order written. */
  public Stream<Assertion> assertions() {
    return PlanParts.assertions(this);
  }

  /**
   * That the files of a contract that is said to be ready hold its signature.
   *
   * @return empty where nothing of the kind is said; its rule is that the files are tracked
   */
  public Optional<Assertion> agreed(Handoff handoff) {
    return PlanParts.agreed(this, handoff);
  }

  /** Every rule of the plan, combinations before their parts, in the order written. */
  public Stream<Rule> rules() {
    return Stream.of(
            gates.stream().map(Gate::rule),
            metrics.stream().flatMap(m -> m.rule().stream()),
            assertions().map(Assertion::rule))
        .flatMap(rules -> rules)
        .flatMap(Rule::flat);
  }
}
