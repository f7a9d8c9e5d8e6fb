package dev.coord.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.b",
        "http://a.b:8080/c?d=e&f#g",
        "HTTPS://A.B/",
        "https://a.b/c:d@e",
        "https://bücher.example/ü",
        "https://a.b?c",
        "mailto:ana@example.org",
        "mailto:ana@example.org?subject=a%20b",
        "docs/a.md",
        "../a",
        "./a:b",
        "/a/b",
        "#section",
        "?q=1",
        "a%20b",
        "a/b:c",
        "index.html"
      })
  void web_mail_and_relative_addresses_pass_unchanged(String url) {
    assertThat(SafeUrl.of(url)).contains(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        " javascript:x",
        "java\tscript:x",
        "java\nscript:x",
        "\u0001javascript:x",
        "\u200bjavascript:x",
        "\ufeffhttps://a.b",
        "data:text/html,x",
        "vbscript:x",
        "file:///x",
        "ftp://a.b",
        "tel:1",
        "x:y",
        ":x",
        "//a.b",
        "///a.b",
        "/\\a.b",
        "\\\\a.b",
        "a\\b",
        "/%5Ca.b",
        "%5c%5Ca.b",
        "https:a.b",
        "https:/a.b",
        "https:///a.b",
        "https://",
        "https://u@a.b",
        "https://u:p@a.b",
        "https://a b/",
        "https://[::1]/",
        "https://a.b:99x/",
        "https://a%2eb/",
        "mailto:",
        "mailto:ana",
        "mailto:a/b@c",
        "a\u0000b",
        "a\u2028b",
        "a\u202eb",
        "a\ud800b"
      })
  void everything_else_is_refused(String url) {
    assertThat(SafeUrl.of(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "' a/b ', a/b",
    "a b, a%20b",
    "a|b, a%7Cb",
    "a[0], a%5B0%5D",
    "'a<b>\"', a%3Cb%3E%22",
    "100%, 100%25",
    "a%2, a%252",
    "https://a.b/{x}^`, https://a.b/%7Bx%7D%5E%60"
  })
  void characters_that_no_url_may_hold_are_encoded(String written, String url) {
    assertThat(SafeUrl.of(written)).contains(url);
    assertThat(SafeUrl.of(url)).contains(url);
  }

  @Test
  void a_destination_is_at_most_2048_characters_long() {
    assertThat(SafeUrl.of("a".repeat(2048))).isPresent();
    assertThat(SafeUrl.of("a".repeat(2049))).isEmpty();
  }

  @Test
  void only_web_addresses_lead_to_another_site() {
    assertThat(SafeUrl.isWeb("https://a.b")).isTrue();
    assertThat(SafeUrl.isWeb("HTTP://a.b")).isTrue();
    assertThat(SafeUrl.isWeb("mailto:a@b")).isFalse();
    assertThat(SafeUrl.isWeb("http/a")).isFalse();
    assertThat(SafeUrl.isWeb("https")).isFalse();
  }
}
