package dev.coord.site.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the days of a sentence in one line: browsers break {@code 2026-01-31} at its dashes. */
final class Days {

  private static final Pattern DAY =
      Pattern.compile(
          "(?<![A-Za-z0-9_./-])[0-9]{4}-[01][0-9]-[0-3][0-9](?![A-Za-z0-9_/-]|[.][A-Za-z0-9])");

  private Days() {}

  /**
   * The same text, its days marked.
   *
   * @param html escaped text without tags
   */
  static String whole(String html) {
    return html.indexOf('-') < 0
        ? html
        : DAY.matcher(html).replaceAll("<span class=\"day\">$0</span>");
  }

  /** How many days a text has. */
  static int count(String text) {
    if (text.indexOf('-') < 0) {
      return 0;
    }
    int days = 0;
    for (Matcher day = DAY.matcher(text); day.find(); ) {
      days++;
    }
    return days;
  }
}
