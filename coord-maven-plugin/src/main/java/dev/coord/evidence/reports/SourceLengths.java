package dev.coord.evidence.reports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the lines of committed files in the work tree.
 *
 * <p>Only paths of the commit are opened, and only those that are regular files below the work tree
 * without a link on the way.
 */
public final class SourceLengths {

  /** More lines than any file has; for files that cannot be looked at. */
  private static final int UNKNOWN = Integer.MAX_VALUE;

  /** A longer file is not looked at, in bytes. */
  private static final long MAX_BYTES = 64L << 20;

  private static final int BUFFER = 1 << 16;

  private final Path workTree;
  private final Map<String, Integer> known = new HashMap<>();
  private final byte[] buffer = new byte[BUFFER];

  /** Files below a work tree. */
  public SourceLengths(Path workTree) {
    this.workTree = workTree;
  }

  /**
   * The number of lines of a committed file, by the line ends of any language: a line feed, a
   * carriage return, both, or the two separators of Unicode. A file that is not there, or cannot be
   * read, may have any number.
   */
  public int of(String path) {
    return known.computeIfAbsent(path, this::count);
  }

  /** Whether a committed file is there and has a line of this number. */
  public boolean has(String path, int line) {
    int lines = of(path);
    return lines != UNKNOWN && line <= lines;
  }

  private int count(String path) {
    Path file = workTree.resolve(path);
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > MAX_BYTES
          || !file.toRealPath().equals(workTree.toRealPath().resolve(path))) {
        return UNKNOWN;
      }
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        return count(in);
      }
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  private int count(InputStream in) throws IOException {
    int lines = 1;
    int before = 0;
    for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
      for (int i = 0; i < length; i++) {
        int next = buffer[i];
        if (next <= '\r') {
          lines += isEnd(before, next) ? 1 : 0;
        }
        before = before << Byte.SIZE | next & 0xFF;
      }
    }
    return lines;
  }

  /** Whether a byte ends a line, after the bytes before it. Bytes beyond ASCII are negative. */
  private static boolean isEnd(int before, int next) {
    return switch (next) {
      case '\n' -> (before & 0xFF) != '\r';
      case '\r' -> true;
      // U+2028 and U+2029 in UTF-8.
      case (byte) 0xA8, (byte) 0xA9 -> (before & 0xFFFF) == 0xE280;
      default -> false;
    };
  }
}
