package dev.coord.path;

import java.util.ArrayList;
import java.util.List;

/**
 * A path pattern with exactly the meaning of a line of a {@code .gitignore} file in the root of the
 * repository, as it applies to tracked files.
 *
 * <p>The format is that of <a
 * href="https://git-scm.com/docs/gitignore#_pattern_format">gitignore(5)</a>:
 *
 * <ul>
 *   <li>A pattern without a slash, or with one at its end only, matches a name at any depth: {@code
 *       *.md}, {@code target/}.
 *   <li>A slash at the beginning or in the middle anchors the pattern to the root: {@code
 *       /pom.xml}, {@code src/*.java}.
 *   <li>A slash at the end matches directories only. Matching a directory covers everything below
 *       it.
 *   <li>{@code *} and {@code ?} do not match a slash; {@code [a-z]}, {@code [!a]} and {@code
 *       [[:alpha:]]} are classes.
 *   <li>A segment <code>**</code> matches any number of directories, and everything below when it
 *       is the last one.
 *   <li>A backslash takes the next character literally. Unescaped spaces at the end are dropped.
 *   <li>Upper and lower case differ. As in git, {@code ?} and a class stand for one byte of UTF-8:
 *       write {@code *} for a character outside ASCII.
 * </ul>
 *
 * <p>Two things differ from a {@code .gitignore} file. Patterns come from YAML, so a leading {@code
 * #} is not a comment but a part of the name. And what git accepts although it can never match, or
 * reads differently from its own manual, is refused by {@link #of(String)}.
 *
 * <p>Matching takes time proportional to the product of the lengths of pattern and path at worst;
 * nothing backtracks further. Instances are immutable; two are equal if their {@linkplain #text()
 * texts} are.
 */
public final class PathPattern {
  /** The longest pattern, in characters. */
  public static final int MAX_LENGTH = 4096;

  /**
   * One part of a pattern between slashes; {@code deep} if any number of directories may come
   * before it.
   */
  record Segment(boolean deep, SegmentGlob glob) {}

  private final String text;
  private final Segment[] segments;
  private final boolean directoriesOnly;

