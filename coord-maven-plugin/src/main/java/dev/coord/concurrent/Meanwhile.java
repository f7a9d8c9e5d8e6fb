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
  private final Thread thread;

  /** What ended the thread before its task could take it down, as it is when memory runs out. */
  private volatile Error lost;

  private Meanwhile(String name, FutureTask<T> task) {
    this.task = task;
    thread = new Thread(task, "coord-" + name);
    thread.setDaemon(true);
    thread.setContextClassLoader(Meanwhile.class.getClassLoader());
    thread.setUncaughtExceptionHandler(
        (dead, thrown) -> {
          if (thrown instanceof Error error) {
            lost = error;
          }
        });
  }

  /**
   * Begins.
   *
   * @param name the name of the thread
   * @param work shares nothing that changes with those who go on
   */
  public static <T> Meanwhile<T> begin(String name, Supplier<T> work) {
    return begin(name, new FutureTask<>(work::get));
  }

  static <T> Meanwhile<T> begin(String name, FutureTask<T> task) {
    Meanwhile<T> meanwhile = new Meanwhile<>(name, task);
    meanwhile.thread.start();
    return meanwhile;
  }

  /** What came of it, once it is there; what was thrown there is thrown here. */
  @Override
  public T get() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw Outcome.interrupted(e);
    }
    if (lost != null) {
      throw lost;
    }
    return Outcome.of(task);
  }
}
