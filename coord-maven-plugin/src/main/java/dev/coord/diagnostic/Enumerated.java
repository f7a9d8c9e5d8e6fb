package dev.coord.diagnostic;

import java.util.List;

/** Things in a sentence: {@code a, b and c}; of many, the first ones. */
public final class Enumerated {

  /** How many are named at most. */
  private static final int MOST = 4;

  private Enumerated() {}

  /**
   * The things: all where they are few, else the first three {@code and 7 more}.
   *
   * @param things their names; at least one
   */
  public static String of(List<String> things) {
    int last = things.size() > MOST ? MOST - 1 : things.size() - 1;
    String end = things.size() > MOST ? things.size() - last + " more" : things.get(last);
    return last == 0 ? end : String.join(", ", things.subList(0, last)) + " and " + end;
  }
}
