package dev.coord.plan;

import static dev.coord.plan.PlanDiffs.gate;
import static dev.coord.plan.PlanDiffs.plan;
import static dev.coord.plan.PlanDiffs.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.path.KnownPaths;
import dev.coord.plan.PlanDiff.Change;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDiffTest {

  @Test
  void equal_plans_do_not_differ_wherever_they_are_written() {
    String text =
        """
        people: [{id: ana, emails: [a@b]}]
        workstreams: [{id: w, owns: [a], keeps_off: [b], branch: c, base: d}]
        boundaries: {shared: [{paths: [x], mode: inform}], protected: [p], unowned: fail}
        gates:
          - coverage: {lines: ">= 80%", of: {paths: [a]}}
          - {id: all, all: [{path: {file: a, contains: b}}, {not: {declared: {by: ana}}}]}
        waivers: [{gate: coverage, owner: ana, reason: x, until: 2026-01-05}]
        evidence: {tests: [t.xml]}
        """;

    assertThat(told(text, "\n\n" + text)).isEmpty();
  }

  @Test
  void what_makes_a_plan_stricter_is_not_told() {
    assertThat(
            told(
                gate("coverage: {lines: '>= 80%'}, severity: warn")
                    + "boundaries: {unowned: warn}\n"
                    + "waivers: [{gate: g, owner: o, reason: r, until: 2026-01-05}]",
                "workstreams: [{id: w, keeps_off: [x]}, {id: v}]\n"
                    + "gates: [{id: g, coverage: {lines: '> 80%', branches: '> 1%'}}, {ownership:"
                    + " {}}]\n"
                    + "boundaries: {unowned: fail, protected: [x]}\n"
                    + "waivers: [{gate: g, owner: o, reason: r, until: 2026-01-04}]"))
        .isEmpty();
  }

  @Test
  void waivers_that_are_added_or_extended_are_told() {
    String gates = gate("ownership: {}");
    String base =
        gates
            + "waivers:\n"
            + "- {gate: g, owner: o, reason: r, until: 2026-01-05}\n"
            + "- {gate: g, owner: o, reason: r, until: 2026-01-06, paths: [b, a]}\n";
    String branch =
        gates
            + "waivers:\n"
            + "- {gate: g, owner: o, reason: r, until: 2026-01-07}\n"
            + "- {gate: g, owner: o, reason: r, until: 2026-01-06, paths: [a, b]}\n"
            + "- {gate: g, owner: o, reason: r, until: 2026-01-06, paths: [a, b, c]}\n";

    assertThat(told(base, branch))
        .containsExactly(
            "WAIVER_EXTENDED base.yml:6:41 branch.yml:6:41 The waiver of \"g\" until 2026-01-07"
                + " ended on 2026-01-05 before.",
            "WAIVER_ADDED - branch.yml:8:3 A waiver of \"g\" for a, b, c until 2026-01-06 is"
                + " added.");
  }

  @Test
  void a_waiver_that_is_for_more_findings_is_told() {
    String waiver =
        gate("tests: {failed: \"= 0\"}")
            + "waivers: [{gate: g, owner: o, reason: r, until: 2026-01-05, finding: \"a#b\"%s}]\n";

    assertThat(told(waiver.formatted(""), waiver.formatted(", count: 2")))
        .containsExactly(
            "WAIVER_EXTENDED base.yml:5:11 branch.yml:5:84 The waiver of \"g\" for \"a#b\" until"
                + " 2026-01-05 is for 2 findings, no longer for 1.");
    assertThat(told(waiver.formatted(", count: 2"), waiver.formatted(", count: 1"))).isEmpty();
  }

  private static List<String> proofs(String before, String now) {
    return PlanDiff.between(tasks(before), tasks(now), KnownPaths.none()).stream()
        .map(PlanDiff.Change::sentence)
        .toList();
  }

  private static Plan tasks(String task) {
    return read(
        "coord: 1\nproject: {name: Shop}\n"
            + "workstreams: [{id: w, branch: feature/w, tasks: ["
            + task
            + "]}]\n");
  }

  @Test
  void less_that_proves_a_task_is_told() {
    String proven = "{id: A-1, text: a, done_when: {tests: {failed: '= 0', total: '>= 5'}}}";

    assertThat(proofs(proven, "'[x] A-1: a'"))
        .singleElement()
        .asString()
        .matches("The task \"w/A-1\" asked for tests.* and asks for nothing\\.");
    assertThat(proofs(proven, "'[x] A-2: b'"))
        .singleElement()
        .asString()
        .matches("The task \"w/A-1\", which asked for tests.*, is removed\\.");
    assertThat(proofs(proven, proven.replace(">= 5", ">= 3"))).hasSize(1);
    assertThat(proofs(proven, proven.replace(">= 5", ">= 7"))).as("more").isEmpty();
    assertThat(proofs(proven, "'[-] A-1: a'")).as("given up").isEmpty();
    assertThat(proofs("'[ ] A-1: a'", "'[x] A-1: a'")).as("never proven").isEmpty();
  }

  @Test
  void another_repository_is_told_and_the_first_one_is_not() {
    Plan ours = project("repository: https://github.com/shop/shop");
    Plan theirs = project("repository: https://github.com/mallory/shop");
    Plan none = project("calendar: {}");

    assertThat(PlanDiff.between(ours, theirs, KnownPaths.none()))
        .extracting(PlanDiff.Change::sentence)
        .containsExactly(
            "The repository was https://github.com/shop/shop and is"
                + " https://github.com/mallory/shop.");
    assertThat(PlanDiff.between(ours, none, KnownPaths.none()))
        .extracting(PlanDiff.Change::kind)
        .containsExactly(PlanDiff.Kind.REPOSITORY_CHANGED);
    assertThat(PlanDiff.between(none, ours, KnownPaths.none())).isEmpty();
  }

  @Test
  void a_project_that_starts_later_is_told_and_one_that_starts_earlier_is_not() {
    Plan june = project("started: 2026-06-01");
    Plan july = project("started: 2026-07-01");
    Plan never = project("calendar: {}");

    assertThat(PlanDiff.between(june, july, KnownPaths.none()))
        .extracting(PlanDiff.Change::sentence)
        .containsExactly(
            "The project starts on 2026-07-01 and did on 2026-06-01 before: what git holds of the"
                + " days between no longer counts.");
    assertThat(PlanDiff.between(never, july, KnownPaths.none()))
        .extracting(PlanDiff.Change::sentence)
        .containsExactly(
            "The project starts on 2026-07-01 and had no such day before: what git holds of older"
                + " days no longer counts.");
    assertThat(PlanDiff.between(july, june, KnownPaths.none())).isEmpty();
    assertThat(PlanDiff.between(july, never, KnownPaths.none())).isEmpty();
  }

  @Test
  void another_zone_of_dates_is_told() {
    Change change =
        PlanDiff.between(
                project("calendar: {zone: Europe/Berlin}"),
                project("calendar: {}"),
                KnownPaths.none())
            .get(0);

    assertThat(change.kind()).isEqualTo(PlanDiff.Kind.ZONE_CHANGED);
    assertThat(change.sentence())
        .isEqualTo("Dates were meant in the zone Europe/Berlin and are in UTC.");
  }

  private static Plan project(String calendar) {
    return read("coord: 1\nproject: {name: Shop, " + calendar + "}\n");
  }

  private static Plan read(String text) {
    return new PlanReader()
        .read(
            List.of(new PlanFile("p.yml", Optional.empty(), text.getBytes(StandardCharsets.UTF_8))))
        .plan()
        .orElseThrow();
  }

  @Test
  void where_findings_and_pull_requests_are_read_from_matters_once_a_rule_asks_for_them() {
    String gates = "gates: [{findings: {errors: '= 0'}}, {pull_requests: {open: '<= 9'}}]\n";

    assertThat(told("", gates + "evidence: {findings: [a.sarif], pull_requests: [p.json]}"))
        .isEmpty();
    assertThat(told(gates, gates + "evidence: {findings: [a.sarif], pull_requests: [p.json]}"))
        .containsExactly(
            "EVIDENCE_CHANGED base.yml:1:1 branch.yml:4:22 The reports of findings were read from"
                + " the usual places and are from a.sarif.",
            "EVIDENCE_CHANGED base.yml:1:1 branch.yml:4:48 The reports of pull_requests were read"
                + " from the usual places and are from p.json.");
  }

  @Test
  void a_changed_basis_is_told() {
    assertThat(
            told(
                "evidence: {tests: [a.xml, b.xml], coverage: [c.xml]}",
                "evidence: {tests: [b.xml], coverage: [c.xml]}"))
        .containsExactly(
            "EVIDENCE_CHANGED base.yml:3:19 branch.yml:3:19 The reports of tests were read from"
                + " a.xml, b.xml and are from b.xml.");
    assertThat(told("", "evidence: {coverage: [{files: c.xml, root: a}]}"))
        .containsExactly(
            "EVIDENCE_CHANGED base.yml:1:1 branch.yml:3:22 The reports of coverage were read from"
                + " the usual places and are from c.xml (root: a).");
    assertThat(
            told(
                "evidence: {coverage: [{files: c.xml, root: a}]}",
                "evidence: {coverage: [{files: c.xml, root: b}]}"))
        .singleElement()
        .asString()
        .endsWith("were read from c.xml (root: a) and are from c.xml (root: b).");
    Plan base = plan("base.yml", "");
    Plan branch =
        new PlanReader()
            .read(
                List.of(
                    new PlanFile(
                        "branch.yml",
                        Optional.empty(),
                        "coord: 1\nproject: {name: Shop, integration_branch: next, release_branch: r}\n"
                            .getBytes(StandardCharsets.UTF_8))))
            .plan()
            .orElseThrow();
    assertThat(PlanDiff.between(base, branch, KnownPaths.none()))
        .extracting(Change::sentence)
        .containsExactly(
            "The integration branch was main and is next.",
            "The release branch was none and is r.");
  }
}
