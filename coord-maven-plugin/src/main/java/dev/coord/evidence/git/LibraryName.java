package dev.coord.evidence.git;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the name of a library in a build file of whatever format: as a whole name, not as a part of
 * another one, of a path or of a package. Upper and lower case are one, and so are dashes, dots and
 * underscores between its words, as the Python Package Index has it (PEP 503).
 */
final class LibraryName {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[-_.]+");

  private LibraryName() {}

  /** Whether a file names a library. */
  static Predicate<byte[]> in(String name) {
    Pattern pattern = pattern(name);
    return content -> pattern.matcher(new String(content, StandardCharsets.UTF_8)).find();
  }

  /** What matches the name of a library, wherever it stands as a whole. */
  static Pattern pattern(String name) {
    String words =
        Arrays.stream(BETWEEN_WORDS.split(name))
            .map(Pattern::quote)
            .collect(Collectors.joining("[-_.]+"));
    // Between two colons stands the middle of Maven coordinates as Gradle writes them.
    return Pattern.compile(
        "(?<![\\p{Alnum}._:/@-])"
            + words
            + "(?![\\p{Alnum}_/-]|\\.\\p{Alnum})|(?<=:)"
            + words
            + "(?=:)"
            + coordinates(name),
        Pattern.CASE_INSENSITIVE);
  }

  /** Group and artifact as a POM and Gradle's maps have them, each in a place of its own. */
  private static String coordinates(String name) {
    String[] parts = name.split(":", -1);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      return "";
    }
    String group = Pattern.quote(parts[0]);
    String artifact = Pattern.quote(parts[1]);
    return "|<groupId>\\s*+"
        + group
        + "\\s*+</groupId>\\s*+<artifactId>\\s*+"
        + artifact
        + "\\s*+</artifactId>|group\\s*+[:=]\\s*+['\"]"
        + group
        + "['\"]\\s*+,\\s*+name\\s*+[:=]\\s*+['\"]"
        + artifact
        + "['\"]";
  }
}
