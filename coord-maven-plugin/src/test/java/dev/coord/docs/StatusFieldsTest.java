package dev.coord.docs;

import static dev.coord.SampleAssessments.siteFrame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.assess.Assessment;
import dev.coord.assess.BaselineState;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.Finding;
import dev.coord.assess.HandoffState;
import dev.coord.assess.Judged;
import dev.coord.assess.Overall;
import dev.coord.assess.Readiness;
import dev.coord.assess.SprintState;
import dev.coord.assess.WaveState;
import dev.coord.assess.WorkstreamState;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.CommandRun;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.Observation;
import dev.coord.evidence.PlanHistory;
import dev.coord.evidence.Proof;
import dev.coord.evidence.TestCase;
import dev.coord.plan.Baseline;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Command;
import dev.coord.plan.Decision;
import dev.coord.plan.Epic;
import dev.coord.plan.Event;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Handoff;
import dev.coord.plan.Metric;
import dev.coord.plan.Person;
import dev.coord.plan.Risk;
import dev.coord.plan.Severity;
import dev.coord.plan.Task;
import dev.coord.plan.Testing.SignOff;
import dev.coord.plan.WorkCount;
import dev.coord.plan.Workstream;
import dev.coord.publish.StatusJson;
import dev.coord.rule.Outcome;
import dev.coord.rule.Trespass;
import dev.coord.testing.Baselines;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Former;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page on the site lists the fields of {@code status.json} and their words. */
class StatusFieldsTest {

  private static final Document PAGE = Document.of("docs/site.md");

  /** What is described in a section of its own, by the link in the column of types. */
  private static final Map<String, String> TYPES =
      Map.of(
          "[place](#place)", "Place",
          "[proof](#proof)", "Proof",
          "[verdict](#verdict)", "Verdict",
          "[source](#source)", "Source",
          "[report](#report)", "Report",
          "[ownership](#ownership)", "Ownership",
          "[task](#task)", "Task",
          "[trespass](#trespass)", "Trespass",
          "[file to merge by hand](#file-to-merge-by-hand)", "File to merge by hand");

  @Test
  void every_field_is_listed_and_none_that_is_never_written() throws IOException {
    Map<String, String> listed = new TreeMap<>();
    list("Fields", "", listed);
    TreeSet<String> written = written();

    assertThat(listed.keySet()).containsAll(written);
    assertThat(written.stream().map(listed::get))
        .as("what is written at least once")
        .containsAll(listed.values());
  }

  /** Paths of fields, each with the row that describes it. */
  private static void list(String section, String prefix, Map<String, String> fields) {
    for (List<String> row : PAGE.table(section, "field")) {
      for (String field : Document.words(row.get(0))) {
        if (TYPES.containsKey(row.get(1))) {
          list(TYPES.get(row.get(1)), prefix + field + ".", fields);
        } else {
          fields.put(prefix + field, section + " " + field);
        }
      }
    }
  }

  /** Paths of fields, each with its words, or with what its type is called. */
  static Map<String, List<String>> types() {
    Map<String, List<String>> types = new TreeMap<>();
    types("Fields", "", types);
    return types;
  }

  private static void types(String section, String prefix, Map<String, List<String>> types) {
    for (List<String> row : PAGE.table(section, "field")) {
      List<String> fields = Document.words(row.get(0));
      List<String> words = Document.words(row.get(1));
      String[] names = row.get(1).split(", ");
      for (int i = 0; i < fields.size(); i++) {
        String field = prefix + fields.get(i);
        if (TYPES.containsKey(row.get(1))) {
          types(TYPES.get(row.get(1)), field + ".", types);
        } else {
          types.put(field, words.isEmpty() ? List.of(names[Math.min(i, names.length - 1)]) : words);
        }
      }
    }
  }

  @Test
  void the_page_names_the_version_of_the_format() {
    assertThat(PAGE.section("status.json"))
        .contains("This is version " + StatusJson.SCHEMA_VERSION + " of the format");
  }

  private static TreeSet<String> written() throws IOException {
    TreeSet<String> fields = new TreeSet<>();
    for (byte[] document : documents()) {
      fields(document, fields);
    }
    return fields;
  }

  /** What was written of all kinds of builds, which takes its time. */
  private static final class Documents {
    static final List<byte[]> ALL = List.copyOf(judged());
  }

  /** What was written of all kinds of builds. */
  static List<byte[]> documents() {
    return Documents.ALL;
  }

