package dev.coord.site.model;

/** What is known of letters of all scripts: how wide they are, and where they hold together. */
public final class Letters {

  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Letters() {}

  /** How many letters of Latin it takes the room of. */
  public static int width(int letter) {
    return belongsToTheOneBefore(letter) ? 0 : isWide(letter) ? 2 : 1;
  }

  /** Whether it is drawn on, or together with, the letter before it: an accent, a joiner. */
  public static boolean belongsToTheOneBefore(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          true;
      default -> isSkinTone(letter);
    };
  }

  /** Whether the next letter is drawn as one with it. */
  public static boolean joinsTheNext(int letter) {
    return letter == ZERO_WIDTH_JOINER;
  }

  /** Whether it is of a script whose lines break nearly everywhere by rules of their own. */
  public static boolean isIdeographic(int letter) {
    return isWide(letter) && letter < 0x1F000 || letter >= 0x20000;
  }

  private static boolean isWide(int letter) {
    return letter >= 0x1100
        && (letter <= 0x115F
            || letter >= 0x2E80 && letter <= 0xA4CF
            || letter >= 0xAC00 && letter <= 0xD7A3
            || letter >= 0xF900 && letter <= 0xFAFF
            || letter >= 0xFE30 && letter <= 0xFE6F
            || letter >= 0xFF00 && letter <= 0xFF60
            || letter >= 0xFFE0 && letter <= 0xFFE6
            || letter >= 0x1F000 && letter <= 0x1FAFF
            || letter >= 0x20000 && letter <= 0x3FFFD);
  }

  private static boolean isSkinTone(int letter) {
    return letter >= 0x1F3FB && letter <= 0x1F3FF;
  }
}
