package dev.coord.diagnostic;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a file, optionally in one commit of it; or a parameter or variable of the build.
 *
 * @param file path as shown to the user, relative to the repository root where there is one; never
 *     empty; a parameter as it is written on the command line, {@code -Dcoord.now}; an environment
 *     variable by its name, {@code SOURCE_DATE_EPOCH}
 * @param line line counted from 1, or 0 when the whole file is meant
 * @param column column in UTF-16 units counted from 1, or 0 when the whole line is meant
 * @param commit full object id of the commit the text was read from; empty for the working tree
 */
public record Location(String file, int line, int column, Optional<String> commit)
    implements Comparable<Location> {

  private static final int ABBREVIATED = 7;

  private static final String PARAMETER = "-D";

  /** An environment variable of two words or more, which no plan file is called. */
  private static final Pattern VARIABLE = Pattern.compile("[A-Z]+(_[A-Z]+)+");

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

  /**
   * An environment variable, which has no file.
   *
   * @param name its name, such as {@code SOURCE_DATE_EPOCH}
   * @throws IllegalArgumentException when it is not words in capitals joined by underscores
   */
  public static Location ofVariable(String name) {
    if (!VARIABLE.matcher(name).matches()) {
      throw new IllegalArgumentException("not a variable: " + name);
    }
    return ofFile(name);
  }

  /** Whether this is a parameter or an environment variable of the build. */
  public boolean isParameter() {
    return file.startsWith(PARAMETER) || VARIABLE.matcher(file).matches();
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
