package dev.coord.site;

import dev.coord.SampleEverything;
import dev.coord.assess.Assessment;
import dev.coord.plan.Plan;
import dev.coord.site.model.Page;
import dev.coord.testing.PlanTexts;

/** The pages of plans that tests write as text, beside what a whole project proves. */
final class WrittenPages {

  private WrittenPages() {}

  static Plan plan(String yaml) {
    return PlanTexts.shop(yaml + "\n");
  }

  static Assessment assessment(String yaml) {
    return SampleEverything.assessment(plan(yaml), "# Words\n");
  }

  static Page page(String yaml, String path) {
    return Pages.of(assessment(yaml), path);
  }

  static String verdict(String yaml, String path) {
    return Pages.verdict(page(yaml, path));
  }
}
