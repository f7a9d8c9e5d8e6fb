package dev.coord.engine;

import dev.coord.diagnostic.Diagnostic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * The two times of a run, never mixed.
 *
 * @param stamp what pages print: {@code SOURCE_DATE_EPOCH}, else the build's own timestamp, else
 *     the time of HEAD's commit, else the first moment of judging time's day in UTC
 * @param judging what waivers, sprints and deadlines go by: the user's, else the wall clock, never
 *     before HEAD's commit or those before it. Reports are held against these, not against this
 */
record Times(Instant stamp, Instant judging) {

  /** The variable of reproducible-builds.org: seconds since 1970-01-01T00:00:00Z. */
  private static final String SOURCE_DATE_EPOCH = "SOURCE_DATE_EPOCH";

  Times {
    Objects.requireNonNull(stamp, "stamp");
    Objects.requireNonNull(judging, "judging");
  }

  /**
   * The times of a run.
   *
   * @param head when HEAD was committed
   * @param newest the newest time of HEAD and the commits before it
   */
  static Times of(Settings settings, Optional<Instant> head, Optional<Instant> newest) {
    Instant said = settings.now().orElse(settings.clock());
    Instant judging = newest.filter(said::isBefore).orElse(said);
    Instant stamp =
        sourceDateEpoch(settings)
            .or(settings::outputTimestamp)
            .or(() -> head)
            .orElseGet(() -> judging.truncatedTo(ChronoUnit.DAYS));
    return new Times(stamp, judging);
  }

  /** What is wrong with the variable that pages take their time from. */
  static Optional<Diagnostic> mistake(Settings settings) {
    return said(settings)
        .filter(text -> !isSeconds(text))
        .map(
            text ->
                Problems.variable(
                    SOURCE_DATE_EPOCH,
                    "\"" + text + "\" is not a number of seconds since 1970",
                    "Write the digits alone, such as 1767225600 for 2026-01-01, or unset it."));
  }

  private static Optional<Instant> sourceDateEpoch(Settings settings) {
    return said(settings)
        .filter(Times::isSeconds)
        .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
  }

  /** A variable that is blank counts as not set. */
  private static Optional<String> said(Settings settings) {
    return Optional.ofNullable(settings.environment().get(SOURCE_DATE_EPOCH))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static boolean isSeconds(String text) {
    return text.matches("[0-9]{1,11}");
  }
}
