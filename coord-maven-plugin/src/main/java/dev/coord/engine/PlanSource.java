package dev.coord.engine;

import java.util.List;
import java.util.Optional;

/** A version of the repository that plan files are read from. */
interface PlanSource {

  /** What is at a path. */
  enum Entry {
    /** A regular file. */
    FILE,
    /** A directory. */
    DIRECTORY,
    /** A symbolic link, or something below one. */
    LINK,
    /** Something in another repository, such as a submodule: no commit of this one holds it. */
    FOREIGN,
    /** A pipe, a socket or a device: opening it could wait for ever. */
    SPECIAL,
    /** Nothing, or nothing that can be read. */
    NONE
  }

  /** What is at a repository path. */
  Entry entry(String path);

  /**
   * The bytes of a regular file.
   *
   * @param most most bytes to return; a longer file gives its first {@code most} bytes
   */
  byte[] read(String path, int most);

  /** Repository paths of the files below a directory, sorted; the root is the empty text. */
  List<String> filesBelow(String directory, boolean deep);

  /** How a path is shown to the user. */
  String displayed(String path);

  /** Full id of the commit; empty for the working tree. */
  Optional<String> commit();
}
