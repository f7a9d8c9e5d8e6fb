package dev.coord.site.model;

import java.util.Locale;

/** What a mark means to the reader; always shown as icon, word and colour together. */
public enum Tone {
  /** It holds. */
  GOOD,
  /** It is broken. */
  BAD,
  /** It holds, or is let through, and somebody should look. */
  WARNING,
  /** It cannot be told. */
  UNKNOWN,
  /** Something to know. */
  INFO,
  /** Neither good nor bad. */
  NEUTRAL;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The tone as templates and style sheets name it. */
  public String word() {
    return word;
  }
}
