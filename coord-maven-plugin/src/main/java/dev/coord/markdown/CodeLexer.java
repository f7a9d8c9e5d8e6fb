package dev.coord.markdown;

import dev.coord.markdown.CodeToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds what stands out in code: comments, texts, keywords, numbers and names. It knows no grammar,
 * so that broken and hostile code is read as well as any; each character is looked at a few times
 * at most, and nothing recurses.
 */
final class CodeLexer {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9][0-9_]*+(?:[.:-][0-9]++){0,6}[A-Za-z%]{0,3}");

  private static final int LONGEST_NUMBER = 40;

  private final CodeLanguage language;
  private final String code;
  private final List<CodeToken> tokens = new ArrayList<>();

  /** Up to where nothing closes a quote; to look again at each would take quadratic time. */
  private final Map<String, Integer> unclosed = new HashMap<>();

  private int at;

  private CodeLexer(CodeLanguage language, String code) {
    this.language = language;
    this.code = code;
  }

  /** The tokens of some code in their order; all other characters mean nothing. */
  static List<CodeToken> tokens(CodeLanguage language, String code) {
    CodeLexer lexer = new CodeLexer(language, code);
    switch (language) {
      case DIFF -> lexer.diff();
      case XML -> lexer.markup();
      default -> lexer.words();
    }
    return lexer.tokens;
  }

  private void words() {
    while (at < code.length()) {
      if (!comment() && !text() && !variable() && !(isYaml() ? scalar() : word())) {
        at++;
      }
    }
  }

  private boolean isYaml() {
    return language == CodeLanguage.YAML;
  }

  private boolean comment() {
    String line = language.lineComment();
    if (!line.isEmpty() && code.startsWith(line, at) && (!line.equals("#") || isAfterSpace())) {
      return add(Kind.COMMENT, endOfLine(at));
    }
    List<String> block = language.blockComment();
    if (block.isEmpty() || !code.startsWith(block.get(0), at)) {
      return false;
    }
    int end = code.indexOf(block.get(1), at + block.get(0).length());
    return add(Kind.COMMENT, end < 0 ? code.length() : end + block.get(1).length());
  }

  /** In a word, the mark of a comment means something else: {@code $#}, {@code a#b}. */
  private boolean isAfterSpace() {
    return at == 0 || Character.isWhitespace(code.charAt(at - 1));
  }

  private boolean text() {
    for (String quote : language.quotes()) {
      if (code.startsWith(quote, at) && (!isYaml() || beginsScalar())) {
        int end = endOfText(quote);
        if (end > 0) {
          return add(isKey(end) ? Kind.NAME : Kind.STRING, end);
        }
      }
    }
    return false;
  }

  /** Where a text that begins here ends; 0 where nothing closes it. */
  private int endOfText(String quote) {
    if (unclosed.getOrDefault(quote, 0) > at) {
      return 0;
    }
    boolean lines = language.spansLines(quote);
    boolean escapes = language.escapes(quote);
    int i = at + quote.length();
    while (i < code.length() && (lines || code.charAt(i) != '\n')) {
      if (code.startsWith(quote, i)) {
        return i + quote.length();
      }
      i += code.charAt(i) == '\\' && escapes ? 2 : 1;
    }
    unclosed.put(quote, i);
    return 0;
  }

  /** An apostrophe inside of a YAML word is none of its marks. */
  private boolean beginsScalar() {
    return at == 0 || " \t\n[{,(".indexOf(code.charAt(at - 1)) >= 0;
  }

  private boolean isKey(int end) {
    if (language != CodeLanguage.JSON && !isYaml()) {
      return false;
    }
    int next = end;
    while (next < code.length() && (code.charAt(next) == ' ' || code.charAt(next) == '\t')) {
      next++;
    }
    return next < code.length() && code.charAt(next) == ':';
  }

  private boolean variable() {
    if (language != CodeLanguage.SHELL || code.charAt(at) != '$') {
      return false;
    }
    boolean braced = code.startsWith("{", at + 1);
    int start = at + (braced ? 2 : 1);
    int end = endOfWord(start);
    return end > start && add(Kind.NAME, braced && code.startsWith("}", end) ? end + 1 : end);
  }

  private boolean word() {
    int end = at;
    if (isDigit(code.charAt(at))) {
      while (end < code.length() && (isWord(code.charAt(end)) || isPoint(end))) {
        end++;
      }
      return add(Kind.NUMBER, end);
    }
    while (end < code.length() && (isWord(code.charAt(end)) || isInside(end))) {
      end++;
    }
    if (end == at) {
      return false;
    }
    if (language.isKeyword(code.substring(at, end))) {
      return add(Kind.KEYWORD, end);
    }
    at = end;
    return true;
  }

  private boolean isPoint(int i) {
    return code.charAt(i) == '.' && i + 1 < code.length() && isDigit(code.charAt(i + 1));
  }

  /** In a shell, {@code for-each} is one word. */
  private boolean isInside(int i) {
    return i > at && language == CodeLanguage.SHELL && "-./".indexOf(code.charAt(i)) >= 0;
  }

  /** A word of YAML: what stands between spaces and brackets; before a colon it is a key. */
  private boolean scalar() {
    int end = at;
    while (end < code.length() && " \t\n,[]{}".indexOf(code.charAt(end)) < 0 && !isColon(end)) {
      end++;
    }
    if (end == at) {
      return false;
    }
    String word = code.substring(at, end);
    if (end < code.length() && code.charAt(end) == ':') {
      return add(Kind.NAME, end);
    }
    if (language.isKeyword(word)) {
      return add(Kind.KEYWORD, end);
    }
    if (word.length() <= LONGEST_NUMBER && NUMBER.matcher(word).matches()) {
      return add(Kind.NUMBER, end);
    }
    at = end;
    return true;
  }

  private boolean isColon(int i) {
    return code.charAt(i) == ':'
        && (i + 1 == code.length() || " \t\n".indexOf(code.charAt(i + 1)) >= 0);
  }

  private void markup() {
    while (at < code.length()) {
      int tag = code.indexOf('<', at);
      if (tag < 0) {
        return;
      }
      at = tag;
      if (!comment()) {
        tag();
      }
    }
  }

  private void tag() {
    at++;
    while (at < code.length() && "/?!".indexOf(code.charAt(at)) >= 0) {
      at++;
    }
    int end = endOfName(at);
    if (end == at) {
      return;
    }
    add(Kind.KEYWORD, end);
    while (at < code.length() && code.charAt(at) != '>' && code.charAt(at) != '<') {
      int attribute = endOfName(at);
      if (attribute > at) {
        add(Kind.NAME, attribute);
      } else if (!text()) {
        at++;
      }
    }
  }

  private int endOfName(int from) {
    int end = from;
    while (end < code.length()
        && (isWord(code.charAt(end)) || "-:.".indexOf(code.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private int endOfWord(int from) {
    int end = from;
    while (end < code.length() && isWord(code.charAt(end))) {
      end++;
    }
    return end;
  }

  private void diff() {
    while (at < code.length()) {
      int end = endOfLine(at);
      char first = code.charAt(at);
      if (code.startsWith("+++", at) || code.startsWith("---", at) || code.startsWith("@@", at)) {
        add(Kind.NAME, end);
      } else if (first == '+') {
        add(Kind.ADDED, end);
      } else if (first == '-') {
        add(Kind.REMOVED, end);
      }
      at = end + 1;
    }
  }

  private int endOfLine(int from) {
    int end = code.indexOf('\n', from);
    return end < 0 ? code.length() : end;
  }

  private boolean add(Kind kind, int end) {
    tokens.add(new CodeToken(kind, at, end));
    at = end;
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
