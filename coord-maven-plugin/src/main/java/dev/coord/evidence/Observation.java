package dev.coord.evidence;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value that was observed, or the reason why it could not be.
 *
 * @param <T> what was looked for
 */
public sealed interface Observation<T> {

  /**
   * It was observed.
   *
   * @param value what was seen
   */
  record Known<T>(T value) implements Observation<T> {
    /** Checks that there is a value. */
    public Known {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * It cannot be told. An unknown is never a pass.
   *
   * @param reason why, a clause without its full stop: {@code no JUnit XML report was found}
   * @param remedy what to do, a sentence with its full stop: {@code Run the tests first.}
   */
  record Unknown<T>(String reason, String remedy) implements Observation<T> {
    /**
     * Checks that both texts are there.
     *
     * @throws IllegalArgumentException when one is empty
     */
    public Unknown {
      if (reason.isEmpty() || remedy.isEmpty()) {
        throw new IllegalArgumentException("an unknown says why, and what to do");
      }
    }
  }

  /** A value that was observed. */
  static <T> Observation<T> known(T value) {
    return new Known<>(value);
  }

  /** A value that cannot be told. */
  static <T> Observation<T> unknown(String reason, String remedy) {
    return new Unknown<>(reason, remedy);
  }

  /** The value, or empty when it cannot be told. */
  default Optional<T> optional() {
    return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
  }

  /** Whether the value was observed. */
  default boolean isKnown() {
    return this instanceof Known<T>;
  }

  /** What follows from the value; an unknown stays the same unknown. */
  default <R> Observation<R> then(Function<? super T, Observation<R>> next) {
    if (this instanceof Unknown<T> unknown) {
      return unknown(unknown.reason(), unknown.remedy());
    }
    return next.apply(((Known<T>) this).value());
  }

  /** The value changed; an unknown stays the same unknown. */
  default <R> Observation<R> map(Function<? super T, ? extends R> change) {
    return then(value -> known(change.apply(value)));
  }
}
