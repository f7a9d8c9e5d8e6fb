package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.evidence.Observation;
import dev.coord.plan.Decision;
import dev.coord.plan.Document;
import dev.coord.plan.Environment;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Handbook;
import dev.coord.plan.Playbook;
import dev.coord.plan.Report;
import dev.coord.plan.Risk;
import dev.coord.plan.Scenario;
import dev.coord.plan.Step;
import dev.coord.plan.Task;
import dev.coord.plan.Testing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What a team looks things up in, in {@code status.json}: risks, decisions, reports and so on. */
final class StatusHandbook {

  private final Json json;

  StatusHandbook(Json json) {
    this.json = json;
  }

  void write(Assessment assessment) {
    Handbook handbook = assessment.plan().handbook();
    json.list("risks", handbook.risks(), this::risk);
    if (!handbook.testing().isUnsaid()) {
      json.object("testing", testing -> testing(handbook.testing()));
    }
    json.list("environments", handbook.environments(), this::environment);
    json.list("playbooks", handbook.playbooks(), this::playbook);
    json.list("decisions", handbook.decisions(), this::decision);
    json.list("reports", handbook.reports(), this::report);
    json.list("scenarios", handbook.scenarios(), this::scenario);
    json.list("pages", handbook.pages(), page -> page(page, assessment));
  }

  private void risk(Risk risk) {
    json.text("id", risk.id());
    json.text("title", risk.title());
    json.text("scope", risk.scope());
    json.text("symptom", risk.symptom());
    json.text("likelihood", risk.likelihood().map(StatusHandbook::word));
    json.text("impact", risk.impact().map(StatusHandbook::word));
    json.text("status", risk.status().word());
    json.texts("owners", risk.owners());
    json.texts("support", risk.support());
    json.texts("workstreams", risk.workstreams());
    json.texts("mitigations", risk.mitigations());
    json.text("trigger", risk.trigger());
    json.list("contingency", risk.contingency(), this::step);
    json.place("place", risk.origin().self());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void step(Step step) {
    json.text("text", step.text());
    json.text("commands", step.commands());
  }

  private void testing(Testing testing) {
    json.list(
        "types",
        testing.types(),
        type -> {
          json.text("title", type.title());
          json.text("timing", type.timing());
          json.text("frequency", type.frequency());
          json.text("scope", type.scope());
        });
    json.list(
        "sprints",
        testing.sprints(),
        sprint -> {
          json.text("sprint", sprint.sprint());
          json.text("focus", sprint.focus());
          tasks("areas", sprint.areas());
        });
    json.list(
        "severities",
        testing.severities(),
        severity -> {
          json.text("level", severity.level());
          json.text("meaning", severity.meaning());
          json.text("respond_within", severity.respondWithin());
        });
    json.list(
        "deliverables",
        testing.deliverables(),
        deliverable -> {
          json.text("title", deliverable.title());
          json.text("due", deliverable.due());
          json.text("sprint", deliverable.sprint());
          json.exact("path", deliverable.path());
          json.text("status", deliverable.status().word());
          json.place("place", deliverable.origin().self());
        });
    testing
        .signOff()
        .ifPresent(
            signOff ->
                json.object(
                    "sign_off",
                    object -> {
                      json.text("by", signOff.by());
                      json.text("decision", signOff.decision().word());
                      json.text("on", signOff.on());
                      json.text("says", signOff.says());
                      tasks("criteria", signOff.criteria());
                      json.place("place", signOff.origin().self());
                    }));
  }

  /** Tasks at every level, one after the other. */
  private void tasks(String name, List<Task> tasks) {
    json.list(
        name,
        tasks.stream().flatMap(Task::flat).toList(),
        task -> {
          json.text("id", task.id());
          json.text("text", task.text());
          json.text("state", task.state().word());
        });
  }

  private void environment(Environment environment) {
    json.text("id", environment.id());
    json.text("title", environment.title());
    json.text("url", environment.url());
    json.texts("access", environment.publish() ? environment.access() : List.of());
    json.texts("tools", environment.tools());
    json.list(
        "pipelines",
        environment.pipelines(),
        pipeline -> {
          json.exact("file", pipeline.file());
          json.text("trigger", pipeline.trigger());
          json.text("purpose", pipeline.purpose());
          json.text("gate", pipeline.gate());
          json.texts("secrets", pipeline.secrets());
        });
    json.place("place", environment.origin().self());
  }

  private void playbook(Playbook playbook) {
    json.text("id", playbook.id());
    json.text("title", playbook.title());
    json.text("when", playbook.when());
    json.list("steps", playbook.steps(), this::step);
    json.place("place", playbook.origin().self());
  }

  private void decision(Decision decision) {
    json.text("id", decision.id());
    json.text("title", decision.title());
    json.text("status", decision.status().word());
    json.text("date", decision.date());
    json.texts("by", decision.by());
    json.texts("points", decision.points());
    json.texts("supersedes", decision.supersedes());
    json.place("place", decision.origin().self());
  }

  private void report(Report report) {
    json.text("id", report.id());
    json.text("title", report.title());
    json.text("from", report.from());
    json.text("to", report.to());
    json.text("time", report.time());
    number("minutes", report.minutes());
    json.texts("by", report.by());
    json.text("objective", report.objective());
    json.text("outcome", report.outcome());
    json.text("impact", report.impact());
    json.texts(
        "achievements", report.achievements().stream().map(Report.Achievement::title).toList());
    json.list("files", report.files(), this::file);
    json.texts("worked", report.lessons().worked());
    json.texts("improve", report.lessons().improve());
    json.texts("patterns", report.lessons().patterns());
    json.list(
        "next",
        report.next(),
        next -> {
          json.text("horizon", next.horizon());
          tasks("tasks", next.tasks());
        });
    json.place("place", report.origin().self());
  }

  private void file(FileEntry file) {
    json.exact("path", file.path());
    json.text("change", file.change().word());
    number("lines", file.lines());
    number("bytes", file.bytes());
    number("characters", file.characters());
  }

  private void number(String name, OptionalInt number) {
    number.ifPresent(value -> json.number(name, value));
  }

  private void scenario(Scenario scenario) {
    json.text("id", scenario.id());
    json.text("title", scenario.title());
    number("size", scenario.size());
    json.text("timeline", scenario.timeline());
    json.texts("members", scenario.members().stream().map(Scenario.Member::name).toList());
    json.list(
        "savings",
        scenario.savings(),
        saving -> {
          json.text("what", saving.what());
          json.text("parallel", saving.parallel().toString());
          json.text("sequential", saving.sequential().toString());
          json.text("saved", saving.saved());
          json.text("computed", saving.computed().toString());
        });
    json.place("place", scenario.origin().self());
  }

  private void page(Document page, Assessment assessment) {
    json.text("id", page.id());
    json.text("title", page.title());
    json.exact("file", page.file());
    json.flag(
        "known",
        Optional.ofNullable(assessment.documents().get(page.id()))
            .filter(Observation::isKnown)
            .isPresent());
    json.place("place", page.origin().self());
  }
}
