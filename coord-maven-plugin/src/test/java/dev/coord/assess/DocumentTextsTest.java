package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Observation;
import dev.coord.testing.Written;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of published documents that were misread. */
class DocumentTextsTest {

  private static final String PAGES =
      "pages: [{id: run, file: docs/run.md}, {id: again, file: docs/run.md}]";

  private static List<String> told(Observation<String> text) {
    return DocumentTexts.of(Written.plan(PAGES), Map.of("run", text, "again", text)).stream()
        .map(f -> f.kind() + " " + f.location().orElseThrow() + ": " + f.text() + ". " + f.remedy())
        .toList();
  }

  private static String misread(String text, String charset) {
    return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
  }

  @Test
  void a_document_that_was_misread_is_a_finding_with_its_line_and_told_once() {
    assertThat(
            told(
                Observation.known(
                    "# Run\n\nIt is" + misread("—", "windows-1252") + "so\n\n- caf\u00c3\u00a9\n")))
        .containsExactly(
            "SOURCE docs/run.md:3:6: \"\u00e2\u20ac\u201d\" looks like \"—\" that was written in"
                + " UTF-8 and read as Windows-1252, here and at 1 more place. Write what is meant,"
                + " or take the text from where it comes once more, as UTF-8.");
  }

  @ParameterizedTest
  @CsvSource({"—, Windows-1252", "ü, Windows-1252", "—, ISO 8859-1", "Ü, ISO 8859-1"})
  void each_character_set_is_known(String character, String set) {
    String charset = set.startsWith("ISO") ? "ISO-8859-1" : "windows-1252";

    assertThat(told(Observation.known("a" + misread(character, charset) + "b")))
        .singleElement()
        .asString()
        .contains(" looks like \"" + character + "\" that was written in UTF-8 and read as " + set);
  }

  @Test
  void characters_that_cannot_be_seen_are_told_by_their_numbers() {
    assertThat(told(Observation.known("a" + misread("—", "ISO-8859-1") + "b")))
        .singleElement()
        .asString()
        .contains("\"\u00e2\\u0080\\u0094\"");
  }

  @Test
  void a_document_that_is_as_it_was_written_is_none() {
    assertThat(told(Observation.known("# Über alles: „gut“ – naïve ✅\n"))).isEmpty();
    assertThat(told(Observation.unknown("docs/run.md does not exist", "Add it."))).isEmpty();
    assertThat(told(Observation.known("# \u00c3\u009cber alles\n"))).hasSize(1);
  }
}
