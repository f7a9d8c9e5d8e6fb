package dev.coord.plan.yaml;

import dev.coord.plan.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code of:} of a rule. */
final class ScopeReader {
  private static final Shape SHAPE = new Shape("\"of\"", "of: {workstream: checkout}");

  private ScopeReader() {}

  /**
   * Reads the part of the project that a rule is about; everything when none is written.
   *
   * @param names whether tests can be named
   */
  static Scope read(MappingReader rule, boolean names) {
    return rule.field("of")
        .flatMap(
            field -> MappingReader.read(rule.context(), field.node(), SHAPE, in -> of(in, names)))
        .orElseGet(Scope.Everything::new);
  }

  private static Optional<Scope> of(MappingReader in, boolean names) {
    Optional<String> workstream = in.reference("workstream", Kind.WORKSTREAM);
    List<String> keys = new ArrayList<>(List.of("workstream", "paths"));
    List<Scope> scopes = new ArrayList<>();
    workstream.ifPresent(id -> scopes.add(new Scope.OfWorkstream(id)));
    if (in.has("paths")) {
      in.requiredPatterns("paths").ifPresent(paths -> scopes.add(new Scope.OfPaths(paths)));
    }
    if (names) {
      keys.add("names");
      List<String> tests = in.requiredTexts("names", "[\"*BasketTest\"]");
      if (!tests.isEmpty()) {
        scopes.add(new Scope.OfNames(tests));
      }
    }
    long written = keys.stream().filter(in::has).count();
    if (written > 1 || written == 0 && !in.hasUnknown()) {
      in.context()
          .error(
              in.place(),
              "\"of\" needs exactly one of " + Words.either(keys),
              "Write for example '" + SHAPE.example() + "'.");
      return Optional.empty();
    }
    return scopes.stream().findFirst();
  }
}
