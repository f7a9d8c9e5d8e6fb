package dev.coord.evidence.git;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code package.json} asks for: its dependencies of all kinds, engines and package manager.
 * All else describes the project, sets tools up, or chooses among what others ask for.
 */
final class NpmDependencies {

  private static final Pattern ASKS =
      Pattern.compile(
          "\\s*+\"(?:\\w*[dD]ependencies|engines|devEngines|packageManager)\"\\s*+:[\\s\\S]*+");

  private NpmDependencies() {}

  /** Takes the members of the outer object that ask for something; what is not closed is none. */
  static String in(String text) {
    StringBuilder left = new StringBuilder("{");
    Matcher asks = ASKS.matcher(text);
    int depth = 0;
    int member = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at = end(text, at);
        continue;
      }
      boolean opens = c == '{' || c == '[';
      boolean closes = c == '}' || c == ']';
      if (depth == 1 && (c == ',' || closes) && asks.region(member, at).matches()) {
        left.append(text, member, at).append(',');
      }
      depth += opens ? 1 : closes ? -1 : 0;
      if (depth == 1 && (c == ',' || opens)) {
        member = at + 1;
      }
    }
    return left.append('}').toString();
  }

  /** Where a string ends that begins at a place. */
  private static int end(String text, int from) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }
}
