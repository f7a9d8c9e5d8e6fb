package dev.coord.site.render.picture;

import dev.coord.site.model.Letters;

/** Texts that have little room. */
final class Shortened {

  private Shortened() {}

  /**
   * A text that takes the room of at most so many letters of Latin; what is cut off is told by
   * three dots.
   */
  static String to(int most, String text) {
    return end(text, most) == text.length()
        ? text
        : text.substring(0, end(text, most - 1)).stripTrailing() + "…";
  }

  /** Where the last letter ends that has room, with all that is drawn together with it. */
  private static int end(String text, int most) {
    int width = 0;
    int end = 0;
    boolean joined = false;
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      if (!joined && !Letters.belongsToTheOneBefore(letter)) {
        end = at;
        width += Letters.width(letter);
        if (width > most) {
          return end;
        }
      }
      joined = Letters.joinsTheNext(letter);
      at += Character.charCount(letter);
    }
    return text.length();
  }
}
