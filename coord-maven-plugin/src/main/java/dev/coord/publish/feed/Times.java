package dev.coord.publish.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How points in time are written. */
final class Times {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Times() {}

  /** For people: {@code 2026-01-31 14:02 UTC}. */
  static String shown(Instant time) {
    return SHOWN.format(time);
  }
}
