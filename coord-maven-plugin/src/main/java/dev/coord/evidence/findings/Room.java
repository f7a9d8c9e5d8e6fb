package dev.coord.evidence.findings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Room for what all reports say, read one after the other. */
final class Room {

  /** The most results of all reports. */
  static final int MAX_RESULTS = 500_000;

  /** The most characters of all messages that are kept; of results after that, none is. */
  static final int MAX_MESSAGES = 32 << 20;

  /** The most characters of all names of files, rules and tools. */
  static final int MAX_NAMES = 32 << 20;

  private int results = MAX_RESULTS;
  private long messages = MAX_MESSAGES;
  private final Map<String, String> kept = new HashMap<>();
  private long names = MAX_NAMES;

  /** Takes room for a result; false when there is none. */
  boolean takeResult() {
    return results > 0 && --results >= 0;
  }

  /** Takes room for a message; false when there is none. */
  boolean takeMessage(String text) {
    if (messages < text.length()) {
      return false;
    }
    messages -= text.length();
    return true;
  }

  /** The name, kept once however often it is told; empty when there is no room for it. */
  Optional<String> name(String text) {
    String known = kept.get(text);
    if (known == null) {
      names -= text.length();
      if (names < 0) {
        return Optional.empty();
      }
      kept.put(text, text);
      known = text;
    }
    return Optional.of(known);
  }
}
