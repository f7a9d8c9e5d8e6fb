package dev.coord.evidence.commands;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The end of what a program writes, however much it is. */
final class OutputTail {

  /** The lines that are shown. */
  static final int LINES = 20;

  /** The characters of a line that are shown. */
  static final int LINE_LENGTH = 300;

  /** The bytes that are kept at least. */
  static final int KEPT = 64 * 1024;

  /** What is read at most at a time, before somebody looks at the clock again. */
  private static final int CHUNK = 64 * 1024;

  /** What is read at most of a program that has ended: more than a pipe holds. */
  private static final int CHUNKS_OF_THE_REST = 32;

  /** Colours, titles and moves of the cursor, which say nothing on a page. */
  private static final Pattern ESCAPES =
      Pattern.compile(
          "\\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)|[@-Z\\\\^_])");

  private static final String CUT = "...";

  /**
   * What is shown.
   *
   * @param last the last lines, oldest first
   * @param cut whether there were others before them
   */
  record Lines(List<String> last, boolean cut) {
    Lines {
      last = List.copyOf(last);
    }
  }

  private final byte[] buffer = new byte[KEPT + CHUNK];
  private int length;
  private boolean dropped;

  /** Takes what can be read without waiting; false when there was nothing. */
  boolean take(InputStream output) throws IOException {
    int ready = output.available();
    if (ready <= 0) {
      return false;
    }
    if (length == buffer.length) {
      System.arraycopy(buffer, length - KEPT, buffer, 0, KEPT);
      length = KEPT;
      dropped = true;
    }
    int read = output.read(buffer, length, Math.min(ready, buffer.length - length));
    length += Math.max(0, read);
    return read > 0;
  }

  /** Takes what a program left that has ended. */
  void takeRest(InputStream output) throws IOException {
    for (int i = 0; i < CHUNKS_OF_THE_REST && take(output); i++) {
      // Each turn takes what is there.
    }
  }

  /** The last lines without what steers a terminal and what is secret. */
  Lines lines(Secrets secrets) {
    String text = secrets.without(new String(buffer, 0, length, StandardCharsets.UTF_8));
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    if (dropped) {
      // What is left of a line may be the end of a secret, or of a character.
      lines.set(0, lines.size() == 1 ? CUT : "");
    }
    lines.replaceAll(OutputTail::harmless);
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
      lines.remove(lines.size() - 1);
    }
    while (!lines.isEmpty() && lines.get(0).isBlank()) {
      lines.remove(0);
    }
    int left = Math.max(0, lines.size() - LINES);
    return new Lines(lines.subList(left, lines.size()), dropped || left > 0);
  }

  /** What a terminal would show of a line in the end, as far as it fits. */
  private static String harmless(String line) {
    String text = ESCAPES.matcher(line).replaceAll("").stripTrailing();
    StringBuilder safe = new StringBuilder();
    text.substring(text.lastIndexOf('\r') + 1)
        .codePoints()
        .limit(LINE_LENGTH + 1L)
        .forEach(c -> safe.appendCodePoint(c == '\t' ? ' ' : isHarmless(c) ? c : '\ufffd'));
    if (safe.codePointCount(0, safe.length()) <= LINE_LENGTH) {
      return safe.toString();
    }
    return safe.substring(0, safe.offsetByCodePoints(0, LINE_LENGTH - CUT.length())) + CUT;
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
