package dev.coord.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.Golden;
import dev.coord.HostileAssessment;
import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class BadgesTest {

  private static final String GREEN = "#1a7f37";
  private static final String RED = "#b42318";
  private static final String GREY = "#6b6b6b";
  private static final String BLUE = "#1f5fa8";

  private static Map<String, String> badges(Assessment assessment) {
    return Badges.of(assessment, new PlainTexts(assessment));
  }

  /** What a badge says and its colour. */
  private static String said(Map<String, String> badges, String name) {
    Document svg = Documents.parsed(badges.get("badges/" + name + ".svg"));
    assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
    assertThat(svg.getDocumentElement().getAttribute("aria-label"))
        .isEqualTo(Documents.texts(svg, "title").get(0))
        .isEqualTo(String.join(": ", Documents.texts(svg, "text")));
    return Documents.texts(svg, "title").get(0)
        + " "
        + Documents.all(svg, "rect").get(1).getAttribute("fill");
  }

  @Test
  void a_failing_gate_is_red_on_all_that_it_is_about() {
    Map<String, String> badges = badges(SampleAssessments.failing());

    assertThat(said(badges, "overall")).isEqualTo("coord: failed " + RED);
    assertThat(said(badges, "gates")).isEqualTo("gates: 1 of 7 pass " + RED);
    assertThat(said(badges, "coverage")).isEqualTo("coverage: 42.8% " + RED);
    assertThat(said(badges, "workstreams/checkout"))
        .isEqualTo("checkout: active, a gate fails " + RED);
    assertThat(said(badges, "workstreams/catalog")).isEqualTo("catalog: merged " + GREEN);
  }

  @Test
  void what_holds_is_green() {
    Map<String, String> badges = badges(SampleAssessments.passing());

    assertThat(said(badges, "overall")).isEqualTo("coord: passed " + GREEN);
    assertThat(said(badges, "gates")).endsWith(" pass " + GREEN);
  }

  @Test
  void what_is_unknown_is_never_green() {
    Map<String, String> badges = badges(SampleAssessments.unknown());

    assertThat(said(badges, "overall")).isEqualTo("coord: unknown " + GREY);
    assertThat(said(badges, "gates")).endsWith(GREY);
    assertThat(said(badges, "coverage")).isEqualTo("coverage: unknown " + GREY);
    assertThat(badges.values()).isNotEmpty().noneMatch(svg -> svg.contains(GREEN));
  }

  @Test
  void a_plan_without_gates_has_passed_nothing() {
    Map<String, String> badges = badges(SampleAssessments.empty());

    assertThat(said(badges, "gates")).isEqualTo("gates: none " + GREY);
    assertThat(badges.values()).noneMatch(svg -> svg.contains(GREEN));
  }

  @Test
  void a_run_that_could_judge_nothing_replaces_what_was_green() {
    Map<String, String> badges = Badges.withoutVerdict(List.of("checkout"));

    assertThat(said(badges, "overall")).isEqualTo("coord: error " + RED);
    assertThat(said(badges, "gates")).isEqualTo("gates: unknown " + GREY);
    assertThat(said(badges, "coverage")).isEqualTo("coverage: unknown " + GREY);
    assertThat(said(badges, "workstreams/checkout")).isEqualTo("checkout: error " + RED);
  }

  @Test
  void a_badge_looks_like_this() {
    Golden.assertGolden(
        "badge-overall.svg", badges(SampleAssessments.failing()).get("badges/overall.svg"));
  }

  @Test
  void a_text_adds_no_element_and_nothing_is_loaded() {
    String svg =
        Badge.of(
            new PlainTexts(HostileAssessment.assessment()),
            HostileAssessment.EVIL,
            "\"/><image href=\"http://evil.example\"/>\ufffe\u0000",
            Tone.INFO);
    Document parsed = Documents.parsed(svg);

    assertThat(Documents.all(parsed, "*").stream().map(Element::getLocalName))
        .isEqualTo(List.of("svg", "title", "rect", "rect", "g", "text", "text"));
    assertThat(svg).contains("&lt;script&gt;", BLUE).doesNotContain("\u202e", "\u001b", "@import");
  }

  @Test
  void white_text_can_be_read_on_every_colour() {
    for (Tone tone : Tone.values()) {
      Document svg = Documents.parsed(Badge.of(new PlainTexts(), "a", "b", tone));
      for (Element field : Documents.all(svg, "rect")) {
        String colour = field.getAttribute("fill");
        assertThat(contrastToWhite(colour)).as(tone + " " + colour).isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  /** As WCAG 2 defines it. */
  private static double contrastToWhite(String colour) {
    double luminance = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      luminance += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return 1.05 / (luminance + 0.05);
  }
}
