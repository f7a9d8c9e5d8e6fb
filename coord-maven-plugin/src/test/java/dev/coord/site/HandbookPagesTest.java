package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.assess.Assessment;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import dev.coord.site.model.Block;
import dev.coord.site.model.Grid;
import dev.coord.site.model.Grid.GridCell;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import dev.coord.site.render.HtmlRules;
import dev.coord.site.render.SiteRenderer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Risks, testing, environments and whatever else a team looks things up in. */
class HandbookPagesTest {

  private static Plan plan(String yaml) {
    byte[] text =
        ("coord: 1\nproject: {name: Shop}\n" + yaml + "\n").getBytes(StandardCharsets.UTF_8);
    PlanReading reading =
        new PlanReader().read(List.of(new PlanFile("coord.yml", Optional.empty(), text)));
    assertThat(reading.diagnostics()).map(Diagnostic::message).isEmpty();
    return reading.plan().orElseThrow();
  }

  private static Assessment assessment(String yaml) {
    return SampleEverything.assessment(plan(yaml), "# Words\n");
  }

  private static Page page(String yaml, String path) {
    return Pages.of(assessment(yaml), path);
  }

  private static String verdict(String yaml, String path) {
    return Pages.verdict(page(yaml, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "risks",
        "testing",
        "environments",
        "playbooks",
        "decisions",
        "reports",
        "scenarios",
        "pages"
      })
  void a_page_is_there_only_when_the_plan_holds_something_of_it(String path) {
    Site empty = new SiteBuilder().build(assessment(""), SampleAssessments.siteFrame());

    assertThat(empty.pages()).extracting(Page::path).doesNotContain(path);
    assertThat(Pages.of(SampleEverything.assessment(), path).blocks()).isNotEmpty();
  }

  @Test
  void every_row_has_an_anchor_by_noun_and_id() {
    Assessment everything = SampleEverything.assessment();

    assertThat(Pages.text(Pages.of(everything, "risks"))).contains("  #risk-risk-a ");
    assertThat(Pages.text(Pages.of(everything, "testing")))
        .contains("  #testing-deliverable-title ")
        .contains("## Tested in sprint-title #testing-sprint-a")
        .contains("  #testing-sign-off ");
    assertThat(Pages.text(Pages.of(everything, "environments")))
        .contains("  #environment-environment-a ");
    assertThat(Pages.text(Pages.of(everything, "playbooks"))).contains("  #playbook-playbook-a ");
    assertThat(Pages.text(Pages.of(everything, "decisions"))).contains("  #decision-decision-a ");
    assertThat(Pages.text(Pages.of(everything, "reports"))).contains("  #report-report-a ");
    assertThat(Pages.text(Pages.of(everything, "scenarios"))).contains("  #scenario-scenario-a ");
    assertThat(Pages.text(Pages.of(everything, "pages"))).contains("  #page-document-a ");
  }

  @ParameterizedTest
  @CsvSource({
    "'{id: a, owner: ana}', '[info] 1 of 1 risk is open.'",
    "'{id: a, owner: ana, status: closed}', '[neutral] 0 of 1 risk are open.'",
    "'{id: a}', '[warning] 1 of 1 risk is open; nobody answers for 1.'",
    "'{id: a, owner: ana, status: triggered}', '[warning] a(risks#risk-a) has happened. 0 of 1 risk are open.'"
  })
  void the_risks_are_counted(String risk, String verdict) {
    assertThat(verdict("risks: [" + risk + "]", "risks")).isEqualTo(verdict);
  }

  @Test
  void the_claimed_status_of_a_risk_stands_beside_what_its_rule_shows() {
    String risks =
        """
        workstreams: [{id: w, tasks: ["[x] a", "[ ] b"]}]
        risks:
          - {id: calm, owner: ana, triggered_when: {tasks: {workstream: w, done: "< 50%"}}}
          - {id: late, owner: ana, triggered_when: {tasks: {workstream: w, done: "< 60%"}}}
          - {id: told, owner: ana, status: triggered, triggered_when: {tasks: {workstream: w, done: "< 60%"}}}
          - {id: open, owner: ana, triggered_when: {tests: {failed: "> 0"}}}
          - {id: bare, owner: ana}
        """;
    Page page = page(risks, "risks");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[warning] late(risks#risk-late), told(risks#risk-told) have happened. 4 of 5 risks"
                + " are open; whether 1 has happened cannot be told.");
    assertThat(Pages.lines(page))
        .filteredOn(line -> line.startsWith("  #risk-"))
        .extracting(line -> line.replaceAll(" \\|.*claims#.*| \\| – \\|.*", ""))
        .extracting(line -> line.replaceAll("^  #risk-(\\w+) \\[(\\w+)].*", "$1 $2"))
        .containsExactly(
            "late warning", "told warning", "calm neutral", "open neutral", "bare neutral");
    assertThat(Pages.text(page))
        .contains("[info: open] | [warning: contradicts] its rule holds: ")
        .contains("[warning: triggered] | [good: agrees] its rule holds: ")
        .contains("[info: open] | [unknown: unknown] ")
        .contains("[info: open] | claim only | ");
    assertThat(Pages.text(Pages.of(assessment(risks), "claims")))
        .contains("risk late(risks#risk-late) | status: open | ");
  }

  @Test
  void risks_stand_in_a_grid_of_likelihood_and_impact() {
    String text =
        Pages.text(
            page(
                "risks: [{id: a, likelihood: very_high, impact: low}, {id: b, impact: high}]",
                "risks"));

    assertThat(text)
        .contains("  #likelihood-very-high [neutral] very high | – | a(risks#risk-a) | – | – | –")
        .contains("very high × low")
        .contains("not said × high");
    assertThat(Pages.text(page("risks: [{id: b, impact: high}]", "risks")))
        .doesNotContain("likelihood-");
  }

  @Test
  void commands_of_steps_are_shown_to_be_copied() {
    String playbook =
        "playbooks: [{id: p, steps: [Stop., {text: Go back., commands: \"git revert\\nls\"}]}]";

    assertThat(Pages.text(page(playbook, "playbooks")))
        .contains("*1. *{Stop.}\n*2. *{Go back.}\n```sh\ngit revert\nls\n```\n");
    assertThat(Pages.text(page("playbooks: [{id: p, steps: [Stop., Go.]}]", "playbooks")))
        .contains("1. {Stop.}\n1. {Go.}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "pending, '[info] ana has not decided yet: 1 of 2 criteria is open.'",
    "go, '[warning] ana says go: 1 of 2 criteria is open.'",
    "no_go, '[warning] ana says no-go: 1 of 2 criteria is open.'"
  })
  void the_page_on_testing_says_whether_it_may_go_out(String decision, String verdict) {
    String testing =
        "testing: {sign_off: {by: ana, criteria: [\"[x] a\", \"[ ] b\"], decision: %s}}";

    assertThat(verdict(testing.formatted(decision), "testing")).isEqualTo(verdict);
  }

  @Test
  void a_deliverable_is_found_by_its_claim_though_its_title_has_a_slash() {
    String testing = "testing: {deliverables: [{title: Go/no-go notes, path: docs/go.md}]}";

    assertThat(Pages.text(Pages.of(assessment(testing), "claims")))
        .contains("testing Go/no-go notes(testing#testing-go) | Go/no-go notes is todo");
    assertThat(Pages.text(page(testing, "testing")))
        .contains("  #testing-go [neutral] *Go/no-go notes*")
        .contains("[unknown: unknown] nothing was looked at");
  }

  @Test
  void access_is_published_only_where_the_plan_says_so() {
    String environment = "environments: [{id: e, access: [the-password]%s}]";
    Assessment silent = assessment(environment.formatted(""));
    Assessment loud = assessment(environment.formatted(", publish: true"));

    Site site = new SiteBuilder().build(silent, SampleAssessments.siteFrame());
    assertThat(PageText.of(site)).doesNotContain("the-password");
    assertThat(Pages.text(Pages.of(loud, "environments"))).contains("*Access:* the-password");
  }

  @Test
  void points_of_an_achievement_are_a_list_below_it() {
    String reports =
        """
        reports:
          - id: a
            achievements:
              - Search works
              - {title: Refunds work, points: ["Of *lines*", "Of orders\\nand vouchers"]}
        """;

    assertThat(Pages.text(page(reports, "reports")))
        .contains(
            """
            *Achieved:* {Search works}
            *Achieved:* {Refunds work}
            - {Of *lines*}
            - {Of orders
            and vouchers}
            """);
  }

  @Test
  void a_report_tells_the_latest_first_and_its_files_beside_git() {
    String reports =
        """
        reports:
          - {id: b, to: 2026-01-06}
          - {id: a, from: 2026-01-05, files: [{path: docs/a.md, change: created, lines: 1}]}
        """;
    Page page = page(reports, "reports");

    assertThat(Pages.verdict(page))
        .isEqualTo("[neutral] The latest of 2 reports is b(reports#report-b) of 2026-01-06.");
    assertThat(Pages.text(page))
        .contains("`docs/a.md` | created, 1 line | [unknown: unknown] nothing was looked at");
  }

  @Test
  void time_saved_stands_beside_what_the_lengths_come_to() {
    String scenarios =
        """
        scenarios:
          - id: two
            savings:
              - {what: A, parallel: 8 weeks, sequential: 18 weeks, saved: 55%}
              - {what: B, parallel: 12-16 weeks, sequential: 24-32 weeks, saved: 40-50%}
        """;
    Page page = page(scenarios, "scenarios");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[warning] The plan knows 1 way to set up the team: two; 1 claim of time saved is not"
                + " what the lengths come to.");
    assertThat(Pages.text(page))
        .contains("[neutral] *A* | 8 weeks | 18 weeks | 55% | 55.6% | ")
        .contains("*B* | 12-16 weeks | 24-32 weeks | 40-50% | 50% [warning: not as claimed] | ");
  }

