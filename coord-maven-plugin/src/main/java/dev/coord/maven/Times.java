package dev.coord.maven;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads points in time as users and POMs write them. */
final class Times {

  /**
   * What Maven 4 gives every project whose POM says nothing: no time at which anything was made.
   */
  private static final Instant MAVENS_DEFAULT = Instant.parse("1980-02-01T00:00:00Z");

  private Times() {}

  /**
   * Judging time: a point in time, or the start of a day in UTC; empty when the text is neither.
   */
  static Optional<Instant> parse(String text) {
    return instant(text).or(() -> startOfDay(text));
  }

  /**
   * Maven's own timestamp for reproducible builds: a point in time, or seconds since 1970; anything
   * else switches it off, as Maven has it. The default of Maven 4 is none.
   */
  static Optional<Instant> outputTimestamp(String text) {
    String stripped = text.strip();
    if (stripped.matches("[0-9]{2,11}")) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(stripped)));
    }
    return instant(stripped).filter(time -> !time.equals(MAVENS_DEFAULT));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> startOfDay(String text) {
    try {
      return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
