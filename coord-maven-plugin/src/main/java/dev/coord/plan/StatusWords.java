package dev.coord.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a part of a status that is set off from others.
 *
 * @param words in small letters, without punctuation
 * @param reserved whether it limits what stands before it, as in {@code but}
 * @param asked whether it ends in a question mark
 */
record StatusWords(List<String> words, boolean reserved, boolean asked) {

  /** What a text has that is not plain already. */
  private static final Pattern MARKED = Pattern.compile("[~*_`'’&]|wont");

  private static final Pattern EMPHASIS = Pattern.compile("[*_`]");
  private static final Pattern WILL_NOT = Pattern.compile("\\bwon['’]?t\\b");
  private static final Pattern NOT = Pattern.compile("n['’]t\\b");
  private static final Pattern STRUCK = Pattern.compile("~~[^~]*+~~");

  /**
   * A number with what makes it one, a word, or what sets parts off from each other. A dash does
   * between blanks, and a point or a comma before one.
   */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<word>#?[0-9]++(?:[.,/-][0-9]++)*+(?: ?%)?|\\p{L}[\\p{L}\\p{M}\\p{N}]*+)"
              + "|(?<mark>[;!?()\\[\\]|\\n—→]|->|(?<=\\s)[-–]+(?=\\s)|[.,](?=\\s|$))");

  private static final List<String> RESERVES =
      List.of("but", "though", "although", "however", "except", "excluding", "besides", "apart");

  StatusWords {
    words = List.copyOf(words);
  }

  /** The parts of a status, in its order; none of them is empty. */
  static List<StatusWords> of(String status) {
    List<StatusWords> parts = new ArrayList<>();
    List<String> words = new ArrayList<>();
    boolean reserved = false;
    Matcher token = TOKEN.matcher(plain(status));
    while (token.find()) {
      String word = token.group("word");
      boolean reserve = word != null && RESERVES.contains(word);
      if (word != null && !reserve) {
        words.add(word.replace(" ", ""));
        continue;
      }
      add(parts, words, reserved, "?".equals(token.group("mark")));
      reserved = reserve || reserved && words.isEmpty();
      words.clear();
    }
    add(parts, words, reserved, false);
    return parts;
  }

  private static void add(
      List<StatusWords> parts, List<String> words, boolean reserved, boolean asked) {
    if (!words.isEmpty()) {
      parts.add(new StatusWords(words, reserved, asked));
    }
  }

  /** Without what is struck out, emphasis and contractions; most texts have none of them. */
  private static String plain(String status) {
    String lower = status.toLowerCase(Locale.ROOT);
    if (!MARKED.matcher(lower).find()) {
      return lower;
    }
    String text = EMPHASIS.matcher(STRUCK.matcher(lower).replaceAll(" ")).replaceAll(" ");
    return NOT.matcher(WILL_NOT.matcher(text).replaceAll("will not"))
        .replaceAll(" not")
        .replace("&", " and ");
  }
}