  @Test
  void decisions_are_counted_by_where_they_stand() {
    assertThat(
            verdict(
                "decisions: [{id: a}, {id: b, status: proposed}, {id: c, supersedes: [a]}]",
                "decisions"))
        .isEqualTo("[info] 3 decisions: 1 proposed and 2 accepted.");
  }

  @Test
  void only_what_was_accepted_settles_something() {
    String text =
        Pages.text(
            page(
                "decisions: [{id: a, points: [x]}, {id: b, status: proposed, points: [y]},"
                    + " {id: c, status: rejected, points: [z]}]",
                "decisions"));

    assertThat(text.lines())
        .filteredOn(
            line ->
                line.startsWith("*What") || line.contains("What was") || line.contains("What is"))
        .extracting(line -> line.replace("*", ""))
        .containsExactly("What was settled", "What is proposed", "What was proposed");
  }

  private static final String DOCUMENT = "pages: [{id: run, title: Runbook, file: docs/run.md}]";

  @Test
  void a_published_file_is_a_page_with_links_from_its_own_directory() {
    Page page = page(DOCUMENT, "pages/run");

    assertThat(page.title()).isEqualTo("Runbook");
    assertThat(page.navigation()).isEqualTo("pages");
    assertThat(Pages.verdict(page)).isEqualTo("[neutral] The text of `docs/run.md`, “Words”.");
    assertThat(
            Pages.of(SampleEverything.assessment(plan(DOCUMENT), "Some.\n"), "pages/run").blocks())
        .containsExactly(new Block.Prose("Some.\n", "docs", "run"));
    assertThat(verdict(DOCUMENT, "pages"))
        .isEqualTo("[neutral] 1 file of the repository is published here.");
  }

