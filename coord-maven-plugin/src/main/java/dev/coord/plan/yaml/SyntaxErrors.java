package dev.coord.plan.yaml;

import dev.coord.diagnostic.Location;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Says in the words of somebody who writes plans why YAML cannot be read. What the parser itself
 * says is not shown: it quotes the file, and speaks of tokens.
 */
final class SyntaxErrors {
  /** Traps are looked for in the first columns of a line only, so that it takes no time. */
  private static final int LONGEST_LINE = 1_000;

  /** What is wrong and what to do about it. */
  private record Advice(String problem, String remedy) {}

  /**
   * What a line looks like when somebody fell into one of YAML's traps, whatever the parser says.
   */
  private record Trap(Pattern line, Advice words) {
    static Trap of(String line, String problem, String remedy) {
      return new Trap(Pattern.compile(line), new Advice(problem, remedy));
    }
  }

  /** What the parser says, by the beginning of its context and of its problem. */
  private record Known(String context, String problem, boolean atBegin, Advice words) {}

  /** What the parser says of a colon behind what is no key. */
  private static final String COLON = "mapping values are not allowed here";

  /** So far up it is looked for the begin of an item. */
  private static final int ITEM_LINES = 200;

  private static final Trap NO_SPACE =
      Trap.of(
          "^\\s*(- )?[A-Za-z_]+:[^\\s:/\\\\]",
          "a space is missing after the colon of a key",
          "Write for example 'owner: ana'.");

  private static final Trap NO_SPACE_AFTER_DASH =
      Trap.of(
          "^[ ]*-[A-Za-z_]+:(\\s|$)",
          "a space is missing after the dash of an item",
          "Write for example '- id: checkout'.");

  /** A line that holds a key and the whole of its value. */
  private static final Pattern KEY = Pattern.compile("^((?:[ ]|- )*)[A-Za-z_]+(?=:(?: +\\S.*)?$)");

  private static final List<Trap> TRAPS =
      List.of(
          Trap.of(
              "^[ ]*\\t",
              "a tab is used to indent this line, which YAML does not allow",
              "Indent with spaces."),
          Trap.of(
              "(^|[\\s,\\[-])\\[[ xX~!-]\\]\\s+[^\\s,\\]}#]",
              "a task in its short form must be in quotes, because \"[\" begins a list in YAML",
              "Write for example '- \"[x] Basket totals\"'."),
          Trap.of(
              "[:\\s\\[{,]([<>=!]=|[<>])\\s*\\d",
              "a comparison must be in quotes here, because \">\" and \"!\" have a meaning in YAML",
              "Write for example 'lines: \">= 80%\"'."),
          Trap.of(
              "(^|[\\s\\[,:])\\*[^\\s,]*[./*]",
              "a pattern that begins with \"*\" must be in quotes, because \"*\" has a meaning in YAML",
              "Write for example '[\"*.md\"]'."),
          Trap.of(
              "(^|[\\s\\[,:])@",
              "a text that begins with \"@\" must be in quotes",
              "Put it in quotes; the id of a person is written without \"@\"."),
          Trap.of(
              "(^|[\\s\\[{,:])[“”„‟‘’‚]",
              "typographic quotes are no quotes to YAML",
              "Write straight ones: \"...\"."),
          NO_SPACE_AFTER_DASH,
          NO_SPACE);

