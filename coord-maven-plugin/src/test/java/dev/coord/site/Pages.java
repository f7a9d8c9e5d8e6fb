package dev.coord.site;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import java.util.List;

/** Pages of assessments, for tests. */
final class Pages {

  private Pages() {}

  static Page of(Assessment assessment, String path) {
    return new SiteBuilder()
        .build(assessment, SampleAssessments.siteFrame()).pages().stream()
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
