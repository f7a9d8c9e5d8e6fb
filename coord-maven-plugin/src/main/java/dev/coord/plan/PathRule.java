package dev.coord.plan;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A tracked file is there, is absent, contains texts, or names a library.
 *
 * @param file a repository path, or a pattern when it has a wildcard
 * @param expectation what must hold
 * @param texts the texts that must all be contained, or the one library that must be named; else
 *     none
 * @param version the version that the library must be asked for with, as build files write it;
 *     empty means any
 * @param branch the branch to look on; empty means the checked-out commit
 */
public record PathRule(
    Origin origin,
    String file,
    Expectation expectation,
    List<String> texts,
    String version,
    Optional<String> branch)
    implements Rule {

  /** A rule with one text at most; empty for none. */
  public PathRule(
      Origin origin,
      String file,
      Expectation expectation,
      String text,
      String version,
      Optional<String> branch) {
    this(origin, file, expectation, text.isEmpty() ? List.of() : List.of(text), version, branch);
  }

  /** A rule without a version. */
  public PathRule(
      Origin origin, String file, Expectation expectation, String text, Optional<String> branch) {
    this(origin, file, expectation, text, "", branch);
  }

  /** What a path rule asks. */
  public enum Expectation {
    /** At least one file. */
    EXISTS,
    /** No file. */
    ABSENT,
    /** At least one file, and each contains all texts. */
    CONTAINS,
    /** At least one file, and each names a library. */
    NAMES;

    /** Whether a text is looked for. */
    boolean hasText() {
      return this == CONTAINS || this == NAMES;
    }
  }

  /**
   * Checks that the file is named, that there are texts exactly when they are asked for, of a
   * library one, and a version of a library alone.
   *
   * @throws IllegalArgumentException when it is not so
   */
  public PathRule {
    Parts.require(origin, expectation, version, branch);
    if (!version.isEmpty() && expectation != Expectation.NAMES) {
      throw new IllegalArgumentException("only a library has a version");
    }
    texts = List.copyOf(texts);
    if (file.isEmpty()
        || texts.isEmpty() == expectation.hasText()
        || texts.contains("")
        || expectation == Expectation.NAMES && texts.size() > 1) {
      throw new IllegalArgumentException("path needs a file, and a text for contains and names");
    }
  }

  /** Whether it asks for all that another one asks for of the same files. */
  boolean asksForAllOf(PathRule other) {
    return new PathRule(origin, file, expectation, other.texts, version, branch)
            .saysTheSameAs(other)
        && new TreeSet<>(texts).containsAll(other.texts);
  }

  @Override
  public String name() {
    return "path";
  }
}
