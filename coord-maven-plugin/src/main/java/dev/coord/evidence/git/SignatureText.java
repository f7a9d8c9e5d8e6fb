package dev.coord.evidence.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds agreed declarations in code, however it sets blanks and lines. A signature may have several
 * declarations: each is looked for by itself, as in code their bodies stand between them. Comments
 * of the signature, and what stands for bodies, are not looked for.
 */
final class SignatureText {

  private static final Pattern BLANKS = Pattern.compile("\\s++");

  /** Blanks that say nothing: all but those between two words. */
  private static final Pattern IDLE = Pattern.compile("(?<!\\w) | (?!\\w)");

  /** What formatters put behind the last argument of a line of its own. */
  private static final Pattern TRAILING_COMMA = Pattern.compile(",(?=[)\\]}>])");

  private static final Pattern COMMENT =
      Pattern.compile("(?m)^\\s*+(?:#|//|\\*|/\\*|\"\"\"|''').*+$");

  /** What ends a declaration, or stands for a body. */
  private static final Pattern END = Pattern.compile("(?:[;{}]|\\.\\.\\.|(?<!\\w)pass)$");

  private static final Pattern MARK = Pattern.compile("//|/\\*|#");

  private SignatureText() {}

  /** Whether what is looked for may have comments in it: then those of the code count, too. */
  static boolean hasComments(String signature) {
    return MARK.matcher(COMMENT.matcher(signature).replaceAll("")).find();
  }

  /** Whether a file holds all declarations of a signature; of none, each does. */
  static Predicate<byte[]> in(String signature) {
    List<Pattern> sought = declarations(signature).stream().map(SignatureText::whole).toList();
    return content -> {
      String code = folded(new String(content, StandardCharsets.UTF_8));
      return sought.stream().allMatch(one -> one.matcher(code).find());
    };
  }

  /** Not as a part of longer names: {@code int get()} is not in {@code uint get()}. */
  private static Pattern whole(String declaration) {
    String before = isWord(declaration.charAt(0)) ? "(?<!\\w)" : "";
    String after = isWord(declaration.charAt(declaration.length() - 1)) ? "(?!\\w)" : "";
    return Pattern.compile(before + Pattern.quote(declaration) + after);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Lines belong to one declaration while a bracket of it is open. */
  private static List<String> declarations(String signature) {
    List<String> declarations = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : COMMENT.matcher(signature).replaceAll("").lines().toList()) {
      open.append(line).append('\n');
      if (depth(open) <= 0) {
        add(declarations, open);
      }
    }
    add(declarations, open);
    return declarations;
  }

  private static void add(List<String> declarations, StringBuilder open) {
    String text = folded(open.toString());
    for (Matcher end = END.matcher(text); end.find(); end = END.matcher(text)) {
      text = text.substring(0, end.start()).strip();
    }
    if (!text.isEmpty()) {
      declarations.add(text);
    }
    open.setLength(0);
  }

  /** Round brackets and square ones alone: a curly one opens the body of a declaration. */
  private static long depth(CharSequence text) {
    return text.chars().map(c -> c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0).sum();
  }

  private static String folded(String code) {
    String single = BLANKS.matcher(code.strip()).replaceAll(" ");
    return TRAILING_COMMA.matcher(IDLE.matcher(single).replaceAll("")).replaceAll("");
  }
}
