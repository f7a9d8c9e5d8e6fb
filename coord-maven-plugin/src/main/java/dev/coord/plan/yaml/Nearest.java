package dev.coord.plan.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that somebody probably meant. */
final class Nearest {
  /** Words compared at most for one plan: a hostile one could else ask for all against all. */
  private static final int BUDGET = 100_000;

  /** Letters of a word that says something else with any other letter. */
  private static final int SHORT = 2;

  private int budget = BUDGET;

  /**
   * The known word with the fewest typing errors, when they are few for its length.
   *
   * <p>A typing error is a character too many, missing, wrong, or swapped with its neighbour
   * (Damerau-Levenshtein distance, optimal string alignment), upper and lower case being equal. One
   * is allowed for each three characters, but one at least. Who errs more than once still begins
   * the word as it begins, and two words have a character in common, of two letters the first one.
   */
  Optional<String> to(String word, Collection<String> known) {
    String nearest = null;
    int best = Integer.MAX_VALUE;
    for (String candidate : known) {
      int allowed = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
      if (Math.abs(word.length() - candidate.length()) > allowed || word.length() > 64) {
        continue;
      }
      if (--budget < 0) {
        return Optional.empty();
      }
      String written = word.toLowerCase(Locale.ROOT);
      String meant = candidate.toLowerCase(Locale.ROOT);
      int distance = distance(written, meant);
      boolean plausible = distance <= 1 || written.charAt(0) == meant.charAt(0);
      boolean common =
          distance < Math.max(word.length(), candidate.length())
              && (distance == 0 || !isShortWord(written, meant));
      if (common && plausible && distance <= allowed && distance < best) {
        best = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Of two letters, the first one makes another word: {@code no} is no {@code go}. */
  private static boolean isShortWord(String written, String meant) {
    return written.length() == meant.length()
        && written.length() <= SHORT
        && written.charAt(0) != meant.charAt(0);
  }

  static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substitution, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
