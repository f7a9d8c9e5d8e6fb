package dev.coord.site.model;

import java.util.regex.Pattern;

/**
 * Writes comparisons with the signs that people read; plans and programs use those of ASCII. All
 * that is written for people asks here: pages, pictures, the search, and pages of other generators.
 */
public final class Signs {

  /** A sign between words and a number; code and texts of the plan keep theirs. */
  private static final Pattern COMPARISON = Pattern.compile("(?<![^\\s(])([<>!])=(?= ?[-+]?[0-9])");

  private Signs() {}

  /** The same text with {@code ≥}, {@code ≤} and {@code ≠} before numbers. */
  public static String of(String text) {
    return text.indexOf('=') < 0
        ? text
        : COMPARISON.matcher(text).replaceAll(match -> sign(match.group(1)));
  }

  private static String sign(String first) {
    return switch (first) {
      case "<" -> "≤";
      case ">" -> "≥";
      default -> "≠";
    };
  }
}
