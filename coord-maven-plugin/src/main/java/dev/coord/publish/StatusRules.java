package dev.coord.publish;

import dev.coord.plan.EvidenceSources;
import dev.coord.plan.EvidenceSources.Source;
import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.plan.Waiver;
import dev.coord.site.RuleNotation;

/** What a build is judged by, in {@code status.json}: gates, waivers and where reports are. */
final class StatusRules {

  private final Json json;

  StatusRules(Json json) {
    this.json = json;
  }

  void write(Plan rulebook) {
    json.list("gate_definitions", rulebook.gates(), this::gate);
    json.list("waivers", rulebook.waivers(), this::waiver);
    json.object("evidence", object -> evidence(rulebook.evidence()));
  }

  private void gate(Gate gate) {
    json.text("id", gate.id());
    json.text("title", gate.title());
    json.text("rule", RuleNotation.of(gate.rule()));
    json.texts("workstreams", gate.workstreams());
    json.texts("waves", gate.waves());
    json.text("severity", gate.severity().word());
    json.text("baseline", gate.baseline());
    json.text("why", gate.why());
    json.place("place", gate.origin().self());
  }

  private void waiver(Waiver waiver) {
    json.text("gate", waiver.gate());
    json.patterns("paths", waiver.paths());
    json.text("finding", waiver.finding());
    if (waiver.finding().isPresent()) {
      json.number("count", waiver.count());
    }
    json.text("owner", waiver.owner());
    json.text("reason", waiver.reason());
    json.text("until", waiver.until().toString());
    json.place("place", waiver.origin().self());
  }

  private void evidence(EvidenceSources sources) {
    json.list("tests", sources.tests(), this::source);
    json.list("coverage", sources.coverage(), this::source);
    json.list("findings", sources.findings(), this::source);
    json.list("pull_requests", sources.pullRequests(), this::source);
  }

  private void source(Source source) {
    json.exact("files", source.files().text());
    if (!source.root().isEmpty()) {
      json.exact("root", source.root());
    }
  }
}
