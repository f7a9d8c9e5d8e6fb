package dev.coord.testing;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What large plans have many of, each written by its number. */
public final class Many {

  private Many() {}

  /**
   * So many lines.
   *
   * @param line what stands in the line of a number, from 0, without its end
   */
  public static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count)
        .mapToObj(number -> line.apply(number) + "\n")
        .collect(Collectors.joining());
  }

  /** A list of so many items in brackets, each written for its number, from 0. */
  public static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(", ", "[", "]"));
  }
}
