package dev.coord.evidence.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Tells files of the work tree from what links in it lead to. */
final class WorkTreeFiles {

  private WorkTreeFiles() {}

  /** Whether a regular file is at the path itself, with no link on the way. */
  static boolean isOne(Path workTree, String path) {
    Path file = workTree.resolve(path);
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && file.toRealPath().equals(workTree.toRealPath().resolve(path));
    } catch (IOException e) {
      return false;
    }
  }
}
