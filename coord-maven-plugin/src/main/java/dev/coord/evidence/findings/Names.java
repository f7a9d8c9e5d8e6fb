package dev.coord.evidence.findings;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.json.JsonReader;
import java.io.IOException;

/** Texts that name something: kept whole, and within limits. */
final class Names {

  /** The longest name, in characters. */
  static final int LONGEST = 4_096;

  private Names() {}

  /** The text that the reader stands on; empty for any other value. */
  static String of(JsonReader json, Room room) throws IOException, InvalidReportException {
    String text = json.text().orElse("");
    if (text.length() > LONGEST) {
      throw json.invalid("a name is longer than " + LONGEST + " characters");
    }
    return room.name(text)
        .orElseThrow(
            () ->
                json.invalid(
                    "the names in the reports are longer than can be kept",
                    "Name fewer reports under evidence.findings."));
  }
}
