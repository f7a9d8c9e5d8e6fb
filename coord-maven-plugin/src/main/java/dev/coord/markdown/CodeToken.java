package dev.coord.markdown;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A piece of code that stands out.
 *
 * @param start of its first character, from 0
 * @param end behind its last character
 */
record CodeToken(Kind kind, int start, int end) {

  /** What it is. */
  enum Kind {
    COMMENT,
    STRING,
    KEYWORD,
    NUMBER,
    /** A key, an attribute or a variable. */
    NAME,
    ADDED,
    REMOVED;

    private static final Set<String> CLASSES =
        Arrays.stream(values()).map(Kind::className).collect(Collectors.toUnmodifiableSet());

    private final String className = "md-" + name().toLowerCase(Locale.ROOT);

    /** The class of its element. */
    String className() {
      return className;
    }

    static boolean isClass(String name) {
      return CLASSES.contains(name);
    }
  }
}
