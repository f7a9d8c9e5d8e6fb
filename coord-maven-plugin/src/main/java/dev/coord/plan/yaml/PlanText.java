package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** The characters of a plan file, and which line and column each is in. */
final class PlanText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final PlanFile file;
  private final String text;
  private final int[] lineStarts;
  private final int[] codePoints;

  private PlanText(PlanFile file, String text) {
    this.file = file;
    this.text = text;
    lineStarts = lineStarts(text);
    codePoints = codePointStarts(text);
  }

  /** Decodes a file; empty when it is too large, not UTF-8, or holds a character YAML refuses. */
  static Optional<PlanText> of(PlanFile file, YamlFile.Expected expected, Problems problems) {
    Location whole = new Location(file.path(), 0, 0, file.commit());
    if (file.size() > expected.most()) {
      problems.error(
          whole,
          // Nobody reads on behind the limit, so how large it is nobody knows.
          "the file has more than " + expected.most() + " bytes, the most of a " + expected.kind(),
          expected.shorten());
      return Optional.empty();
    }
    byte[] bytes = file.content();
    CharBuffer decoded = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
    boolean marked = decoded.position() > 0 && decoded.get(0) == BYTE_ORDER_MARK;
    String characters = decoded.flip().toString().substring(marked ? 1 : 0);
    PlanText text = new PlanText(file, characters);
    if (result.isError()) {
      problems.error(
          text.atOffset(characters.length()),
          "the file is not written in UTF-8",
          "Save it as UTF-8.");
      return Optional.empty();
    }
    return text.withoutForbidden(problems) ? Optional.of(text) : Optional.empty();
  }

  private boolean withoutForbidden(Problems problems) {
    int found = 0;
    int next;
    for (int at = 0; at < text.length(); at = next) {
      next = at + 1;
      char first = text.charAt(at);
      if (first >= ' ' && first <= '~' || first == '\n') {
        continue;
      }
      int c = text.codePointAt(at);
      next = at + Character.charCount(c);
      if (!StreamReader.isPrintable(c) || c == BYTE_ORDER_MARK || breaksLinesInYamlOnly(c)) {
        // The first few are enough: a binary file consists of them.
        if (++found > 3) {
          break;
        }
        problems.error(
            atOffset(at),
            String.format(Locale.ROOT, "the character U+%04X is not allowed in a plan", c),
            "Remove it, or write it as an escape inside double quotes.");
      }
    }
    return found == 0;
  }

  /** To YAML 1.1 these end a line, to YAML 1.2, git and editors they do not. */
  private static boolean breaksLinesInYamlOnly(int c) {
    return c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** The text without a byte order mark. */
  String text() {
    return text;
  }

  /** The place of a character, counted in code points from 0. */
  Location at(int codePoint) {
    return atOffset(offset(codePoint));
  }

  /** The line that a place is in, without its end. */
  String line(Location place) {
    int start = lineStarts[place.line() - 1];
    int next = place.line() < lineStarts.length ? lineStarts[place.line()] : text.length();
    return text.substring(start, next).stripTrailing();
  }

  /** The offset of a character, counted in code points from 0, in UTF-16 units. */
  int offset(int codePoint) {
    if (codePoints.length == 0) {
      return Math.min(codePoint, text.length());
    }
    return codePoint < codePoints.length ? codePoints[codePoint] : text.length();
  }

  /** How many code points come before an offset. */
  int codePointsBefore(int offset) {
    if (codePoints.length == 0) {
      return offset;
    }
    int found = Arrays.binarySearch(codePoints, offset);
    return found >= 0 ? found : -found - 1;
  }

  /** The line that an offset is in, counted from 0. */
  int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** Where a line begins, counted from 0; the end of the text for the line after the last. */
  int lineStart(int line) {
    return line < lineStarts.length ? lineStarts[line] : text.length();
  }

  /** The place of an offset. */
  Location atOffset(int offset) {
    int line = lineAt(offset);
    return new Location(file.path(), line + 1, offset - lineStarts[line] + 1, file.commit());
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[64];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (ends) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  /** Where each code point begins; empty when that is its own number. */
  private static int[] codePointStarts(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new int[0];
    }
    int[] starts = new int[count];
    for (int i = 0, at = 0; i < count; i++) {
      starts[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    return starts;
  }
}
