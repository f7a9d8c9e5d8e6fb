package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Testing.Severity;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Severities that are explained twice, and not alike. */
final class SeveritiesTwice {

  private SeveritiesTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    return Twice.of(
            plan.handbook().testing().severities().stream(),
            severity -> Optional.of(Twice.plain(severity.level())))
        .flatMap(
            two ->
                Stream.of(
                        differ(two, "meaning", Severity::meaning),
                        differ(two, "respond_within", Severity::respondWithin))
                    .flatMap(Optional::stream));
  }

  private static Optional<Contradiction> differ(
      Twice<Severity> two, String key, Function<Severity, String> text) {
    return two.differ("testing severity " + two.first().level(), key, text, Severity::origin);
  }
}
