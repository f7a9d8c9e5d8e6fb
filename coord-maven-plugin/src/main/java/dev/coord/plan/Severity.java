package dev.coord.plan;

import java.util.Locale;

/** What a broken rule does to the build. */
public enum Severity {
  /** The build fails. */
  FAIL,
  /** The build passes with a warning. */
  WARN,
  /** It is shown. */
  INFO;

  /** The word that plans use: the name in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
