package dev.coord.site.render;

import java.nio.charset.StandardCharsets;

/**
 * Puts the style sheet together: coord's own, then what the plan says, then the team's own. It
 * stays one file, for each file is a request of each page.
 */
final class Style {

  static final String OURS = "assets/coord.css";

  private Style() {}

  static byte[] of(Look look, OwnTemplates own) {
    String ours = new String(Templates.asset(OURS), StandardCharsets.UTF_8);
    StringBuilder style = new StringBuilder(ours);
    look.accent()
        .ifPresent(
            colour -> style.append("\n/* Accent */\n").append(new Accent(ours).rules(colour)));
    if (look.logo().isPresent()) {
      style.append(
          "\n/* Logo */\n.home img { margin-inline-end: .6rem; vertical-align: middle; object-fit: contain; }\n");
    }
    if (!own.style().isEmpty()) {
      style.append("\n/* " + OwnTemplates.STYLE + " */\n").append(own.style());
    }
    return style.toString().getBytes(StandardCharsets.UTF_8);
  }
}
