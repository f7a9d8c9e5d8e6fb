package dev.coord.consistency;

import dev.coord.plan.Plan;
import dev.coord.plan.Testing.Type;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Types of tests that are told twice, and not alike. */
final class TestTypesTwice {

  private TestTypesTwice() {}

  static Stream<Contradiction> of(Plan plan) {
    return Twice.of(
            plan.handbook().testing().types().stream(),
            type -> Optional.of(Twice.plain(type.title())))
        .flatMap(
            two ->
                Stream.of(
                        differ(two, "timing", Type::timing),
                        differ(two, "frequency", Type::frequency),
                        differ(two, "scope", Type::scope))
                    .flatMap(Optional::stream));
  }

  private static Optional<Contradiction> differ(
      Twice<Type> two, String key, Function<Type, String> text) {
    return two.differ("testing type " + two.first().title(), key, text, Type::origin);
  }
}
