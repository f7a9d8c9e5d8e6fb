package dev.coord.publish.feed;

import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.Golden;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.assess.Assessment;
import dev.coord.assess.WorkstreamState;
import dev.coord.markdown.Markdown;
import dev.coord.plan.Plan;
import dev.coord.publish.SafeText;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Many;
import dev.coord.testing.Plans;
import dev.coord.testing.Workstreams;
import dev.coord.testing.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BriefTest {

  private static List<String> brief(Assessment assessment, String id) {
    return new Briefs(assessment, SampleAssessments.siteFrame(), new PlainTexts(assessment))
        .lines(assessment.workstream(id).orElseThrow());
  }

  private static String text(Assessment assessment, String id) {
    return String.join("\n", brief(assessment, id)) + "\n";
  }

  private static List<String> section(List<String> brief, String heading) {
    int from = brief.indexOf("## " + heading) + 1;
    assertThat(from).as(heading).isPositive();
    int to = brief.subList(from, brief.size()).indexOf("");
    return brief.subList(from, to < 0 ? brief.size() : from + to);
  }

  @Test
  void a_workstream_that_breaks_gates_has_this_brief() {
    Golden.assertGolden("brief-failing.md", text(SampleAssessments.failing(), "checkout"));
  }

  @Test
  void a_workstream_that_waits_has_this_brief() {
    Golden.assertGolden("brief-waiting.md", text(SampleAssessments.failing(), "payments"));
  }

  @Test
  void a_workstream_of_which_nothing_is_known_has_this_brief() {
    Golden.assertGolden("brief-unknown.md", text(SampleAssessments.unknown(), "checkout"));
  }

  @Test
  void every_brief_has_its_sections_in_one_order_and_at_most_60_lines() {
    List<Assessment> assessments =
        List.of(
            SampleAssessments.failing(),
            SampleAssessments.passing(),
            SampleAssessments.unknown(),
            SampleEverything.assessment(),
            HostileAssessment.assessment(),
            huge());
    int briefs = 0;
    for (Assessment assessment : assessments) {
      for (WorkstreamState state : assessment.workstreams()) {
        List<String> brief = brief(assessment, state.id());
        assertThat(brief).hasSizeLessThanOrEqualTo(Briefs.MOST_LINES);
        assertThat(brief.stream().filter(line -> line.startsWith("## ")))
            .containsExactly(
                "## State",
                "## You own",
                "## Ask first",
                "## Never touch",
                "## Wait for",
                "## Next",
                "## Failing gates",
                "## Done when");
        briefs++;
      }
    }
    assertThat(briefs).isGreaterThan(20);
  }

  @Test
  void what_has_no_room_is_counted_and_its_page_named() {
    List<String> brief = brief(huge(), "w0");

    assertThat(brief).hasSizeLessThanOrEqualTo(Briefs.MOST_LINES);
    assertThat(section(brief, "You own"))
        .hasSize(6)
        .startsWith("- `coord.yml`, the plan file that defines it", "- `own/0/**`")
        .endsWith("- and 36 more, see `workstreams/w0.html`");
    assertThat(section(brief, "Ask first")).endsWith("- and 37 more, see `workstreams/w0.html`");
    assertThat(section(brief, "Wait for")).endsWith("- and 36 more, see `workstreams/w0.html`");
    assertThat(section(brief, "Next"))
        .hasSize(5)
        .contains("- or 37 more, see `workstreams/w0.html`");
    assertThat(String.join("\n", section(brief, "Never touch")))
        .contains("- paths of other workstreams: `other/1/**` (`w1`), `other/2/**` (`w2`), ")
        .contains("and 36 more");
  }

  /** Forty of everything, and texts as long as they may be. */
  private static Assessment huge() {
    List<String> lines = new ArrayList<>();
    lines.add("workstreams:");
    lines.add("  - id: w0");
    lines.add("    owns: " + many(40, "own/%d/**"));
    lines.add("    depends_on: " + Many.list(39, i -> "w" + (i + 1)));
    lines.add("    next: " + "word ".repeat(500));
    lines.add("    tasks: " + many(40, "[ ] T-%d: " + "long ".repeat(200)));
    for (int i = 1; i < 40; i++) {
      lines.add("  - {id: w" + i + ", owns: [\"other/" + i + "/**\"]}");
    }
    lines.add("boundaries:");
    lines.add("  shared:");
    for (int i = 0; i < 40; i++) {
      lines.add("    - {paths: [shared/" + i + "], mode: append_only, condition: \"*slow* ly\"}");
    }
    return Written.assessed(Written.plan(lines.toArray(String[]::new)));
  }

  private static String many(int number, String format) {
    return Many.list(number, i -> "\"" + format.formatted(i) + "\"");
  }

  @Test
  void a_failing_gate_is_named_with_what_reproduces_it() {
    List<String> gates = section(brief(SampleAssessments.failing(), "checkout"), "Failing gates");

    assertThat(gates)
        .anyMatch(
            line ->
                line.startsWith("- `ownership` fails: ")
                    && line.contains("`mvn ")
                    && line.contains("check -Dcoord.workstream=checkout`"));
  }

  @Test
  void what_is_to_be_done_about_a_gate_is_whole_however_long_its_reasons_are() {
    String plan =
        """
        workstreams: [{id: a, branch: f/a}]
        gates:
          - {id: coverage-of-all-that-is-sold-and-taken-back, coverage: {lines: ">= 80%", branches: ">= 60%"}}
          - {id: tests-of-all-that-is-sold-and-taken-back, tests: {failed: "= 0", total: ">= 10", flaky: "= 0"}}
        """;
    Assessment assessment =
        Cases.written(plan)
            .judged(Cases.onWorkstream("a"))
            .evidence(Evidences.evidence().active("f/a", Deltas.changing("pom.xml")))
            .assess();

    assertThat(section(brief(assessment, "a"), "Failing gates"))
        .singleElement()
        .asString()
        .startsWith("- `coverage-of-all-that-is-sold-and-taken-back.lines`, `")
        .contains(" Reproduce: `mvn ")
        .doesNotContain("\\`");
  }

  @Test
  void what_has_no_room_at_all_ends_between_marks() {
    BriefText text = new BriefText();
    String code = "`" + "x".repeat(97) + "`, ";
    text.section("S", 2, List.of(code.repeat(6)), "", "");

    assertThat(text.lines().get(2)).isEqualTo("- " + code.repeat(4).strip() + "...");
  }

  @Test
  void blocked_tasks_are_named() {
    String plan =
        "workstreams: [{id: a, tasks: [{id: t1, text: One, state: blocked}, {id: t2, text: Two},"
            + " {id: t3, text: Three, state: blocked}]}]";

    assertThat(section(brief(Written.assessed(Written.plan(plan)), "a"), "State"))
        .contains("- 0 of 3 tasks claimed done, blocked: `t1` One and 1 more");
  }

  @Test
  void what_it_waits_for_is_named_with_its_day_and_open_tasks_of_others_with_who_waits() {
    String plan =
        """
        workstreams:
          - {id: api, depends_on: [model], tasks: ["[x] A-1: List", {id: A-2, text: Mail, state: blocked, depends_on: [mail/ML-1, mail/ML-2]}]}
          - {id: mail, tasks: ["[ ] ML-1: Send", "[x] ML-2: Write"]}
          - {id: model, branch: f/m, due: 2026-03-01}
        """;
    Evidences seen = Evidences.evidence().active("f/m", Deltas.changing("pom.xml"));

    assertThat(section(brief(Cases.written(plan).evidence(seen).assess(), "api"), "Wait for"))
        .startsWith(
            "- workstream `model`: active, due 2026-03-01",
            "- task `ML-1` Send of `mail`: claimed todo, and `A-2` waits for it");
  }

  @Test
  void who_waits_is_told_of_a_task_and_of_the_merge() {
    Assessment assessment =
        Cases.written(
                """
                workstreams:
                  - {id: a, tasks: ["[ ] A-1: This", "[ ] A-2: That"]}
                  - {id: b, depends_on: [a], tasks: [{id: B-1, text: X, depends_on: [a/A-2]}]}
                """)
            .assess();

    assertThat(section(brief(assessment, "a"), "Next"))
        .containsExactly("- `A-1` This", "- `A-2` That (`b/B-1` waits for it)");
    assertThat(section(brief(assessment, "a"), "Done when"))
        .contains("- it is merged into `main` (`b` waits for it)");
  }

  @Test
  void what_is_blocked_by_its_own_word_does_not_wait_for_nobody() {
    String plan =
        "workstreams: [{id: a, status: blocked, notes: The *contract* is not signed.},"
            + " {id: b, status: blocked}]";
    Assessment assessment = Written.assessed(Written.plan(plan));

    assertThat(section(brief(assessment, "a"), "Wait for"))
        .contains("- what blocks it, as its status claims; its notes: The contract is not signed.");
    assertThat(section(brief(assessment, "b"), "Wait for"))
        .contains("- what blocks it, as its status claims; its notes do not say what that is");
  }

  @Test
  void where_nobody_owns_a_path_the_plan_files_of_others_are_still_closed() {
    Plan plan =
        Plans.plan()
            .workstreams(workstream("a").at("coord/a.yml", 1), workstream("b").at("coord/b.yml", 1))
            .build();

    assertThat(section(brief(Written.assessed(plan), "a"), "Never touch"))
        .containsExactly("- plan files of other workstreams: `coord/b.yml`");
  }

  @Test
  void of_many_plan_files_of_others_some_are_named() {
    Plan plan =
        Plans.plan()
            .workstreams(
                Stream.of("a", "b", "c", "d", "e")
                    .map(id -> workstream(id).at("coord/" + id + ".yml", 1))
                    .toArray(Workstreams[]::new))
            .build();

    assertThat(section(brief(Written.assessed(plan), "a"), "Never touch"))
        .containsExactly(
            "- plan files of other workstreams, such as `coord/b.yml`, `coord/c.yml` and"
                + " `coord/d.yml`");
  }

  @Test
  void of_what_its_owner_looks_after_it_is_said_who_that_is() {
    String plan =
        """
        people: [{id: ana}]
        workstreams: [{id: a, owner: ana}]
        boundaries: {shared: [{paths: [/schema.sql], mode: steward, steward: ana}]}
        """;

    assertThat(section(brief(Written.assessed(Written.plan(plan)), "a"), "Ask first"))
        .contains("- `/schema.sql`: only `ana` changes it, who owns this workstream");
  }

  @Test
  void a_text_can_be_neither_markup_nor_a_command_nor_an_address() {
    String brief = text(HostileAssessment.assessment(), "w");
    String html = new Markdown().html(brief).html();

    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1))")
        .doesNotContain("<script", "<img", "href=\"javascript", "@everyone<");
    assertThat(brief).doesNotContain("mallory@evil.example", "\u001b", "\u202e", "##[");
    assertThat(brief.lines()).noneMatch(line -> line.startsWith("::"));
    assertThat(brief.lines()).allMatch(line -> line.equals(SafeText.line(line)));
  }

  @Test
  void no_failing_gate_of_its_own_is_no_word_of_those_of_the_project() {
    assertThat(section(brief(SampleAssessments.failing(), "payments"), "Failing gates"))
        .containsExactly(
            "None that is about it, but 3 of the project or of others fail this build: see"
                + " `gates.html`.");
    assertThat(section(brief(SampleAssessments.passing(), "catalog"), "Failing gates"))
        .containsExactly("None.");
  }

  @Test
  void an_open_gate_of_a_merged_workstream_makes_no_work_of_it() {
    assertThat(section(brief(SampleAssessments.failing(), "catalog"), "Next"))
        .singleElement()
        .asString()
        .isEqualTo("Nothing: it is merged.");
  }
}
