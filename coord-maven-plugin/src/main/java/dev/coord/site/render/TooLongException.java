package dev.coord.site.render;

/** Thrown where more is written than any page has: its template would go on for ever. */
final class TooLongException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** The most that a page has, in bytes; the longest of real sites is a hundredth of it. */
  static final int MOST = 32 << 20;

  TooLongException() {
    super("more than " + MOST + " bytes");
  }
}
