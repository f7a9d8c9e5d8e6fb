package dev.coord.site.render;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.core.HTMLOutputFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeamsTest {

  @ParameterizedTest
  @CsvSource({
    "coord/gates.yml:6, coord/|gates.yml:6",
    "coord/payments.yml:10@8e59697, coord/|payments.yml:10@|8e59697",
    "com.example.shop.CatalogTest#stock, com.|example.shop.|CatalogTest#|stock",
    "ProductSearchTest, Product|SearchTest",
    "a_missing_field_is_reported, a_missing_|field_is_|reported",
    "feature/error-handling, feature/|error-|handling",
    "docs&amp;more/architecture.md, docs&amp;more/|architecture.md",
  })
  void long_words_break_behind_their_marks_and_before_capitals(String word, String broken) {
    assertThat(Seams.in(word).replace(Seams.BREAK, "|")).isEqualTo(broken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "observed",
        "payments/PAY",
        "append_only",
        "responsibilities",
        "412.3 ms of 1,204 lines",
        "<a href=\"https://example.org/a/very/long/path\">here</a>",
        ""
      })
  void short_words_whole_words_and_tags_are_never_broken(String text) {
    assertThat(Seams.in(text)).isEqualTo(text);
  }

  @Test
  void what_is_too_long_for_a_word_breaks_anywhere_between_two_letters() {
    assertThat(Seams.in("a".repeat(49)).split(Seams.BREAK))
        .containsExactly("a".repeat(24), "a".repeat(24), "a");
    assertThat(Seams.in("&lt;".repeat(25))).isEqualTo("&lt;".repeat(24) + Seams.BREAK + "&lt;");
    assertThat(Seams.in("\uD83D\uDE00".repeat(25)))
        .isEqualTo("\uD83D\uDE00".repeat(24) + Seams.BREAK + "\uD83D\uDE00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "支払いモジュールの全面的な書き直しとテストの追加、そしてドキュメントの更新",
        "결제모듈을전면적으로다시작성하고테스트를추가하며문서를갱신합니다그리고",
      })
  void scripts_that_browsers_break_by_their_own_rules_get_no_breaks(String text) {
    assertThat(Seams.in(text)).isEqualTo(text);
  }

  @Test
  void what_is_drawn_as_one_letter_is_never_broken() {
    assertThat(Seams.in("e\u0301\u0302".repeat(20)).split(Seams.BREAK))
        .containsExactly(
            "e\u0301\u0302".repeat(8), "e\u0301\u0302".repeat(8), "e\u0301\u0302".repeat(4));
    String family = "\uD83D\uDC69\u200D\uD83D\uDC67";
    assertThat(Seams.in(family.repeat(10)).split(Seams.BREAK))
        .containsExactly(family.repeat(8), family.repeat(2));
  }

  @Test
  void breaks_take_nothing_away_and_add_nothing_else() {
    String text = "see src/main/java/com/example/Very.java and <code>lib/another-long/x.py</code>";
    assertThat(Seams.in(text)).contains(Seams.BREAK);
    assertThat(Seams.in(text).replace(Seams.BREAK, "")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "took 412.3 ms in all, took 412.3_ms in all",
    "5 h and 3 min, 5_h and 3_min",
    "about 80 %, about 80_%",
    "3 samples, 3 samples",
    "in 4 days, in 4 days",
    "of 3 small, of 3 small",
  })
  void a_number_and_its_unit_stay_together(String text, String bound) {
    assertThat(Units.bound(text)).isEqualTo(bound.replace('_', '\u00A0'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coord/payments.yml:10@8e59697",
        "see src/main/java/com/example/Very.java and lib/another-long/x.py",
        "aaaaaaa<bbbbbbb/ccccccc",
        "////////////////",
        "a\u202Eb/c/d/e\nf",
        "ä-ö-ü-ß-ä-ö-ü-ß-ä-ö-ü",
        "short words alone",
        "",
      })
  void breaks_are_counted_as_they_are_written_and_never_bounded_too_low(String text) {
    String line = PlainText.code(text);
    String html = HTMLOutputFormat.INSTANCE.escapePlainText(line);
    int written = Seams.in(html).split(Seams.BREAK, -1).length - 1;

    assertThat(Seams.count(html)).isEqualTo(written);
    assertThat(Seams.most(line)).isGreaterThanOrEqualTo(written);
    assertThat(Seams.mayBreak(text) || written == 0).isTrue();
  }

  @Test
  void no_break_is_looked_for_among_short_words() {
    assertThat(Seams.mayBreak("short words alone")).isFalse();
    assertThat(Seams.mayBreak("one/very/long/word")).isTrue();
  }
}
