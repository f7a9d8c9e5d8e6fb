package dev.coord.evidence.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of the working tree.
 *
 * @param entry what it would be in a tree if it were added
 * @param file where it is
 * @param conversion what git would do to it
 */
record WorkingFile(TreeEntry entry, Path file, Conversion conversion) {

  /** What would be stored; empty when it is larger than the limit. */
  Optional<byte[]> content(int limit) throws IOException {
    if (entry.mode() == TreeEntry.LINK && Files.isSymbolicLink(file)) {
      return Optional.of(PathNames.encode(Files.readSymbolicLink(file).toString()));
    }
    byte[] bytes = read(file, limit + 1);
    if (bytes.length > limit) {
      return Optional.empty();
    }
    return Optional.of(conversion.stored(bytes));
  }

  /** At most that many bytes of a file. */
  static byte[] read(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(limit);
    }
  }
}
