package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpicsPageTest {

  private static final String[] EPICS = {
    "project: {name: Shop, repository: https://github.com/shop/shop}",
    "people: [{id: ana, name: Ana Ruiz}]",
    "workstreams: [{id: pay, tasks: [\"[x] A\", \"[ ] B\"]}]",
    "epics:",
    "  - id: phase-3",
    "    title: Data",
    "    kind: phase",
    "    owner: ana",
    "    status: nearly done",
    "    start: 2026-01-05",
    "    weeks: 12",
    "    issues: [\"[x] #12: *Totals*\", {title: To come, pull_request: 9, workstream: pay}]",
    "    progress: [92%, {percent: 100%, weeks: 1-2, where: Summary}]",
    "    outputs: [A report]",
    "  - {id: refunds, workstreams: [pay]}",
    "  - {id: later}"
  };

  private static Site site(String... lines) {
    String text = "coord: 1\n" + String.join("\n", lines) + "\n";
    return new SiteBuilder()
        .build(Written.assessed(Written.file(text)), SampleAssessments.siteFrame());
  }

  private static Page page(String... lines) {
    return site(lines).pages().stream()
        .filter(p -> p.path().equals("epics"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_is_told_of_one_issue_is_marked_there_and_not_at_its_epic() {
    Page page =
        page(
            "project: {name: Shop}",
            "epics: [{id: a, status: in progress, issues: [\"[x] #1: A\"]}, {id: b, issues: [\"[ ]"
                + " #1: A\"]}]");

    assertThat(Pages.lines(page))
        .filteredOn(line -> line.startsWith("  #epic-"))
        .noneSatisfy(line -> assertThat(line).contains("contradicts"));
    assertThat(Pages.lines(page))
        .filteredOn(line -> line.contains("contradicts"))
        .singleElement()
        .satisfies(line -> assertThat(line).startsWith("  #issue-1 [warning]"));
    assertThat(Pages.verdict(page)).contains("; what is told of 1 issue is contradicted.");
  }

  @Test
  void what_is_claimed_several_times_is_said_once() {
    assertThat(
            Pages.lines(
                page(
                    "project: {name: Shop}",
                    "epics: [{id: e, status: Complete, progress: [100%, {percent: 100%, where: A}]}]")))
        .anySatisfy(
            line -> assertThat(line).startsWith("  #epic-e").contains("| Complete; 100% |"));
  }

  @Test
  void claimed_progress_stands_beside_what_is_counted() {
    List<String> lines = Pages.lines(page(EPICS));

    assertThat(lines)
        .filteredOn(line -> line.startsWith("  #epic-"))
        .satisfiesExactly(
            phase ->
                assertThat(phase)
                    .contains("[warning]", "Data", "Ana Ruiz", "92%; 100% in weeks 1-2", "1 of 2")
                    .contains("issues", "contradicts", "from 2026-01-05, 12 weeks"),
            refunds -> assertThat(refunds).contains("1 of 2", "tasks"),
            later -> assertThat(later).contains("nothing to count"));
  }

  @Test
  void the_answer_says_how_many_are_done_and_what_is_contradicted() {
    assertThat(Pages.verdict(page(EPICS)))
        .isEqualTo(
            "[warning] 0 of 3 epics are done by the count of issues and tasks; 1 cannot be counted;"
                + " what is claimed of 1 is contradicted.");
    assertThat(
            Pages.verdict(
                page("project: {name: Shop}", "epics: [{id: a, issues: [\"[x] #1: A\"]}]")))
        .isEqualTo("[info] 1 of 1 epic is done by the count of issues and tasks.");
    assertThat(Pages.verdict(page("project: {name: Shop}", "epics: [{id: a}]")))
        .isEqualTo("[unknown] The one epic has no issues or tasks to count.");
    Page twice =
        page(
            "project: {name: Shop}",
            "epics: [{id: e, progress: [{percent: 90%, where: A}, {percent: 80%, where: B}]}]");
    assertThat(Pages.verdict(twice))
        .isEqualTo(
            "[warning] The one epic has no issues or tasks to count; what is"
                + " claimed of 1 is contradicted.");
  }

  @Test
  void issues_lead_to_the_forge_and_to_their_workstream() {
    assertThat(Pages.text(page(EPICS)))
        .contains("/issues/12", "/pull/9", "workstreams/pay", "planned", "Output: ");
  }

  @Test
  void a_plan_without_epics_has_no_such_page() {
    assertThat(site("project: {name: Shop}").pages())
        .extracting(Page::path)
        .doesNotContain("epics");
  }

  @Test
  void the_contradiction_leads_to_the_epic() {
    Page claims =
        site(EPICS).pages().stream()
            .filter(p -> p.path().equals("claims"))
            .findFirst()
            .orElseThrow();

    assertThat(Pages.text(claims)).contains("epics#epic-phase-3", "its issues say 1 of 2 (50%)");
  }
}
