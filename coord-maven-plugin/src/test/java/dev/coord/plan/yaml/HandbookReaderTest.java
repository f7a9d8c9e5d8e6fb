package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.plan.Decision;
import dev.coord.plan.Environment;
import dev.coord.plan.Handbook;
import dev.coord.plan.Playbook;
import dev.coord.plan.Report;
import dev.coord.plan.Risk;
import dev.coord.plan.Scenario;
import dev.coord.plan.Scenario.Length;
import dev.coord.plan.Scenario.Share;
import dev.coord.plan.Scenario.TimeUnit;
import dev.coord.plan.Step;
import dev.coord.plan.Task;
import dev.coord.plan.Testing;
import dev.coord.plan.TestsRule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Each value of the handbook's sections arrives where it belongs. */
class HandbookReaderTest {

  private static Handbook handbook(String yaml) {
    return Plans.plan("coord: 1\nproject: {name: Shop}\n" + yaml).handbook();
  }

  @Test
  void a_risk_is_read() {
    Risk risk =
        handbook(
                """
                workstreams: [{id: w}]
                risks:
                  - id: late
                    title: Late data
                    scope: Phase 2
                    symptom: No rows.
                    likelihood: very_low
                    impact: very_high
                    mitigations: [Ask, Wait]
                    owner: ana
                    support: [ben]
                    workstreams: [w]
                    triggered_when: {tests: {failed: "> 0"}}
                    trigger: A test fails.
                    contingency: [Stop, {commands: "ls\\npwd"}, {text: Go, commands: cd}]
                    status: accepted
                    notes: None.
                """)
            .risks()
            .get(0);

    assertThat(risk.title()).isEqualTo("Late data");
    assertThat(risk.scope()).isEqualTo("Phase 2");
    assertThat(risk.symptom()).isEqualTo("No rows.");
    assertThat(risk.likelihood()).contains(Risk.Degree.VERY_LOW);
    assertThat(risk.impact()).contains(Risk.Degree.VERY_HIGH);
    assertThat(risk.mitigations()).containsExactly("Ask", "Wait");
    assertThat(risk.owners()).containsExactly("ana");
    assertThat(risk.support()).containsExactly("ben");
    assertThat(risk.workstreams()).containsExactly("w");
    assertThat(risk.triggeredWhen()).containsInstanceOf(TestsRule.class);
    assertThat(risk.trigger()).isEqualTo("A test fails.");
    assertThat(risk.contingency()).extracting(Step::text).containsExactly("Stop", "", "Go");
    assertThat(risk.contingency()).extracting(Step::commands).containsExactly("", "ls\npwd", "cd");
    assertThat(risk.status()).isEqualTo(Risk.Status.ACCEPTED);
    assertThat(risk.notes()).isEqualTo("None.");
    assertThat(risk.origin().of("status").line()).isEqualTo(18);
  }