  private static final List<Known> KNOWN =
      List.of(
          known(
              "while scanning for the next token",
              "found character '\\t",
              "a tab stands where YAML wants a space",
              "Write a space instead."),
          known(
              "while scanning for the next token",
              "found character",
              "no text can begin with this character unless it is in quotes",
              "Put the text in quotes."),
          known(
              "while scanning an a",
              "",
              "a text that begins with \"*\" or \"&\" must be in quotes",
              "Put the text in quotes."),
          known(
              "while scanning a tag",
              "",
              "a text that begins with \"!\" must be in quotes",
              "Put the text in quotes."),
          known(
              "while parsing a node",
              "found undefined tag",
              "a text that begins with \"!\" must be in quotes",
              "Put the text in quotes."),
          known(
              "",
              COLON,
              "there is a colon where no key can be",
              "Put a text that holds \": \" in quotes, or mend the indentation."),
          begin(
              "while scanning a simple key",
              "could not find expected ':'",
              "this line is neither a key with its colon nor a part of the text above",
              "Write a colon and a space after the key, or mend the indentation."),
          known(
              "while scanning a block scalar",
              "",
              "\">\" and \"|\" begin a block of lines, but more follows on this line",
              "Put a text that begins with \">\" or \"|\" in quotes."),
          begin(
              "while scanning a quoted scalar",
              "found unexpected",
              "the quotes that begin here are never closed",
              "Add the missing quote."),
          known(
              "while scanning a double-quoted scalar",
              "",
              "this backslash has no meaning inside double quotes",
              "Use single quotes, or write \"\\\\\"."),
          begin(
              "while parsing a flow sequence",
              "expected ',' or ']'",
              "the list that begins here lacks a comma or its \"]\"",
              "Add it, and put a text that holds brackets, commas or colons in quotes."),
          begin(
              "while parsing a flow mapping",
              "expected ',' or '}'",
              "the map that begins here lacks a comma or its \"}\"",
              "Add it, and put a text that holds brackets, commas or colons in quotes."),
          known(
              "while parsing a block",
              "expected <block end>",
              "this does not fit to the lines above",
              "Indent items and keys of one level alike, and write nothing behind a closing quote or"
                  + " bracket."),
          known(
              "",
              "sequence entries are not allowed here",
              "a list cannot begin on the line of its key",
              "Begin it on the next line."),
          known(
              "while parsing a flow node",
              "expected the node content, but found '<stream end>'",
              "what was opened with \"[\" or \"{\" is not closed",
              "Close it, and put a text that begins with a special character, such as \"#\", in"
                  + " quotes."),
          known(
              "",
              "expected the node content",
              "a value is missing here",
              "Write it, and put a text that begins with a special character in quotes."),
          known(
              "while scanning a directive",
              "",
              "\"%\" at the begin of a line has a meaning in YAML",
              "Remove the line."));

  private static final Pattern COMMENT = Pattern.compile("\\s#");

  private static final Advice ENDED =
      new Advice(
          "the list or map that begins here is not closed on this line: what stands behind \" #\" is"
              + " a comment",
          "Put a text that holds \" #\" in quotes, or add what is missing.");

  private static final Advice OTHER =
      new Advice(
          "this is not valid YAML",
          "Check indentation, brackets and quotes here and in the lines above.");

  private SyntaxErrors() {}

  private static Known known(String context, String problem, String says, String remedy) {
    return new Known(context, problem, false, new Advice(says, remedy));
  }

  private static Known begin(String context, String problem, String says, String remedy) {
    return new Known(context, problem, true, new Advice(says, remedy));
  }

  /** Adds the trap that a line fell into at a place; false when it is none. */
  static boolean reportTrap(Location place, PlanText text, Problems problems) {
    Optional<Advice> trap = trap(text.line(place), place.column() - 1);
    trap.ifPresent(words -> problems.error(place, words.problem(), words.remedy()));
    return trap.isPresent();
  }

  /** Adds the problem behind an exception of the YAML parser. */
  static void report(MarkedYAMLException exception, Piece piece, Problems problems) {
    PlanText text = piece.text();
    Location found = at(exception.getProblemMark(), piece);
    Location begin =
        exception.getContextMark() == null ? found : at(exception.getContextMark(), piece);
    if (reportTrap(found, text, problems)
        || reportTrap(begin, text, problems)
        || reportTrapAbove(found, text, problems)
        || reportLeftOfItem(exception, found, text, problems)) {
      return;
    }
    Optional<Known> known =
        KNOWN.stream()
            .filter(k -> startsWith(exception.getContext(), k.context()))
            .filter(k -> startsWith(exception.getProblem(), k.problem()))
            .findFirst();
    boolean ended =
        startsWith(exception.getContext(), "while parsing a flow")
            && COMMENT.matcher(text.line(begin)).find(begin.column() - 1);
    Advice words =
        ended
            ? ENDED
            : deeper(exception, found, text).or(() -> known.map(Known::words)).orElse(OTHER);
    problems.error(
        known.map(Known::atBegin).orElse(false) ? begin : found, words.problem(), words.remedy());
  }

