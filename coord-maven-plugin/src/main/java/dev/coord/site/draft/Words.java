package dev.coord.site.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts and lists in plain English. */
public final class Words {

  private Words() {}

  /** {@code 1 gate}, {@code 3 gates}; for nouns that take an s. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code 1 line}, {@code 1,200 lines}: how long files are is told in thousands everywhere. */
  public static String length(long number, String noun) {
    return String.format(Locale.ROOT, "%,d ", number) + noun + (number == 1 ? "" : "s");
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}; empty for none. */
  public static String list(List<String> items) {
    int last = items.size() - 1;
    if (last < 1) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /** A clause as the beginning of a sentence. */
  public static String sentence(String clause) {
    int first = clause.offsetByCodePoints(0, clause.isEmpty() ? 0 : 1);
    return clause.substring(0, first).toUpperCase(Locale.ROOT) + clause.substring(first);
  }

  /** What is said, joined by commas; what is empty is left out. */
  public static String commas(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  /** The same with at most some of them: {@code a, b and 3 more}. */
  public static String list(List<String> items, int most) {
    return some(items.size() <= most ? items : items.subList(0, most), items.size());
  }

  /**
   * The same of things of which some are named.
   *
   * @param number of all of them, at least as many as are named
   */
  public static String some(List<String> named, int number) {
    return named.size() == number
        ? list(named)
        : String.join(", ", named) + " and " + (number - named.size()) + " more";
  }

  /** How often each word was said, in the order of first use: {@code 1 failed and 3 passed}. */
  public static String counted(List<String> words) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    List<String> said = new ArrayList<>();
    counts.forEach((word, number) -> said.add(number + " " + plural(number, word)));
    return list(said);
  }

  /** Of the words that are counted, one is a verb in the singular. */
  private static String plural(int number, String word) {
    return number > 1 && word.equals("warns") ? "warn" : word;
  }

  /** Either form, by number: {@code is} or {@code are}. */
  public static String either(long number, String one, String several) {
    return number == 1 ? one : several;
  }
}
