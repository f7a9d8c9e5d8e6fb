package dev.coord.site.render.picture;

/** Texts that have little room. */
final class Shortened {

  private Shortened() {}

  /** A text of at most so many characters; what is cut off is told by three dots. */
  static String to(int most, String text) {
    int length = text.codePointCount(0, text.length());
    return length <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
