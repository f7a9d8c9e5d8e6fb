package dev.coord.markdown;

import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes hostile text into Markdown so that it stays text, by the rules of CommonMark 0.31 and
 * GitHub Flavored Markdown 0.29.
 */
public final class MarkdownText {

  /** Read as markup anywhere, a table's pipe and a formula's dollar included. */
  private static final String ACTIVE = "\\`*[]#|~$";

  private static final Pattern LIST_NUMBER = Pattern.compile("^(\\d+)([.)])(?=\\s|$)");
  private static final Pattern AUTOLINK = Pattern.compile("(?i)(?<=\\w):(?=//)|(?<=www)\\.");
  private static final Pattern ENTITY = Pattern.compile("&#?[0-9A-Za-z]+;");
  private static final Pattern TICKS = Pattern.compile("`+");

  private MarkdownText() {}

  /** A text of one line as text; it may stand in a paragraph, a heading or a cell of a table. */
  public static String escape(String text) {
    if (isInert(text)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    boolean address = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      address |= isAddress(text, i, c);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        space(escaped);
        continue;
      }
      if (isActive(text, i, c)) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    // Patterns take most of the time, and few texts have what they look for.
    String inline = address ? AUTOLINK.matcher(escaped).replaceAll("\\\\$0") : escaped.toString();
    boolean numbered = !inline.isEmpty() && Character.isDigit(inline.charAt(0));
    return numbered ? LIST_NUMBER.matcher(inline).replaceFirst("$1\\\\$2") : inline;
  }

  /** Whether a text is surely none but words, numbers inside of it, and single spaces: most are. */
  private static boolean isInert(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean inert =
          letter
              || (c >= '0' && c <= '9' || c == ' ' && before != ' ') && i > 0
              || c == ','
              || c == ':'
              || c == '-' && i > 0;
      if (!inert) {
        return false;
      }
      before = c;
    }
    return true;
  }

  /** What {@link #AUTOLINK} looks for. */
  private static boolean isAddress(String text, int i, char c) {
    return c == '/' && i > 0 && text.charAt(i - 1) == '/'
        || c == '.' && i > 0 && (text.charAt(i - 1) | ' ') == 'w';
  }

  /** One space for any number of them: four at the start of a line would make it code. */
  private static void space(StringBuilder text) {
    if (text.length() == 0 || text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  private static boolean isActive(String text, int i, char c) {
    if (ACTIVE.indexOf(c) >= 0) {
      return true;
    }
    boolean last = i == text.length() - 1;
    return switch (c) {
      case '>' -> i == 0; // a quotation
      case '-', '+' -> i == 0 && !isAt(text, 1, Character::isDigit); // a list
      case '=' ->
          i == 0
              && !(text.startsWith("= ")
                  && isAt(text, 2, Character::isLetterOrDigit)); // the underline of a heading
      case '<' -> !isAt(text, i + 1, next -> next == ' ' || Character.isDigit(next));
      case '_' ->
          !isAt(text, i - 1, Character::isLetterOrDigit)
              || !isAt(text, i + 1, Character::isLetterOrDigit);
      case '!' -> last; // an image, when a link follows
      case '&' -> last || ENTITY.matcher(text).region(i, text.length()).lookingAt();
      default -> false;
    };
  }

  private static boolean isAt(String text, int i, IntPredicate wanted) {
    return i >= 0 && i < text.length() && wanted.test(text.charAt(i));
  }

  /** A text of one line to be read letter by letter. */
  public static String code(String text, boolean cell) {
    if (cell && text.contains("\\|")) {
      return escape(text); // readers differ on whether such a pipe ends the cell
    }
    if (text.isBlank()) {
      return text.isEmpty() ? "" : "` `";
    }
    String fence = "`".repeat(longestRun(text) + 1);
    boolean padded = text.startsWith("`") || text.endsWith("`") || text.startsWith(" ");
    String pad = padded ? " " : "";
    String span = fence + pad + text + pad + fence;
    // The pipe ends a cell even inside a code span; its escape is removed with the cell.
    return cell ? span.replace("|", "\\|") : span;
  }

  /** A fence that no line of the text can close. */
  public static String fence(String text) {
    return "`".repeat(Math.max(3, longestRun(text) + 1));
  }

  /** An address as the destination of a link. */
  public static String destination(String url) {
    return Urls.encode(url).replace("(", "%28").replace(")", "%29").replace("&", "&amp;");
  }

  private static int longestRun(String text) {
    if (text.indexOf('`') < 0) {
      return 0;
    }
    Matcher runs = TICKS.matcher(text);
    int longest = 0;
    while (runs.find()) {
      longest = Math.max(longest, runs.end() - runs.start());
    }
    return longest;
  }
}
