package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The index of everything, the page on the project, and what stands where there is no page. */
class ReferencePagesTest {

  private static final Assessment FAILING = SampleAssessments.failing();

  @Test
  void the_index_counts_and_links_everything() {
    Page page = Pages.of(FAILING, "contents");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[neutral] Listed are 20 pages, 4 workstreams, 1 sprint, 8 tasks, 7 gates, 2 metrics,"
                + " 3 people, 3 actions, 1 waiver, 1 finding, 1 test class with failures and 2 reports.");
    assertThat(Pages.text(page))
        .contains(
            "- checkout: CHK-3.1(workstreams/checkout#task-chk-3.1) {A flat price} [neutral: todo]")
        .contains("- sprint-1: S1-1(sprints/sprint-1#task-s1-1) {Show the search}")
        .contains("- ownership (checkout)(gates#gate-ownership-checkout) [bad: failed]")
        .contains("- card-contract(actions#action-card-contract) {Sign the **contract**}")
        .contains("- Ana Ruiz(people#person-ana)")
        .contains("(gates#waiver-")
        .contains("(index#finding-")
        .contains("- shop.MoneyTest(tests#class-shop.moneytest)")
        .doesNotContain("shop.BasketTest")
        .contains(
            "- target/surefire-reports/TEST-A.xml(tests#report-target-surefire-reports-test-a.xml)")
        .contains("(coverage#report-");
  }

  @Test
  void every_page_of_the_site_is_in_the_index() {
    Site site = new SiteBuilder().build(FAILING, SampleAssessments.siteFrame());
    String index = Pages.text(Pages.of(FAILING, "contents"));

    assertThat(site.pages())
        .filteredOn(page -> !page.path().equals("404") && !page.path().equals("contents"))
        .allSatisfy(
            page -> assertThat(index).contains("- " + page.title() + "(" + page.path() + ")"));
  }

  @Test
  void the_page_on_the_project_says_where_work_goes() {
    assertThat(Pages.verdict(Pages.of(FAILING, "project")))
        .isEqualTo(
            "[neutral] *Shop* is planned in 2 files; work is merged into `main` and expected to end on"
                + " 2026-12-09.");
  }

  @Test
  void a_missing_page_says_so_and_leads_on() {
    assertThat(Pages.text(Pages.of(FAILING, "404")))
        .contains("There is no page at this address.", "- Dashboard(index)")
        .doesNotContain("coord.siteUrl");
    assertThat(PageText.of(NotFoundPage.of(Optional.empty(), List.of()))).contains("coord.siteUrl");
  }
}