  @Test
  void a_file_that_cannot_be_read_leaves_its_page_and_contradicts_the_plan() {
    Assessment assessment =
        SampleEverything.assessment(
            plan(DOCUMENT),
            Map.of("run", Observation.unknown("docs/run.md is a directory", "Name a file.")));

    assertThat(Pages.verdict(Pages.of(assessment, "pages/run")))
        .isEqualTo("[warning] Nothing can be shown of `docs/run.md`.");
    assertThat(Pages.text(Pages.of(assessment, "pages/run")))
        .contains("<warning> The file cannot be shown\ndocs/run.md is a directory. Name a file.");
    assertThat(Pages.verdict(Pages.of(assessment, "pages")))
        .isEqualTo("[warning] 1 file of the repository is published here; 1 cannot be read.");
    assertThat(Pages.text(Pages.of(assessment, "claims")))
        .contains("## Contradicted #contradicted")
        .contains("page run(pages#page-run) | file: docs/run.md | ")
        .contains("[warning: contradicts] docs/run.md is a directory | Name a file. | –");
  }

  private static Map<String, byte[]> rendered(String document) {
    Assessment assessment = SampleEverything.assessment(plan(DOCUMENT), document);
    return new SiteRenderer()
        .render(new SiteBuilder().build(assessment, SampleAssessments.siteFrame()));
  }

