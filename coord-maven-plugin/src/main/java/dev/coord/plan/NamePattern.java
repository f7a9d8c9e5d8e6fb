package dev.coord.plan;

/** A name with {@code *} for any characters, none included. */
public final class NamePattern {

  private final String text;

  /** A pattern as it is written. */
  public NamePattern(String text) {
    this.text = text;
  }

  /**
   * Whether the whole name matches, in time proportional to the product of both lengths at worst: a
   * later {@code *} can take whatever an earlier one leaves, so only the last one is tried again.
   */
  public boolean matches(String name) {
    int at = 0;
    int place = 0;
    int star = -1;
    int retry = 0;
    while (place < name.length()) {
      if (at < text.length() && text.charAt(at) == '*') {
        star = at++;
        retry = place;
      } else if (at < text.length() && text.charAt(at) == name.charAt(place)) {
        at++;
        place++;
      } else if (star >= 0) {
        at = star + 1;
        place = ++retry;
      } else {
        return false;
      }
    }
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
    }
    return at == text.length();
  }
}
