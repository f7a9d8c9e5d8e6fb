package dev.coord.site;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.model.Page;
import java.util.List;
import java.util.Optional;

/** Pages of assessments, for tests. */
final class Pages {

  private Pages() {}

  static Page of(Assessment assessment, String path) {
    return of(assessment, SampleAssessments.siteFrame(), path);
  }

  /** A page of a site that knows no address of the repository. */
  static Page withoutForge(Assessment assessment, String path) {
    SiteFrame known = SampleAssessments.siteFrame();
    SiteFrame frame =
        new SiteFrame(
            known.generator(),
            known.stampTime(),
            known.planVersion(),
            known.sources(),
            known.siteUrl(),
            Optional.empty(),
            known.commit(),
            known.goals());
    return of(assessment, frame, path);
  }

  private static Page of(Assessment assessment, SiteFrame frame, String path) {
    return new SiteBuilder()
        .build(assessment, frame).pages().stream()
            .filter(page -> page.path().equals(path))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no page " + path));
  }

  static Page of(AssessmentDraft draft, String path) {
    return of(draft.build(), path);
  }

  /** {@code [tone] sentence}. */
  static String verdict(Page page) {
    return "[" + page.tone().word() + "] " + PageText.line(page.verdict());
  }

  static String text(Page page) {
    return PageText.of(page);
  }

  static List<String> lines(Page page) {
    return text(page).lines().toList();
  }
}
