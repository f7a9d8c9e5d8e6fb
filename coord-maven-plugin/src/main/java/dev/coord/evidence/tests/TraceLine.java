package dev.coord.evidence.tests;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The line of a test's own source that the trace of its failure names.
 *
 * <p>Only lines that are nothing but a place in a trace count, in the form of one language: a
 * message may quote any other. Of several places in the source the innermost counts: the first one,
 * or in Python, where traces end with what failed, the last one.
 */
final class TraceLine {

  /** More digits than any file has lines. */
  private static final int MAX_DIGITS = 7;

  /** A longer line is none of a trace, in UTF-16 units. */
  private static final int MAX_LINE = 2_000;

  private static final String PYTHON = ".py";

  /** How pytest begins the lines between two places. */
  private static final Pattern SOURCE_OR_MESSAGE = Pattern.compile("[E>]?\\s");

  private static final String PHP = ".php";
  private static final String FILE_URL = "file://";

  private final String source;
  private final String name;
  private final String className;
  private final Predicate<String> isSource;

  /**
   * Looks for places in one file.
   *
   * @param source its path in the repository
   * @param className the class of the test, as reported
   * @param isSource whether a path that a trace names means it
   */
  TraceLine(String source, String className, Predicate<String> isSource) {
    this.source = source;
    this.name = source.substring(source.lastIndexOf('/') + 1);
    this.className = className;
    this.isSource = isSource;
  }

  /** The line, or 0 where the trace names none of this file. */
  int in(String trace) {
    boolean lastCounts = source.endsWith(PYTHON);
    int line = 0;
    for (int at = trace.indexOf(name + ":"); at >= 0; ) {
      int start = trace.lastIndexOf('\n', at) + 1;
      int end = trace.indexOf('\n', at);
      end = end < 0 ? trace.length() : end;
      int found = end - start > MAX_LINE ? 0 : place(trace.substring(start, end).stripTrailing());
      if (found > 0 && !lastCounts) {
        return found;
      }
      line = found > 0 ? found : line;
      at = trace.indexOf(name + ":", end);
    }
    return line;
  }

  private int place(String line) {
    if (source.endsWith(PYTHON)) {
      return python(line);
    }
    if (source.endsWith(PHP)) {
      return named(line);
    }
    String frame = line.strip();
    if (frame.startsWith("at ")) {
      int ofClass = jvm(frame.substring("at ".length()));
      return ofClass > 0 ? ofClass : script(frame.substring("at ".length()));
    }
    return frame.startsWith("❯ ") ? script(frame.substring("❯ ".length())) : 0;
  }

  /** {@code tests/test_basket.py:15: AssertionError}, from the beginning of the line. */
  private int python(String line) {
    if (SOURCE_OR_MESSAGE.matcher(line).lookingAt()) {
      return 0;
    }
    int end = line.indexOf(name + ":") + name.length() + 1;
    int behind = end;
    while (behind < line.length() && isDigit(line.charAt(behind))) {
      behind++;
    }
    return line.startsWith(":", behind) ? named(line.substring(0, behind)) : 0;
  }

  /** {@code module/shop.BasketTest$Nested.adds(BasketTest.java:42)}. */
  private int jvm(String frame) {
    int open = frame.lastIndexOf('(');
    if (open < 0 || !frame.startsWith(name + ":", open + 1) || !frame.endsWith(")")) {
      return 0;
    }
    String method = frame.substring(frame.lastIndexOf('/', open) + 1, open);
    return isOfSource(method)
        ? number(frame.substring(open + name.length() + 2, frame.length() - 1))
        : 0;
  }

  /** Whether a method's class is in the source by its package; without one, by its name alone. */
  private boolean isOfSource(String method) {
    for (int dot = method.indexOf('.'); dot >= 0; dot = method.indexOf('.', dot + 1)) {
      String path = method.substring(0, dot).replace('.', '/') + "/" + name;
      if (source.equals(path) || source.endsWith("/" + path)) {
        return true;
      }
    }
    return !className.contains(".") && method.startsWith(className + ".");
  }

  /** {@code Object.toBe (/home/dev/shop/test/basket.test.js:8:68)}, or without a function. */
  private int script(String frame) {
    boolean inBrackets = frame.endsWith(")");
    int begin = frame.lastIndexOf(inBrackets ? '(' : ' ') + 1;
    String place = frame.substring(begin, frame.length() - (inBrackets ? 1 : 0));
    int column = place.lastIndexOf(':');
    return column > 0 && number(place.substring(column + 1)) > 0
        ? named(place.substring(0, column))
        : 0;
  }

  /** {@code path:line}, and nothing else. */
  private int named(String place) {
    int colon = place.lastIndexOf(':');
    int line = number(place.substring(colon + 1));
    if (colon < 0 || line == 0) {
      return 0;
    }
    String path = place.substring(0, colon);
    path = path.startsWith(FILE_URL) ? path.substring(FILE_URL.length()) : path;
    return path.endsWith(name) && isSource.test(path) ? line : 0;
  }

  /** A number from 1, or 0 where the text is none. */
  private static int number(String text) {
    boolean plain =
        !text.isEmpty()
            && text.length() <= MAX_DIGITS
            && text.chars().allMatch(digit -> isDigit((char) digit));
    return plain ? Integer.parseInt(text) : 0;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
