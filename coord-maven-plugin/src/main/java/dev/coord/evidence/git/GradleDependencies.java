package dev.coord.evidence.git;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a build script of Gradle asks for, in Groovy or Kotlin: without statements that exclude, or
 * choose among what others ask for, and without the name of the root project.
 */
final class GradleDependencies {

  /** What such a statement, or the rest of a chain of calls, begins with. */
  private static final Pattern WORD =
      Pattern.compile("(?:exclude\\w*|resolutionStrategy|rootProject\\s*\\.\\s*name)\\b");

  private final String text;
  private final StringBuilder left = new StringBuilder();
  private int at;

  private GradleDependencies(String text) {
    this.text = text;
  }

  static String in(String text) {
    return new GradleDependencies(text).left();
  }

  private String left() {
    Matcher word = WORD.matcher(text);
    while (at < text.length()) {
      int from = at;
      if (beginsWord() && word.region(at, text.length()).lookingAt()) {
        at = word.end();
        statement();
      } else {
        character();
        left.append(text, from, at);
      }
    }
    return left.toString();
  }

  private boolean beginsWord() {
    return at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
  }

  /**
   * Goes to the end of a statement: of the line, unless brackets are open or a comma stands there.
   */
  private void statement() {
    int depth = 0;
    char last = ' ';
    while (at < text.length()) {
      char c = text.charAt(at);
      if (depth == 0 && (")]};".indexOf(c) >= 0 || c == '\n' && ",=".indexOf(last) < 0)) {
        return;
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      last = Character.isWhitespace(c) ? last : c;
      character();
    }
  }

  /** Goes behind a character, or a text in quotes. */
  private void character() {
    char quote = text.charAt(at++);
    if (quote != '"' && quote != '\'') {
      return;
    }
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at++);
      if (c == quote) {
        return;
      }
      at += c == '\\' && at < text.length() ? 1 : 0;
    }
  }
}
