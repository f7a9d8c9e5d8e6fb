package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Action;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Claim;
import dev.coord.plan.Decision;
import dev.coord.plan.Document;
import dev.coord.plan.Environment;
import dev.coord.plan.Epic;
import dev.coord.plan.Event;
import dev.coord.plan.EvidenceSources;
import dev.coord.plan.Gate;
import dev.coord.plan.Handbook;
import dev.coord.plan.Handoff;
import dev.coord.plan.Merges;
import dev.coord.plan.Metric;
import dev.coord.plan.Origin;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.Playbook;
import dev.coord.plan.Project;
import dev.coord.plan.Report;
import dev.coord.plan.Risk;
import dev.coord.plan.Scenario;
import dev.coord.plan.SiteLook;
import dev.coord.plan.Sprint;
import dev.coord.plan.Testing;
import dev.coord.plan.Waiver;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan while it is read. */
final class Draft {
  final List<Person> people = new ArrayList<>();
  final List<Workstream> workstreams = new ArrayList<>();
  final List<Epic> epics = new ArrayList<>();
  final List<Sprint> sprints = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  final List<Handoff> handoffs = new ArrayList<>();
  final List<Gate> gates = new ArrayList<>();
  final List<Metric> metrics = new ArrayList<>();
  final List<Waiver> waivers = new ArrayList<>();
  final List<Action> actions = new ArrayList<>();
  final List<Claim> claims = new ArrayList<>();
  final List<Risk> risks = new ArrayList<>();
  final List<Environment> environments = new ArrayList<>();
  final List<Playbook> playbooks = new ArrayList<>();
  final List<Decision> decisions = new ArrayList<>();
  final List<Report> reports = new ArrayList<>();
  final List<Scenario> scenarios = new ArrayList<>();
  final List<Document> pages = new ArrayList<>();
  Optional<Project> project = Optional.empty();
  Optional<Boundaries> boundaries = Optional.empty();
  Optional<Merges> merges = Optional.empty();
  Optional<Testing> testing = Optional.empty();
  Optional<EvidenceSources> evidence = Optional.empty();

  /**
   * What was read so far as a plan.
   *
   * @param begin the place of what the plan does not say
   */
  Plan plan(List<String> files, Location begin) {
    Origin unwritten = Origin.at(begin);
    return new Plan(
        files,
        project.orElseGet(() -> unnamed(unwritten)),
        people,
        workstreams,
        epics,
        sprints,
        events,
        handoffs,
        boundaries.orElseGet(() -> BoundariesReader.usual(unwritten)),
        merges.orElseGet(() -> new Merges(unwritten, List.of(), List.of())),
        gates,
        metrics,
        waivers,
        actions,
        claims,
        new Handbook(
            risks,
            testing.orElseGet(() -> Testing.unsaid(unwritten)),
            environments,
            playbooks,
            decisions,
            reports,
            scenarios,
            pages),
        evidence.orElseGet(
            () -> new EvidenceSources(unwritten, List.of(), List.of(), List.of(), List.of())));
  }

  /** Stands for a project that could not be read, so that the rest can be checked. */
  private static Project unnamed(Origin origin) {
    return new Project(
        origin,
        "?",
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        Project.DEFAULT_INTEGRATION_BRANCH,
        Optional.empty(),
        Optional.empty(),
        CalendarReader.usual(origin),
        SiteLook.usual(origin),
        Map.of(),
        List.of(),
        "");
  }
}
