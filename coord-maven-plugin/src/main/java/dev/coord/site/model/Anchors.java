package dev.coord.site.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** Ids of elements: what links and addresses name. */
public final class Anchors {

  private static final Pattern REST = Pattern.compile("[^a-z0-9._-]+");
  private static final Pattern LEADING = Pattern.compile("^[^a-z0-9]+");

  private Anchors() {}

  /** An anchor made of texts, in lower case, joined by dashes; {@code x} when nothing is left. */
  public static String of(String... parts) {
    String joined = String.join("-", parts).toLowerCase(Locale.ROOT);
    if (isAnchor(joined)) {
      return joined;
    }
    String anchor = LEADING.matcher(REST.matcher(joined).replaceAll("-")).replaceAll("");
    return anchor.isEmpty() ? "x" : anchor;
  }

  /** Whether it is a letter or digit, and further ones, dots, underscores and dashes. */
  private static boolean isAnchor(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
      if (!letter && (i == 0 || c != '.' && c != '_' && c != '-')) {
        return false;
      }
    }
    return !id.isEmpty();
  }

  static void require(String id) {
    if (!isAnchor(id)) {
      throw new IllegalArgumentException("not an anchor: " + id);
    }
  }
}
