package dev.coord.engine;

import java.util.Objects;

/**
 * Where the branch of a pull request lies, as the service says.
 *
 * @param kind what is known
 * @param owner whose repository it is, for {@link Kind#FORK}; else empty
 */
record SourceRepository(Kind kind, String owner) {

  /** What is known. */
  enum Kind {
    /** In the repository itself, to which only those can push who may. */
    OWN,
    /** In another one, where anybody calls branches as they like. */
    FORK,
    /** The service does not say. */
    UNSAID
  }

  static final SourceRepository OWN = new SourceRepository(Kind.OWN, "");
  static final SourceRepository UNSAID = new SourceRepository(Kind.UNSAID, "");

  SourceRepository {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(owner, "owner");
  }

  /** One that is named, beside the one that the pull request goes to. */
  static SourceRepository of(String source, String target) {
    return source.equalsIgnoreCase(target) ? OWN : fork(source);
  }

  /** A fork by its name or its owner's. */
  static SourceRepository fork(String name) {
    int slash = name.lastIndexOf('/');
    String owner = slash < 0 ? name : name.substring(0, slash);
    return new SourceRepository(Kind.FORK, owner.isBlank() ? "fork" : owner);
  }
}
