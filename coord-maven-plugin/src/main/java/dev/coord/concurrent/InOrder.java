package dev.coord.concurrent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Works on items at the same time and takes what comes of them in their order, so that the result
 * is that of one thread.
 */
public final class InOrder {

  /** How many results may wait for their turn. */
  private static final int AHEAD = 64;

  private InOrder() {}

  /**
   * Works on all items.
   *
   * @param threads how many items are worked on at the same time; with one, the caller's thread
   *     does it, and never has two results at once
   * @param work called by several threads
   * @param take called by the caller's thread alone
   */
  public static <I, O> void run(
      int threads, List<I> items, Function<? super I, O> work, BiConsumer<? super I, O> take) {
    if (threads == 1 || items.size() < 2) {
      items.forEach(item -> take.accept(item, work.apply(item)));
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads, InOrder::thread);
    try {
      Deque<Future<O>> waiting = new ArrayDeque<>();
      int next = 0;
      for (I item : items) {
        while (next < items.size() && waiting.size() < AHEAD) {
          I ahead = items.get(next++);
          waiting.add(pool.submit(() -> work.apply(ahead)));
        }
        take.accept(item, Outcome.of(waiting.remove()));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "coord-in-order");
    thread.setDaemon(true);
    return thread;
  }
}
