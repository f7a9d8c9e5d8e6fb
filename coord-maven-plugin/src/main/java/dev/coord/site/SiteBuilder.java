package dev.coord.site;

import dev.coord.assess.Assessment;
import java.util.ArrayList;
import java.util.List;

/** Makes the pages of an assessment. The same assessment and frame give the same pages. */
public final class SiteBuilder {

  /**
   * Makes the whole site: dashboard, sprints, workstreams, ownership, gates, metrics, claims,
   * actions, and people where the plan names any.
   *
   * <p>Every page is there whatever the plan holds: a part that is missing says so and shows the
   * YAML to add, and a page whose source could not be read stands under a banner that names it.
   */
  public Site build(Assessment assessment, SiteFrame frame) {
    View view = new View(assessment, frame);
    List<Page> pages = new ArrayList<>();
    pages.add(DashboardPage.of(view));
    pages.addAll(SprintsPages.of(view));
    pages.addAll(WorkstreamsPages.of(view));
    pages.add(OwnershipPage.of(view));
    pages.add(GatesPage.of(view));
    pages.add(MetricsPage.of(view));
    pages.add(ClaimsPage.of(view));
    pages.add(ActionsPage.of(view));
    pages.add(ProjectPage.of(view));
    if (!PeoplePage.people(assessment).isEmpty()) {
      pages.add(PeoplePage.of(view));
    }
    Site site =
        new Site(
            assessment.plan().project().name(),
            frame.generator(),
            frame.stampTime(),
            frame.planVersion(),
            frame.sources(),
            frame.siteUrl(),
            view.links(),
            navigation(pages),
            pages);
    return new SiteText(Privacy.of(assessment)::withoutAddresses).apply(site);
  }

  /** An entry for each page that is its own, marked as the page is. */
  private static List<Site.Entry> navigation(List<Page> pages) {
    return pages.stream()
        .filter(page -> page.path().equals(page.navigation()))
        .map(page -> new Site.Entry(page.title(), page.path(), page.tone()))
        .toList();
  }
}
