package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {

  private static final String CSS =
      new String(Templates.asset("assets/coord.css"), StandardCharsets.UTF_8);

  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

  @Test
  void the_style_is_small() {
    assertThat(Gzip.size(Templates.asset("assets/coord.css"))).isLessThan(8_000);
  }

  @Test
  void on_paper_folds_are_open_and_tables_stay_tables() {
    String print = CSS.substring(CSS.indexOf("@media print"));

    assertThat(print)
        .contains("details::details-content { content-visibility: visible;")
        .contains(".table { overflow: visible; container: none; }")
        .contains("thead { display: table-header-group; }");
  }

  @Test
  void words_of_a_table_break_only_where_they_may() {
    assertThat(CSS)
        .contains("th, td { overflow-wrap: break-word; }")
        .contains(".num { text-align: end; white-space: nowrap;")
        .contains("time:not([datetime*=\"T\"]) { white-space: nowrap; }");
  }

  @Test
  void the_style_loads_nothing() {
    assertThat(CSS)
        .isNotBlank()
        .doesNotContain("@import")
        .doesNotContainPattern("url\\((?!\"data:image/svg)");
  }

  @Test
  void every_role_that_is_used_has_a_value() {
    Matcher used = Pattern.compile("var\\((--[a-z-]+)\\)").matcher(CSS);
    while (used.find()) {
      assertThat(CSS).contains(used.group(1) + ":");
    }
  }

  @Test
  void light_and_dark_have_the_same_roles() {
    assertThat(dark().keySet()).isEqualTo(light().keySet());
  }

  /** WCAG 2.2, 1.4.3: 4.5 to 1 for text. */
  @ParameterizedTest
  @CsvSource({
    "text, ground",
    "text, panel",
    "text, mark",
    "muted, ground",
    "muted, panel",
    "link, ground",
    "link, panel",
    "good, panel",
    "bad, panel",
    "warning, panel",
    "unknown, panel",
    "link, mark",
    "good, good-tint",
    "bad, bad-tint",
    "warning, warning-tint",
    "unknown, unknown-tint",
    "info, info-tint",
    "neutral, neutral-tint",
    "good, ground",
    "bad, ground",
    "warning, ground",
    "unknown, ground",
    "info, ground",
    "neutral, ground",
    "text, good-tint",
    "text, bad-tint",
    "text, warning-tint",
    "text, unknown-tint",
    "text, info-tint",
    "text, neutral-tint",
    "link, good-tint",
    "link, bad-tint",
    "link, warning-tint",
    "link, unknown-tint",
    "link, info-tint",
    "link, neutral-tint",
  })
  void text_can_be_read_in_light_and_dark(String front, String back) {
    assertThat(contrast(light(), front, back)).as("light").isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(dark(), front, back)).as("dark").isGreaterThanOrEqualTo(4.5);
  }

  /** WCAG 2.2, 1.4.11: 3 to 1 for what must be seen beside text. */
  @ParameterizedTest
  @CsvSource({
    "good, line",
    "bad, line",
    "warning, line",
    "unknown, line",
    "info, line",
    "link, line"
  })
  void bars_stand_out_from_their_track(String bar, String track) {
    assertThat(contrast(light(), bar, track)).as("light").isGreaterThanOrEqualTo(3);
    assertThat(contrast(dark(), bar, track)).as("dark").isGreaterThanOrEqualTo(3);
  }

  private static Map<String, Integer> light() {
    return colours(CSS.substring(0, CSS.indexOf("@media")));
  }

  private static Map<String, Integer> dark() {
    int start = CSS.indexOf("@media (prefers-color-scheme: dark)");
    return colours(CSS.substring(start, CSS.indexOf("}", start)));
  }

  private static Map<String, Integer> colours(String css) {
    Map<String, Integer> colours = new HashMap<>();
    Matcher colour = COLOUR.matcher(css);
    while (colour.find()) {
      colours.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
    }
    return colours;
  }

  private static double contrast(Map<String, Integer> colours, String front, String back) {
    double a = luminance(colours.get(front));
    double b = luminance(colours.get(back));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * channel(colour >> 16)
        + 0.7152 * channel(colour >> 8)
        + 0.0722 * channel(colour);
  }

  private static double channel(int value) {
    double c = (value & 0xFF) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
