package dev.coord.path;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Reads the text of a {@link PathPattern} byte by byte, as git does, and refuses what cannot have
 * been meant.
 */
final class PatternParser {
  private static final int QUOTED_LENGTH = 80;

  private final String text;
  private final byte[] bytes;
  private int at;

  private final List<PathPattern.Segment> segments = new ArrayList<>();
  private final List<Integer> tokens = new ArrayList<>();
  private final List<BitSet> classes = new ArrayList<>();
  private int segmentStart;
  private boolean deep;

  PatternParser(String written) {
    text = withoutTrailingSpaces(written);
    checkText(written);
    bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  PathPattern parse() {
    boolean directoriesOnly = bytes[bytes.length - 1] == '/';
    int end = directoriesOnly ? bytes.length - 1 : bytes.length;
    if (end == 0) {
      throw bad("matches nothing", "Write \"/**\" for the whole repository");
    }
    boolean anchored = text.lastIndexOf('/', text.length() - (directoriesOnly ? 2 : 1)) >= 0;
    at = bytes[0] == '/' ? 1 : 0;
    segmentStart = at;
    deep = !anchored;
    while (at < end) {
      readToken(end);
    }
    endSegment(true);
    return new PathPattern(text, segments, directoriesOnly);
  }

  private void checkText(String written) {
    if (written.length() > PathPattern.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "Pattern is longer than "
              + PathPattern.MAX_LENGTH
              + " characters. Shorten it, or write several patterns.");
    }
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "Pattern is empty. Write a path such as \"src/main/\", or \"/**\" for the whole repository.");
    }
    checkCharacters();
    if (text.startsWith("!")) {
      throw bad(
          "begins with \"!\", but patterns here cannot exclude",
          "List what is meant, or write \"\\!\" for a name that begins so");
    }
    if (isWindowsAbsolute()) {
      throw bad(
          "is an absolute Windows path",
          "Write it relative to the root of the repository, with \"/\"");
    }
  }

  private void checkCharacters() {
    int next;
    for (int i = 0; i < text.length(); i = next) {
      int c = text.codePointAt(i);
      next = i + Character.charCount(c);
      if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Pattern holds the character U+%04X, which no path may hold. Remove it.",
                c));
      }
    }
  }

  /** A drive with its colon, or a share with its two backslashes. */
  private boolean isWindowsAbsolute() {
    if (text.startsWith("\\\\")) {
      return true;
    }
    boolean drive = text.length() > 1 && text.charAt(1) == ':' && isLetter(text.charAt(0));
    return drive && (text.length() == 2 || text.charAt(2) == '/' || text.charAt(2) == '\\');
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private void readToken(int end) {
    int value = bytes[at] & 0xff;
    switch (value) {
      case '/' -> {
        endSegment(false);
        segmentStart = ++at;
      }
      case '*' -> add(SegmentGlob.STAR);
      case '?' -> add(SegmentGlob.ANY_BYTE);
      case '[' -> {
        classes.add(readClass(end));
        tokens.add(SegmentGlob.CLASS + classes.size() - 1);
      }
      case '\\' -> {
        at++;
        add(escaped(end));
      }
      default -> add(value);
    }
  }

  private void add(int token) {
    boolean repeatedStar =
        token == SegmentGlob.STAR
            && !tokens.isEmpty()
            && tokens.get(tokens.size() - 1) == SegmentGlob.STAR;
    if (!repeatedStar) {
      tokens.add(token);
    }
    at++;
  }

  private int escaped(int end) {
    if (at == bytes.length) {
      throw bad("ends with \"\\\"", "Remove it, or write \"\\\\\" for a backslash in a name");
    }
    int value = bytes[at] & 0xff;
    if (at == end || value == '/' || value < 0x80 && Character.isLetterOrDigit(value)) {
      throw bad(
          "has \"\\\" before \"" + (char) value + "\", where it has no meaning",
          "Separate directories with \"/\", also on Windows");
    }
    return value;
  }

  private void endSegment(boolean last) {
    String segment = new String(bytes, segmentStart, at - segmentStart, StandardCharsets.UTF_8);
    checkSegment(segment, last);
    boolean deepStar = segment.length() > 1 && segment.chars().allMatch(c -> c == '*');
    if (deepStar && !last) {
      deep = true;
    } else {
      // A last segment "**" needs at least one name below, and a match covers all that is below it:
      // the same as "*".
      int[] all = tokens.stream().mapToInt(Integer::intValue).toArray();
      segments.add(new PathPattern.Segment(deep, new SegmentGlob(all, classes)));
      deep = false;
    }
    tokens.clear();
    classes.clear();
  }

  private void checkSegment(String segment, boolean last) {
    if (segment.isEmpty()) {
      throw bad("has \"//\", which no path has", "Write one \"/\" between directories");
    }
    if (isLiterally(".") || isLiterally("..")) {
      throw bad(
          "has the segment \"%s\"".formatted(segment),
          "Write the path from the root of the repository, without \".\" and \"..\"");
    }
    if (!last && segment.endsWith("**") && segment.chars().anyMatch(c -> c != '*')) {
      throw bad(
          "joins \"**\" to a name before \"/\", which git does not read as its manual says",
          "Write \"*/\" for one directory, \"*/**/\" for any number below it");
    }
  }

  private boolean isLiterally(String name) {
    return name.chars().boxed().toList().equals(tokens);
  }

  /**
   * Reads a class from its {@code [} to behind its {@code ]}; the order of the cases is that of
   * git's wildmatch.c.
   */
  private BitSet readClass(int end) {
    BitSet set = new BitSet(256);
    int first = ++at;
    boolean negated = at < end && (bytes[at] == '!' || bytes[at] == '^');
    if (negated) {
      first = ++at;
    }
    int previous = -1;
    while (at == first || classByte(end) != ']') {
      int value = classByte(end);
      if (value == '-' && previous >= 0 && at + 1 < end && bytes[at + 1] != ']') {
        at++;
        int upper = literalInClass(end);
        if (upper >= previous) {
          set.set(previous, upper + 1);
        }
        previous = -1;
      } else if (value == '[' && at + 1 < end && bytes[at + 1] == ':' && addNamedClass(set, end)) {
        previous = -1;
      } else {
        previous = literalInClass(end);
        set.set(previous);
      }
    }
    at++;
    if (negated) {
      set.flip(0, 256);
    }
    return set;
  }

  private int classByte(int end) {
    if (at >= end) {
      throw bad("has \"[\" without \"]\"", "Close it, or write \"\\[\" for the character itself");
    }
    return bytes[at] & 0xff;
  }

  private int literalInClass(int end) {
    if (classByte(end) == '\\') {
      at++;
    }
    int value = classByte(end);
    at++;
    return value;
  }

  /**
   * Adds a class such as {@code [:alpha:]}; without a {@code :]} at the next bracket, git takes the
   * {@code [} literally.
   */
  private boolean addNamedClass(BitSet set, int end) {
    int start = at + 2;
    int close = start;
    while (close < end && bytes[close] != ']') {
      close++;
    }
    if (close == start || close < end && bytes[close - 1] != ':') {
      return false;
    }
    at = close;
    classByte(end);
    String name = new String(bytes, start, close - 1 - start, StandardCharsets.UTF_8);
    NamedClass found =
        NamedClass.of(name)
            .orElseThrow(
                () ->
                    bad(
                        "has the unknown class \"[:%s:]\"".formatted(shortened(name)),
                        "Known are " + NamedClass.names()));
    set.or(found.bytes());
    at++;
    return true;
  }

  private IllegalArgumentException bad(String problem, String remedy) {
    return new IllegalArgumentException(
        "Pattern \"%s\" %s. %s.".formatted(shortened(text), problem, remedy));
  }

  private static String shortened(String text) {
    return text.length() <= QUOTED_LENGTH ? text : text.substring(0, QUOTED_LENGTH) + "...";
  }

  private static String withoutTrailingSpaces(String text) {
    int end = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        end = Math.min(++i + 1, text.length());
      } else if (text.charAt(i) != ' ') {
        end = i + 1;
      }
    }
    return text.substring(0, end);
  }
}
