package dev.coord.evidence.git;

import java.util.Objects;

/**
 * What a path is in a commit.
 *
 * @param kind what kind of thing
 * @param id full id of the object; equal ids mean equal content
 */
public record TrackedPath(Kind kind, String id) {

  /** What git can hold at a path. */
  public enum Kind {
    /** A file with content of its own, executable or not. */
    FILE,
    /** A directory with something in it. */
    DIRECTORY,
    /** A symbolic link. */
    LINK,
    /** A commit of another repository. */
    SUBMODULE
  }

  /** Checks that both parts are there. */
  public TrackedPath {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
  }

  static TrackedPath of(TreeEntry entry) {
    Kind kind =
        switch (entry.mode()) {
          case TreeEntry.TREE -> Kind.DIRECTORY;
          case TreeEntry.LINK -> Kind.LINK;
          case TreeEntry.SUBMODULE -> Kind.SUBMODULE;
          default -> Kind.FILE;
        };
    return new TrackedPath(kind, entry.id().name());
  }
}
