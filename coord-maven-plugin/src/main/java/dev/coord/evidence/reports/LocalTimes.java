package dev.coord.evidence.reports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times of reports that do not tell their zone. */
public final class LocalTimes {

  /** No place on earth is further behind. */
  private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

  /** Tools write the first of 1970 where they know no time. */
  private static final int NO_YEAR = 1970;

  private LocalTimes() {}

  /**
   * The latest moment that a local time can mean, whatever its zone.
   *
   * @param text such as {@code 2026-11-21T08:30:00}
   * @return empty where it is no such time, or of 1970
   */
  public static Optional<Instant> latest(String text) {
    try {
      LocalDateTime local = LocalDateTime.parse(text);
      return local.getYear() == NO_YEAR ? Optional.empty() : Optional.of(local.toInstant(LAST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
