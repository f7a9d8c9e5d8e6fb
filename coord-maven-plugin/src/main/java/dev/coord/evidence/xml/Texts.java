package dev.coord.evidence.xml;

/** Hostile text made short enough to be quoted. */
public final class Texts {

  /** How much of a text a message quotes, in UTF-16 units. */
  private static final int QUOTED = 80;

  private Texts() {}

  /** The text, or its beginning and an ellipsis; never half of a surrogate pair. */
  public static String shortened(String text) {
    return text.length() <= QUOTED ? text : cut(text, QUOTED) + "…";
  }

  /**
   * The beginning of a text, never ending in half of a surrogate pair.
   *
   * @param max the greatest length, in UTF-16 units
   */
  public static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }

  /** The first line that is not blank, without the spaces around it. */
  public static String firstLine(String text) {
    String rest = text.stripLeading();
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != '\n' && rest.charAt(end) != '\r') {
      end++;
    }
    return rest.substring(0, end).stripTrailing();
  }
}
