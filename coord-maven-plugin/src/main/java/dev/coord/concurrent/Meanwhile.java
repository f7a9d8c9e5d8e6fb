package dev.coord.concurrent;

import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Something that another thread works out while this one goes on.
 *
 * @param <T> what comes of it
 */
public final class Meanwhile<T> implements Supplier<T> {

  private final FutureTask<T> task;

  private Meanwhile(FutureTask<T> task) {
    this.task = task;
  }

  /**
   * Begins.
   *
   * @param name the name of the thread
   * @param work shares nothing that changes with those who go on
   */
  public static <T> Meanwhile<T> begin(String name, Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "coord-" + name);
    thread.setDaemon(true);
    thread.setContextClassLoader(Meanwhile.class.getClassLoader());
    thread.start();
    return new Meanwhile<>(task);
  }

  /** What came of it, once it is there; what was thrown there is thrown here. */
  @Override
  public T get() {
    return Outcome.of(task);
  }
}
