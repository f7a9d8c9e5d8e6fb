package dev.coord.diagnostic;

import java.util.Objects;
import java.util.Optional;

/**
 * A place in a file, optionally in one commit of it; or a parameter of the build.
 *
 * @param file path as shown to the user, relative to the repository root where there is one; never
 *     empty; a parameter as it is written on the command line, {@code -Dcoord.now}
 * @param line line counted from 1, or 0 when the whole file is meant
 * @param column column in UTF-16 units counted from 1, or 0 when the whole line is meant
 * @param commit full object id of the commit the text was read from; empty for the working tree
 */
public record Location(String file, int line, int column, Optional<String> commit)
    implements Comparable<Location> {

  private static final int ABBREVIATED = 7;

  private static final String PARAMETER = "-D";

  /**
   * Checks that the place is well formed.
   *
   * @throws IllegalArgumentException when the file is empty, a number is negative, or a column is
   *     given without a line
   */
  public Location {
    Objects.requireNonNull(commit, "commit");
    if (file.isEmpty() || line < 0 || column < 0 || (line == 0 && column > 0)) {
      throw new IllegalArgumentException("not a location: " + file + ":" + line + ":" + column);
    }
  }

  /** A place in the working tree. */
  public static Location of(String file, int line, int column) {
    return new Location(file, line, column, Optional.empty());
  }

  /** A whole file of the working tree. */
  public static Location ofFile(String file) {
    return of(file, 0, 0);
  }

  /**
   * A parameter of the build, which has no file.
   *
   * @param name its name, such as {@code coord.now}
   */
  public static Location ofParameter(String name) {
    return ofFile(PARAMETER + name);
  }

  /** Whether this is a parameter of the build. */
  public boolean isParameter() {
    return file.startsWith(PARAMETER);
  }

  /** The same place, read from a commit. */
  public Location in(String commitId) {
    return new Location(file, line, column, Optional.of(commitId));
  }

  /**
   * {@code file:line}, or the file alone when no line is known: the form for tables and consoles.
   */
  public String fileAndLine() {
    return line == 0 ? file : file + ":" + line;
  }

  /** {@code file:line@abbreviated-commit}; the commit is left out for the working tree. */
  public String withCommit() {
    return fileAndLine()
        + commit.map(id -> "@" + id.substring(0, Math.min(ABBREVIATED, id.length()))).orElse("");
  }

  /** {@code file:line:column}, as compilers print it; unknown numbers are left out. */
  @Override
  public String toString() {
    return column == 0 ? fileAndLine() : fileAndLine() + ":" + column;
  }

  /** Orders by file, then line, then column, then commit. */
  @Override
  public int compareTo(Location other) {
    int order = file.compareTo(other.file);
    if (order == 0) {
      order = Integer.compare(line, other.line);
    }
    if (order == 0) {
      order = Integer.compare(column, other.column);
    }
    return order != 0 ? order : commit.orElse("").compareTo(other.commit.orElse(""));
  }
}