  @Test
  void testing_is_read() {
    Testing testing =
        handbook(
                """
                sprints: [{id: s1}]
                testing:
                  types: [{title: Smoke, timing: At once, frequency: daily, scope: All, notes: N}]
                  sprints: [{sprint: s1, focus: Refunds, areas: [{text: A, tasks: ["[x] B"]}]}]
                  severities: [{level: high, meaning: Bad, respond_within: 1 hour}]
                  deliverables: [{title: R, due: soon, sprint: s1, path: r.md, status: done, notes: M}]
                  sign_off: {by: ana, criteria: ["[ ] C"], decision: no_go, says: Never, on: 2026-01-05}
                  notes: O
                """)
            .testing();

    assertThat(testing.types())
        .extracting(
            Testing.Type::title,
            Testing.Type::timing,
            Testing.Type::frequency,
            Testing.Type::scope,
            Testing.Type::notes)
        .containsExactly(tuple("Smoke", "At once", "daily", "All", "N"));
    assertThat(testing.sprints().get(0).sprint()).isEqualTo("s1");
    assertThat(testing.sprints().get(0).focus()).isEqualTo("Refunds");
    assertThat(testing.sprints().get(0).areas().get(0).tasks())
        .extracting(Task::id)
        .containsExactly("b");
    assertThat(testing.severities().get(0).level()).isEqualTo("high");
    assertThat(testing.severities().get(0).meaning()).isEqualTo("Bad");
    assertThat(testing.severities().get(0).respondWithin()).isEqualTo("1 hour");
    Testing.Deliverable deliverable = testing.deliverables().get(0);
    assertThat(deliverable.due()).isEqualTo("soon");
    assertThat(deliverable.sprint()).contains("s1");
    assertThat(deliverable.path()).contains("r.md");
    assertThat(deliverable.status()).isEqualTo(Task.State.DONE);
    assertThat(deliverable.notes()).isEqualTo("M");
    Testing.SignOff signOff = testing.signOff().orElseThrow();
    assertThat(signOff.by()).isEqualTo("ana");
    assertThat(signOff.criteria()).extracting(Task::text).containsExactly("C");
    assertThat(signOff.decision()).isEqualTo(Testing.SignOff.Decision.NO_GO);
    assertThat(signOff.says()).isEqualTo("Never");
    assertThat(signOff.on()).contains(LocalDate.of(2026, 1, 5));
    assertThat(testing.notes()).isEqualTo("O");
    assertThat(testing.isUnsaid()).isFalse();
    assertThat(handbook("testing: {}\n").testing().isUnsaid()).isTrue();
  }

  @Test
  void an_environment_is_read() {
    Environment environment =
        handbook(
                """
                gates: [{tests: {failed: "= 0"}}]
                environments:
                  - id: e
                    url: http://localhost:8080/a?b#c
                    access: [Ask Ana]
                    data: {coverage: A, volume: 12, scenarios: B}
                    tools: [Browser]
                    pipelines:
                      - {file: ci.yml, trigger: push, purpose: P, gate: tests, secrets: [A_TOKEN]}
                    publish: true
                """)
            .environments()
            .get(0);

    assertThat(environment.title()).isEqualTo("e");
    assertThat(environment.url()).contains("http://localhost:8080/a?b#c");
    assertThat(environment.access()).containsExactly("Ask Ana");
    assertThat(environment.data().coverage()).isEqualTo("A");
    assertThat(environment.data().volume()).isEqualTo("12");
    assertThat(environment.data().scenarios()).isEqualTo("B");
    assertThat(environment.tools()).containsExactly("Browser");
    assertThat(environment.publish()).isTrue();
    Environment.Pipeline pipeline = environment.pipelines().get(0);
    assertThat(pipeline.file()).isEqualTo("ci.yml");
    assertThat(pipeline.trigger()).isEqualTo("push");
    assertThat(pipeline.purpose()).isEqualTo("P");
    assertThat(pipeline.gate()).contains("tests");
    assertThat(pipeline.secrets()).containsExactly("A_TOKEN");
  }

  @Test
  void playbooks_and_decisions_are_read() {
    Handbook handbook =
        handbook(
            """
            playbooks: [{id: p, title: T, when: W, steps: [S], notes: N}]
            decisions:
              - {id: a, date: 2026-01-05, by: [ana], points: [P], notes: N}
              - {id: b, title: B, status: proposed, supersedes: [a]}
            """);

    Playbook playbook = handbook.playbooks().get(0);
    assertThat(playbook.title()).isEqualTo("T");
    assertThat(playbook.when()).isEqualTo("W");
    assertThat(playbook.steps()).extracting(Step::text).containsExactly("S");
    assertThat(playbook.notes()).isEqualTo("N");
    Decision first = handbook.decisions().get(0);
    assertThat(first.status()).isEqualTo(Decision.Status.ACCEPTED);
    assertThat(first.date()).contains(LocalDate.of(2026, 1, 5));
    assertThat(first.by()).containsExactly("ana");
    assertThat(first.points()).containsExactly("P");
    assertThat(first.notes()).isEqualTo("N");
    assertThat(handbook.decisions().get(1).status()).isEqualTo(Decision.Status.PROPOSED);
    assertThat(handbook.decisions().get(1).supersedes()).containsExactly("a");
  }

