package dev.coord.markdown;

import java.util.Optional;

/**
 * Reads the lines that people write most, words with {@code *emphasis*}, {@code **strong**} words,
 * spans of code and links, without a parser: it takes a hundredth of the time, and a plan has
 * thousands.
 *
 * <p>What it reads has one meaning in CommonMark: marks stand in pairs, beside words, and nothing
 * stands inside another. All else is left to those who know the whole language.
 */
final class SimpleLine {

  /** Longer ones are left to those who know the limits. */
  private static final int LONGEST = 1_000;

  /** Marks that mean nothing between words. */
  private static final String MARKS = ",.;()/%?!-'\"";

  /** Marks of addresses that need no care; a colon comes with the scheme alone. */
  private static final String IN_ADDRESS = "/._-#";

  private static final String BEFORE = " (";
  private static final String BEHIND = " ,.;:?!)";

  private final String source;
  private final boolean marked;
  private final StringBuilder to;
  private int at;

  private SimpleLine(String source, boolean marked) {
    this.source = source;
    this.marked = marked;
    this.to = new StringBuilder(source.length() + 32);
  }

  /** The line as HTML; empty when it is not simple. */
  static Optional<String> html(String source) {
    return read(source, true);
  }

  /** What the line shows; empty when it is not simple. */
  static Optional<String> text(String source) {
    return read(source, false);
  }

  private static Optional<String> read(String source, boolean marked) {
    if (source.isEmpty() || source.length() > LONGEST || !begins(source)) {
      return Optional.empty();
    }
    SimpleLine line = new SimpleLine(source, marked);
    return line.isRead() ? Optional.of(line.to.toString()) : Optional.empty();
  }

  /** A digit or a mark could begin a list. */
  private static boolean begins(String source) {
    char first = source.charAt(0);
    char last = source.charAt(source.length() - 1);
    return last != ' ' && (isLetter(first) || "`*[".indexOf(first) >= 0);
  }

  private boolean isRead() {
    while (at < source.length()) {
      char c = source.charAt(at);
      boolean read =
          switch (c) {
            case '`' -> code();
            case '*' -> emphasis();
            case '[' -> link();
            default -> isPlain(at) && plain(c);
          };
      if (!read) {
        return false;
      }
    }
    return true;
  }

  private boolean plain(char c) {
    to.append(c);
    at++;
    return true;
  }

  private boolean isPlain(int i) {
    char c = source.charAt(i);
    if (isLetter(c)) {
      return !source.regionMatches(true, i, "www.", 0, 4);
    }
    if (c == ' ') {
      return source.charAt(i - 1) != ' ';
    }
    // A colon inside of a word may be that of an address.
    return isDigit(c)
        || MARKS.indexOf(c) >= 0
        || c == ':' && (i + 1 == source.length() || source.charAt(i + 1) == ' ');
  }

  private boolean code() {
    int end = source.indexOf('`', at + 1);
    if (end <= at + 1 || end + 1 < source.length() && source.charAt(end + 1) == '`') {
      return false;
    }
    if (source.charAt(at + 1) == ' ' || source.charAt(end - 1) == ' ') {
      return false;
    }
    to.append(marked ? "<code>" : "");
    for (int i = at + 1; i < end; i++) {
      char c = source.charAt(i);
      if (c < ' ' || c > '~' || c == ' ' && source.charAt(i - 1) == ' ') {
        return false;
      }
      to.append(marked ? escaped(c) : String.valueOf(c));
    }
    to.append(marked ? "</code>" : "");
    at = end + 1;
    return true;
  }

  private static String escaped(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      default -> String.valueOf(c);
    };
  }

  private boolean emphasis() {
    String mark = source.startsWith("**", at) ? "**" : "*";
    int start = at + mark.length();
    int end = source.indexOf('*', start);
    int behind = end + mark.length();
    boolean paired =
        end > start
            && source.startsWith(mark, end)
            && isWord(source.charAt(start))
            && isWord(source.charAt(end - 1))
            && (at == 0 || BEFORE.indexOf(source.charAt(at - 1)) >= 0)
            && (behind == source.length() || BEHIND.indexOf(source.charAt(behind)) >= 0);
    if (!paired) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!isPlain(i)) {
        return false;
      }
    }
    String name = mark.length() == 2 ? "strong>" : "em>";
    to.append(marked ? "<" + name : "").append(source, start, end);
    to.append(marked ? "</" + name : "");
    at = behind;
    return true;
  }

  private boolean link() {
    int end = source.indexOf("](", at);
    int close = end < 0 ? -1 : source.indexOf(')', end);
    if (close < 0
        || at > 0 && source.charAt(at - 1) == '!'
        || !isWord(source.charAt(at + 1))
        || !isWord(source.charAt(end - 1))) {
      return false;
    }
    for (int i = at + 1; i < end; i++) {
      if (!isPlain(i)) {
        return false;
      }
    }
    String url = source.substring(end + 2, close);
    if (!isAddress(url)) {
      return false;
    }
    String rel = SafeUrl.isWeb(url) ? "\" rel=\"" + HtmlAllowList.REL : "";
    to.append(marked ? "<a href=\"" + url + rel + "\">" : "").append(source, at + 1, end);
    to.append(marked ? "</a>" : "");
    at = close + 1;
    return true;
  }

  private static boolean isAddress(String url) {
    String rest = url.startsWith("https://") ? url.substring("https://".length()) : url;
    for (int i = 0; i < rest.length(); i++) {
      if (!isWord(rest.charAt(i)) && IN_ADDRESS.indexOf(rest.charAt(i)) < 0) {
        return false;
      }
    }
    return SafeUrl.of(url).equals(Optional.of(url));
  }

  private static boolean isWord(char c) {
    return isLetter(c) || isDigit(c);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
