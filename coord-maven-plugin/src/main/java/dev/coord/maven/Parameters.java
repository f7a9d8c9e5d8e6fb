package dev.coord.maven;

import dev.coord.engine.Settings;
import dev.coord.engine.VerdictFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads parameters that Maven gives as texts, and collects what is wrong with them.
 *
 * <p>Maven takes every text but {@code true} for {@code false}; a misspelt switch would open a
 * gate. So a text that cannot be read counts as the parameter's default, and is told.
 */
final class Parameters {

  private record Mistake(String problem, String remedy) {}

  private static final Set<String> WEB = Set.of("https", "http");

  private final Map<String, Mistake> mistakes = new TreeMap<>();

  /** A switch; nothing but blanks is its default, as where a variable is not set. */
  boolean flag(String name, String text, boolean byDefault) {
    return switch (stripped(text).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      case "" -> byDefault;
      default -> refused(name, quoted(text) + " is neither true nor false", byDefault);
    };
  }

  /** Whether missing data only warns. */
  boolean lenient(String text) {
    return switch (stripped(text)) {
      case "fail", "" -> false;
      case "warn" -> true;
      default -> refused("coord.missingData", quoted(text) + " is neither fail nor warn", false);
    };
  }

  /** Judging time; empty where the clock says it. */
  Optional<Instant> now(Optional<String> text) {
    Optional<Instant> time = text.flatMap(Times::parse);
    if (text.isPresent() && time.isEmpty()) {
      mistake(
          "coord.now",
          quoted(text.get()) + " is neither a date nor a point in time",
          "Write 2026-01-31 or 2026-01-31T12:00:00Z.");
    }
    return time;
  }

  /** How verdicts are written; empty where nobody says. */
  Optional<Set<VerdictFormat>> verdicts(Optional<String> text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Set<VerdictFormat> formats = EnumSet.noneOf(VerdictFormat.class);
    for (String word : text.get().split(",")) {
      Optional<VerdictFormat> format = VerdictFormat.ofWord(word.strip());
      if (format.isEmpty() && !text.get().strip().equals("none")) {
        mistake(
            "coord.verdicts",
            quoted(word) + " is neither sarif, junit nor codequality",
            "Write one of them, several joined by commas, or none.");
      }
      format.ifPresent(formats::add);
    }
    return Optional.of(formats);
  }

  /** The address of the published site. */
  Optional<String> siteUrl(Optional<String> text) {
    if (text.isPresent() && !isWebAddress(text.get())) {
      mistake(
          "coord.siteUrl",
          quoted(text.get()) + " is no web address",
          "Write one that begins with https://, such as https://owner.github.io/name/.");
      return Optional.empty();
    }
    if (text.isPresent() && text.get().matches(".*[?#].*")) {
      mistake(
          "coord.siteUrl",
          quoted(text.get()) + " has a query or a fragment, behind which no page can lie",
          "Write what is before it: " + text.get().replaceFirst("[?#].*", "") + ".");
      return Optional.empty();
    }
    return text;
  }

  /** Tells what is wrong. */
  Settings.Builder tell(Settings.Builder settings) {
    mistakes.forEach(
        (name, mistake) -> settings.mistake(name, mistake.problem(), mistake.remedy()));
    return settings;
  }

  private boolean refused(String name, String problem, boolean byDefault) {
    mistake(name, problem, "Write one of them.");
    return byDefault;
  }

  private void mistake(String name, String problem, String remedy) {
    mistakes.put(name, new Mistake(problem, remedy));
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() != null
          && WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String quoted(String text) {
    return "\"" + stripped(text) + "\"";
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }
}
