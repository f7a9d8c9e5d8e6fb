package dev.coord.site.draft;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.GateResult;
import dev.coord.assess.SprintState;
import dev.coord.assess.WorkstreamState;
import dev.coord.diagnostic.Location;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.Person;
import dev.coord.plan.Sprint;
import dev.coord.plan.SprintTasks;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what an assessment says of an id, without looking through everything each time. */
final class Index {

  private record TaskClaim(String task, Location place) {}

  private record Said(String claim, Location place) {}

  private final Map<String, WorkstreamState> workstreams = new HashMap<>();
  private final Map<String, Workstream> ruled = new HashMap<>();
  private final Map<String, Person> people = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<TaskClaim, ClaimCheck> claims = new HashMap<>();
  private final Map<Said, ClaimCheck> said = new HashMap<>();
  private final Map<String, List<ClaimCheck>> contradictions = new HashMap<>();
  private final Map<String, List<GateResult>> ownershipGates = new HashMap<>();
  private final Map<String, Integer> files = new HashMap<>();
  private final Set<String> tasks = new HashSet<>();
  private final Set<String> sprints = new HashSet<>();
  private final SprintTasks sprintTasks;

  Index(Assessment assessment) {
    for (WorkstreamState state : assessment.workstreams()) {
      workstreams.putIfAbsent(state.id(), state);
      state.workstream().tasks().stream()
          .flatMap(Task::flat)
          .forEach(task -> tasks.add(state.id() + "/" + task.id()));
    }
    sprintTasks = new SprintTasks(assessment.plan());
    for (SprintState state : assessment.sprints()) {
      Sprint sprint = state.sprint();
      sprints.add(sprint.id());
      sprint.blocks().stream()
          .flatMap(block -> block.tasks().stream())
          .flatMap(Task::flat)
          .forEach(task -> tasks.add(sprint.id() + "/" + task.id()));
    }
    assessment.rulebook().workstreams().forEach(w -> ruled.putIfAbsent(w.id(), w));
    Stream.concat(assessment.rulebook().people().stream(), assessment.plan().people().stream())
        .forEach(this::add);
    assessment
        .ownership()
        .optional()
        .ifPresent(map -> map.patterns().forEach(use -> files.put(use.pattern(), use.files())));
    for (GateResult gate : assessment.gates()) {
      if (gate.gate().rule() instanceof OwnershipRule) {
        String subject = gate.subject().orElse(assessment.judged().subject());
        ownershipGates.computeIfAbsent(subject, any -> new ArrayList<>()).add(gate);
      }
    }
    for (ClaimCheck claim : assessment.claims()) {
      String task = claim.subject().substring(claim.subject().indexOf('/') + 1);
      claims.putIfAbsent(new TaskClaim(task, claim.place()), claim);
      said.putIfAbsent(new Said(claim.claim(), claim.place()), claim);
    }
    for (ClaimCheck claim : assessment.contradictions()) {
      contradictions
          .computeIfAbsent(Subjects.owner(claim.subject()), any -> new ArrayList<>())
          .add(claim);
    }
  }

  private void add(Person person) {
    people.putIfAbsent(person.id(), person);
    person.emails().forEach(email -> names.putIfAbsent(email, person.name()));
  }

  /** Which tasks of workstreams belong to which sprint. */
  SprintTasks sprintTasks() {
    return sprintTasks;
  }

  Optional<WorkstreamState> workstream(String id) {
    return Optional.ofNullable(workstreams.get(id));
  }

  /** The workstream as the version of the plan that judges defines it. */
  Optional<Workstream> ruled(String id) {
    return Optional.ofNullable(ruled.get(id));
  }

  Optional<Person> person(String id) {
    return Optional.ofNullable(people.get(id));
  }

  /** The name of the person with an address. */
  Optional<String> name(String email) {
    return Optional.ofNullable(names.get(email));
  }

  /** The first claim that a task makes, by its id and the place that makes it. */
  Optional<ClaimCheck> claim(String task, Location place) {
    return Optional.ofNullable(claims.get(new TaskClaim(task, place)));
  }

  /** The first claim in some words that a place makes. */
  Optional<ClaimCheck> said(String claim, Location place) {
    return Optional.ofNullable(said.get(new Said(claim, place)));
  }

  /** The contradicted claims about a subject or one of its tasks. */
  List<ClaimCheck> contradictions(String subject) {
    return contradictions.getOrDefault(subject, List.of());
  }

  /** The rows of gates on ownership that are about a workstream or branch. */
  List<GateResult> ownershipGates(String subject) {
    return ownershipGates.getOrDefault(subject, List.of());
  }

  /** How many tracked files a pattern matches. */
  Optional<Integer> files(String pattern) {
    return Optional.ofNullable(files.get(pattern));
  }

  boolean isSprint(String id) {
    return sprints.contains(id);
  }

  boolean isTask(String subject) {
    return tasks.contains(subject);
  }
}
