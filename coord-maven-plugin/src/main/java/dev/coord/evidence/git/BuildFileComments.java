package dev.coord.evidence.git;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes comments out of build files and code, by the type of the file: what is not in force names
 * nothing, and declares nothing.
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
    XML,
    /** There are none. */
    NONE,
    /** All of them that a file of an unknown type may have, whatever is in quotes. */
    GUESSED
  }

  private static final Map<Style, Set<String>> TYPES =
      Map.of(
          Style.HASH, Set.of("toml", "py", "rb", "gemspec", "pipfile", "gemfile"),
          Style.HASH_APART, Set.of("txt", "in", "cfg", "ini", "yml", "yaml", "conf"),
          Style.LINE, Set.of("properties"),
          Style.SLASHES,
              Set.of(
                  "gradle", "kts", "groovy", "json5", "jsonc", "mod", "sbt", "js", "ts", "swift"),
          Style.XML, Set.of("xml", "pom", "csproj", "fsproj", "vbproj", "props", "targets"),
          Style.NONE, Set.of("json"));

  /** Languages that write comments with slashes; in them no library is looked for by its name. */
  private static final Set<String> CODE =
      Set.of(
          "java", "kt", "scala", "c", "h", "cc", "cpp", "hpp", "cxx", "cs", "go", "rs", "dart",
          "php", "proto", "thrift", "tsx", "jsx", "mjs", "cjs", "mts", "cts");

  /** In which a quote is a character like others. */
  private static final Set<Style> UNQUOTED = Set.of(Style.XML, Style.LINE, Style.GUESSED);

  private final String text;
  private final StringBuilder left = new StringBuilder();
  private int at;

  private BuildFileComments(String text) {
    this.text = text;
  }

  /** A file's content without its comments. */
  static byte[] removed(String path, byte[] content) {
    return style(path).map(style -> without(style, content)).orElse(content);
  }

  /**
   * The content of a file of another type without what would be a comment in one of these: good for
   * what must not be taken from a comment. A file of these types is left as it is.
   */
  static byte[] guessed(String path, byte[] content) {
    return style(path).isPresent() ? content : without(Style.GUESSED, content);
  }

  /** The content of a file of code, or of a build file, without its comments. */
  static byte[] ofCode(String path, byte[] content) {
    return CODE.contains(type(path)) ? without(Style.SLASHES, content) : removed(path, content);
  }

  private static String type(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static Optional<Style> style(String path) {
    String type = type(path);
    return TYPES.entrySet().stream()
        .filter(style -> style.getValue().contains(type))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static byte[] without(Style style, byte[] content) {
    return new BuildFileComments(new String(content, StandardCharsets.UTF_8))
        .without(style)
        .getBytes(StandardCharsets.UTF_8);
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
    boolean quotes = !UNQUOTED.contains(style);
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
      case NONE -> false;
      case GUESSED ->
          text.charAt(at) == '#' && to("\n")
              || text.startsWith("//", at) && !isAddress() && to("\n")
              || text.startsWith("/*", at) && beginsLine() && behind("*/")
              || text.startsWith("<!--", at) && behind("-->");
    };
  }

  private boolean isAddress() {
    return at > 0 && text.charAt(at - 1) == ':';
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
