package dev.coord.path;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A package of sources: the directories of its files below their directory of sources, with dots.
 *
 * <p>That is {@code src/main/java} and its like, as Maven and Gradle have them, else the first
 * directory {@code src}, else the root of the repository.
 *
 * @param name {@code shop.checkout}; empty for files that lie in no directory below that
 */
public record SourcePackage(String name) {

  /** What is written behind a package that means those below it, too. */
  private static final String BELOW = ".*";

  private static final Set<String> LANGUAGES = Set.of("groovy", "java", "kotlin", "scala");

  /** Directories between {@code src} and the packages, where builds tell languages apart. */
  private static final int SET_AND_LANGUAGE = 2;

  /** Checks that there is a name. */
  public SourcePackage {
    Objects.requireNonNull(name, "name");
  }

  /** The package of a file. */
  public static SourcePackage of(String path) {
    List<String> segments = List.of(path.split("/"));
    List<String> directories = segments.subList(0, segments.size() - 1);
    int source = directories.indexOf("src");
    int first = source + 1;
    int language = source + SET_AND_LANGUAGE;
    if (source >= 0
        && language < directories.size()
        && LANGUAGES.contains(directories.get(language))) {
      first = language + 1;
    }
    return new SourcePackage(String.join(".", directories.subList(first, directories.size())));
  }

  /**
   * Whether a text of the plan means it.
   *
   * @param text a package, followed by {@code .*} for those below it, too
   */
  public boolean isMeantBy(String text) {
    if (!text.endsWith(BELOW)) {
      return name.equals(text);
    }
    String top = text.substring(0, text.length() - BELOW.length());
    return name.equals(top) || name.startsWith(top + ".");
  }
}
