package dev.coord.markdown;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides which destinations a link may have: {@code https}, {@code http}, {@code mailto}, and
 * addresses relative to the page.
 *
 * <p>Browsers strip control characters and white space from a URL, read a backslash as a slash, and
 * take {@code //host} for another site (<a href="https://url.spec.whatwg.org/#url-parsing">URL
 * Standard</a>), so such forms are refused, not repaired.
 */
final class SafeUrl {
  /** The longest destination, in characters; many servers refuse longer ones, too. */
  static final int MAX_LENGTH = 2048;

  private static final Pattern SCHEME = Pattern.compile("([^/?#:]*):(.*)");
  private static final Pattern WEB =
      Pattern.compile("//[^/?#@:\\[\\]% \"<>^`{|}]+(?::[0-9]{1,5})?(?:[/?#].*)?");
  private static final Pattern MAIL = Pattern.compile("[^/?#@]+@[^/?#@]+(?:\\?.*)?");

  /** What the URL Standard does not allow as it is, and a percent sign that begins no escape. */
  private static final Pattern TO_ENCODE =
      Pattern.compile("[ \"<>^`{|}\\[\\]]|%(?![0-9A-Fa-f]{2})");

  private SafeUrl() {}

  /** The destination as it may stand in {@code href}, or nothing if it must not. */
  static Optional<String> of(String written) {
    String url = written.strip();
    if (url.isEmpty()
        || url.length() > MAX_LENGTH
        || url.codePoints().anyMatch(SafeUrl::isForbidden)) {
      return Optional.empty();
    }
    Matcher scheme = SCHEME.matcher(url);
    boolean allowed =
        scheme.matches() ? isAllowed(scheme.group(1), scheme.group(2)) : staysOnSite(url);
    return allowed
        ? Optional.of(TO_ENCODE.matcher(url).replaceAll(match -> encoded(match.group())))
        : Optional.empty();
  }

  /** Whether an allowed destination has no scheme. */
  static boolean isRelative(String url) {
    return !SCHEME.matcher(url).matches();
  }

  /** Whether an allowed destination is a page of some site. */
  static boolean isWeb(String url) {
    return !isRelative(url) && url.regionMatches(true, 0, "http", 0, "http".length());
  }

  private static boolean isAllowed(String scheme, String rest) {
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "https", "http" -> WEB.matcher(rest).matches();
      case "mailto" -> MAIL.matcher(rest).matches();
      default -> false;
    };
  }

  private static boolean staysOnSite(String url) {
    return !url.startsWith("//") && !url.toLowerCase(Locale.ROOT).contains("%5c");
  }

  private static boolean isForbidden(int codePoint) {
    return codePoint == '\\'
        || codePoint != ' '
            && (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint))
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT
        || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static String encoded(String character) {
    return "%%%02X".formatted((int) character.charAt(0));
  }
}
