package dev.coord.site;

import dev.coord.assess.Assessment;
import dev.coord.assess.ProjectCourse;
import dev.coord.concurrent.SideBySide;
import dev.coord.plan.Plan;
import dev.coord.site.draft.ReportRows;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.draft.View;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Makes the pages of an assessment. The same assessment and frame give the same pages. */
public final class SiteBuilder {

  private static final String WORK = "Work";
  private static final String VERDICTS = "Verdicts";
  private static final String EVIDENCE = "Evidence";
  private static final String REFERENCE = "Reference";

  /** The headings of the navigation by page; the first page stands above all of them. */
  static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("sprints", WORK),
          Map.entry("workstreams", WORK),
          Map.entry("epics", WORK),
          Map.entry("handoffs", WORK),
          Map.entry("merges", WORK),
          Map.entry("timeline", WORK),
          Map.entry("calendar", WORK),
          Map.entry("actions", WORK),
          Map.entry("people", WORK),
          Map.entry("gates", VERDICTS),
          Map.entry("ownership", VERDICTS),
          Map.entry("claims", VERDICTS),
          Map.entry("metrics", VERDICTS),
          Map.entry("git", EVIDENCE),
          Map.entry("tests", EVIDENCE),
          Map.entry("coverage", EVIDENCE),
          Map.entry(ReportRows.FINDINGS, EVIDENCE),
          Map.entry("project", REFERENCE),
          Map.entry("risks", REFERENCE),
          Map.entry("testing", REFERENCE),
          Map.entry("environments", REFERENCE),
          Map.entry("playbooks", REFERENCE),
          Map.entry("decisions", REFERENCE),
          Map.entry("reports", REFERENCE),
          Map.entry("scenarios", REFERENCE),
          Map.entry("pages", REFERENCE),
          Map.entry("contents", REFERENCE),
          Map.entry(Page.SEARCH, REFERENCE));

  /**
   * Makes the whole site: dashboard, the work, the verdicts, the evidence, the plan's own words, an
   * index of everything and what servers show where there is no page. People have a page where the
   * plan names any.
   *
   * <p>Every page is there whatever the plan holds: a part that is missing says so and shows the
   * YAML to add, and a page whose source could not be read stands under a banner that names it.
   */
  public Site build(Assessment assessment, SiteFrame frame) {
    return build(new ProjectCourse(assessment), frame);
  }

  /** The same with what others may have worked out of its course, or will use afterwards. */
  public Site build(ProjectCourse course, SiteFrame frame) {
    Assessment assessment = course.assessment();
    View view = new View(course, frame);
    List<Page> pages = new ArrayList<>(pages(view));
    pages.add(SearchPage.of(view));
    pages.add(ContentsPage.of(view, List.copyOf(pages)));
    List<Site.Entry> navigation = navigation(pages);
    pages.add(NotFoundPage.of(frame.siteUrl(), navigation));
    Site site =
        new Site(
            assessment.plan().project().site().title().orElse(assessment.plan().project().name()),
            frame.generator(),
            frame.stampTime(),
            frame.planVersion(),
            frame.sources(),
            frame.siteUrl(),
            view.textLinks(),
            navigation,
            pages);
    return new SiteText(Privacy.of(assessment)::withoutAddresses).apply(site);
  }

  /** The pages that stand for themselves, in the order of the navigation, made side by side. */
  private static List<Page> pages(View view) {
    Plan plan = view.plan();
    List<Supplier<List<Page>>> makers = new ArrayList<>();
    makers.add(() -> List.of(DashboardPage.of(view)));
    makers.add(() -> SprintsPages.of(view));
    makers.addAll(WorkstreamsPages.makers(view));
    if (!plan.epics().isEmpty()) {
      makers.add(() -> List.of(EpicsPage.of(view)));
    }
    if (!plan.handoffs().isEmpty()) {
      makers.add(() -> List.of(HandoffsPage.of(view)));
    }
    if (TimelinePage.hasContent(view)) {
      makers.add(() -> List.of(TimelinePage.of(view)));
    }
    if (!plan.events().isEmpty()) {
      makers.add(() -> List.of(CalendarPage.of(view)));
    }
    if (MergesPage.isNeeded(view)) {
      makers.add(() -> List.of(MergesPage.of(view)));
    }
    makers.add(() -> List.of(ActionsPage.of(view)));
    if (!view.assessment().people().isEmpty()) {
      makers.add(() -> List.of(PeoplePage.of(view)));
    }
    makers.add(() -> List.of(GatesPage.of(view)));
    makers.add(() -> List.of(OwnershipPage.of(view)));
    makers.add(() -> List.of(ClaimsPage.of(view)));
    makers.add(() -> List.of(MetricsPage.of(view)));
    makers.add(() -> List.of(GitPage.of(view)));
    makers.add(() -> List.of(TestsPage.of(view)));
    makers.add(() -> List.of(CoveragePage.of(view)));
    if (FindingsPage.isNeeded(view)) {
      makers.add(() -> List.of(FindingsPage.of(view)));
    }
    makers.add(() -> List.of(ProjectPage.of(view)));
    makers.add(() -> HandbookPages.of(view));
    return SideBySide.map(makers, Supplier::get).stream().flatMap(List::stream).toList();
  }

  /** An entry for each page that is its own, marked as the page is. */
  private static List<Site.Entry> navigation(List<Page> pages) {
    return pages.stream()
        .filter(page -> page.path().equals(page.navigation()))
        .map(
            page ->
                new Site.Entry(
                    page.title(), page.path(), page.tone(), GROUPS.getOrDefault(page.path(), "")))
        .toList();
  }
}
