package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

  private static final String CSS = new String(Templates.asset(Style.OURS), StandardCharsets.UTF_8);
  private static final String DARK = "@media (prefers-color-scheme: dark)";

  /** WCAG 2.2, 1.4.3 and 1.4.11. */
  @ParameterizedTest
  @ValueSource(
      strings = {"#000000", "#ffffff", "#ffff00", "#00ff00", "#808080", "#b35900", "#0b57a4"})
  void any_colour_is_made_readable_on_every_ground_of_both_schemes(String accent) {
    String rules = new Accent(CSS).rules(accent);
    int dark = CSS.indexOf(DARK);

    readable(link(rules.substring(0, rules.indexOf(DARK))), CSS.substring(0, dark));
    readable(
        link(rules.substring(rules.indexOf(DARK))), CSS.substring(dark, CSS.indexOf('}', dark)));
  }

  private static void readable(int link, String roles) {
    Matcher role =
        Pattern.compile("--(ground|panel|mark|line|[a-z]+-tint): #([0-9a-f]{6})").matcher(roles);
    int grounds = 0;
    while (role.find()) {
      grounds++;
      assertThat(Accent.contrast(link, Integer.parseInt(role.group(2), 16)))
          .as(role.group())
          .isGreaterThanOrEqualTo(role.group(1).equals("line") ? 3 : 4.5);
    }
    assertThat(grounds).isEqualTo(10);
  }

  private static int link(String rules) {
    Matcher link = Pattern.compile("--link: #([0-9a-f]{6})").matcher(rules);
    assertThat(link.find()).isTrue();
    return Integer.parseInt(link.group(1), 16);
  }

  @Test
  void a_colour_that_can_be_read_stays_as_it_is() {
    assertThat(new Accent(CSS).rules("#0b57a4")).startsWith(":root { --link: #0b57a4; }\n");
  }

  @Test
  void the_edge_of_the_page_has_the_colour_as_the_plan_says_it() {
    assertThat(new Accent(CSS).rules("#ffff00"))
        .endsWith("@media not print { header { border-top: 4px solid #ffff00; } }\n");
  }

  @ParameterizedTest
  @CsvSource({"#000000, #ffffff, 21", "#777777, #777777, 1", "#ff0000, #ffffff, 4.0"})
  void contrast_is_that_of_wcag(String one, String other, double contrast) {
    assertThat(
            Accent.contrast(
                Integer.parseInt(one.substring(1), 16), Integer.parseInt(other.substring(1), 16)))
        .isCloseTo(contrast, Offset.offset(0.01));
  }

  @Test
  void accent_and_logo_are_on_every_page_without_a_style_in_any_of_them() {
    Look.Logo logo = new Look.Logo("logo.svg", new byte[] {'<'}, 300, 100);
    Map<String, byte[]> files =
        new SiteRenderer()
            .rendering(SampleSites.failing(), new Look(Optional.of(logo), Optional.of("#b35900")))
            .files();

    assertThat(text(files, "workstreams/td1.html"))
        .contains(
            "<a class=\"home\" href=\"../index.html\"><img src=\"../assets/logo.svg\" alt=\"\""
                + " width=\"84\" height=\"28\">Shop</a>")
        .doesNotContain("style=");
    assertThat(files.get("assets/logo.svg")).isEqualTo(logo.content());
    assertThat(text(files, "assets/coord.css"))
        .startsWith(CSS)
        .contains("solid #b35900", ".home img");
    assertThat(Gzip.size(files.get("assets/coord.css"))).isLessThan(8_000);
    assertThat(HtmlRules.violations(files)).isEmpty();
  }

  @Test
  void a_logo_that_is_wide_as_a_banner_is_not_wider_than_its_place() {
    assertThat(new Look.Logo("logo.png", new byte[0], 5000, 10).shownWidth()).isEqualTo(160);
    assertThat(new Look.Logo("logo.png", new byte[0], 1, 5000).shownWidth()).isEqualTo(1);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }
}
