package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Page;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Former;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTrendTest {

  private static final String RISK =
      "metrics: [{id: risk, category: outcome, value: \"%s\", target: \"<= 5\"}]";

  private static String trend(String now) {
    Page page =
        Pages.of(
            Cases.written(RISK.formatted(now))
                .evidence(
                    Evidences.evidence()
                        .recorded(Former.run("2026-11-01", "9"), Former.run("2026-11-08", "7")))
                .assess(),
            "metrics");
    return Pages.lines(page).stream()
        .filter(line -> line.startsWith("  #metric-risk"))
        .map(line -> line.split(" \\| ")[3])
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_trend_is_drawn_and_told_since_the_first_record() {
    assertThat(trend("5"))
        .isEqualTo(
            "line [1000, 500, 0] 2 recorded runs and this one: from 9 to 5 -4 since 2026-11-01");
  }

  @Test
  void a_value_of_another_form_is_told_and_not_drawn() {
    assertThat(trend("low")).isEqualTo("changed since 2026-11-01");
  }

  @Test
  void numbers_of_one_unit_alone_are_drawn() {
    assertThat(MetricTrend.heights(List.of("10 ms", "20 ms", "15.01 ms")))
        .contains(List.of(0, 1000, 501));
    assertThat(MetricTrend.heights(List.of("3", "3"))).contains(List.of(500, 500));
    assertThat(MetricTrend.heights(List.of("10 ms", "20 s"))).isEmpty();
    assertThat(MetricTrend.heights(List.of("10 ms"))).isEmpty();
  }
}
