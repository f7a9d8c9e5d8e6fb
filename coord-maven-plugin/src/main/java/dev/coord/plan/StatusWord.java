package dev.coord.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a claimed status means.
 *
 * <p>Teams write status freely ({@code "Done, PR ready"}); the most careful reading counts. A word
 * that coord does not know may be explained in the project's vocabulary with one that it knows.
 */
public enum StatusWord {
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
      Stream.of(
              of(TODO, "not started", "not yet started", "not begun", "unstarted"),
              of(TODO, "ready to start", "todo", "to do", "planned", "backlog"),
              of(BLOCKED, "blocked", "on hold", "stuck", "paused", "waiting"),
              of(DROPPED, "dropped", "abandoned", "cancelled", "canceled", "won t do"),
              of(OPEN, "not yet", "not ready", "not done", "not complete", "not completed"),
              of(OPEN, "not finished", "not merged", "not integrated", "not released"),
              of(OPEN, "not shipped", "unfinished", "incomplete", "unmerged"),
              of(ACTIVE, "in progress", "partially", "partly", "almost", "nearly", "draft"),
              of(READY, "ready to be merged", "ready to merge", "awaiting merge"),
              of(READY, "awaiting review", "awaiting approval", "to be merged"),
              of(OPEN, "will be", "to be", "going to", "about to", "should be", "soon"),
              of(OPEN, "tomorrow", "next week", "expected", "once"),
              of(ACTIVE, "active", "doing", "started", "wip", "ongoing", "underway"),
              of(READY, "ready", "in review", "review", "pr open", "pull request open"),
              of(OPEN, "pending", "open"),
              of(MERGED, "merged", "integrated", "done", "complete", "completed", "finished"),
              of(MERGED, "shipped", "released", "closed", "landed"))
          .flatMap(phrases -> phrases)
          .toList();

  private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}+)(?:[.,][0-9]++)? ?%");

  /** What may follow a share of the work; other shares are those of something else. */
  private static final List<String> WHOLES =
      List.of(" done ", " complete ", " completed ", " finished ", " ready ");

  private static final int WHOLE = 100;

  /** Numbers that are no part of the work: days, issues and pull requests. */
  private static final Pattern NAMES = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}|#[0-9]+");

  private static final Pattern NUMBER = Pattern.compile("[0-9]");

  private static Stream<Phrase> of(StatusWord meaning, String... phrases) {
    return Stream.of(phrases).map(words -> new Phrase(" " + words + " ", meaning));
  }

  /** What a claim means, by itself or by the meaning the vocabulary gives it. */
  public static Optional<StatusWord> of(String claim, Map<String, String> vocabulary) {
    Optional<StatusWord> direct = of(claim);
    if (direct.isPresent()) {
      return direct;
    }
    return vocabulary.entrySet().stream()
        .filter(entry -> normal(entry.getKey()).equals(normal(claim)))
        .findFirst()
        .flatMap(entry -> of(entry.getValue()));
  }

  /**
   * What a claim says of the whole of something that has parts.
   *
   * @return empty when it tells of a part, such as {@code Weeks 1-4 are complete}, or gives a share
   *     below 100 %
   */
  public static Optional<StatusWord> ofWhole(String claim, Map<String, String> vocabulary) {
    OptionalInt share = share(claim);
    if (share.isPresent()) {
      return share.getAsInt() < WHOLE ? Optional.empty() : Optional.of(MERGED);
    }
    boolean part = NUMBER.matcher(NAMES.matcher(claim).replaceAll("")).find();
    return part ? Optional.empty() : of(claim, vocabulary);
  }

  /**
   * The share of the work that a claim begins with, in percent: 60 of {@code 60% complete}.
   *
   * @return empty when it begins with none, or with that of something else
   */
  public static OptionalInt share(String claim) {
    Matcher share = SHARE.matcher(claim.strip());
    if (!share.lookingAt() || Integer.parseInt(share.group(1)) > WHOLE) {
      return OptionalInt.empty();
    }
    String rest = normal(claim.strip().substring(share.end()));
    return rest.isBlank() || WHOLES.stream().anyMatch(rest::startsWith)
        ? OptionalInt.of(Integer.parseInt(share.group(1)))
        : OptionalInt.empty();
  }

  private static Optional<StatusWord> of(String claim) {
    OptionalInt share = share(claim);
    if (share.isPresent() && share.getAsInt() < WHOLE) {
      return Optional.of(share.getAsInt() == 0 ? OPEN : ACTIVE);
    }
    String text = normal(claim);
    if (share.isPresent() && SHARE.matcher(claim.strip()).replaceFirst("").isBlank()) {
      return Optional.of(MERGED);
    }
    return PHRASES.stream()
        .filter(phrase -> text.contains(phrase.words()))
        .map(Phrase::meaning)
        .findFirst();
  }

  private static String normal(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
  }
}