  /** Adds the problem behind an exception that does not say where it was. */
  static void reportUnknown(Location reached, Problems problems) {
    problems.error(reached, OTHER.problem(), OTHER.remedy());
  }

  /** A key without a space after its colon is a text to YAML, which stumbles over the next key. */
  private static boolean reportTrapAbove(Location found, PlanText text, Problems problems) {
    if (found.line() == 1) {
      return false;
    }
    Location start = new Location(found.file(), found.line() - 1, 1, found.commit());
    String line = text.line(start);
    int column = line.length() - line.stripLeading().length() + 1;
    boolean lacksSpace =
        NO_SPACE.line().matcher(line).find() || NO_SPACE_AFTER_DASH.line().matcher(line).find();
    return lacksSpace
        && reportTrap(
            new Location(start.file(), start.line(), column, start.commit()), text, problems);
  }

  /**
   * A key that stands left of the first one of its item, below the dash or behind it, goes
   * unnoticed where its value is a text: YAML stumbles over the next key, which is where it should
   * be.
   */
  private static boolean reportLeftOfItem(
      MarkedYAMLException exception, Location found, PlanText text, Problems problems) {
    Matcher key = KEY.matcher(text.line(found));
    if (!startsWith(exception.getProblem(), COLON) || found.line() == 1 || !key.find()) {
      return false;
    }
    Location above = new Location(found.file(), found.line() - 1, 1, found.commit());
    int left = indent(text.line(above));
    if (!KEY.matcher(text.line(above)).find() || text.line(above).startsWith("-", left)) {
      return false;
    }
    for (int line = found.line() - 2; line >= Math.max(1, found.line() - ITEM_LINES); line--) {
      String before = text.line(new Location(found.file(), line, 1, found.commit()));
      if (!before.isBlank() && indent(before) <= left) {
        Matcher item = KEY.matcher(before);
        boolean wrong =
            before.startsWith("-", indent(before))
                && item.find()
                && item.group(1).length() > left
                && item.group(1).length() == key.group(1).length();
        if (wrong) {
          problems.error(
              new Location(found.file(), above.line(), left + 1, found.commit()),
              "this key is indented less than the first one of its item, in line " + line,
              "Indent the keys of one item alike.");
        }
        return wrong;
      }
    }
    return false;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /**
   * What to say of a key that is indented deeper than the key above it: it goes on with the value
   * of that one, which may be the one that is indented wrongly.
   */
  private static Optional<Advice> deeper(
      MarkedYAMLException exception, Location found, PlanText text) {
    if (!startsWith(exception.getProblem(), COLON) || found.line() == 1) {
      return Optional.empty();
    }
    Matcher key = KEY.matcher(text.line(found));
    Matcher above =
        KEY.matcher(text.line(new Location(found.file(), found.line() - 1, 1, found.commit())));
    boolean begins = key.find() && key.end() == found.column() - 1;
    return begins && above.find() && above.group(1).length() < key.group(1).length()
        ? Optional.of(
            new Advice(
                "there is a colon where no key can be, as this line is indented deeper than line "
                    + (found.line() - 1)
                    + " and goes on with its value",
                "Indent the keys of one level alike, in this line or in the one above."))
        : Optional.empty();
  }

  /** The trap that a line fell into where the parser stumbled. */
  private static Optional<Advice> trap(String line, int column) {
    if (column > LONGEST_LINE) {
      return Optional.empty();
    }
    String seen = line.substring(0, Math.min(line.length(), 2 * LONGEST_LINE));
    return TRAPS.stream()
        .filter(trap -> trap.line().matcher(seen).results().anyMatch(m -> holds(m, column)))
        .map(Trap::words)
        .findFirst();
  }

  private static boolean holds(MatchResult match, int column) {
    return match.start() <= column && column <= match.end();
  }

  private static boolean startsWith(String text, String begin) {
    return (text == null ? "" : text).startsWith(begin);
  }

  private static Location at(Mark mark, Piece piece) {
    return mark == null ? piece.text().atOffset(0) : piece.at(mark);
  }
}
