package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.evidence.Observation;
import dev.coord.plan.Decision;
import dev.coord.plan.Document;
import dev.coord.plan.Environment;
import dev.coord.plan.Handbook;
import dev.coord.plan.Playbook;
import dev.coord.plan.Risk;
import dev.coord.plan.Step;
import dev.coord.site.RuleNotation;
import java.util.List;
import java.util.Optional;

/** What a team looks things up in, in {@code status.json}: risks, decisions, reports and so on. */
final class StatusHandbook {

  private final Json json;

  StatusHandbook(Json json) {
    this.json = json;
  }

  void write(Assessment assessment) {
    Handbook handbook = assessment.plan().handbook();
    json.list("risks", handbook.risks(), this::risk);
    new StatusTesting(json).write(handbook.testing());
    json.list("environments", handbook.environments(), this::environment);
    json.list("playbooks", handbook.playbooks(), this::playbook);
    json.list("decisions", handbook.decisions(), this::decision);
    new StatusReports(json).write(handbook.reports());
    new StatusScenarios(json).write(handbook.scenarios());
    json.list("pages", handbook.pages(), page -> page(page, assessment));
  }

  private void risk(Risk risk) {
    json.text("id", risk.id());
    json.text("title", risk.title());
    json.text("scope", risk.scope());
    json.text("symptom", risk.symptom());
    json.text("likelihood", risk.likelihood().map(StatusGates::word));
    json.text("impact", risk.impact().map(StatusGates::word));
    json.text("status", risk.status().word());
    json.texts("owners", risk.owners());
    json.texts("support", risk.support());
    json.texts("workstreams", risk.workstreams());
    json.texts("mitigations", risk.mitigations());
    json.text("triggered_when", risk.triggeredWhen().map(RuleNotation::of));
    json.text("trigger", risk.trigger());
    json.list("contingency", risk.contingency(), this::step);
    json.text("notes", risk.notes());
    json.place("place", risk.origin().self());
  }

  private void step(Step step) {
    json.text("text", step.text());
    json.text("commands", step.commands());
  }

  private void environment(Environment environment) {
    json.text("id", environment.id());
    json.text("title", environment.title());
    json.text("url", environment.url());
    json.texts("access", environment.publish() ? environment.access() : List.of());
    json.object("data", data -> data(environment.data()));
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
    json.text("notes", environment.notes());
    json.place("place", environment.origin().self());
  }

  private void data(Environment.Data data) {
    json.text("coverage", data.coverage());
    json.text("volume", data.volume());
    json.text("scenarios", data.scenarios());
  }

  private void playbook(Playbook playbook) {
    json.text("id", playbook.id());
    json.text("title", playbook.title());
    json.text("when", playbook.when());
    json.list("steps", playbook.steps(), this::step);
    json.text("notes", playbook.notes());
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
    json.text("notes", decision.notes());
    json.place("place", decision.origin().self());
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
