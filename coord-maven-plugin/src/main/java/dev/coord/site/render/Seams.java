package dev.coord.site.render;

import dev.coord.site.model.Letters;

/**
 * Where long words of a table cell may break: behind the marks that part a path, an address or a
 * name, else at a capital within a name, and only in very long words anywhere. So a narrow column
 * breaks {@code coord/payments.yml:10} at its slash and never within {@code yml}.
 */
final class Seams {

  static final String BREAK = "<wbr>";

  /** Letters that every column has room for; no word so short is broken. */
  private static final int PIECE = 12;

  /** Letters of a word without any mark that stay together; longer ones are no words. */
  private static final int LONGEST = 24;

  private static final int SHORT = 4;

  private static final int ASCII = 128;

  /** How well a line ends behind a letter of ASCII. */
  private static final byte[] MARKS = marks("/\\#@", 3, ".:_,;=+&?|)]}>-~%", 2);

  /** Who hears of the places, from left to right. */
  private interface Places {
    void at(int index);
  }

  private final String html;
  private final Places places;

  private Seams(String html, Places places) {
    this.html = html;
    this.places = places;
  }

  private static byte[] marks(String strong, int strength, String weak, int less) {
    byte[] marks = new byte[ASCII];
    strong.chars().forEach(c -> marks[c] = (byte) strength);
    weak.chars().forEach(c -> marks[c] = (byte) less);
    return marks;
  }

  /**
   * The same text with breaks.
   *
   * @param html escaped text, tags among it are kept as they are
   */
  static String in(String html) {
    if (!hasLongWord(html)) {
      return html;
    }
    StringBuilder out = new StringBuilder(html.length() + 32);
    int[] copied = {0};
    new Seams(
            html,
            index -> {
              out.append(html, copied[0], index).append(BREAK);
              copied[0] = index;
            })
        .find();
    return out.append(html, copied[0], html.length()).toString();
  }

  /**
   * How many breaks a text gets.
   *
   * @param html escaped text, as for {@link #in}
   */
  static int count(String html) {
    if (!hasLongWord(html)) {
      return 0;
    }
    int[] breaks = {0};
    new Seams(html, index -> breaks[0]++).find();
    return breaks[0];
  }

  private static boolean hasLongWord(String html) {
    int length = 0;
    for (int i = 0; i < html.length(); i++) {
      length = ends(html.charAt(i)) ? 0 : length + 1;
      if (length > PIECE) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a text may get breaks that is neither escaped nor cleaned yet: an entity counts as its
   * one letter, and what is hidden becomes several.
   */
  static boolean mayBreak(String text) {
    int length = 0;
    for (int i = 0; i < text.length() && length <= PIECE; i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= ASCII) {
        return true;
      }
      length = c == ' ' ? 0 : length + 1;
    }
    return length > PIECE;
  }

  /** No fewer breaks than a text gets: each stands behind a letter, and has a long rest behind. */
  static int most(String text) {
    return Math.max(0, text.length() - PIECE);
  }

  private static boolean ends(char c) {
    return c <= '<' && (c == ' ' || c == '\n' || c == '\t' || c == '<');
  }

  private void find() {
    int i = 0;
    while (i < html.length()) {
      char c = html.charAt(i);
      if (c == '<') {
        int end = html.indexOf('>', i);
        i = end < 0 ? html.length() : end + 1;
      } else if (ends(c)) {
        i++;
      } else {
        i = word(i);
      }
    }
  }

  /** Breaks a word; returns where it ends. */
  private int word(int start) {
    int end = start;
    int letters = 0;
    while (end < html.length() && !ends(html.charAt(end))) {
      end = next(end);
      letters++;
    }
    int from = start;
    while (letters > PIECE) {
      int[] seam = seam(from, end, letters);
      if (seam[0] >= end) {
        break;
      }
      places.at(seam[0]);
      from = seam[0];
      letters -= seam[1];
    }
    return end;
  }

  /**
   * The best place for a break within the first letters: behind the strongest mark, the last one of
   * those.
   *
   * @return where it is, and how many letters are before it
   */
  private int[] seam(int from, int end, int letters) {
    int best = 0;
    int place = end;
    int before = letters;
    int at = from;
    for (int n = 1; n < letters; n++) {
      int behind = next(at);
      int strength = strength(at, behind);
      if (strength > 0 && strength >= best && n <= PIECE) {
        best = strength;
        place = behind;
        before = n;
      } else if (n > PIECE && (best > 0 || strength > 0)) {
        return best > 0 ? new int[] {place, before} : new int[] {behind, n};
      } else if (n >= LONGEST && letters > LONGEST && isFree(at, behind)) {
        return new int[] {behind, n};
      }
      at = behind;
    }
    return new int[] {place, before};
  }

  /** How well a break fits between the letter that ends there and the next; 0 for not at all. */
  private int strength(int at, int behind) {
    char c = html.charAt(at);
    char after = html.charAt(behind);
    if (mark(after) > 0) {
      return 0;
    }
    int mark = mark(c);
    if (mark > 0) {
      return mark > 2 || isLong(behind) ? mark : 0;
    }
    return Character.isLowerCase(c) && Character.isUpperCase(after) ? 1 : 0;
  }

  /**
   * Whether a word without marks may break there: not within what is drawn as one letter, and not
   * in scripts that browsers break by rules of their own.
   */
  private boolean isFree(int at, int behind) {
    int before = html.codePointAt(at);
    int after = html.codePointAt(behind);
    return !Letters.belongsToTheOneBefore(after)
        && !Letters.joinsTheNext(before)
        && !Letters.isIdeographic(before)
        && !Letters.isIdeographic(after);
  }

  /** Endings of files, numbers of lines and decimals stay with what they belong to. */
  private boolean isLong(int start) {
    int end = start;
    while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
      end++;
    }
    return end - start > SHORT;
  }

  private static int mark(char c) {
    return c < ASCII ? MARKS[c] : 0;
  }

  /** Behind the letter that begins there: an entity and a pair of surrogates are one. */
  private int next(int at) {
    char c = html.charAt(at);
    if (c == '&') {
      int end = html.indexOf(';', at);
      return end < 0 ? at + 1 : end + 1;
    }
    return Character.isHighSurrogate(c) ? at + Character.charCount(html.codePointAt(at)) : at + 1;
  }
}
