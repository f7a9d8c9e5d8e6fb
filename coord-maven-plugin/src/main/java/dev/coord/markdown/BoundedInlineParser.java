package dev.coord.markdown;

import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.core.delimiter.Bracket;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * flexmark's parser for what is inside a paragraph, without the parts that take quadratic time or
 * recurse.
 *
 * <p>flexmark copies the whole paragraph for every match of a pattern, looks for the end of each
 * unclosed link title and destination up to the end of the paragraph, and matches labels, titles
 * and HTML tags with patterns that recurse for each character. Here nothing is copied, and each
 * construct has a limit that no text of people reaches; beyond it the characters stand for
 * themselves, as those of an unclosed construct do. HTML is never recognised: it stays text.
 */
final class BoundedInlineParser extends CommonmarkInlineParser {
  /** Runs of emphasis and strikethrough marks in a paragraph. */
  static final int MAX_DELIMITERS = 1000;

  static final int MAX_OPEN_BRACKETS = 32;

  /** Characters in a label, as CommonMark has it. */
  static final int MAX_LABEL = 999;

  static final int MAX_TITLE = 1000;
  static final int MAX_OPEN_PARENTHESES = 32;

  /**
   * Characters that links may take from reference definitions, over the whole text: each use
   * repeats the definition.
   */
  static final int MAX_EXPANSION = 256 * 1024;

  private static final int MAX_EMAIL = 256;

  private int delimiters;
  private int longestDefinition;
  private int expansion;

  BoundedInlineParser(
      DataHolder options,
      BitSet specialCharacters,
      BitSet delimiterCharacters,
      Map<Character, DelimiterProcessor> delimiterProcessors,
      LinkRefProcessorData linkRefProcessors,
      List<InlineParserExtensionFactory> extensions) {
    super(
        options,
        specialCharacters,
        delimiterCharacters,
        delimiterProcessors,
        linkRefProcessors,
        extensions);
  }

  @Override
  public void parse(BasedSequence content, Node block) {
    delimiters = 0;
    super.parse(content, block);
  }

  @Override
  public BasedSequence match(Pattern pattern) {
    Matcher matcher = matcher(pattern);
    return matcher == null ? null : input.subSequence(matcher.start(), matcher.end());
  }

  @Override
  protected boolean parseDelimiters(DelimiterProcessor processor, char delimiter) {
    return ++delimiters <= MAX_DELIMITERS && super.parseDelimiters(processor, delimiter);
  }

  @Override
  protected boolean parseOpenBracket() {
    return bracketsAreFull() ? parseLiterally() : super.parseOpenBracket();
  }

  @Override
  protected boolean parseBang() {
    return bracketsAreFull() ? parseLiterally() : super.parseBang();
  }

  @Override
  protected boolean parseCloseBracket() {
    expansion += longestDefinition;
    return expansion > MAX_EXPANSION ? parseLiterally() : super.parseCloseBracket();
  }

  @Override
  protected int parseReference(Block block, BasedSequence sequence) {
    int length = super.parseReference(block, sequence);
    longestDefinition = Math.max(longestDefinition, length);
    return length;
  }

  @Override
  public boolean parseHtmlInline() {
    return false;
  }

  @Override
  public boolean parseAutolink() {
    int end = index + 1;
    while (end < input.length()
        && "<> \n".indexOf(input.charAt(end)) < 0
        && end - index <= SafeUrl.MAX_LENGTH) {
      end++;
    }
    boolean closed = end < input.length() && input.charAt(end) == '>';
    boolean mail = input.subSequence(index, end).indexOf('@') >= 0;
    return closed && (!mail || end - index <= MAX_EMAIL) && super.parseAutolink();
  }

  @Override
  public int parseLinkLabel() {
    if (peek() != '[') {
      return 0;
    }
    int length = lengthTo(']', "[", MAX_LABEL + 2);
    index += length;
    return length;
  }

  @Override
  public BasedSequence parseLinkTitle() {
    char quote = peek();
    int length =
        switch (quote) {
          case '"', '\'' -> lengthTo(quote, "", MAX_TITLE);
          case '(' -> lengthTo(')', "", MAX_TITLE);
          default -> 0;
        };
    return length == 0 ? null : take(length);
  }

  @Override
  public BasedSequence parseLinkDestination() {
    if (peek() == '<') {
      int length = lengthTo('>', "<\n", SafeUrl.MAX_LENGTH);
      return length == 0 ? null : take(length);
    }
    int open = 0;
    int end = index;
    while (end < input.length() && input.charAt(end) > ' ' && end - index <= SafeUrl.MAX_LENGTH) {
      char c = input.charAt(end);
      if (c == ')' && --open < 0) {
        break;
      }
      if (c == '(' && ++open > MAX_OPEN_PARENTHESES) {
        return null;
      }
      end += isEscape(end) ? 2 : 1;
    }
    return open > 0 || end - index > SafeUrl.MAX_LENGTH ? null : take(end - index);
  }

  /**
   * The length from the opening character here to behind the next unescaped closing one, or 0 if
   * there is none.
   */
  private int lengthTo(char close, String refused, int limit) {
    int last = Math.min(input.length(), index + limit);
    for (int at = index + 1; at < last; at++) {
      char c = input.charAt(at);
      if (c == close) {
        return at + 1 - index;
      }
      if (refused.indexOf(c) >= 0) {
        return 0;
      }
      if (isEscape(at)) {
        at++;
      }
    }
    return 0;
  }

  /**
   * Whether a backslash here takes the next character literally; a letter or a space is no such
   * character.
   */
  private boolean isEscape(int at) {
    if (input.charAt(at) != '\\' || at + 1 >= input.length()) {
      return false;
    }
    char next = input.charAt(at + 1);
    return next > ' ' && next < 0x7f && !Character.isLetterOrDigit(next);
  }

  private BasedSequence take(int length) {
    BasedSequence taken = input.subSequence(index, index + length);
    index += length;
    return taken;
  }

  private boolean bracketsAreFull() {
    int open = 0;
    for (Bracket bracket = getLastBracket(); bracket != null; bracket = bracket.getPrevious()) {
      open++;
    }
    return open >= MAX_OPEN_BRACKETS;
  }

  private boolean parseLiterally() {
    appendText(input, index, index + 1);
    index++;
    return true;
  }
}