  @Test
  void a_report_is_read() {
    Report report =
        handbook(
                """
                reports:
                  - id: r
                    from: 2026-01-05
                    to: 2026-01-05
                    time: "9:00"
                    minutes: 30
                    by: [ana]
                    objective: O
                    outcome: P
                    impact: Q
                    achievements: [A, {title: B, points: [C]}]
                    files: [{path: a.md, change: created}]
                    lessons: {worked: [D], improve: [E], patterns: [F]}
                    next: [{horizon: soon, tasks: ["[ ] G"]}]
                """)
            .reports()
            .get(0);

    assertThat(report.from()).isEqualTo(report.to()).contains(LocalDate.of(2026, 1, 5));
    assertThat(report.time()).isEqualTo("9:00");
    assertThat(report.minutes()).hasValue(30);
    assertThat(report.by()).containsExactly("ana");
    assertThat(report.objective() + report.outcome() + report.impact()).isEqualTo("OPQ");
    assertThat(report.achievements())
        .extracting(Report.Achievement::title)
        .containsExactly("A", "B");
    assertThat(report.achievements().get(1).points()).containsExactly("C");
    assertThat(report.files().get(0).path()).isEqualTo("a.md");
    assertThat(report.lessons().worked()).containsExactly("D");
    assertThat(report.lessons().improve()).containsExactly("E");
    assertThat(report.lessons().patterns()).containsExactly("F");
    assertThat(report.next().get(0).horizon()).isEqualTo("soon");
    assertThat(report.next().get(0).tasks()).extracting(Task::text).containsExactly("G");
  }

  @Test
  void a_scenario_is_read() {
    Scenario scenario =
        handbook(
                """
                scenarios:
                  - id: s
                    size: 2
                    timeline: 10 weeks
                    members:
                      - {name: A, role: B, skills: [C], track: D, timeline: E, allocation: [{to: F, share: 100%}]}
                    sync_points: [{week: 6-7, text: G}, {text: H}]
                    benefits: [I]
                    outcomes: [J]
                    savings:
                      - {what: K, parallel: 12-16 weeks, sequential: 32 weeks, saved: 40-50%}
                      - {what: L, parallel: 1 hour, sequential: 2 hours}
                """)
            .scenarios()
            .get(0);

    assertThat(scenario.size()).hasValue(2);
    assertThat(scenario.timeline()).isEqualTo("10 weeks");
    Scenario.Member member = scenario.members().get(0);
    assertThat(member.name() + member.role() + member.track() + member.timeline())
        .isEqualTo("ABDE");
    assertThat(member.skills()).containsExactly("C");
    assertThat(member.allocation().get(0).percent()).isEqualTo(100);
    assertThat(scenario.syncPoints())
        .extracting(point -> point.when() + " " + point.text())
        .containsExactly("weeks 6-7 G", " H");
    assertThat(scenario.benefits()).containsExactly("I");
    assertThat(scenario.outcomes()).containsExactly("J");
    Scenario.Saving first = scenario.savings().get(0);
    assertThat(first.parallel()).isEqualTo(new Length(12, 16, TimeUnit.WEEKS));
    assertThat(first.sequential()).isEqualTo(new Length(32, 32, TimeUnit.WEEKS));
    assertThat(first.saved()).contains(new Share(40, 50));
    assertThat(first.computed()).hasToString("50-62.5%");
    assertThat(scenario.savings().get(1).saved()).isEmpty();
    assertThat(scenario.savings().get(1).parallel()).hasToString("1 hour");
  }

  @Test
  void pages_are_read_with_their_id_as_title() {
    assertThat(handbook("pages: [{id: run, file: docs/RUN.Markdown}]\n").pages())
        .extracting(page -> page.id() + " " + page.title() + " " + page.file())
        .containsExactly("run run docs/RUN.Markdown");
  }
}
