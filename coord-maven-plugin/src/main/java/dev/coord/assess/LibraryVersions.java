package dev.coord.assess;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares versions of libraries as texts, without what makes no difference in any build tool. */
final class LibraryVersions {

  private static final Pattern PINNED = Pattern.compile("={1,3}(.*)");

  /** A least version, and one that is too high, are the same with and without zeros behind. */
  private static final Pattern BOUND = Pattern.compile("(>=|<)([0-9.]*[0-9])");

  private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){0,9}");

  private static final Pattern OPERATOR_AND_BLANKS = Pattern.compile("([<>=~^!])\\s+");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s,|]+");

  /** One version with what stands before and behind it in whatever build file. */
  private static final Pattern ONE =
      Pattern.compile("[\\^~<>=!(\\[]{0,4}[vV]?(?:[0-9][\\w.*+!-]*|[xX*]|(?=[)\\]]))[)\\]]?");

  private LibraryVersions() {}

  /** Whether a text is a version as build files write it, and not somebody's words about one. */
  static boolean isVersion(String text) {
    String[] parts = SEPARATORS.split(OPERATOR_AND_BLANKS.matcher(text.strip()).replaceAll("$1"));
    return parts.length > 0 && Arrays.stream(parts).allMatch(part -> ONE.matcher(part).matches());
  }

  /**
   * Whether a build file asks for what is claimed: for the same, or for that and more, as in {@code
   * >=1.3,<2}. A version without an operator is the same as exactly that version, and meets a least
   * one that is not above it.
   */
  static boolean asksFor(String written, String claimed) {
    if (written.contains("||") || claimed.contains("||")) {
      return plain(written).equals(plain(claimed));
    }
    Set<String> asked = clauses(written);
    Set<String> wanted = clauses(claimed);
    return !wanted.isEmpty()
        && (asked.containsAll(wanted)
            || pinned(asked).equals(wanted)
            || isAtLeast(pinned(asked), wanted));
  }

  /** Whether one exact version reaches one least version; both in numbers alone. */
  private static boolean isAtLeast(Set<String> versions, Set<String> least) {
    String bound = String.join(",", least);
    String version = String.join(",", versions);
    if (!bound.startsWith(">=") || !NUMBERS.matcher(bound.substring(2)).matches()) {
      return false;
    }
    return NUMBERS.matcher(version).matches()
        && Arrays.compare(numbers(version), numbers(bound.substring(2))) >= 0;
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.replaceAll("(\\.0+)+$", "").split("\\."))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static Set<String> clauses(String version) {
    // Maven's ranges have a comma of their own.
    String[] parts = version.matches("\\s*[\\[(].*") ? new String[] {version} : version.split(",");
    return Arrays.stream(parts)
        .map(LibraryVersions::plain)
        .filter(clause -> !clause.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> pinned(Set<String> clauses) {
    return clauses.stream()
        .map(
            clause -> {
              Matcher pin = PINNED.matcher(clause);
              return pin.matches() ? pin.group(1) : clause;
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String plain(String clause) {
    String text = clause.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    Matcher bound = BOUND.matcher(text);
    return bound.matches() ? bound.group(1) + bound.group(2).replaceAll("(\\.0+)+$", "") : text;
  }
}
