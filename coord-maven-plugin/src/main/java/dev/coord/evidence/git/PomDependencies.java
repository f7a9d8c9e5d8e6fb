package dev.coord.evidence.git;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a POM asks for: without exclusions of whatever plugin, its own coordinates and its modules.
 *
 * <p>Of tags that do not match, too, an end closes what was opened last; what is never closed lasts
 * to the end of the file.
 */
final class PomDependencies {

  private static final Pattern TAG = Pattern.compile("</?+([\\w.:-]++)");
  private static final Pattern EXCLUSION = Pattern.compile("exclu(?:de|sion)\\w*");
  private static final Set<String> OWN =
      Set.of("groupId", "artifactId", "name", "description", "modules", "subprojects");
  private static final String DATA = "<![CDATA[";

  private PomDependencies() {}

  static String in(String text) {
    StringBuilder left = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(text);
    int from = 0;
    // How deep the element is that is left out; 0 when none is.
    int leftOut = 0;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
      int end = text.startsWith(DATA, at) ? behind(text, "]]>", at) : behind(text, ">", at);
      if (tag.region(at, end).lookingAt()) {
        boolean closes = text.charAt(at + 1) == '/';
        if (!closes) {
          open.push(tag.group(1));
          if (leftOut == 0 && isLeftOut(open)) {
            leftOut = open.size();
            left.append(text, from, at);
          }
        }
        if (closes || text.charAt(end - 2) == '/') {
          if (leftOut > 0 && open.size() == leftOut) {
            leftOut = 0;
            from = end;
          }
          open.poll();
        }
      }
      at = end;
    }
    return leftOut > 0 ? left.toString() : left.append(text, from, text.length()).toString();
  }

  private static boolean isLeftOut(Deque<String> open) {
    return EXCLUSION.matcher(open.peek()).matches()
        || open.size() == 2 && open.peekLast().equals("project") && OWN.contains(open.peek());
  }

  private static int behind(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }
}
