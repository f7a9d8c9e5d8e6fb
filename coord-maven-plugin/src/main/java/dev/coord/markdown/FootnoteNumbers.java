package dev.coord.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers footnotes as a text refers to them, and makes links of what refers to them. */
final class FootnoteNumbers {

  private static final Pattern MARK =
      Pattern.compile("(?<!\\\\)\\[\\^([^\\s\\[\\]]{1,64})\\](?!:)|`++|\\n[ \\t]*+(`{3,}+|~{3,}+)");

  private final Set<String> known;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /**
   * None has a number yet.
   *
   * @param known labels of the notes that there are
   */
  FootnoteNumbers(Set<String> known) {
    this.known = known;
  }

  /** A label as it is compared: case means nothing. */
  static String label(String written) {
    return written.toLowerCase(Locale.ROOT);
  }

  /** Those that have a number, in the order of it. */
  List<String> labels() {
    return Collections.unmodifiableList(new ArrayList<>(numbers.keySet()));
  }

  /** Numbers the notes that nothing referred to; gives whether there are any. */
  boolean addRest() {
    int before = numbers.size();
    known.forEach(this::number);
    return numbers.size() > before;
  }

  /** A text whose references to notes are links; code stays as it is. */
  String refer(String markdown) {
    if (known.isEmpty() || !markdown.contains("[^")) {
      return markdown;
    }
    StringBuilder text = new StringBuilder();
    Matcher mark = MARK.matcher("\n" + markdown);
    String source = "\n" + markdown;
    int done = 0;
    while (done < source.length() && mark.find(done)) {
      int end = mark.end();
      text.append(source, done, mark.start());
      if (mark.group(1) == null) {
        end = behindCode(source, mark);
        text.append(source, mark.start(), end);
      } else if (known.contains(label(mark.group(1)))) {
        int number = number(label(mark.group(1)));
        text.append("[\\[").append(number).append("\\]](#footnote-").append(number).append(')');
      } else {
        text.append(mark.group());
      }
      done = end;
    }
    return text.append(source, done, source.length()).substring(1);
  }

  /** Where the code that begins at a mark ends; behind the mark where nothing ends it. */
  private static int behindCode(String source, Matcher mark) {
    String fence = mark.group(2);
    if (fence == null) {
      return behindSpan(source, mark.start(), mark.end());
    }
    int end = source.indexOf("\n", mark.end());
    while (end >= 0) {
      int next = source.indexOf("\n", end + 1);
      String line = source.substring(end + 1, next < 0 ? source.length() : next).strip();
      if (line.startsWith(fence) && line.chars().allMatch(c -> c == fence.charAt(0))) {
        return next < 0 ? source.length() : next;
      }
      end = next;
    }
    return source.length();
  }

  /** A span ends at the next run of as many marks in its line. */
  private static int behindSpan(String source, int start, int end) {
    int line = source.indexOf('\n', end);
    int last = line < 0 ? source.length() : line;
    int at = source.indexOf('`', end);
    while (at >= 0 && at < last) {
      int behind = at;
      while (behind < last && source.charAt(behind) == '`') {
        behind++;
      }
      if (behind - at == end - start) {
        return behind;
      }
      at = source.indexOf('`', behind);
    }
    return end;
  }

  private int number(String label) {
    return numbers.computeIfAbsent(label, any -> numbers.size() + 1);
  }
}