  private static List<byte[]> judged() {
    List<Assessment> assessments =
        new ArrayList<>(
            List.of(
                SampleAssessments.passing(),
                SampleAssessments.failing(),
                SampleAssessments.unknown(),
                SampleAssessments.empty(),
                SampleEverything.assessment()));
    assessments.add(
        Cases.written(
                """
                workstreams: [{id: a, branch: feature/a}, {id: b, branch: feature/b}]
                merges:
                  queue: [{workstream: a}, {workstream: b}]
                  waves: [{id: w, workstreams: [b]}]
                boundaries: {branches: {protected: [main]}}
                evidence: {tests: [{files: "reports/*.xml", root: backend}]}
                """)
            .evidence(
                Evidences.evidence()
                    .active("feature/a", Deltas.live().build())
                    .landed("feature/b", 3, 3)
                    .line(
                        "main",
                        new BranchLine.Place(
                            Deltas.commit("d1", "cleo", "x"),
                            BranchLine.Kind.COMMIT,
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            false)))
            .assess());
    assessments.add(
        Cases.written(
                """
                workstreams:
                  - {id: a, start: 2026-11-16, duration: 1, tasks: [{id: t, text: T, depends_on: [b/t]}]}
                  - {id: b, duration: 1, tasks: [{id: t, text: T, due: 2026-11-20}]}
                """)
            .assess());
    assessments.add(
        Cases.written("gates: [{command: {run: [a]}}]")
            .evidence(
                Evidences.evidence()
                    .commands(
                        Map.of(
                            new Command(List.of("a"), Command.USUAL),
                            Observation.known(
                                new CommandRun(
                                    OptionalInt.of(1),
                                    CommandRun.STEPS.get(0),
                                    List.of("x"),
                                    true)),
                            new Command(List.of("b"), Command.USUAL),
                            Observation.unknown("it is not there", "Install it."))))
            .assess());
    assessments.add(
        Cases.written("workstreams: [{id: a, due: 2026-12-04, tasks: ['[x] x']}]")
            .evidence(
                Evidences.evidence()
                    .past(
                        List.of(
                            new PlanHistory.Mended(
                                "1".repeat(40),
                                LocalDate.parse("2001-01-01"),
                                LocalDate.parse("2026-11-01"))),
                        Former.version(
                            "2026-11-01",
                            "workstreams: [{id: a, due: 2026-12-01, tasks: ['[ ] x']}]")))
            .assess());
    assessments.add(
        Cases.written("workstreams: [{id: a, branch: feature/a}]")
            .evidence(Evidences.evidence().reverted("feature/a").uncompared("../a", "feature/a"))
            .assess());
    assessments.add(
        Cases.written("workstreams: [{id: a}]")
            .evidence(
                Evidences.evidence()
                    .recorded(Former.run("2026-11-01", "1"))
                    .forecast(untold("feature/a")))
            .assess());
    assessments.add(
        Baselines.trespassing(
                Baselines.known(Baseline.Kind.OWNERSHIP, "a", "unowned: x"),
                Baselines.known(Baseline.Kind.OVERDUE, "a", "gone"))
            .assess());
    assessments.add(
        Cases.written("workstreams: [{id: a}]")
            .evidence(
                Evidences.evidence()
                    .test("shop.NewTest#one", TestCase.Outcome.PASSED, "src/test/shop/NewTest.java")
                    .formerly("shop.OldTest", "src/test/shop/OldTest.java", "one"))
            .assess());
    assessments.add(
        Cases.written("workstreams: [{id: a, owner: ana, owns: [/a/]}]")
            .evidence(
                Evidences.evidence()
                    .covered("a/src/main/java/shop/A.java", 1, 2)
                    .unmeasured("a/src/main/java/shop/B.java")
                    .failed("shop.ATest#one", "a/src/test/java/ATest.java", 42)
                    .test("shop.ATest#two", TestCase.Outcome.FLAKY, "a/src/test/java/ATest.java")
                    .test("shop.ATest#no", TestCase.Outcome.SKIPPED, "a/src/test/java/ATest.java"))
            .assess());
    assessments.add(Baselines.trespassing().known(Baselines.covered(33, 41)).assess());
    assessments.add(Baselines.trespassing().known(Baselines.results()).assess());
    RuleExamplesTest.examples().forEach(e -> assessments.add(ExampleShop.judge(e.rules())));
    List<byte[]> documents = new ArrayList<>();
    for (Assessment assessment : assessments) {
      documents.add(StatusJson.write(assessment, siteFrame()));
    }
    Location place = Location.of("coord.yml", 1, 2).in("0".repeat(40));
    Diagnostic mistake = Diagnostic.error(place, "it is wrong", "Mend it.");
    documents.add(StatusJson.error(List.of(mistake), siteFrame()));
    return documents;
  }

