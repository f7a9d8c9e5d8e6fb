package dev.coord.markdown;

/**
 * Texts that are the same in Markdown, in HTML and read aloud, so that nothing has to be parsed:
 * most titles and tasks.
 */
final class PlainWords {

  /** Longer ones are left to those who know the limits. */
  private static final int LONGEST = 1_000;

  /** Marks that mean nothing inside of a line that begins with a letter. */
  private static final String MARKS = ",.;()/%?-";

  private PlainWords() {}

  /** Whether a text is a line of ASCII words with single spaces, and without an address. */
  static boolean is(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !isLetter(text.charAt(0))) {
      return false;
    }
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean known =
          isLetter(c) || c >= '0' && c <= '9' || MARKS.indexOf(c) >= 0 || c == ' ' && before != ' ';
      if (!known || isLetter(c) && text.regionMatches(true, i, "www.", 0, 4)) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
