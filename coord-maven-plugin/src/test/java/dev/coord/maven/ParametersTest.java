package dev.coord.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.engine.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  private final Parameters parameters = new Parameters();

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "' TRUE ', true",
    "false, false",
    "False, false",
    "'', true",
    "' ', true"
  })
  void a_switch_is_on_or_off_and_blank_where_it_is_left_out(String text, boolean on) {
    assertThat(parameters.flag("coord.failOnViolation", text, true)).isEqualTo(on);
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ture", "nein", "yes", "1", "0", "off"})
  void a_misspelt_switch_opens_nothing(String text) {
    assertThat(parameters.flag("coord.failOnViolation", text, true)).isTrue();
    assertThat(parameters.flag("coord.skip", text, false)).isFalse();
    assertThat(told())
        .containsExactly(
            "-Dcoord.failOnViolation: \""
                + text
                + "\" is neither true nor false. Write one of them.",
            "-Dcoord.skip: \"" + text + "\" is neither true nor false. Write one of them.");
  }

  @Test
  void a_switch_that_is_read_twice_is_told_once() {
    parameters.flag("coord.skip", "ja", false);
    parameters.flag("coord.skip", "ja", false);

    assertThat(told()).hasSize(1);
  }

  @Test
  void missing_data_fails_or_warns() {
    assertThat(parameters.lenient("fail")).isFalse();
    assertThat(parameters.lenient("")).isFalse();
    assertThat(parameters.lenient("warn")).isTrue();
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"WARN", "ignore", "true"})
  void what_else_missing_data_should_do_is_refused(String text) {
    assertThat(parameters.lenient(text)).isFalse();
    assertThat(told())
        .containsExactly(
            "-Dcoord.missingData: \"" + text + "\" is neither fail nor warn. Write one of them.");
  }

  @Test
  void judging_time_that_is_none_is_refused_with_an_example() {
    assertThat(parameters.now(Optional.empty())).isEmpty();
    assertThat(parameters.now(Optional.of("2026-01-31")))
        .contains(Instant.parse("2026-01-31T00:00:00Z"));
    assertThat(told()).isEmpty();

    assertThat(parameters.now(Optional.of("tomorrow"))).isEmpty();
    assertThat(told())
        .containsExactly(
            "-Dcoord.now: \"tomorrow\" is neither a date nor a point in time. Write 2026-01-31 or"
                + " 2026-01-31T12:00:00Z.");
  }

  @Test
  void a_site_is_published_on_the_web() {
    Optional<String> web = Optional.of("https://shop.example/coord");
    assertThat(parameters.siteUrl(web)).isEqualTo(web);
    assertThat(parameters.siteUrl(Optional.empty())).isEmpty();
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:x",
        "shop.example",
        "file:///tmp",
        "https://a:b@shop.example/",
        "https:"
      })
  void no_other_address_is_taken(String text) {
    assertThat(parameters.siteUrl(Optional.of(text))).isEmpty();
    assertThat(told())
        .containsExactly(
            "-Dcoord.siteUrl: \""
                + text
                + "\" is no web address. Write one that begins with https://,"
                + " such as https://owner.github.io/name/.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?branch=main", "#top", "?a#b"})
  void below_an_address_with_a_query_or_a_fragment_lies_no_page(String end) {
    assertThat(parameters.siteUrl(Optional.of("https://shop.example/" + end))).isEmpty();
    assertThat(told())
        .containsExactly(
            "-Dcoord.siteUrl: \"https://shop.example/"
                + end
                + "\" has a query or a fragment, behind which no page can lie."
                + " Write what is before it: https://shop.example/.");
  }

  private List<String> told() {
    return parameters.tell(Settings.in(Path.of("."))).build().mistakes().stream()
        .map(Diagnostic::message)
        .toList();
  }
}
