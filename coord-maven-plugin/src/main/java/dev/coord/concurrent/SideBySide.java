package dev.coord.concurrent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Works on the items of a list with all processors, each of which takes the next one when it is
 * done with its own. A parallel stream divides a list beforehand, into four parts where there are
 * two processors: then one waits while the other has a page of thousands of rows before it. The
 * last items are taken first, for the index of all pages stands last and takes longest.
 */
public final class SideBySide {

  private SideBySide() {}

  /**
   * What comes of all items, in their order.
   *
   * @param work called by several threads; what it throws is thrown here, and ends the work of all
   */
  public static <I, O> List<O> map(List<I> items, Function<? super I, ? extends O> work) {
    int workers = Math.min(items.size(), ForkJoinPool.getCommonPoolParallelism() + 1);
    List<O> results = new ArrayList<>(Collections.nCopies(items.size(), null));
    AtomicInteger left = new AtomicInteger(items.size());
    IntStream.range(0, workers)
        .parallel()
        .forEach(
            worker -> {
              try {
                for (int i = left.decrementAndGet(); i >= 0; i = left.decrementAndGet()) {
                  results.set(i, work.apply(items.get(i)));
                }
              } catch (RuntimeException | Error e) {
                left.set(0);
                throw e;
              }
            });
    return List.copyOf(results);
  }
}
