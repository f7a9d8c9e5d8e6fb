package dev.coord.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Texts in quotes, for sentences. */
public final class Quoted {

  private static final int MOST = 5;

  private Quoted() {}

  /**
   * The texts in their order; of many the first five.
   *
   * @param word the word before the last one of them, such as {@code and}
   */
  public static String list(List<String> texts, String word) {
    if (texts.size() > MOST) {
      return joined(texts.subList(0, MOST)) + " " + word + " " + (texts.size() - MOST) + " more";
    }
    int last = texts.size() - 1;
    return last < 1
        ? joined(texts)
        : joined(texts.subList(0, last)) + " " + word + " " + joined(texts.subList(last, last + 1));
  }

  private static String joined(List<String> texts) {
    return texts.stream().map(text -> "\"" + text + "\"").collect(Collectors.joining(", "));
  }
}
