package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.Golden;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.SamplePlan;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import dev.coord.site.model.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorSiteTest {

  private static Site build(List<Diagnostic> diagnostics) {
    return new ErrorSite()
        .build(diagnostics, "The plan cannot be read", SampleAssessments.siteFrame());
  }

  @Test
  void all_mistakes_stand_on_one_red_page() {
    Site site =
        build(
            List.of(
                Diagnostic.error(
                    Location.of("coord.yml", 9, 5), "unknown key 'gate'", "Did you mean 'gates'?"),
                Diagnostic.error(
                    Location.of("coord.yml", 2, 1).in(SamplePlan.TIP), "no id", "Add one."),
                Diagnostic.error(Location.of("coord.yml", 9, 5), "a second one here", "Remove it."),
                Diagnostic.warning(Location.ofFile("a.yml"), "an old name", "Rename it.")));

    Golden.assertGolden("pages-error.txt", PageText.of(site));
  }

  @Test
  void nothing_on_it_is_green() {
    assertThat(PageText.of(build(List.of()))).contains("[bad]").doesNotContain("good");
  }

  @Test
  void without_a_mistake_it_still_says_that_nothing_was_judged() {
    Site site = build(List.of());

    assertThat(site.pages()).extracting(Page::path).containsExactly("index", "404");
    assertThat(site.pages().get(0).tone()).isEqualTo(Tone.BAD);
    assertThat(PageText.line(site.pages().get(0).verdict())).isEqualTo("Nothing could be judged.");
  }

  @Test
  void hostile_mistakes_are_shown_as_they_are() {
    Site site =
        build(
            List.of(
                Diagnostic.error(
                    Location.of(HostileAssessment.EVIL, 1, 1),
                    HostileAssessment.EVIL,
                    HostileAssessment.EVIL)));

    assertThat(PageText.of(site)).contains(HostileAssessment.EVIL);
  }
}
