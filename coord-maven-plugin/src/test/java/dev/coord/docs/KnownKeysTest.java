package dev.coord.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coord.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The keys that pages list are those that plans may have, no more and no fewer. */
class KnownKeysTest {

  /** So long that no known key is near it, and all are told. */
  private static final String UNKNOWN = "k".repeat(40);

  private static final String KNOWN = "Known keys are ";

  private static final Map<String, String> PLAN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("Top level", "%s"),
              Map.entry("project", "project: {%s}"),
              Map.entry("project.calendar", "project: {calendar: {%s}}"),
              Map.entry("project.channels", "project: {channels: [{%s}]}"),
              Map.entry("people", "people: [{%s}]"),
              Map.entry("people.allocation", "people: [{allocation: [{%s}]}]"),
              Map.entry("workstreams", "workstreams: [{%s}]"),
              Map.entry("workstreams.files", "workstreams: [{files: [{%s}]}]"),
              Map.entry("workstreams.launch", "workstreams: [{launch: {%s}}]"),
              Map.entry("tasks", "workstreams: [{tasks: [{text: a, %s}]}]"),
              Map.entry("epics", "epics: [{%s}]"),
              Map.entry("epics.issues", "epics: [{issues: [{%s}]}]"),
              Map.entry("epics.progress", "epics: [{progress: {%s}}]"),
              Map.entry("sprints", "sprints: [{%s}]"),
              Map.entry("sprints.priorities", "sprints: [{priorities: [{%s}]}]"),
              Map.entry("sprints.blocks", "sprints: [{blocks: [{%s}]}]"),
              Map.entry("handoffs", "handoffs: [{%s}]"),
              Map.entry("events", "events: [{%s}]"),
              Map.entry("events.agenda", "events: [{agenda: [{%s}]}]"),
              Map.entry("events.topics", "events: [{topics: [{%s}]}]"),
              Map.entry("events.schedule", "events: [{schedule: [{%s}]}]"),
              Map.entry("merges", "merges: {%s}"),
              Map.entry("merges.queue", "merges: {queue: [{%s}]}"),
              Map.entry("merges.waves", "merges: {waves: [{%s}]}"),
              Map.entry("boundaries", "boundaries: {%s}"),
              Map.entry("boundaries.shared", "boundaries: {shared: [{%s}]}"),
              Map.entry("boundaries.conflicts", "boundaries: {conflicts: [{%s}]}"),
              Map.entry("boundaries.no_conflicts", "boundaries: {no_conflicts: [{%s}]}"),
              Map.entry("boundaries.branches", "boundaries: {branches: {%s}}"),
              Map.entry("boundaries.plan", "boundaries: {plan: {%s}}"),
              Map.entry("gates", "gates: [{%s}]"),
              Map.entry("gates.applies_to", "gates: [{applies_to: {%s}}]"),
              Map.entry("metrics", "metrics: [{%s}]"),
              Map.entry("waivers", "waivers: [{%s}]"),
              Map.entry("actions", "actions: [{%s}]"),
              Map.entry("claims", "claims: [{%s}]"),
              Map.entry("risks", "risks: [{%s}]"),
              Map.entry("Steps", "playbooks: [{steps: [{%s}]}]"),
              Map.entry("testing", "testing: {%s}"),
              Map.entry("testing.types", "testing: {types: [{%s}]}"),
              Map.entry("testing.sprints", "testing: {sprints: [{%s}]}"),
              Map.entry("testing.severities", "testing: {severities: [{%s}]}"),
              Map.entry("testing.deliverables", "testing: {deliverables: [{%s}]}"),
              Map.entry("testing.sign_off", "testing: {sign_off: {%s}}"),
              Map.entry("environments", "environments: [{%s}]"),
              Map.entry("environments.data", "environments: [{data: {%s}}]"),
              Map.entry("environments.pipelines", "environments: [{pipelines: [{%s}]}]"),
              Map.entry("playbooks", "playbooks: [{%s}]"),
              Map.entry("decisions", "decisions: [{%s}]"),
              Map.entry("reports", "reports: [{%s}]"),
              Map.entry("Files", "reports: [{files: [{%s}]}]"),
              Map.entry("reports.achievements", "reports: [{achievements: [{%s}]}]"),
              Map.entry("reports.lessons", "reports: [{lessons: {%s}}]"),
              Map.entry("reports.next", "reports: [{next: [{%s}]}]"),
              Map.entry("scenarios", "scenarios: [{%s}]"),
              Map.entry("scenarios.members", "scenarios: [{members: [{%s}]}]"),
              Map.entry("scenarios.sync_points", "scenarios: [{sync_points: [{%s}]}]"),
              Map.entry("scenarios.savings", "scenarios: [{savings: [{%s}]}]"),
              Map.entry("pages", "pages: [{%s}]"),
              Map.entry("evidence", "evidence: {%s}"),
              Map.entry("Sources of reports", "evidence: {tests: [{%s}]}")));

  private static final Map<String, String> RULES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("of", "gates: [{tests: {of: {%s}}}]"),
              Map.entry("coverage", "gates: [{coverage: {%s}}]"),
              Map.entry("tests", "gates: [{tests: {%s}}]"),
              Map.entry("ownership", "gates: [{ownership: {%s}}]"),
              Map.entry("merged", "gates: [{merged: {%s}}]"),
              Map.entry("path", "gates: [{path: {%s}}]"),
              Map.entry("tasks", "gates: [{tasks: {%s}}]"),
              Map.entry("declared", "gates: [{declared: {%s}}]"),
              Map.entry("approved", "gates: [{approved: {%s}}]"),
              Map.entry("plan", "gates: [{plan: {%s}}]"),
              Map.entry("branch", "gates: [{branch: {%s}}]"),
              Map.entry("commits", "gates: [{commits: {%s}}]"),
              Map.entry("findings", "gates: [{findings: {%s}}]"),
              Map.entry("command", "gates: [{command: {%s}}]"),
              Map.entry("pull_requests", "gates: [{pull_requests: {%s}}]"),
              Map.entry("metric", "gates: [{metric: {%s}}]")));

  @TestFactory
  Stream<DynamicTest> a_table_of_keys_is_complete_and_exact() {
    return Stream.concat(tests("docs/plan.md", PLAN), tests("docs/rules.md", RULES));
  }

  private static Stream<DynamicTest> tests(String page, Map<String, String> sections) {
    Document document = Document.of(page);
    return sections.entrySet().stream()
        .map(
            e ->
                dynamicTest(
                    page + ": " + e.getKey(),
                    () ->
                        assertThat(documented(document, e.getKey()))
                            .isEqualTo(known(e.getValue()))));
  }

  private static TreeSet<String> documented(Document page, String section) {
    TreeSet<String> keys = new TreeSet<>();
    page.table(section, "key").forEach(row -> keys.addAll(Document.words(row.get(0))));
    return keys;
  }

  /** The keys that the message about an unknown one lists. */
  private static TreeSet<String> known(String plan) {
    String text = plan.formatted(UNKNOWN + ": 1") + "\n";
    List<Diagnostic> told =
        ExamplePlan.read(List.of(ExamplePlan.part("coord.yml", text))).diagnostics().stream()
            .filter(d -> d.problem().startsWith("\"" + UNKNOWN + "\" is not a key"))
            .toList();
    assertThat(told).hasSize(1);
    String remedy = told.get(0).remedy();
    assertThat(remedy).startsWith(KNOWN).endsWith(".").doesNotContain(" more.");
    return new TreeSet<>(
        List.of(remedy.substring(KNOWN.length(), remedy.length() - 1).split(", ")));
  }
}
