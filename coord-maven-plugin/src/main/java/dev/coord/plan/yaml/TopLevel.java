package dev.coord.plan.yaml;

import dev.coord.plan.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The keys of a plan, each with what reads it. A further key is one more line. */
final class TopLevel {
  /** The version of the plan's format that this reader knows. */
  static final int VERSION = 1;

  private static final Shape SHAPE = new Shape("a plan", "coord: 1");
  private static final Map<String, BiConsumer<MappingReader, Draft>> KEYS = keys();

  private TopLevel() {}

  private static Map<String, BiConsumer<MappingReader, Draft>> keys() {
    Map<String, BiConsumer<MappingReader, Draft>> keys = new LinkedHashMap<>();
    keys.put("project", (in, to) -> to.project = in.record("project", ProjectReader::read));
    keys.put(
        "people",
        (in, to) -> to.people.addAll(in.records("people", PeopleReader.SHAPE, PeopleReader::read)));
    keys.put(
        "workstreams",
        (in, to) ->
            to.workstreams.addAll(
                in.records("workstreams", WorkstreamReader.SHAPE, WorkstreamReader::read)));
    keys.put(
        "epics",
        (in, to) -> to.epics.addAll(in.records("epics", EpicReader.SHAPE, EpicReader::read)));
    keys.put(
        "sprints",
        (in, to) ->
            to.sprints.addAll(in.records("sprints", SprintReader.SHAPE, SprintReader::read)));
    keys.put(
        "events",
        (in, to) -> to.events.addAll(in.records("events", EventReader.SHAPE, EventReader::read)));
    keys.put(
        "handoffs",
        (in, to) ->
            to.handoffs.addAll(in.records("handoffs", HandoffReader.SHAPE, HandoffReader::read)));
    keys.put("merges", (in, to) -> to.merges = in.record("merges", MergesReader::read));
    keys.put(
        "boundaries", (in, to) -> to.boundaries = in.record("boundaries", BoundariesReader::read));
    keys.put(
        "gates",
        (in, to) -> to.gates.addAll(in.records("gates", GateReader.SHAPE, GateReader::read)));
    keys.put(
        "metrics",
        (in, to) ->
            to.metrics.addAll(in.records("metrics", MetricReader.SHAPE, MetricReader::read)));
    keys.put(
        "waivers",
        (in, to) ->
            to.waivers.addAll(in.records("waivers", WaiverReader.SHAPE, WaiverReader::read)));
    keys.put(
        "actions",
        (in, to) ->
            to.actions.addAll(in.records("actions", ActionReader.SHAPE, ActionReader::read)));
    keys.put(
        "claims",
        (in, to) -> to.claims.addAll(in.records("claims", ClaimReader.SHAPE, ClaimReader::read)));
    keys.put(
        "risks",
        (in, to) -> to.risks.addAll(in.records("risks", RiskReader.SHAPE, RiskReader::read)));
    keys.put("testing", (in, to) -> to.testing = in.record("testing", TestingReader::read));
    keys.put(
        "environments",
        (in, to) ->
            to.environments.addAll(
                in.records("environments", EnvironmentReader.SHAPE, EnvironmentReader::read)));
    keys.put(
        "playbooks",
        (in, to) ->
            to.playbooks.addAll(
                in.records("playbooks", PlaybookReader.SHAPE, PlaybookReader::read)));
    keys.put(
        "decisions",
        (in, to) ->
            to.decisions.addAll(
                in.records("decisions", DecisionReader.SHAPE, DecisionReader::read)));
    keys.put(
        "reports",
        (in, to) ->
            to.reports.addAll(in.records("reports", ReportReader.SHAPE, ReportReader::read)));
    keys.put(
        "scenarios",
        (in, to) ->
            to.scenarios.addAll(
                in.records("scenarios", ScenarioReader.SHAPE, ScenarioReader::read)));
    keys.put(
        "pages",
        (in, to) ->
            to.pages.addAll(in.records("pages", DocumentReader.SHAPE, DocumentReader::read)));
    keys.put("evidence", (in, to) -> to.evidence = in.record("evidence", EvidenceReader::read));
    return keys;
  }

  /** Reads all keys of the merged plan but {@code coord} and {@code include}. */
  static Draft read(ReadContext context, Mapping plan) {
    Draft draft = new Draft();
    MappingReader.read(
        context,
        plan,
        SHAPE,
        in -> {
          in.has(FileHead.VERSION);
          in.has(FileHead.INCLUDE);
          Draft to = in.context().isAside() ? new Draft() : draft;
          KEYS.values().forEach(key -> key.accept(in, to));
          return Optional.empty();
        });
    if (draft.project.isEmpty()) {
      context.doubts().value(Doubts.Value.INTEGRATION_BRANCH);
    }
    return draft;
  }
}
