package dev.coord.plan;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The grammar of ids, which become file names, anchors and console words. */
public final class Ids {

  private static final int LONGEST = 64;
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private Ids() {}

  /**
   * The text as an id: lower case, without accents, everything but ASCII letters and digits
   * replaced by dashes, at most 64 characters; empty when nothing is left.
   */
  public static String slug(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < decomposed.length(); ) {
      int c = decomposed.codePointAt(i);
      i += Character.charCount(c);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        slug.append(gap && !slug.isEmpty() ? "-" : "").append((char) c);
        gap = false;
      } else if (!isMark(c)) {
        gap = true;
      }
    }
    String cut = slug.substring(0, Math.min(LONGEST, slug.length()));
    return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
  }

  /** Whether a character is written over the one before it, as an accent is. */
  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /**
   * Says why a text is not an id.
   *
   * @return empty for a good id, otherwise a clause such as {@code "an id must not end in a dot"}
   */
  public static Optional<String> problem(String id) {
    if (!isWritten(id)) {
      return Optional.of(
          "an id has 1 to 64 ASCII letters, digits, dots, dashes or underscores and begins with a letter"
              + " or digit");
    }
    if (id.contains("..") || id.endsWith(".")) {
      return Optional.of("an id must not contain '..' or end in a dot");
    }
    String lower = id.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".html") || lower.endsWith(".md")) {
      return Optional.of("an id must not end in .html or .md");
    }
    if (lower.equals("index") || DEVICE.matcher(lower).matches()) {
      return Optional.of("this id is a reserved file name");
    }
    return Optional.empty();
  }

  /** Whether it is as long as an id may be, and has the characters of one. */
  private static boolean isWritten(String id) {
    if (id.isEmpty() || id.length() > LONGEST || !isLetterOrDigit(id.charAt(0))) {
      return false;
    }
    for (int i = 1; i < id.length(); i++) {
      char c = id.charAt(i);
      if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  /**
   * Returns the id when it is one.
   *
   * @throws IllegalArgumentException when it is not, with the reason
   */
  public static String require(String id) {
    problem(id)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(id + ": " + reason);
            });
    return id;
  }
}