  PathPattern(String text, List<Segment> segments, boolean directoriesOnly) {
    this.text = text;
    this.segments = segments.toArray(Segment[]::new);
    this.directoriesOnly = directoriesOnly;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if the text is empty or longer than {@value #MAX_LENGTH}
   *     characters; begins with {@code !} or is an absolute Windows path; holds a control character
   *     or half of a surrogate pair; has an empty, {@code .} or {@code ..} segment; has a {@code [}
   *     without its {@code ]} or an unknown class name; ends with an unescaped backslash, or has
   *     one before a letter, a digit or a slash; or joins <code>**</code> to a name before a slash.
   *     The message reads "Problem. Remedy." in the user's words.
   */
  public static PathPattern of(String text) {
    return new PatternParser(text).parse();
  }

  /** The pattern as written, without the unescaped spaces at its end. */
  public String text() {
    return text;
  }

  /**
   * Whether this pattern covers a tracked file: it matches the file itself or a directory above it.
   *
   * @param path the path of a file (not of a directory), relative to the root of the repository,
   *     separated by {@code /}
   */
  public boolean matches(String path) {
    return matches(new SplitPath(path));
  }

  /**
   * Whether this pattern matches a path itself, not a directory above it: what a {@code .gitignore}
   * file is asked at each step of a walk from the root downwards, where a later line can take back
   * what an earlier one said.
   *
   * @param path the path of a file or directory, relative to the root of the repository, separated
   *     by {@code /}
   * @param directory whether it is a directory
   */
  public boolean matchesItself(String path, boolean directory) {
    return matchesItself(new SplitPath(path), directory);
  }

  boolean matchesItself(SplitPath split, boolean directory) {
    if (directoriesOnly && !directory) {
      return false;
    }
    if (coversAllBelow()) {
      return matches(split, split.segments());
    }
    int group = segments.length - 1;
    while (group > 0 && !segments[group].deep()) {
      group--;
    }
    int first = split.segments() - (segments.length - group);
    if (first < 0 || !segments[group].deep() && first > 0) {
      return false;
    }
    for (int i = group; i < segments.length; i++) {
      int place = first + i - group;
      if (!segments[i].glob().matches(split.bytes(), split.start(place), split.end(place))) {
        return false;
      }
    }
    int before = end(split, group, split.segments());
    return before >= 0 && before <= first;
  }

  /** Whether the last segment is <code>**</code>, which stands for whatever is below. */
  private boolean coversAllBelow() {
    String pattern = directoriesOnly ? text.substring(0, text.length() - 1) : text;
    return pattern.equals("**") || pattern.endsWith("/**");
  }

  /**
   * Whether this pattern surely covers every file that another one covers: {@code /src/} covers
   * {@code /src/api/}, and {@code /lib/**} covers {@code /lib/}. Where that takes more than holding
   * the names of the two against each other, the answer is no.
   */
  public boolean covers(PathPattern other) {
    int own = belowOnly() ? segments.length - (directoriesOnly ? 0 : 1) : segments.length;
    int place = end(other, own);
    return place >= 0 && (place < other.segments.length || !belowOnly() || other.directoriesOnly);
  }

  /**
   * Whether it covers files below what the segments name, and not such a file itself: a last
   * segment that matches every name stands for whatever is below.
   */
  private boolean belowOnly() {
    return directoriesOnly || segments[segments.length - 1].glob().isEverything();
  }

  /**
   * Where the leftmost match of the first segments ends among the segments of another pattern; -1
   * when there is none. What comes directly after another name here has to do so there, too.
   */
  private int end(PathPattern other, int count) {
    int segment = 0;
    int place = 0;
    int retrySegment = -1;
    int retryPlace = 0;
    while (segment < count) {
      if (place >= other.segments.length) {
        return -1;
      }
      if (segments[segment].deep() && segment != retrySegment) {
        retrySegment = segment;
        retryPlace = place;
      }
      boolean placed = segments[segment].deep() || !other.segments[place].deep();
      if (placed && segments[segment].glob().covers(other.segments[place].glob())) {
        segment++;
        place++;
      } else if (retrySegment >= 0) {
        segment = retrySegment;
        place = ++retryPlace;
      } else {
        return -1;
      }
    }
    return place;
  }

  /** The names that every path begins with that this can match, a character for each byte. */
  List<String> firstNames() {
    List<String> names = new ArrayList<>();
    for (Segment segment : segments) {
      if (segment.deep() || !segment.glob().isLiteral()) {
        break;
      }
      names.add(segment.glob().literal());
    }
    return names;
  }

  boolean matches(SplitPath path) {
    return matches(path, directoriesOnly ? path.segments() - 1 : path.segments());
  }

  private boolean matches(SplitPath path, int limit) {
    return end(path, segments.length, limit) >= 0;
  }

  /**
   * Where the leftmost match of the first segments ends; -1 when there is none. A match of any
   * leading part of the path is enough, so the leftmost place for each group of segments is the
   * best one.
   */
  private int end(SplitPath path, int count, int limit) {
    int segment = 0;
    int place = 0;
    int retrySegment = -1;
    int retryPlace = 0;
    while (segment < count) {
      if (place >= limit) {
        return -1;
      }
      if (segments[segment].deep() && segment != retrySegment) {
        retrySegment = segment;
        retryPlace = place;
      }
      if (segments[segment].glob().matches(path.bytes(), path.start(place), path.end(place))) {
        segment++;
        place++;
      } else if (retrySegment >= 0) {
        segment = retrySegment;
        place = ++retryPlace;
      } else {
        return -1;
      }
    }
    return place;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The same as {@link #text()}. */
  @Override
  public String toString() {
    return text;
  }
}
