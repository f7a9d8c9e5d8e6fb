package dev.coord.site;

import java.util.Locale;
import java.util.regex.Pattern;

/** Ids of elements: what links and addresses name. */
public final class Anchors {

  private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9][a-z0-9._-]*");
  private static final Pattern REST = Pattern.compile("[^a-z0-9._-]+");
  private static final Pattern LEADING = Pattern.compile("^[^a-z0-9]+");

  private Anchors() {}

  /** An anchor made of texts, in lower case, joined by dashes; {@code x} when nothing is left. */
  public static String of(String... parts) {
    String joined = String.join("-", parts).toLowerCase(Locale.ROOT);
    String anchor = LEADING.matcher(REST.matcher(joined).replaceAll("-")).replaceAll("");
    return anchor.isEmpty() ? "x" : anchor;
  }

  static void require(String id) {
    if (!GRAMMAR.matcher(id).matches()) {
      throw new IllegalArgumentException("not an anchor: " + id);
    }
  }
}
