package dev.coord.evidence.coverage;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times in seconds or milliseconds since 1970. */
final class Epoch {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

  /** Seconds beyond this are milliseconds: it is the year 5138, or 1973. */
  private static final long MAX_SECONDS = 100_000_000_000L;

  private Epoch() {}

  /** The time that a text of digits tells; empty for 0 and for any other text. */
  static Optional<Instant> of(String text) {
    return Optional.of(text)
        .filter(digits -> DIGITS.matcher(digits).matches())
        .map(Long::parseLong)
        .filter(epoch -> epoch > 0)
        .map(
            epoch ->
                epoch > MAX_SECONDS ? Instant.ofEpochMilli(epoch) : Instant.ofEpochSecond(epoch));
  }
}
