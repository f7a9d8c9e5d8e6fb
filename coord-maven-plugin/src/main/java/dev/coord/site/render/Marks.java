package dev.coord.site.render;

import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.List;

/** The words that stand beside a colour where the page's data gives none. */
final class Marks {

  private Marks() {}

  /** What a tone says; empty for neutral. */
  static String word(Tone tone) {
    return switch (tone) {
      case GOOD -> "Pass";
      case BAD -> "Fail";
      case WARNING -> "Warn";
      case UNKNOWN -> "Unknown";
      case INFO -> "Note";
      case NEUTRAL -> "";
    };
  }

  /** The kind of alert that GitHub knows for a tone. */
  static String alert(Tone tone) {
    return switch (tone) {
      case BAD -> "CAUTION";
      case WARNING -> "WARNING";
      case UNKNOWN -> "IMPORTANT";
      case GOOD -> "TIP";
      case INFO, NEUTRAL -> "NOTE";
    };
  }

  /** Whether a line says what a tone means. */
  static boolean said(Tone tone, List<Inline> content) {
    for (Inline inline : content) {
      if (inline instanceof Inline.Badge badge && badge.tone() == tone) {
        return true;
      }
    }
    return false;
  }
}
