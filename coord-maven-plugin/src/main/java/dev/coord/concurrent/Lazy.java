package dev.coord.concurrent;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is worked out when somebody asks for it first; any number of threads may ask.
 *
 * @param <T> what it is
 */
public final class Lazy<T> {

  private final Supplier<? extends T> work;
  private Optional<T> value = Optional.empty();

  /**
   * Something that nobody has asked for yet.
   *
   * @param work called once, unless it throws; may not ask for the same, and gives no null
   */
  public Lazy(Supplier<? extends T> work) {
    this.work = Objects.requireNonNull(work, "work");
  }

  /** What it is; whoever asks meanwhile waits for whoever asked first. */
  public synchronized T get() {
    if (value.isEmpty()) {
      value = Optional.of(work.get());
    }
    return value.get();
  }
}
