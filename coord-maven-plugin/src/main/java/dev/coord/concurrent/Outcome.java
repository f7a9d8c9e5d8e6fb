package dev.coord.concurrent;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What came of another thread's work. */
final class Outcome {

  private Outcome() {}

  /** Waits for it; what was thrown there is thrown here. */
  static <T> T of(Future<T> work) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while another thread was waited for", e);
  }
}
