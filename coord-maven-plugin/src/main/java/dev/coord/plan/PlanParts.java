package dev.coord.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through a plan for what several of its parts have. */
final class PlanParts {

  private PlanParts() {}

  static Stream<TaskList> taskLists(Plan plan) {
    Testing testing = plan.handbook().testing();
    return Stream.of(
            plan.workstreams().stream().map(w -> new TaskList(w.id(), w.tasks())),
            plan.sprints().stream()
                .flatMap(s -> s.blocks().stream().map(b -> new TaskList(s.id(), b.tasks()))),
            plan.events().stream().map(e -> new TaskList("event " + e.id(), e.deliverables())),
            plan.merges().waves().stream().map(w -> new TaskList("wave " + w.id(), w.checklist())),
            testing.sprints().stream().map(s -> new TaskList("testing " + s.sprint(), s.areas())),
            testing.signOff().stream().map(s -> new TaskList("testing sign-off", s.criteria())),
            plan.handbook().reports().stream()
                .flatMap(
                    r -> r.next().stream().map(n -> new TaskList("report " + r.id(), n.tasks()))))
        .flatMap(lists -> lists);
  }

  static Stream<Assertion> assertions(Plan plan) {
    return Stream.of(
            taskLists(plan).flatMap(PlanParts::tasks),
            plan.workstreams().stream().flatMap(PlanParts::workstream),
            plan.handoffs().stream().flatMap(h -> handoff(plan, h).stream()),
            plan.claims().stream().flatMap(c -> claim(c).stream()),
            plan.handbook().risks().stream().flatMap(r -> risk(r).stream()),
            plan.handbook().environments().stream().flatMap(PlanParts::pipelines),
            plan.handbook().testing().deliverables().stream().flatMap(d -> deliverable(d).stream()),
            plan.handbook().pages().stream().map(PlanParts::page))
        .flatMap(assertions -> assertions);
  }

  /** Most tasks of a large plan have no rule, and a plan is asked for its rules many times. */
  private static Stream<Assertion> tasks(TaskList list) {
    List<Assertion> found = new ArrayList<>();
    list.tasks().forEach(task -> add(list, task, found));
    return found.stream();
  }

  private static void add(TaskList list, Task task, List<Assertion> found) {
    if (task.doneWhen().isPresent()) {
      task(list, task).ifPresent(found::add);
    }
    task.tasks().forEach(part -> add(list, part, found));
  }

  private static Optional<Assertion> task(TaskList list, Task task) {
    return task.state() == Task.State.DROPPED
        ? Optional.empty()
        : task.doneWhen()
            .map(
                rule ->
                    new Assertion(
                        list.subject() + "/" + task.id(),
                        "task " + task.id() + " is " + task.state().word(),
                        task.origin().of("state"),
                        task.state() == Task.State.DONE,
                        rule));
  }

  private static Stream<Assertion> workstream(Workstream workstream) {
    return workstream.launch().stream()
        .flatMap(
            launch ->
                launch.promptFile().stream()
                    .map(
                        file ->
                            exists(
                                    workstream.id(),
                                    "prompt_file: " + file,
                                    launch.origin(),
                                    "prompt_file",
                                    file)
                                .ofOnce()));
  }

  /** Ready is what is so where its provider works, or where that goes. */
  private static Optional<Assertion> handoff(Plan plan, Handoff handoff) {
    return handoff.assertion(places(plan, handoff));
  }

  /** What is said of the code of a contract, where its provider works, or where that goes. */
  static Optional<Assertion> agreed(Plan plan, Handoff handoff) {
    return handoff.agreed(places(plan, handoff));
  }

  private static List<String> places(Plan plan, Handoff handoff) {
    return Stream.concat(
            Stream.of(plan.project().integrationBranch()),
            handoff.provider().flatMap(plan::workstream).flatMap(Workstream::branch).stream())
        .distinct()
        .toList();
  }

  private static Optional<Assertion> claim(Claim claim) {
    return claim
        .holdsWhen()
        .map(
            rule ->
                new Assertion(
                    "claim " + claim.id(),
                    claim.says(),
                    claim.origin().of("says"),
                    true,
                    rule,
                    List.of(),
                    claim.on(),
                    false));
  }

  /** A risk that is not claimed to have happened is claimed not to have. */
  private static Optional<Assertion> risk(Risk risk) {
    return risk.triggeredWhen()
        .map(
            rule ->
                new Assertion(
                    "risk " + risk.id(),
                    "status: " + risk.status().word(),
                    risk.origin().of("status"),
                    risk.status() == Risk.Status.TRIGGERED,
                    rule));
  }

  private static Stream<Assertion> pipelines(Environment environment) {
    return environment.pipelines().stream()
        .map(
            pipeline ->
                exists(
                    "environment " + environment.id(),
                    "pipeline " + pipeline.file(),
                    pipeline.origin(),
                    "file",
                    pipeline.file()));
  }

  private static Optional<Assertion> deliverable(Testing.Deliverable deliverable) {
    return deliverable
        .path()
        .filter(path -> deliverable.status() != Task.State.DROPPED)
        .map(
            path ->
                new Assertion(
                        "testing " + deliverable.title(),
                        deliverable.title() + " is " + deliverable.status().word(),
                        deliverable.origin().of("status"),
                        deliverable.status() == Task.State.DONE,
                        exists(deliverable.origin(), path))
                    .ofOnce());
  }

  private static Assertion page(Document page) {
    return exists("page " + page.id(), "file: " + page.file(), page.origin(), "file", page.file());
  }

  private static Assertion exists(
      String subject, String claim, Origin origin, String key, String file) {
    return new Assertion(subject, claim, origin.of(key), true, exists(origin, file));
  }

  private static Rule exists(Origin origin, String file) {
    return new PathRule(origin, file, PathRule.Expectation.EXISTS, "", Optional.empty());
  }
}
