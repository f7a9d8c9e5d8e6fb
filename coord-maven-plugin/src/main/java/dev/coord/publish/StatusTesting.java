package dev.coord.publish;

import dev.coord.plan.Testing;
import dev.coord.plan.Testing.Deliverable;
import dev.coord.plan.Testing.SignOff;
import dev.coord.plan.Testing.SprintTests;
import dev.coord.plan.Testing.Type;

/** How the team tests, in {@code status.json}. */
final class StatusTesting {

  private final Json json;
  private final StatusTasks tasks;

  StatusTesting(Json json) {
    this.json = json;
    this.tasks = new StatusTasks(json);
  }

  void write(Testing testing) {
    if (!testing.isUnsaid()) {
      json.object("testing", object -> testing(testing));
    }
  }

  private void testing(Testing testing) {
    json.list("types", testing.types(), this::type);
    json.list("sprints", testing.sprints(), this::sprint);
    json.list("severities", testing.severities(), this::severity);
    json.list("deliverables", testing.deliverables(), this::deliverable);
    testing.signOff().ifPresent(signOff -> json.object("sign_off", object -> signOff(signOff)));
    json.text("notes", testing.notes());
  }

  private void type(Type type) {
    json.text("title", type.title());
    json.text("timing", type.timing());
    json.text("frequency", type.frequency());
    json.text("scope", type.scope());
    json.text("notes", type.notes());
  }

  private void sprint(SprintTests sprint) {
    json.text("sprint", sprint.sprint());
    json.text("focus", sprint.focus());
    tasks.write("areas", sprint.areas());
  }

  private void severity(Testing.Severity severity) {
    json.text("level", severity.level());
    json.text("meaning", severity.meaning());
    json.text("respond_within", severity.respondWithin());
  }

  private void deliverable(Deliverable deliverable) {
    json.text("title", deliverable.title());
    json.text("due", deliverable.due());
    json.text("sprint", deliverable.sprint());
    json.exact("path", deliverable.path());
    json.text("status", deliverable.status().word());
    json.text("notes", deliverable.notes());
    json.place("place", deliverable.origin().self());
  }

  private void signOff(SignOff signOff) {
    json.text("by", signOff.by());
    json.text("decision", signOff.decision().word());
    json.text("on", signOff.on());
    json.text("says", signOff.says());
    tasks.write("criteria", signOff.criteria());
    json.place("place", signOff.origin().self());
  }
}
