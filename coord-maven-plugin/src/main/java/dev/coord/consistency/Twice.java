package dev.coord.consistency;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Origin;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Pairs of statements about one thing: each with the first one of the same thing.
 *
 * @param first the one that was written before
 * @param again the other one
 */
record Twice<T>(T first, T again) {

  /** What to do with two of one title. */
  static final String SAY_ONCE = "Say it once, or give each a title of its own.";

  /**
   * All pairs, in the order written.
   *
   * @param key what it is about; empty for what is compared with nothing
   */
  static <T> Stream<Twice<T>> of(Stream<T> statements, Function<T, Optional<?>> key) {
    Map<Object, T> first = new HashMap<>();
    return statements.toList().stream()
        .flatMap(
            now ->
                key.apply(now).stream()
                    .flatMap(of -> Optional.ofNullable(first.putIfAbsent(of, now)).stream())
                    .map(before -> new Twice<>(before, now)));
  }

  /**
   * Whether both say something, and not the same; case, spaces and marks of code are no difference,
   * nor is one length of time in two units.
   */
  boolean differs(Function<T, String> text) {
    String one = plain(text.apply(first));
    String other = plain(text.apply(again));
    return !one.isEmpty()
        && !other.isEmpty()
        && !one.equals(other)
        && !SpokenTimes.same(one, other);
  }

  /**
   * What both say under one key, where that differs.
   *
   * @param origin where the keys of a statement stand
   */
  Optional<Contradiction> differ(
      String subject, String key, Function<T, String> text, Function<T, Origin> origin) {
    return differs(text)
        ? Optional.of(
            told(
                subject,
                key + ": " + text.apply(first),
                origin.apply(first).of(key),
                "it is listed again, with " + key + ": " + text.apply(again),
                origin.apply(again).of(key),
                "List it once."))
        : Optional.empty();
  }

  /** Whether two lists have something in common; empty where one of them says nothing. */
  static Optional<Boolean> share(Collection<?> one, Collection<?> other) {
    return one.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : Optional.of(one.stream().anyMatch(other::contains));
  }

  /** A text without what is no difference. */
  static String plain(String text) {
    return text.replace("`", "").strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /**
   * A contradiction between the two.
   *
   * @param claim what the first one says
   * @param found what the other one says
   * @param remedy a sentence with its full stop
   */
  static Contradiction told(
      String subject, String claim, Location place, String found, Location against, String remedy) {
    return new Contradiction(
        subject, claim, place, found + " (" + against + ")", List.of(against), remedy);
  }
}
