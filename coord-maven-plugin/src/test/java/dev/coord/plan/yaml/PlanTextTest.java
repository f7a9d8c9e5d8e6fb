package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTextTest {
  private static List<String> messages(byte[] content) {
    return Plans.read(content).diagnostics().stream().map(d -> d.message()).toList();
  }

  @Test
  void a_byte_order_mark_is_skipped() {
    assertThat(Plans.messages("\uFEFFcoord: 1\nproject: {name: Shop}\n")).isEmpty();
    assertThat(Plans.messages("\uFEFFkoord: 1\ncoord: 1\nproject: {name: Shop}\n"))
        .containsExactly(
            "coord.yml:1:1: \"koord\" is not a key of a plan. Perhaps \"coord\" was meant.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lines_end_as_on_every_system(String end) {
    assertThat(Plans.messages(String.join(end, "coord: 1", "project: {name: Shop}", "", "x: 1")))
        .first()
        .asString()
        .startsWith("coord.yml:4:1: ");
  }

  @Test
  void columns_are_counted_in_utf_16_units() {
    assertThat(Plans.messages("coord: 1\nproject: {name: é𝒳, nme: 1}\n"))
        .containsExactly(
            "coord.yml:2:22: \"nme\" is not a key of \"project\". Perhaps \"name\" was meant.");
    assertThat(Plans.messages("# 𝒳𝒳𝒳𝒳\ncoord: 1\nproject: {name: Shop}\nx: 1\n"))
        .first()
        .asString()
        .startsWith("coord.yml:4:1: ");
  }

  @Test
  void text_that_is_not_utf_8_is_refused_where_it_begins_to_differ() {
    byte[] latin = "coord: 1\nproject: {name: Caf\u00e9}\n".getBytes(Charset.forName("ISO-8859-1"));

    assertThat(messages(latin))
        .containsExactly("coord.yml:2:20: the file is not written in UTF-8. Save it as UTF-8.");
    assertThat(messages("coord: 1\n".getBytes(StandardCharsets.UTF_16)))
        .containsExactly("coord.yml:1:1: the file is not written in UTF-8. Save it as UTF-8.");
    assertThat(messages(new byte[] {'a', (byte) 0xe2, (byte) 0x82}))
        .containsExactly("coord.yml:1:2: the file is not written in UTF-8. Save it as UTF-8.");
    assertThat(messages(new byte[] {(byte) 0xc0, (byte) 0x80}))
        .containsExactly("coord.yml:1:1: the file is not written in UTF-8. Save it as UTF-8.");
    assertThat(messages(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
        .containsExactly("coord.yml:1:1: the file is not written in UTF-8. Save it as UTF-8.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0", "\u0007", "\u001b", "\u007f", "\u0085", "\u009b", "\u2028", "\u2029", "\ufeff",
        "\uffff"
      })
  void characters_that_cannot_be_shown_or_end_lines_for_some_are_refused(String character) {
    assertThat(Plans.messages("coord: 1\nproject: {name: a" + character + "b}\n"))
        .containsExactly(
            "coord.yml:2:18: the character U+%04X is not allowed in a plan. Remove it, or write it"
                    .formatted((int) character.charAt(0))
                + " as an escape inside double quotes.");
  }

  @Test
  void a_binary_file_is_refused_with_few_words() {
    assertThat(messages(new byte[10_000])).hasSize(3);
  }
}
