package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Action;
import dev.coord.plan.Boundaries;
import dev.coord.plan.EvidenceSources;
import dev.coord.plan.Gate;
import dev.coord.plan.Metric;
import dev.coord.plan.Origin;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import dev.coord.plan.Sprint;
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
  final List<Sprint> sprints = new ArrayList<>();
  final List<Gate> gates = new ArrayList<>();
  final List<Metric> metrics = new ArrayList<>();
  final List<Waiver> waivers = new ArrayList<>();
  final List<Action> actions = new ArrayList<>();
  Optional<Project> project = Optional.empty();
  Optional<Boundaries> boundaries = Optional.empty();
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
        sprints,
        boundaries.orElseGet(() -> BoundariesReader.usual(unwritten)),
        gates,
        metrics,
        waivers,
        actions,
        evidence.orElseGet(() -> new EvidenceSources(unwritten, List.of(), List.of())));
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
        "",
        Optional.empty(),
        Project.DEFAULT_INTEGRATION_BRANCH,
        Optional.empty(),
        Optional.empty(),
        CalendarReader.usual(origin),
        Map.of(),
        List.of(),
        "");
  }
}
