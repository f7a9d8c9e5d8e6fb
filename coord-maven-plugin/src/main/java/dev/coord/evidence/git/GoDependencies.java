package dev.coord.evidence.git;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code go.mod} asks for: without its own module, what it excludes and retracts, and what
 * it replaces; what it replaces that by is asked for.
 */
final class GoDependencies {

  private static final Pattern DIRECTIVE = Pattern.compile("\\s*+(\\w++)(\\s*+\\()?.*+");
  private static final String BY = "=>";

  private GoDependencies() {}

  static String in(String text) {
    StringBuilder left = new StringBuilder();
    String block = "";
    for (String line : text.split("\\R", -1)) {
      Matcher directive = DIRECTIVE.matcher(line);
      boolean inBlock = !block.isEmpty();
      String word = inBlock ? block : directive.matches() ? directive.group(1) : "";
      if (inBlock && line.strip().startsWith(")")) {
        block = "";
      } else if (!inBlock && !word.isEmpty() && directive.group(2) != null) {
        block = word;
      }
      left.append(asked(word, line)).append('\n');
    }
    return left.toString();
  }

  private static String asked(String word, String line) {
    return switch (word) {
      case "module", "exclude", "retract" -> "";
      case "replace" -> line.contains(BY) ? line.substring(line.indexOf(BY)) : "";
      default -> line;
    };
  }
}
