package dev.coord.plan;

import static dev.coord.testing.Places.origin;
import static dev.coord.testing.Rules.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.Boundaries.Conflict;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Boundaries.Resolution;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.EvidenceSources.Source;
import dev.coord.plan.Sprint.Block;
import dev.coord.plan.Sprint.Priority;
import dev.coord.plan.Stretch.Counting;
import dev.coord.plan.Workstream.Launch;
import dev.coord.testing.Gates;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.RecordChecks;
import dev.coord.testing.Rules;
import dev.coord.testing.Tasks;
import dev.coord.testing.Workstreams;
import dev.coord.testing.Written;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlanRecordsTest {

  private static final PathPatterns SOURCES = PathPatterns.of("src/**");
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final Optional<String> NOBODY = Optional.empty();

  private static final Task TASK =
      new Task(
          origin(),
          "A.1",
          "Do it",
          Task.State.TODO,
          List.of("ana"),
          Optional.of(DAY),
          "S",
          List.of("A.0"),
          SOURCES,
          List.of(Tasks.todo("A.1.1").build()),
          Optional.empty());
  private static final Shared SHARED =
      new Shared(origin(), SOURCES, Mode.STEWARD, Optional.of("ana"), "");
  private static final Conflict CONFLICT =
      new Conflict(origin(), SOURCES, List.of("a", "b"), Resolution.CONSULT, Optional.empty(), "");
  private static final Branches BRANCHES =
      new Branches(
          origin(), NOBODY, List.of("main"), NOBODY, OptionalInt.of(3), OptionalInt.empty());
  private static final Boundaries BOUNDARIES =
      new Boundaries(
          origin(), List.of(SHARED), SOURCES, Unowned.FAIL, List.of(CONFLICT), List.of(), BRANCHES);
  private static final Launch LAUNCH =
      new Launch(
          origin(),
          OptionalInt.of(1),
          Timing.unsaid(origin()),
          "",
          "",
          "",
          NOBODY,
          "",
          List.of("b"),
          false);
  private static final Workstream WORKSTREAM =
      new Workstream(
          origin(),
          "a",
          "A",
          "",
          Optional.of("ana"),
          "",
          NOBODY,
          NOBODY,
          NOBODY,
          NOBODY,
          "",
          false,
          Optional.of(DAY),
          OptionalInt.of(2),
          Optional.empty(),
          List.of("b"),
          SOURCES,
          Plans.NOWHERE,
          Optional.of(Workstream.Level.LOW),
          "",
          List.of(TASK),
          Optional.of(LAUNCH),
          NOBODY,
          List.of(),
          "",
          "");
  private static final Block BLOCK =
      new Block(
          origin(),
          "",
          new Timing(origin(), List.of(new Stretch(Counting.DAYS, 1, 2))),
          List.of("a"),
          List.of(TASK),
          List.of("b"),
          List.of("A report"),
          Map.of("a", 50),
          "");
  private static final Priority PRIORITY = new Priority(origin(), "a", "", "");
  private static final Sprint SPRINT =
      new Sprint(
          origin(),
          "s",
          "S",
          Optional.of(DAY),
          Optional.empty(),
          List.of("Sell"),
          "",
          List.of(PRIORITY),
          List.of(BLOCK),
          "");
  private static final Person.Share SHARE = new Person.Share(origin(), "a", 50);
  private static final Person PERSON =
      new Person(
          origin(),
          "ana",
          "Ana",
          Person.Kind.HUMAN,
          "",
          List.of("ana@example.org"),
          List.of("Java"),
          List.of("CI"),
          List.of(SHARE),
          false,
          "");
  private static final Gate GATE =
      new Gate(
          origin(),
          "tests",
          "Tests",
          Rules.tests("failed", "= 0"),
          List.of("a"),
          List.of("w"),
          Severity.FAIL,
          "",
          "");
  private static final Metric METRIC = Plans.metric("m", Optional.of(Rules.lines(">= 80%")));
  private static final Waiver WAIVER = Gates.waiver("tests", "2026-11-20", "src/**");
  private static final Action ACTION =
      new Action(
          origin(),
          "x",
          "Do x",
          NOBODY,
          Optional.of(DAY),
          "",
          Task.State.TODO,
          List.of("tests"),
          "");
  private static final WorkCalendar CALENDAR =
      new WorkCalendar(
          origin(),
          ZoneId.of("UTC"),
          Optional.of(DAY),
          WorkCalendar.MONDAY_TO_FRIDAY,
          new TreeSet<>(Set.of(DAY)),
          OptionalInt.of(10));
  private static final Project.Channel CHANNEL = new Project.Channel(origin(), "talk", "IRC");
  private static final Project PROJECT =
      new Project(
          origin(),
          "Shop",
          "",
          "",
          "",
          Optional.of(DAY),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          NOBODY,
          "main",
          NOBODY,
          NOBODY,
          CALENDAR,
          SiteLook.usual(origin()),
          Map.of("done", "merged"),
          List.of(CHANNEL),
          "");
  private static final Source SOURCE = new Source(origin(), PathPattern.of("*.xml"), "");
  private static final EvidenceSources EVIDENCE =
      new EvidenceSources(
          origin(), List.of(SOURCE), List.of(SOURCE), List.of(SOURCE), List.of(SOURCE));

  @TestFactory
  Stream<DynamicTest> every_record_of_a_plan_is_whole_and_keeps_its_collections_to_itself() {
    Map<Class<?>, Record> samples = new LinkedHashMap<>();
    collect(Written.everything(), samples);
    assertThat(samples).hasSizeGreaterThan(60);
    return RecordChecks.of(samples.values().toArray(Record[]::new));
  }

  /** One record of each class that a plan holds: the first that is found. */
  private static void collect(Object value, Map<Class<?>, Record> samples) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> collect(present, samples));
    } else if (value instanceof Collection<?> collection) {
      collection.forEach(item -> collect(item, samples));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(item -> collect(item, samples));
    } else if (value instanceof Record record
        && record.getClass().getPackage().equals(Plan.class.getPackage())) {
      samples.putIfAbsent(record.getClass(), record);
      for (RecordComponent part : record.getClass().getRecordComponents()) {
        try {
          part.getAccessor().setAccessible(true);
          collect(part.getAccessor().invoke(record), samples);
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> records_are_whole_and_keep_their_collections_to_themselves() {
    return RecordChecks.of(
        TASK,
        SHARED,
        CONFLICT,
        BRANCHES,
        BOUNDARIES,
        LAUNCH,
        WORKSTREAM,
        BLOCK,
        PRIORITY,
        SPRINT,
        SHARE,
        PERSON,
        GATE,
        METRIC,
        WAIVER,
        ACTION,
        CALENDAR,
        CHANNEL,
        PROJECT,
        SOURCE,
        EVIDENCE,
        new Stretch(Counting.DAYS, 1, 2),
        new Origin(Places.line(1), Map.of("id", Places.line(2))));
  }

  @TestFactory
  Stream<DynamicTest> rules_are_whole_and_keep_their_parts_to_themselves() {
    return RecordChecks.of(
        Rules.coverage(">= 80%", ">= 70%"),
        Rules.tests("failed", "= 0"),
        Rules.tests("duration", "< 5 s"),
        Rules.ownership(),
        Rules.merged("a"),
        Rules.exists("README.md"),
        Rules.tasksOf("a", "= 100%"),
        Rules.declared("ana", "It is so."),
        Rules.all(Rules.ownership()),
        Rules.any(Rules.ownership()),
        Rules.not(Rules.ownership()),
        (Record) Rules.paths("src/**"),
        (Record) Rules.names("*Test"),
        (Record) Rules.workstream("a"),
        comparison(">= 80%"));
  }

  @Test
  void an_id_is_checked_wherever_one_is_defined() {
    assertThatIllegalArgumentException().isThrownBy(() -> Plans.person(".."));
    assertThatIllegalArgumentException().isThrownBy(() -> Tasks.todo("a b").build());
    assertThatIllegalArgumentException().isThrownBy(() -> Workstreams.workstream("").build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gates.gate("a.md", Rules.ownership()).build());
    assertThatIllegalArgumentException().isThrownBy(() -> new Scope.OfWorkstream("nul"));
  }

  @Test
  void a_workstream_takes_a_day_at_least() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workstreams.workstream("a").duration(0).build());
  }

  @Test
  void launches_are_counted_from_one() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Launch(
                    origin(),
                    OptionalInt.of(0),
                    Timing.unsaid(origin()),
                    "",
                    "",
                    "",
                    NOBODY,
                    "",
                    List.of(),
                    false));
  }

  @Test
  void a_person_has_a_name_and_addresses_in_lower_case() {
    assertThat(Plans.person("ana", "Ana@Example.ORG").emails()).containsExactly("ana@example.org");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Person(
                    origin(),
                    "ana",
                    "",
                    Person.Kind.BOT,
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    ""));
  }

  @Test
  void a_share_of_time_is_a_percentage() {
    assertThat(new Person.Share(origin(), "a", 0).percent()).isZero();
    assertThat(new Person.Share(origin(), "a", 100).percent()).isEqualTo(100);
    assertThatIllegalArgumentException().isThrownBy(() -> new Person.Share(origin(), "a", -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Person.Share(origin(), "a", 101));
  }

  @Test
  void a_task_and_an_action_say_what_is_to_be_done() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Task(
                    origin(),
                    "a",
                    "",
                    Task.State.TODO,
                    List.of(),
                    Optional.empty(),
                    "",
                    List.of(),
                    SOURCES,
                    List.of(),
                    Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Action(
                    origin(),
                    "a",
                    "",
                    NOBODY,
                    Optional.empty(),
                    "",
                    Task.State.TODO,
                    List.of(),
                    ""));
  }

  @Test
  void an_action_is_open_until_it_is_done_or_dropped() {
    assertThat(
            Stream.of(Task.State.values())
                .filter(s -> Plans.action("a", 1, "2026-11-20", s).open()))
        .containsExactly(Task.State.TODO, Task.State.DOING, Task.State.BLOCKED);
  }

  @Test
  void a_metric_is_measured_or_set_by_hand_and_not_both() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> metric(Optional.empty(), Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> metric(Optional.of(Rules.ownership()), Optional.of("4")));
  }

  private static Metric metric(Optional<Rule> rule, Optional<String> value) {
    return new Metric(origin(), "m", "m", Metric.Category.OUTCOME, rule, value, "", "", "", "");
  }

  @Test
  void shared_paths_name_a_path_and_a_steward_where_one_decides() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Shared(origin(), Plans.NOWHERE, Mode.INFORM, NOBODY, ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Shared(origin(), SOURCES, Mode.STEWARD, NOBODY, ""));
    assertThat(new Shared(origin(), SOURCES, Mode.COORDINATE, NOBODY, "").steward()).isEmpty();
  }

  @Test
  void a_waiver_has_a_gate_an_owner_and_a_reason() {
    for (int empty = 0; empty < 3; empty++) {
      String gate = empty == 0 ? "" : "tests";
      String owner = empty == 1 ? "" : "ana";
      String reason = empty == 2 ? "" : "Soon.";
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Waiver(origin(), gate, Plans.NOWHERE, owner, reason, DAY));
    }
  }

  @Test
  void a_calendar_has_a_day_that_is_worked_and_sprints_of_a_day_at_least() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new WorkCalendar(
                    origin(),
                    ZoneId.of("UTC"),
                    Optional.empty(),
                    Set.of(),
                    new TreeSet<>(),
                    OptionalInt.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> Plans.plan().sprintLength(0).build());
  }

  @Test
  void a_project_has_a_name_and_an_integration_branch() {
    assertThatIllegalArgumentException().isThrownBy(() -> Plans.plan().integration("").build());
  }

  @Test
  void a_gate_without_workstreams_and_waves_is_the_projects() {
    assertThat(Gates.gate(Rules.ownership()).build().appliesToProject()).isTrue();
    assertThat(Gates.gate(Rules.ownership()).of("a").build().appliesToProject()).isFalse();
    assertThat(Gates.gate(Rules.ownership()).waves("1").build().appliesToProject()).isFalse();
  }

  @Test
  void words_of_the_plan_are_names_in_lower_case() {
    assertThat(Severity.WARN.word()).isEqualTo("warn");
    assertThat(Task.State.DOING.word()).isEqualTo("doing");
    assertThat(Mode.APPEND_ONLY.word()).isEqualTo("append_only");
    assertThat(Person.Kind.AGENT.word()).isEqualTo("agent");
    assertThat(Metric.Category.QUALITY.word()).isEqualTo("quality");
  }
}