  /** The paths of all fields that hold a value: {@code gates[].id}. */
  private static void fields(byte[] json, TreeSet<String> fields) throws IOException {
    Deque<String> path = new ArrayDeque<>();
    String name = "";
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case FIELD_NAME -> name = path.element() + "." + parser.currentName();
          case START_OBJECT -> path.push(name);
          case START_ARRAY -> {
            name = name + "[]";
            path.push(name);
          }
          case END_OBJECT, END_ARRAY -> {
            path.pop();
            name = path.isEmpty() ? "" : path.element();
          }
          default -> fields.add(name.substring(1));
        }
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> the_words_of_a_field_are_those_that_are_written() {
    return Stream.of(
            words("Fields", "result", Arrays.stream(Overall.values()).map(Overall::word)),
            words("Fields", "judged.kind", names(Judged.Kind.values())),
            words("Fields", "gates[].outcome", names(Outcome.values())),
            words("Fields", "gates[].severity", names(Severity.values())),
            words("Fields", "metrics[].category", names(Metric.Category.values())),
            words("Fields", "metrics[].verdicts[].outcome", names(Outcome.values())),
            words(
                "Fields",
                "claims[].agreement",
                Arrays.stream(ClaimCheck.Agreement.values()).map(ClaimCheck.Agreement::word)),
            words("Fields", "findings[].kind", names(Finding.Kind.values())),
            words("Fields", "baseline.findings[].kind", names(Baseline.Kind.values())),
            words(
                "Fields",
                "baseline.findings[].fate",
                Arrays.stream(BaselineState.Fate.values()).map(BaselineState.Fate::word)),
            words(
                "Fields", "workstreams[].observed.status", names(WorkstreamState.Status.values())),
            words(
                "Fields",
                "sprints[].phase",
                Arrays.stream(SprintState.Phase.values()).map(SprintState.Phase::word)),
            words("Fields", "epics[].kind", names(Epic.Kind.values())),
            words("Fields", "epics[].computed.of", names(WorkCount.Of.values())),
            words("Fields", "epics[].issues[].state", names(Epic.Issue.State.values())),
            words("Fields", "events[].kind", names(Event.Kind.values())),
            words("Fields", "workstreams[].files[].change", names(FileEntry.Change.values())),
            words("Fields", "handoffs[].kind", names(Handoff.Kind.values())),
            words("Fields", "handoffs[].status", names(Handoff.Status.values())),
            words("Fields", "handoffs[].observed", names(HandoffState.Observed.values())),
            words("Fields", "merges.next[].ready", names(Readiness.Holds.values())),
            words("Fields", "merges.next[].conditions[].kind", names(Readiness.Kind.values())),
            words("Fields", "merges.next[].conditions[].holds", names(Readiness.Holds.values())),
            words("Fields", "merges.queue[].observed", names(WorkstreamState.Status.values())),
            words("Fields", "merges.waves[].observed", names(WaveState.Progress.values())),
            words(
                "Fields",
                "merges.waves[].workstreams[].observed",
                names(WorkstreamState.Status.values())),
            words("Fields", "project.calendar.working_days[]", names(DayOfWeek.values())),
            words("Fields", "people[].kind", names(Person.Kind.values())),
            words("Fields", "gate_definitions[].severity", names(Severity.values())),
            words("Fields", "boundaries.shared[].mode", names(Boundaries.Mode.values())),
            words("Fields", "boundaries.unowned", names(Boundaries.Unowned.values())),
            words(
                "Fields", "boundaries.plan.weakening", names(Boundaries.Guard.Weakening.values())),
            words(
                "Fields",
                "boundaries.conflicts[].resolution",
                names(Boundaries.Resolution.values())),
            words("Fields", "workstreams[].level", names(Workstream.Level.values())),
            words("Fields", "actions[].status", names(Task.State.values())),
            words("Fields", "risks[].likelihood", names(Risk.Degree.values())),
            words("Fields", "risks[].status", names(Risk.Status.values())),
            words("Fields", "testing.deliverables[].status", names(Task.State.values())),
            words("Fields", "testing.sign_off.decision", names(SignOff.Decision.values())),
            words("Fields", "decisions[].status", names(Decision.Status.values())),
            words("Fields", "reports[].files[].change", names(FileEntry.Change.values())),
            words("File to merge by hand", "kind", names(MergeForecast.Kind.values())),
            words("File to merge by hand", "resolution", names(Boundaries.Resolution.values())),
            words("Task", "state", names(Task.State.values())),
            words("Fields", "diagnostics[].severity", names(Diagnostic.Severity.values())),
            words("Proof", "kind", names(Proof.Kind.values())),
            words("Proof", "strength", names(Proof.Strength.values())),
            words("Trespass", "kind", names(Trespass.Kind.values())))
        .flatMap(test -> test);
  }

  private static Stream<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT));
  }

  private static Stream<DynamicTest> words(String section, String field, Stream<String> known) {
    Set<String> expected = new TreeSet<>(known.toList());
    return Stream.of(
        dynamicTest(
            section + " " + field,
            () ->
                assertThat(PAGE.table(section, "field"))
                    .filteredOn(row -> Document.words(row.get(0)).contains(field))
                    .singleElement()
                    .satisfies(
                        row ->
                            assertThat(new TreeSet<>(Document.words(row.get(1))))
                                .isEqualTo(expected))));
  }

  /** A conflict of which it cannot be told whose changes it is with. */
  private static MergeForecast untold(String branch) {
    MergeForecast.Clash clash =
        new MergeForecast.Clash(
            "pom.xml",
            MergeForecast.Kind.CONTENT,
            List.of(),
            List.of(),
            true,
            List.of(),
            Optional.of("the two have 2 merge bases"));
    return new MergeForecast(
        List.of(branch),
        List.of(),
        0,
        List.of(new MergeForecast.Step(branch, "main", Observation.known(List.of(clash)))),
        List.of());
  }
}
