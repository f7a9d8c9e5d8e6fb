package dev.coord.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The grammar of ids, which become file names, anchors and console words. */
public final class Ids {

  private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private static final int LONGEST_SLUG = 64;

  private Ids() {}

  /**
   * The text as an id: lower case, without accents, everything but ASCII letters and digits
   * replaced by dashes, at most 64 characters; empty when nothing is left.
   */
  public static String slug(String text) {
    String ascii =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    List<String> parts = new ArrayList<>(List.of(ascii.split("-")));
    parts.removeIf(String::isEmpty);
    String joined = String.join("-", parts);
    String cut = joined.substring(0, Math.min(LONGEST_SLUG, joined.length()));
    return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
  }

  /**
   * Says why a text is not an id.
   *
   * @return empty for a good id, otherwise a clause such as {@code "an id must not end in a dot"}
   */
  public static Optional<String> problem(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    if (!GRAMMAR.matcher(id).matches()) {
      return Optional.of(
          "an id has 1 to 64 letters, digits, dots, dashes or underscores and begins with a letter"
              + " or digit");
    }
    if (id.contains("..") || id.endsWith(".")) {
      return Optional.of("an id must not contain '..' or end in a dot");
    }
    if (lower.endsWith(".html") || lower.endsWith(".md")) {
      return Optional.of("an id must not end in .html or .md");
    }
    if (lower.equals("index") || DEVICE.matcher(lower).matches()) {
      return Optional.of("this id is a reserved file name");
    }
    return Optional.empty();
  }

  /**
   * Returns the id when it is one.
   *
   * @throws IllegalArgumentException when it is not, with the reason
   */
  public static String require(String id) {
    problem(id)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(id + ": " + reason);
            });
    return id;
  }
}
