package dev.coord.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A language of code, as far as its pieces stand out. */
enum CodeLanguage {
  JAVA(
      "//",
      "/* */",
      "\"\"\" \" '",
      "abstract assert boolean break byte case catch char class const continue default do double"
          + " else enum extends false final finally float for if implements import instanceof int"
          + " interface long module native new null package permits private protected public record"
          + " requires return sealed short static strictfp super switch synchronized this throw"
          + " throws transient true try var void volatile while yield"),
  SCRIPT(
      "//",
      "/* */",
      "` \" '",
      "abstract any as async await boolean break case catch class const continue debugger declare"
          + " default delete do else enum export extends false finally for from function get if"
          + " implements import in instanceof interface keyof let namespace never new null number"
          + " of private protected public readonly return satisfies set static string super switch"
          + " this throw true try type typeof undefined unknown var void while with yield"),
  PYTHON(
      "#",
      "",
      "\"\"\" ''' \" '",
      "False None True and as assert async await break case class continue def del elif else"
          + " except finally for from global if import in is lambda match nonlocal not or pass"
          + " raise return self try while with yield"),
  SHELL(
      "#",
      "",
      "\" '",
      "case cd do done echo elif else esac eval exec exit export fi for function if in local"
          + " readonly return set shift then trap unset until while"),
  SQL(
      "--",
      "/* */",
      "' \"",
      "add all alter and any as asc begin between by cascade case check column commit constraint"
          + " create cross default delete desc distinct drop else end except exists false foreign"
          + " from full group having in index inner insert intersect into is join key left like"
          + " limit not null offset on or order outer primary references returning right rollback"
          + " select set table then true union unique update using values view when where with"),
  JSON("", "", "\"", "true false null"),
  YAML("#", "", "\" '", "true false null yes no on off"),
  XML("", "<!-- -->", "\" '", ""),
  DIFF("", "", "", "");

  private static final Map<String, CodeLanguage> NAMES =
      Map.ofEntries(
          Map.entry("java", JAVA),
          Map.entry("js", SCRIPT),
          Map.entry("javascript", SCRIPT),
          Map.entry("jsx", SCRIPT),
          Map.entry("ts", SCRIPT),
          Map.entry("tsx", SCRIPT),
          Map.entry("typescript", SCRIPT),
          Map.entry("py", PYTHON),
          Map.entry("python", PYTHON),
          Map.entry("sh", SHELL),
          Map.entry("bash", SHELL),
          Map.entry("zsh", SHELL),
          Map.entry("shell", SHELL),
          Map.entry("sql", SQL),
          Map.entry("json", JSON),
          Map.entry("yaml", YAML),
          Map.entry("yml", YAML),
          Map.entry("xml", XML),
          Map.entry("html", XML),
          Map.entry("svg", XML),
          Map.entry("diff", DIFF),
          Map.entry("patch", DIFF));

  private final String lineComment;
  private final List<String> blockComment;
  private final List<String> quotes;
  private final Set<String> keywords;

  CodeLanguage(String lineComment, String blockComment, String quotes, String keywords) {
    this.lineComment = lineComment;
    this.blockComment = blockComment.isEmpty() ? List.of() : List.of(blockComment.split(" "));
    this.quotes = quotes.isEmpty() ? List.of() : List.of(quotes.split(" "));
    this.keywords = Set.of(keywords.split(" "));
  }

  /** The language with a name, as it stands behind the marks of a block of code. */
  static Optional<CodeLanguage> of(String name) {
    return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What begins a comment up to the end of the line; empty for nothing. */
  String lineComment() {
    return lineComment;
  }

  /** What begins and what ends a comment; empty where there is none such. */
  List<String> blockComment() {
    return blockComment;
  }

  /** What begins and ends a text, longer ones first. */
  List<String> quotes() {
    return quotes;
  }

  /** Whether a text may go on behind the end of its line. */
  boolean spansLines(String quote) {
    return quote.length() == 3 || quote.equals("`") || this == SHELL || this == SQL || this == XML;
  }

  /** Whether a backslash takes the next character of a text literally. */
  boolean escapes(String quote) {
    boolean plain = quote.equals("'") && (this == SHELL || this == YAML);
    return !plain && this != SQL && this != XML;
  }

  boolean isKeyword(String word) {
    return keywords.contains(this == SQL ? word.toLowerCase(Locale.ROOT) : word);
  }
}
