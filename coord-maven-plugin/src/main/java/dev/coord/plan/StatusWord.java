package dev.coord.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a claimed status means.
 *
 * <p>Teams write status freely ({@code "Done, PR ready"}): what is plainly said counts, and what is
 * not plain means nothing. A word that coord does not know may be explained in the project's
 * vocabulary with one that it knows.
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

  private static final Pattern SHARE = Pattern.compile("([0-9]{1,3}+)(?:[.,][0-9]++)? ?%");

  /** What may follow a share of the work; other shares are those of something else. */
  private static final List<String> WHOLES =
      List.of(" done ", " complete ", " completed ", " finished ", " ready ");

  private static final int WHOLE = 100;

  /** Numbers that are no part of the work: days, issues and pull requests. */
  private static final Pattern NAMES = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}|#[0-9]+");

  private static final Pattern NUMBER = Pattern.compile("[0-9]");

  /**
   * Words that most plans use and nothing else; in a large one they are read many thousand times.
   */
  private static final Map<String, StatusReading> FREQUENT =
      Stream.of("todo", "blocked", "doing", "active", "in progress", "review", "done", "merged")
          .collect(Collectors.toUnmodifiableMap(word -> word, StatusText::read));

  /**
   * What a claim means, by itself or by the meaning the vocabulary gives it.
   *
   * @return empty when it plainly claims no state
   */
  public static Optional<StatusWord> of(String claim, Map<String, String> vocabulary) {
    return read(claim, vocabulary).word();
  }

  /** Whether a claim speaks of states, and it cannot be told which of them it claims. */
  public static boolean isUnclear(String claim, Map<String, String> vocabulary) {
    return read(claim, vocabulary).isUnclear();
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
      return share.getAsInt() < WHOLE ? Optional.empty() : of(claim, vocabulary);
    }
    return isOfPart(claim) ? Optional.empty() : of(claim, vocabulary);
  }

  /** Whether a claim counts something, and so tells of a part: {@code Weeks 1-4 are complete}. */
  public static boolean isOfPart(String claim) {
    return NUMBER.matcher(NAMES.matcher(claim).replaceAll("")).find();
  }

  /**
   * The share of the work that a claim begins with, in percent: 60 of {@code 60% complete}.
   *
   * @return empty when it begins with none, or with that of something else
   */
  public static OptionalInt share(String claim) {
    OptionalInt share = leadingShare(claim);
    return share.isPresent() && share.getAsInt() <= WHOLE ? share : OptionalInt.empty();
  }

  /** The same where more is claimed than there is: 120 of {@code 120% complete}. */
  public static OptionalInt leadingShare(String claim) {
    Matcher share = SHARE.matcher(claim.strip());
    if (!share.lookingAt()) {
      return OptionalInt.empty();
    }
    String rest = " " + words(claim.strip().substring(share.end())) + " ";
    return rest.isBlank() || WHOLES.stream().anyMatch(rest::startsWith)
        ? OptionalInt.of(Integer.parseInt(share.group(1)))
        : OptionalInt.empty();
  }

  private static StatusReading read(String claim, Map<String, String> vocabulary) {
    StatusReading frequent = FREQUENT.get(claim);
    StatusReading direct = frequent == null ? read(claim) : frequent;
    if (direct.word().isPresent()) {
      return direct;
    }
    return vocabulary.entrySet().stream()
        .filter(entry -> normal(entry.getKey()).equals(normal(claim)))
        .findFirst()
        .map(entry -> read(entry.getValue()))
        .orElse(direct);
  }

  private static StatusReading read(String claim) {
    OptionalInt share = share(claim);
    if (share.isEmpty()) {
      return StatusText.read(claim);
    }
    String rest = SHARE.matcher(claim.strip()).replaceFirst("");
    if (share.getAsInt() < WHOLE) {
      return StatusText.read(share.getAsInt() == 0 ? OPEN : ACTIVE, rest);
    }
    return StatusText.read(words(rest).isEmpty() ? "done" : rest);
  }

  /** Without regard to case and punctuation; what is nothing else, such as a sign, as it is. */
  private static String normal(String text) {
    String words = words(text);
    return words.isEmpty() ? text.strip() : words;
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