  private static String html(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private static final String GUIDE =
      """
      # Guide

      See [how](#use-it--now), [the end](run.md#the-end) and the note[^n].

      ## Use it & now

      #### Deep down

      > ## Quoted

      ## The end

      ## The end

      [back](#The-End-1)

      [^n]: A *note* of [somebody](person:ana).
      """;

  @Test
  void the_headings_of_a_published_file_are_those_of_its_page() {
    String html = html(rendered(GUIDE), "pages/run.html");

    assertThat(html.replaceAll("(?s)^.*?<h1", "<h1").split("<(?=h[1-6])"))
        .extracting(heading -> heading.replaceAll("(?s)</h.*", ""))
        .containsExactly(
            "",
            "h1>Runbook",
            "h2 id=\"use-it-now\"><a href=\"#use-it-now\">Use it &amp; now</a>",
            "h3 id=\"deep-down\"><a href=\"#deep-down\">Deep down</a>",
            "h2 id=\"the-end\"><a href=\"#the-end\">The end</a>",
            "h2 id=\"the-end-1\"><a href=\"#the-end-1\">The end</a>",
            "h2 id=\"footnotes\"><a href=\"#footnotes\">Footnotes</a>");
    assertThat(html)
        .contains("<p><strong>Quoted</strong></p>")
        .contains("<nav class=\"contents\"", "<li><a href=\"#the-end\">The end</a></li>");
  }

  @Test
  void a_published_file_links_to_its_own_headings_and_footnotes() {
    Map<String, byte[]> files = rendered(GUIDE);

    assertThat(html(files, "pages/run.html"))
        .contains("<a href=\"#use-it-now\">how</a>", "<a href=\"#the-end\">the end</a>")
        .contains("<a href=\"#the-end-1\">back</a>")
        .contains("the note<a href=\"#footnote-1\">[1]</a>.")
        .contains("<tr id=\"footnote-1\"", "A <em>note</em> of somebody.");
    assertThat(html(files, "pages/run.html.md"))
        .contains("See [how](#use-it--now), [the end](#the-end) and", "[back](#the-end-1)")
        .contains("the note[\\[1\\]](#footnotes).", "| 1 | A *note* of somebody. |");
    assertThat(HtmlRules.violations(files)).isEmpty();
  }

  @Test
  void a_page_without_a_title_in_the_plan_has_that_of_its_file() {
    Assessment assessment =
        SampleEverything.assessment(
            plan("pages: [{id: run, file: docs/run.md}]"), "# The *guide*\n\n[](page:run)\n");

    assertThat(Pages.of(assessment, "pages/run").title()).isEqualTo("The guide");
    assertThat(Pages.verdict(Pages.of(assessment, "pages/run")))
        .isEqualTo("[neutral] The text of `docs/run.md`.");
    assertThat(Pages.text(Pages.of(assessment, "pages"))).contains("The guide(pages/run)");
    assertThat(
            html(
                new SiteRenderer()
                    .render(new SiteBuilder().build(assessment, SampleAssessments.siteFrame())),
                "pages/run.html"))
        .contains("<a href=\"run.html\">The guide</a>");
  }

  @Test
  void a_published_file_is_made_safe() {
    String html =
        html(
            rendered("<script>alert(1)</script> [x](javascript:alert(2)) ![i](http://evil/p.png)"),
            "pages/run.html");

    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert", "javascript:", "src=\"http");
  }

  @Test
  void a_long_file_is_continued_on_further_pages() {
    Map<String, byte[]> files = rendered("## Chapter\n\n- a\n- b\n\nWords.\n\n".repeat(1_000));

    assertThat(files).containsKeys("pages/run.html", "pages/run-2.html", "pages/run.html.md");
    assertThat(files.keySet())
        .filteredOn(name -> name.matches("pages/run(-\\d)?\\.html"))
        .allSatisfy(name -> assertThat(html(files, name).split("<[a-z]")).hasSizeLessThan(3_000));
  }

