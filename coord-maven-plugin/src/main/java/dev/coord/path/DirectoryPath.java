package dev.coord.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A directory by what is written of it, and not by how: nothing is looked up, so a symbolic link is
 * a directory like others.
 *
 * @param elsewhere whether it is counted from another place than the repository's root: the root of
 *     the disk, a drive or somebody's home
 * @param ups how often it goes up before it goes down, 0 or more
 * @param names the names on its way down; empty for the place that it is counted from
 */
public record DirectoryPath(boolean elsewhere, int ups, List<String> names) {

  private static final Pattern ELSEWHERE = Pattern.compile("(?:[/~]|[A-Za-z]:).*", Pattern.DOTALL);

  /**
   * Copies the collection.
   *
   * @throws IllegalArgumentException when it goes up less than not at all
   */
  public DirectoryPath {
    names = List.copyOf(names);
    if (ups < 0) {
      throw new IllegalArgumentException("a path goes up or it does not");
    }
  }

  /** The directory that a text names, with slashes of either kind. */
  public static DirectoryPath of(String written) {
    Objects.requireNonNull(written, "written");
    String path = written.replace('\\', '/');
    int ups = 0;
    List<String> names = new ArrayList<>();
    for (String segment : path.split("/")) {
      if (!segment.equals("..")) {
        if (!segment.isEmpty() && !segment.equals(".")) {
          names.add(segment);
        }
      } else if (names.isEmpty()) {
        ups++;
      } else {
        names.remove(names.size() - 1);
      }
    }
    return new DirectoryPath(ELSEWHERE.matcher(path).matches(), ups, names);
  }

  /**
   * Whether this may be another directory or lie in it. Of one that is counted from elsewhere only
   * the names tell, and one that goes up further passes by directories that have no name there.
   *
   * @param other counted from the repository's root
   */
  public boolean mayBeIn(DirectoryPath other) {
    if (elsewhere) {
      return other.names.isEmpty() || Collections.indexOfSubList(names, other.names) >= 0;
    }
    int passed = ups - other.ups;
    if (passed < 0) {
      return other.names.isEmpty();
    }
    int from = passed;
    int to = from + other.names.size();
    return to <= names.size() && names.subList(from, to).equals(other.names);
  }

  /** This directory and those that it lies in as far as they have names, from the inside out. */
  public Stream<DirectoryPath> around() {
    return IntStream.rangeClosed(0, names.size())
        .mapToObj(out -> new DirectoryPath(elsewhere, ups, names.subList(0, names.size() - out)));
  }
}
