package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;

/**
 * A part of a plan file that is read as YAML on its own, with the columns that it has in the file:
 * from an offset to the end of a line.
 */
final class Piece {
  /** A collection whose entries begin in one column. */
  enum Block {
    /** Keys, each on a line of its own. */
    MAPPING,
    /** Items, each after its dash. */
    SEQUENCE
  }

  private static final Pattern DASH = Pattern.compile("-(?=\\s|$)");
  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9_.-]*)\\s*:(?=\\s|$)");
  private static final Pattern NOTHING = Pattern.compile("\\s*(?:#.*)?", Pattern.DOTALL);

  private final PlanText text;
  private final int from;
  private final int to;

  Piece(PlanText text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /** What the parser reads: the piece, behind as many spaces as there are characters before it. */
  String yaml() {
    return " ".repeat(pad()) + text.text().substring(from, to);
  }

  private int pad() {
    return from - text.lineStart(text.lineAt(from));
  }

  PlanText text() {
    return text;
  }

  /** Where in the file a mark of the parser is: never beyond what the piece holds. */
  int offset(Mark mark) {
    return Math.min(rawOffset(mark.getIndex()), contentEnd());
  }

  /** Where in the file the parser's position is. */
  int rawOffset(int index) {
    int codePoint = Math.max(0, index - pad()) + text.codePointsBefore(from);
    return Math.min(text.offset(codePoint), to);
  }

  private int contentEnd() {
    int end = to;
    while (end > from && Character.isWhitespace(text.text().charAt(end - 1))) {
      end--;
    }
    return end;
  }

  Location at(Mark mark) {
    return text.atOffset(offset(mark));
  }

  /** Where the first character is that is no space, comment or end of line, if there is one. */
  Location place() {
    int line = significantLine(firstLine());
    return line == endLine() ? text.atOffset(from) : place(line);
  }

  int firstLine() {
    return text.lineAt(from);
  }

  /** The line after the last. */
  int endLine() {
    return to == from ? firstLine() : text.lineAt(to - 1) + 1;
  }

  /** The first line from a line on that holds more than space and a comment. */
  int significantLine(int line) {
    int found = line;
    while (found < endLine() && NOTHING.matcher(head(found)).matches()) {
      found++;
    }
    return found;
  }

  /** How many characters come before the first one of a line that is no space. */
  int column(int line) {
    return begin(line) - text.lineStart(line);
  }

  private int begin(int line) {
    int at = Math.max(from, text.lineStart(line));
    while (at < to && text.text().charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private String head(int line) {
    return text.text().substring(begin(line), Math.min(to, text.lineStart(line + 1)));
  }

  /**
   * What kind of collection the piece is, as far as its lines tell: empty when none begins an entry
   * in the column of the first, or the first begins with a bracket, a brace or a quote.
   */
  Optional<Block> block() {
    int first = significantLine(firstLine());
    if (first == endLine() || "[{\"'".indexOf(head(first).charAt(0)) >= 0) {
      return Optional.empty();
    }
    for (int line = first; line < endLine(); line = significantLine(line + 1)) {
      for (Block block : Block.values()) {
        if (begins(block, line, column(first))) {
          return Optional.of(block);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an entry of a collection begins on a line. */
  boolean begins(Block block, int line, int column) {
    Pattern head = block == Block.MAPPING ? KEY : DASH;
    return column(line) == column && head.matcher(head(line)).lookingAt();
  }

  /** The next line after a line on which an entry begins; the end when none does. */
  int nextEntry(Block block, int line, int column) {
    int next = line + 1;
    while (next < endLine() && !begins(block, next, column)) {
      next++;
    }
    return next;
  }

  /**
   * The key that begins on a line.
   *
   * @throws IllegalStateException when none does
   */
  String key(int line) {
    Matcher key = KEY.matcher(head(line));
    key.lookingAt();
    return key.group(1);
  }

  /** Where the first character of a line is that is no space. */
  Location place(int line) {
    return text.atOffset(begin(line));
  }

  /** What stands behind the key or dash that begins on a line, up to the end of the piece. */
  Piece behind(Block block, int line) {
    Matcher head = (block == Block.MAPPING ? KEY : DASH).matcher(head(line));
    return new Piece(text, begin(line) + (head.lookingAt() ? head.end() : 0), to);
  }

  /** Whether a value begins on a line behind its key. */
  boolean hasValueOnLine(int line) {
    Piece behind = behind(Block.MAPPING, line);
    return !NOTHING.matcher(behind.head(line)).matches();
  }

  /** Whether the first character of a line that is no space is a tab. */
  boolean hasTab(int line) {
    int begin = begin(line);
    return begin < to && text.text().charAt(begin) == '\t';
  }

  /** The lines from one line to before another. */
  Piece lines(int first, int end) {
    return new Piece(
        text, Math.max(from, text.lineStart(first)), Math.min(to, text.lineStart(end)));
  }
}
