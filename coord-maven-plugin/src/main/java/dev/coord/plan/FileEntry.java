package dev.coord.plan;

import dev.coord.path.PathPatterns;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A file that a workstream or a report says it made or changed.
 *
 * @param path path from the root of the repository, or a pattern when it has a wildcard
 * @param change what is said to have been done with it; empty when only that something was
 * @param lines its length in lines as claimed
 * @param bytes its length in bytes as claimed
 * @param characters its length in characters as claimed
 * @param purpose what it is for, Markdown, may be empty
 */
public record FileEntry(
    Origin origin,
    String path,
    Optional<Change> change,
    OptionalInt lines,
    OptionalInt bytes,
    OptionalInt characters,
    String purpose) {

  private static final String WILDCARDS = "*?[";

  /** What was done with a file. */
  public enum Change {
    /** It is new. */
    CREATED,
    /** It was there before. */
    MODIFIED,
    /** It is gone. */
    DELETED;

    /** The word that plans use. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Checks path and lengths.
   *
   * @throws IllegalArgumentException when the path is empty or a length is negative
   */
  public FileEntry {
    Parts.require(origin, change, lines, bytes, characters, purpose);
    if (path.isEmpty()
        || Math.min(lines.orElse(0), bytes.orElse(0)) < 0
        || characters.orElse(0) < 0) {
      throw new IllegalArgumentException("a file has a path, and lengths from 0");
    }
  }

  /** Whether the path is a pattern, and not that of one file or directory. */
  public boolean isPattern() {
    return isPattern(path);
  }

  private static boolean isPattern(String path) {
    return path.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
  }

  /**
   * The files that are meant: a path without a wildcard is meant from the root, as in a path rule.
   *
   * @return empty when the path is no pattern at all
   */
  public Optional<PathPatterns> paths() {
    return paths(path);
  }

  /** The files that such a path means. */
  public static Optional<PathPatterns> paths(String path) {
    boolean asIs = isPattern(path) || path.startsWith("/");
    try {
      return Optional.of(PathPatterns.of(asIs ? path : "/" + path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether this very file is named, and no directory or pattern. */
  public boolean isThis(String file) {
    return file.equals(path.startsWith("/") ? path.substring(1) : path);
  }

  /** The word for what is said to have been done, {@code changed} where that is not told. */
  public String said() {
    return change.map(Change::word).orElse("changed");
  }

  /** Whether it is said to be gone. */
  public boolean isDeleted() {
    return change.equals(Optional.of(Change.DELETED));
  }
}
