package dev.coord.site.render;

import java.nio.charset.StandardCharsets;

/**
 * Puts the style sheet together: coord's own, then the team's. It stays one file, for each file is
 * a request of each page.
 */
final class Style {

  static final String OURS = "assets/coord.css";

  private Style() {}

  static byte[] of(OwnTemplates own) {
    String ours = new String(Templates.asset(OURS), StandardCharsets.UTF_8);
    String theirs =
        own.style().isEmpty() ? "" : "\n/* " + OwnTemplates.STYLE + " */\n" + own.style();
    return (ours + theirs).getBytes(StandardCharsets.UTF_8);
  }
}
