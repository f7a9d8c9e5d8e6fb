package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.plan.Command;
import dev.coord.plan.Plan;
import dev.coord.plan.Stretch;
import dev.coord.site.render.SiteRenderer;
import dev.coord.testing.PlanMarkers;
import dev.coord.testing.Written;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/**
 * What the plan says is shown. The plan of the test fills every component of every record of a
 * plan; a component that is new is missed here until the plan has it and a page shows it.
 */
class EverythingIsShownTest {

  /** Said by what is shown instead of it. */
  private static final Set<String> SAID_OTHERWISE =
      Set.of(
          "PathRule.expectation",
          "TasksRule.of",
          "Conflict.resolution",
          "Statistic.kind",
          "MetricRule.unit");

  private final Plan plan = Written.everything();

  @Test
  void every_component_of_every_record_of_the_plan_is_shown_on_a_page_and_in_its_markdown() {
    PlanMarkers found = PlanMarkers.of(plan);
    Map<String, String> values = new TreeMap<>();
    found.markers().stream()
        .filter(marker -> !SAID_OTHERWISE.contains(marker.component()))
        .forEach(marker -> values.put(shown(marker.value()), marker.component()));

    assertThat(found.empty()).as("components that everything.yml leaves empty").isEmpty();
    Map<String, byte[]> files =
        new SiteRenderer()
            .render(new SiteBuilder().build(Written.assessed(plan), SampleAssessments.siteFrame()));
    String html = withSignsOfPlans(texts(files, ".html"));
    String markdown = withSignsOfPlans(texts(files, ".html.md"));
    assertThat(values.entrySet())
        .as("values that no page shows")
        .filteredOn(value -> !html.contains(value.getKey()))
        .isEmpty();
    assertThat(values.entrySet())
        .as("values that no Markdown shows")
        .filteredOn(value -> !markdown.replace("\\", "").contains(value.getKey()))
        .isEmpty();
  }

  @Test
  void the_test_looks_at_every_part_of_a_plan() {
    assertThat(PlanMarkers.records().stream().map(Class::getSimpleName))
        .contains("Plan", "Project", "Channel", "Share", "Launch", "Block", "Conflict", "Not")
        .doesNotContain("Origin", "Location");
  }

  private static String withSignsOfPlans(String text) {
    return text.replace("≥", ">=").replace("≤", "<=").replace("≠", "!=");
  }

  private static String texts(Map<String, byte[]> files, String ending) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(ending))
        .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
        .map(text -> ending.equals(".html") ? Jsoup.parse(text).text() : text)
        .collect(Collectors.joining("\n"));
  }

  private static String shown(Object value) {
    if (value instanceof DayOfWeek day) {
      return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
    }
    if (value instanceof Duration time) {
      return Command.written(time);
    }
    return value instanceof Enum<?> word
        ? word.name().toLowerCase(Locale.ROOT)
        : value instanceof Stretch stretch
            ? Character.toUpperCase(stretch.toString().charAt(0)) + stretch.toString().substring(1)
            : value.toString();
  }
}
