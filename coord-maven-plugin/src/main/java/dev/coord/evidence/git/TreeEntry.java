package dev.coord.evidence.git;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a path is in a tree.
 *
 * @param mode one of git's canonical modes
 * @param id the object
 */
record TreeEntry(int mode, ObjectId id) {

  static final int TREE = FileMode.TYPE_TREE;
  static final int LINK = FileMode.TYPE_SYMLINK;
  static final int SUBMODULE = FileMode.TYPE_GITLINK;
  static final int FILE = 0100644;
  static final int PROGRAM = 0100755;

  boolean isTree() {
    return mode == TREE;
  }

  boolean isSubmodule() {
    return mode == SUBMODULE;
  }

  /** Whether it is a file with content of its own, executable or not. */
  boolean isRegular() {
    return mode == FILE || mode == PROGRAM;
  }
}
