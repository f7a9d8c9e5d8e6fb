package dev.coord.site;

import static dev.coord.site.WrittenPages.assessment;
import static dev.coord.site.WrittenPages.page;
import static dev.coord.site.WrittenPages.plan;
import static dev.coord.site.WrittenPages.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.assess.Assessment;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import dev.coord.testing.Many;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Testing, environments and whatever else a team looks things up in. */
class HandbookPagesTest {

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
    assertThat(verdict(testing.replace("\"[x] a\", ", "").formatted("pending"), "testing"))
        .isEqualTo("[info] ana has not decided yet: 1 of 1 criterion is open.");
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
  void a_single_report_is_not_the_latest_of_one() {
    assertThat(Pages.verdict(page("reports: [{id: a, to: 2026-01-06}]\n", "reports")))
        .isEqualTo("[neutral] The one report is a(reports#report-a) of 2026-01-06.");
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
    String plan = "actions:\n" + Many.lines(30, i -> "  - {title: Sign " + (i + 1) + "}");
    String text = Pages.text(page(plan, "index"));

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
}