  @Test
  void contradictions_inside_the_plan_are_told_though_git_is_not_known() {
    assertThat(verdict("actions: [{title: Sign}]", "claims"))
        .startsWith("[warning] 1 of 1 claim is contradicted. Not all can be told: ");
  }

  @Test
  void claims_about_one_thing_stand_together_those_contradicted_first() {
    String plan =
        """
        people:
          - {id: ana, allocation: [{to: a, share: 10%}]}
          - {id: ben}
        actions: [{title: Sign}]
        scenarios:
          - id: s
            members:
              - {name: A, allocation: [{to: a, share: 99%}]}
            savings:
              - {what: B, parallel: 1 week, sequential: 2 weeks, saved: 10%}
          - id: t
            members: [{name: B, allocation: [{to: a, share: 98%}]}]
        pages: [{id: run, file: docs/run.md}]
        """;

    assertThat(Pages.lines(page(plan, "claims")))
        .filteredOn(line -> line.startsWith("  #claim-"))
        .extracting(line -> line.substring(3, line.indexOf(' ', 4)))
        .containsExactly(
            "claim-action-sign",
            "claim-person-ana",
            "claim-scenario-s",
            "claim-scenario-s-2",
            "claim-scenario-t",
            "claim-page-run");
  }

  @Test
  void many_contradictions_do_not_bury_the_dashboard() {
    StringBuilder plan = new StringBuilder("actions:\n");
    for (int i = 1; i <= 30; i++) {
      plan.append("  - {title: Sign ").append(i).append("}\n");
    }
    String text = Pages.text(page(plan.toString(), "index"));

    assertThat(text.lines().filter(line -> line.startsWith("  #claim-"))).hasSize(10);
    assertThat(text)
        .contains("All 30 contradictions(claims#contradicted)")
        .contains("Correct 25 more claims(claims#contradicted), or make them true");
  }

  @Test
  void the_index_lists_what_the_handbook_holds() {
    assertThat(Pages.text(Pages.of(SampleEverything.assessment(), "contents")))
        .contains("- risk-title(risks#risk-risk-a) `risk-a`")
        .contains("- deliverable-title(testing#testing-deliverable-title)")
        .contains("- environment-title(environments#environment-environment-a) `environment-a`")
        .contains("- playbook-title(playbooks#playbook-playbook-a) `playbook-a`")
        .contains("- decision-title(decisions#decision-decision-a) `decision-a`")
        .contains("- report-title(reports#report-report-a) `report-a`")
        .contains("- scenario-title(scenarios#scenario-scenario-a) `scenario-a`")
        .contains("- document-title(pages/document-a)");
  }

  @Test
  void the_page_on_testing_names_windows_and_freezes() {
    String plan =
        """
        testing: {sign_off: {by: ana}}
        events:
          - {id: w, kind: testing, title: Window, date: 2026-11-18}
          - {id: f, kind: freeze, title: Freeze, date: 2026-11-17}
          - {id: c, kind: ceremony, title: Weekly, cadence: every Monday}
        """;

    assertThat(Pages.text(page(plan, "testing")))
        .contains("## Windows and freezes #windows\n- Window(calendar#event-w) 2026-11-18 ")
        .contains("- Freeze(calendar#event-f) 2026-11-17 ")
        .doesNotContain("Weekly");
  }

  @Test
  void risks_are_drawn_by_likelihood_and_impact_beside_the_table_of_the_same() {
    Block.Figure figure =
        Figures.one(
            page(
                """
                risks:
                  - {id: quota, title: Quota ends, likelihood: very_high, impact: high}
                  - {id: leak, likelihood: low, impact: very_low}
                  - {id: other}
                """,
                "risks"));
    Grid grid = (Grid) figure.picture();

    assertThat(grid.rows().get(0).name()).isEqualTo("very high likelihood");
    GridCell cell = grid.rows().get(0).cells().get(3);
    assertThat(cell.word() + " " + cell.tone() + " " + cell.marks().get(0).name())
        .isEqualTo("20 BAD Quota ends");
    assertThat(grid.rows().get(3).cells().get(0).marks()).hasSize(1);
    assertThat(figure.description()).endsWith("The highest with a risk in it is 20: Quota ends.");
    assertThat(figure.more()).isEqualTo(1);
    assertThat(figure.table()).isEqualTo(Target.page("risks", "grid-table"));
  }
}
