package dev.coord.plan.yaml;

import dev.coord.plan.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the {@code of:} of a rule. */
final class ScopeReader {
  private static final Shape SHAPE = new Shape("\"of\"", "of: {workstream: checkout}");

  private static final Pattern PACKAGE =
      Pattern.compile("[^\\s.*/\\\\]+(?:\\.[^\\s.*/\\\\]+)*(?:\\.\\*)?");

  /** What a part can be besides a workstream and paths. */
  enum More {
    /** What a person's workstreams own, and a package. */
    SOURCES,
    /** Tests by their names. */
    NAMES
  }

  private ScopeReader() {}

  /**
   * Reads the part of the project that a rule is about; everything when none is written.
   *
   * @param more how else it can be named
   */
  static Scope read(MappingReader rule, More... more) {
    return rule.field("of")
        .flatMap(
            field ->
                MappingReader.read(
                    rule.context(), field.node(), SHAPE, in -> of(in, List.of(more))))
        .orElseGet(Scope.Everything::new);
  }

  private static Optional<Scope> of(MappingReader in, List<More> more) {
    Optional<String> workstream = in.reference("workstream", Kind.WORKSTREAM);
    List<String> keys = new ArrayList<>(List.of("workstream", "paths"));
    List<Scope> scopes = new ArrayList<>();
    workstream.ifPresent(id -> scopes.add(new Scope.OfWorkstream(id)));
    if (in.has("paths")) {
      in.requiredPatterns("paths").ifPresent(paths -> scopes.add(new Scope.OfPaths(paths)));
    }
    if (more.contains(More.SOURCES)) {
      keys.addAll(List.of("owner", "package"));
      in.reference("owner", Kind.PERSON).ifPresent(id -> scopes.add(new Scope.OfOwner(id)));
      in.field("package")
          .flatMap(field -> packageName(in, field))
          .ifPresent(name -> scopes.add(new Scope.OfPackage(name)));
    }
    if (more.contains(More.NAMES)) {
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

  private static Optional<String> packageName(MappingReader in, Field field) {
    Optional<String> text = in.scalars().text(field);
    if (text.isPresent() && !PACKAGE.matcher(text.get()).matches()) {
      in.context()
          .error(
              field.place(),
              field.label() + " must be a package, but is " + Words.quote(text.get()),
              "Write its names with dots, such as "
                  + field.example("shop.checkout")
                  + ", and .* behind it for those below it, too.");
      return Optional.empty();
    }
    return text;
  }
}
