package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.SampleEverything;
import dev.coord.browser.PageKinds;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The docs list every kind of page, which is what the tests in a browser go by. */
class PageKindsTest {

  @Test
  void every_page_that_has_a_place_in_the_navigation_is_a_kind_in_the_docs() throws IOException {
    Set<String> placed =
        SiteBuilder.GROUPS.keySet().stream()
            .map(path -> path + ".html")
            .collect(Collectors.toSet());

    assertThat(PageKinds.all()).containsAll(placed);
  }

  @Test
  void every_kind_in_the_docs_is_a_page_and_every_page_of_a_full_site_is_of_such_a_kind()
      throws IOException {
    Set<String> kinds =
        Stream.of(SampleEverything.assessment(), SampleAssessments.failing())
            .map(assessment -> new SiteBuilder().build(assessment, SampleAssessments.siteFrame()))
            .flatMap(site -> site.pages().stream())
            .map(page -> PageKinds.of(page.path() + ".html"))
            .collect(Collectors.toSet());

    assertThat(kinds).containsExactlyInAnyOrderElementsOf(PageKinds.all());
  }
}
