package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.Golden;
import dev.coord.site.model.Site;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoldenPagesTest {

  @TestFactory
  Stream<DynamicTest> the_site_of_a_failing_build_is_as_agreed() {
    return pages("failing", SampleSites.failing());
  }

  @TestFactory
  Stream<DynamicTest> the_site_of_an_unreadable_plan_is_as_agreed() {
    return pages("bad-plan", SampleSites.badPlan());
  }

  @Test
  void every_page_has_a_markdown_mirror_and_the_style_comes_with_them() {
    assertThat(new SiteRenderer().render(SampleSites.badPlan()))
        .containsOnlyKeys("assets/coord.css", "assets/icon.svg", "index.html", "index.html.md");
  }

  private static Stream<DynamicTest> pages(String folder, Site site) {
    Map<String, byte[]> files = new SiteRenderer().render(site);
    return files.entrySet().stream()
        .filter(file -> !file.getKey().startsWith("assets/"))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () ->
                        Golden.assertGolden(
                            folder + "/" + file.getKey(),
                            new String(file.getValue(), StandardCharsets.UTF_8))));
  }
}
