package dev.coord.assess;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a claimed status means.
 *
 * <p>Teams write status freely ({@code "Done, PR ready"}); the most telling phrase counts. A word
 * that coord does not know may be explained in the project's vocabulary with one that it knows.
 */
enum StatusWord {
  /** Nothing has been done. */
  TODO("not started", "not yet", "not ready", "todo", "to do", "planned", "pending"),
  /** It is worked on. */
  ACTIVE(
      "in progress",
      "active",
      "doing",
      "started",
      "wip",
      "ongoing",
      "partially",
      "almost",
      "nearly",
      "not done",
      "not complete",
      "not merged"),
  /** It is held up. */
  BLOCKED("blocked", "on hold", "stuck"),
  /** It can be merged. */
  READY("ready", "in review", "review", "pr open"),
  /** It is in the integration branch. */
  MERGED(
      "merged", "integrated", "done", "complete", "completed", "finished", "shipped", "released"),
  /** It was given up. */
  DROPPED("dropped", "abandoned", "cancelled", "canceled");

  /** The order in which phrases are looked for: the more careful reading first. */
  private static final StatusWord[] BY_WEIGHT = {TODO, BLOCKED, DROPPED, ACTIVE, READY, MERGED};

  private final String[] phrases;

  StatusWord(String... phrases) {
    this.phrases = phrases;
  }

  /** What a claim means, by itself or by the meaning the vocabulary gives it. */
  static Optional<StatusWord> of(String claim, Map<String, String> vocabulary) {
    Optional<StatusWord> direct = of(claim);
    if (direct.isPresent()) {
      return direct;
    }
    return vocabulary.entrySet().stream()
        .filter(entry -> normal(entry.getKey()).equals(normal(claim)))
        .findFirst()
        .flatMap(entry -> of(entry.getValue()));
  }

  private static Optional<StatusWord> of(String claim) {
    String text = normal(claim);
    for (StatusWord word : BY_WEIGHT) {
      for (String phrase : word.phrases) {
        if (text.contains(" " + phrase + " ")) {
          return Optional.of(word);
        }
      }
    }
    return Optional.empty();
  }

  private static String normal(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
