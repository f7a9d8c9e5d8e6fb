package dev.coord.evidence;

import java.util.Objects;

/**
 * A tracked source that no coverage report mentions, though reports measure its language.
 *
 * @param path its repository path
 * @param lines how many lines it has in the working tree, 0 or more
 */
public record UnmeasuredFile(String path, int lines) {
  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when it is negative
   */
  public UnmeasuredFile {
    Objects.requireNonNull(path, "path");
    if (lines < 0) {
      throw new IllegalArgumentException("no file has fewer lines than none");
    }
  }
}
