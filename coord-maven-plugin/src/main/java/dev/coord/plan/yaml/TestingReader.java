package dev.coord.plan.yaml;

import dev.coord.plan.Task;
import dev.coord.plan.Testing;
import dev.coord.plan.Testing.Deliverable;
import dev.coord.plan.Testing.Severity;
import dev.coord.plan.Testing.SignOff;
import dev.coord.plan.Testing.SprintTests;
import dev.coord.plan.Testing.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code testing}. */
final class TestingReader {
  private static final Shape SHAPE = new Shape("\"testing\"", "testing: {notes: By hand.}");
  private static final Shape TYPE = new Shape("a type of tests", "{title: Smoke tests}");
  private static final Shape SPRINT =
      new Shape("the testing of a sprint", "{sprint: sprint-1, focus: Refunds}");
  private static final Shape SEVERITY =
      new Shape("a severity", "{level: critical, respond_within: 4 hours}");
  private static final Shape DELIVERABLE =
      new Shape("a deliverable", "{title: Test report, path: docs/test-report.md}");
  private static final Shape SIGN_OFF = new Shape("\"sign_off\"", "sign_off: {by: ana}");
  private static final Map<String, Task.State> STATES = EnumWords.of(Task.State.class);
  private static final Map<String, SignOff.Decision> DECISIONS =
      EnumWords.of(SignOff.Decision.class);

  private TestingReader() {}

  static Optional<Testing> read(ReadContext context, YamlNode node) {
    return MappingReader.read(context, node, SHAPE, TestingReader::testing);
  }

  private static Optional<Testing> testing(MappingReader in) {
    List<Type> types = in.records("types", TYPE, TestingReader::type);
    List<SprintTests> sprints = in.records("sprints", SPRINT, TestingReader::sprint);
    List<Severity> severities = in.records("severities", SEVERITY, TestingReader::severity);
    List<Deliverable> deliverables =
        in.records("deliverables", DELIVERABLE, TestingReader::deliverable);
    Optional<SignOff> signOff = in.record("sign_off", TestingReader::signOff);
    String notes = in.markdown("notes");
    return Optional.of(
        new Testing(in.origin(), types, sprints, severities, deliverables, signOff, notes));
  }

  private static Optional<Type> type(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        TYPE,
        in -> {
          Optional<String> title = in.required("title", "Smoke tests", in.scalars()::text);
          String timing = in.text("timing");
          String frequency = in.text("frequency");
          String scope = in.markdown("scope");
          String notes = in.markdown("notes");
          return title.map(t -> new Type(in.origin(), t, timing, frequency, scope, notes));
        });
  }

  private static Optional<SprintTests> sprint(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        SPRINT,
        in -> {
          Optional<String> sprint =
              in.required("sprint", "sprint-1", field -> in.reference(field, Kind.SPRINT));
          String focus = in.markdown("focus");
          List<Task> areas = TaskReader.read(in, "areas", in.context().tasksOfBlock());
          return sprint.map(id -> new SprintTests(in.origin(), id, focus, areas));
        });
  }

  private static Optional<Severity> severity(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        SEVERITY,
        in -> {
          Optional<String> level = in.required("level", "critical", in.scalars()::text);
          String meaning = in.markdown("meaning");
          String respondWithin = in.text("respond_within");
          return level.map(l -> new Severity(in.origin(), l, meaning, respondWithin));
        });
  }

  private static Optional<Deliverable> deliverable(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        DELIVERABLE,
        in -> {
          Optional<String> title = in.required("title", "Test report", in.scalars()::text);
          String due = in.text("due");
          Optional<String> sprint = in.reference("sprint", Kind.SPRINT);
          Optional<String> path = RepoFiles.path(in, "path");
          Task.State status = in.word("status", STATES).orElse(Task.State.TODO);
          String notes = in.markdown("notes");
          return title.map(t -> new Deliverable(in.origin(), t, due, sprint, path, status, notes));
        });
  }

  private static Optional<SignOff> signOff(ReadContext context, YamlNode node) {
    return MappingReader.read(
        context,
        node,
        SIGN_OFF,
        in -> {
          Optional<String> by = in.required("by", "ana", field -> in.reference(field, Kind.PERSON));
          List<Task> criteria = TaskReader.read(in, "criteria", in.context().tasksOfBlock());
          SignOff.Decision decision =
              in.word("decision", DECISIONS).orElse(SignOff.Decision.PENDING);
          String says = in.markdown("says");
          Optional<LocalDate> on = in.date("on");
          return by.map(who -> new SignOff(in.origin(), who, criteria, decision, says, on));
        });
  }
}
