package dev.coord.evidence.git;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes comments out of build files, by the type of the file: what is not in force names nothing.
 *
 * <p>Files of other types are left as they are. A quote ends with its line.
 */
final class BuildFileComments {

  /** How comments are written. */
  private enum Style {
    /** {@code #} anywhere outside of quotes. */
    HASH,
    /** {@code #} where a line begins or behind a blank: elsewhere it is a part of an address. */
    HASH_APART,
    /** {@code #}, {@code !} or {@code ;} where a line begins. */
    LINE,
    /** Two slashes, and slash and star. */
    SLASHES,
    /** {@code <!-- -->}. */
    XML
  }

  private static final Map<Style, Set<String>> TYPES =
      Map.of(
          Style.HASH, Set.of("toml", "py", "rb", "gemspec", "pipfile", "gemfile"),
          Style.HASH_APART, Set.of("txt", "in", "cfg", "ini", "yml", "yaml", "conf"),
          Style.LINE, Set.of("properties"),
          Style.SLASHES,
              Set.of(
                  "gradle", "kts", "groovy", "json5", "jsonc", "mod", "sbt", "js", "ts", "swift"),
          Style.XML, Set.of("xml", "pom", "csproj", "fsproj", "vbproj", "props", "targets"));

  private final String text;
  private final StringBuilder left = new StringBuilder();
  private int at;

  private BuildFileComments(String text) {
    this.text = text;
  }

  /** A file's content without its comments. */
  static byte[] removed(String path, byte[] content) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String type = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.entrySet().stream()
        .filter(style -> style.getValue().contains(type))
        .findFirst()
        .map(
            style ->
                new BuildFileComments(new String(content, StandardCharsets.UTF_8))
                    .without(style.getKey())
                    .getBytes(StandardCharsets.UTF_8))
        .orElse(content);
  }

  private String without(Style style) {
    char quote = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        quote = 0;
      } else if (quote != 0) {
        if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) >= ' ') {
          left.append(c);
          at++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (skip(style)) {
        continue;
      } else if (opensQuote(style, c)) {
        quote = c;
      }
      left.append(text.charAt(at++));
    }
    return left.toString();
  }

  /** An apostrophe inside a word is none. */
  private boolean opensQuote(Style style, char c) {
    boolean quotes = style != Style.XML && style != Style.LINE;
    boolean word = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    return quotes && (c == '"' || c == '\'' && !word);
  }

  /** Goes behind a comment that begins here. */
  private boolean skip(Style style) {
    return switch (style) {
      case HASH -> text.charAt(at) == '#' && to("\n");
      case HASH_APART ->
          (text.charAt(at) == '#' && isApart() || text.charAt(at) == ';' && beginsLine())
              && to("\n");
      case LINE -> "#!;".indexOf(text.charAt(at)) >= 0 && beginsLine() && to("\n");
      case SLASHES ->
          text.startsWith("//", at) && to("\n") || text.startsWith("/*", at) && behind("*/");
      case XML -> text.startsWith("<!--", at) && behind("-->");
    };
  }

  private boolean isApart() {
    return at == 0 || Character.isWhitespace(text.charAt(at - 1));
  }

  private boolean beginsLine() {
    int before = at;
    while (before > 0 && (text.charAt(before - 1) == ' ' || text.charAt(before - 1) == '\t')) {
      before--;
    }
    return before == 0 || text.charAt(before - 1) == '\n' || text.charAt(before - 1) == '\r';
  }

  private boolean to(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found;
    return true;
  }

  private boolean behind(String end) {
    int found = text.indexOf(end, at + 2);
    at = found < 0 ? text.length() : found + end.length();
    left.append(' ');
    return true;
  }
}
