package dev.coord.testing;

import dev.coord.path.PathPatterns;
import dev.coord.plan.Action;
import dev.coord.plan.Boundaries;
import dev.coord.plan.EvidenceSources;
import dev.coord.plan.Gate;
import dev.coord.plan.Handbook;
import dev.coord.plan.Merges;
import dev.coord.plan.Metric;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import dev.coord.plan.Rule;
import dev.coord.plan.SiteLook;
import dev.coord.plan.Sprint;
import dev.coord.plan.Task;
import dev.coord.plan.Waiver;
import dev.coord.plan.WorkCalendar;
import dev.coord.plan.Workstream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plans for tests: what is not said has a harmless default. */
public final class Plans {

  /** No pattern. */
  public static final PathPatterns NOWHERE = new PathPatterns(List.of());

  private Plans() {}

  /** An empty plan of project Shop, merged into {@code main}. */
  public static Builder plan() {
    return new Builder();
  }

  /** A human with the address {@code ID@example.org}. */
  public static Person person(String id) {
    return person(id, id + "@example.org");
  }

  /** A human with addresses. */
  public static Person person(String id, String... emails) {
    return new Person(
        Places.origin(),
        id,
        id,
        Person.Kind.HUMAN,
        "",
        List.of(emails),
        List.of(),
        List.of(),
        List.of(),
        false,
        "");
  }

  /** A metric measured by a rule. */
  public static Metric metric(String id, Optional<Rule> rule) {
    return new Metric(
        Places.origin(),
        id,
        id,
        Metric.Category.QUALITY,
        rule,
        rule.isPresent() ? Optional.empty() : Optional.of("4"),
        "",
        "",
        "",
        "");
  }

  /** An action at a line, due on a day. */
  public static Action action(String id, int line, String day, Task.State state) {
    return new Action(
        Places.origin(line),
        id,
        "Do " + id,
        Optional.empty(),
        Optional.of(LocalDate.parse(day)),
        "",
        state,
        List.of(),
        "");
  }

  /** Puts a plan together. */
  public static final class Builder {
    private List<String> files = List.of(Places.FILE);
    private String integration = "main";
    private ZoneId zone = ZoneId.of("UTC");
    private Optional<LocalDate> start = Optional.empty();
    private OptionalInt sprintLength = OptionalInt.empty();
    private final TreeSet<LocalDate> holidays = new TreeSet<>();
    private final Map<String, String> vocabulary = new TreeMap<>();
    private List<Person> people = List.of();
    private List<Workstream> workstreams = List.of();
    private List<Sprint> sprints = List.of();
    private Boundaries boundaries = Bounds.bounds().build();
    private List<Gate> gates = List.of();
    private List<Metric> metrics = List.of();
    private List<Waiver> waivers = List.of();
    private List<Action> actions = List.of();

    private Builder() {}

    public Builder files(String... value) {
      files = List.of(value);
      return this;
    }

    public Builder integration(String branch) {
      integration = branch;
      return this;
    }

    public Builder zone(String id) {
      zone = ZoneId.of(id);
      return this;
    }

    public Builder calendarStart(String day) {
      start = Optional.of(LocalDate.parse(day));
      return this;
    }

    public Builder sprintLength(int days) {
      sprintLength = OptionalInt.of(days);
      return this;
    }

    public Builder holiday(String day) {
      holidays.add(LocalDate.parse(day));
      return this;
    }

    public Builder word(String word, String meaning) {
      vocabulary.put(word, meaning);
      return this;
    }

    /** People by their ids. */
    public Builder people(String... ids) {
      people = List.of(ids).stream().map(Plans::person).toList();
      return this;
    }

    public Builder people(Person... value) {
      people = List.of(value);
      return this;
    }

    public Builder workstreams(Workstreams... value) {
      workstreams = List.of(value).stream().map(Workstreams::build).toList();
      return this;
    }

    public Builder sprints(Sprints... value) {
      sprints = List.of(value).stream().map(Sprints::build).toList();
      return this;
    }

    public Builder bounds(Bounds value) {
      boundaries = value.build();
      return this;
    }

    public Builder gates(Gates... value) {
      gates = List.of(value).stream().map(Gates::build).toList();
      return this;
    }

    public Builder metrics(Metric... value) {
      metrics = List.of(value);
      return this;
    }

    public Builder waivers(Waiver... value) {
      waivers = List.of(value);
      return this;
    }

    public Builder actions(Action... value) {
      actions = List.of(value);
      return this;
    }

    public Plan build() {
      WorkCalendar calendar =
          new WorkCalendar(
              Places.origin(), zone, start, WorkCalendar.MONDAY_TO_FRIDAY, holidays, sprintLength);
      Project project =
          new Project(
              Places.origin(),
              "Shop",
              "",
              "",
              "",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "",
              Optional.empty(),
              integration,
              Optional.empty(),
              Optional.empty(),
              calendar,
              SiteLook.usual(Places.origin()),
              vocabulary,
              List.of(),
              "");
      return new Plan(
          files,
          project,
          people,
          workstreams,
          List.of(),
          sprints,
          List.of(),
          List.of(),
          boundaries,
          new Merges(Places.origin(), List.of(), List.of()),
          gates,
          metrics,
          waivers,
          actions,
          List.of(),
          Handbook.empty(Places.origin()),
          new EvidenceSources(Places.origin(), List.of(), List.of(), List.of(), List.of()));
    }
  }
}
