package dev.coord.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A day, or a time of it: where a stretch of time begins or ends.
 *
 * @param day the day, in the project's zone; of a time that of its own offset
 * @param time the time to the second, with its offset; empty where the whole day is meant
 */
public record TimePoint(LocalDate day, Optional<OffsetDateTime> time) {
  /**
   * Checks that the time is one of the day.
   *
   * @throws IllegalArgumentException when it is not
   */
  public TimePoint {
    Parts.require(day, time);
    if (time.filter(t -> !t.toLocalDate().equals(day) || t.getNano() != 0).isPresent()) {
      throw new IllegalArgumentException("a time is one of its day, to the second");
    }
  }

  /** A whole day. */
  public static TimePoint of(LocalDate day) {
    return new TimePoint(day, Optional.empty());
  }

  /** A time. */
  public static TimePoint of(OffsetDateTime time) {
    return new TimePoint(time.toLocalDate(), Optional.of(time));
  }

  /** Where a stretch that begins with it begins. */
  public Instant begin(ZoneId zone) {
    return time.map(OffsetDateTime::toInstant).orElseGet(() -> day.atStartOfDay(zone).toInstant());
  }

  /** Where a stretch that ends with it is over: after its second, or its day. */
  public Instant end(ZoneId zone) {
    return time.map(t -> t.toInstant().plusSeconds(1))
        .orElseGet(() -> day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** Whether it is certainly before another, whatever the project's zone is. */
  public boolean isBefore(TimePoint other) {
    return time.isPresent() && other.time.isPresent()
        ? time.get().isBefore(other.time.get())
        : time.isEmpty() && other.time.isEmpty()
            ? day.isBefore(other.day)
            : day.plusDays(1).isBefore(other.day);
  }

  /** As plans write it. */
  @Override
  public String toString() {
    return time.map(OffsetDateTime::toString).orElse(day.toString());
  }
}
