package dev.coord.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a claimed status means.
 *
 * <p>Teams write status freely ({@code "Done, PR ready"}); the most careful reading counts. A word
 * that coord does not know may be explained in the project's vocabulary with one that it knows.
 */
enum StatusWord {
  /** Nothing has been done. */
  TODO,
  /** It is held up. */
  BLOCKED,
  /** It was given up. */
  DROPPED,
  /** It is not through; whether it has begun is not said. */
  OPEN,
  /** It is worked on. */
  ACTIVE,
  /** It can be merged. */
  READY,
  /** It is in the integration branch. */
  MERGED;

  private record Phrase(String words, StatusWord meaning) {}

  /** The order in which phrases are looked for: what says less comes first. */
  private static final List<Phrase> PHRASES =
      phrases(
          "TODO     not started, not yet started, not begun, unstarted, ready to start, todo, to do\n"
              + "TODO     planned, backlog\n"
              + "BLOCKED  blocked, on hold, stuck, paused, waiting\n"
              + "DROPPED  dropped, abandoned, cancelled, canceled, won t do\n"
              + "OPEN     not yet, not ready, not done, not complete, not completed, not finished\n"
              + "OPEN     not merged, not integrated, not released, not shipped\n"
              + "OPEN     unfinished, incomplete, unmerged\n"
              + "ACTIVE   in progress, active, doing, started, wip, ongoing, underway, partially, partly\n"
              + "ACTIVE   almost, nearly, draft\n"
              + "READY    ready, in review, review, pr open, pull request open\n"
              + "OPEN     pending, open\n"
              + "MERGED   merged, integrated, done, complete, completed, finished, shipped, released\n");

  /** A share of the work: alone, or with a word that says so; not that of something else. */
  private static final Pattern SHARE =
      Pattern.compile(
          "([0-9]{1,3})(?:[.,][0-9]+)? ?%(?:\\W+(?:done|completed?|finished|ready)\\b.*)?\\W*");

  private static final int WHOLE = 100;

  private static List<Phrase> phrases(String table) {
    List<Phrase> phrases = new ArrayList<>();
    table
        .lines()
        .forEach(
            line -> {
              StatusWord meaning = valueOf(line.substring(0, line.indexOf(' ')));
              for (String words : line.substring(line.indexOf(' ')).split(",")) {
                phrases.add(new Phrase(" " + words.strip() + " ", meaning));
              }
            });
    return List.copyOf(phrases);
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
    Matcher share = SHARE.matcher(claim.toLowerCase(Locale.ROOT).strip());
    if (share.matches() && Integer.parseInt(share.group(1)) < WHOLE) {
      return Optional.of(Integer.parseInt(share.group(1)) == 0 ? OPEN : ACTIVE);
    }
    String text = normal(claim);
    return PHRASES.stream()
        .filter(phrase -> text.contains(phrase.words()))
        .map(Phrase::meaning)
        .findFirst();
  }

  private static String normal(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
