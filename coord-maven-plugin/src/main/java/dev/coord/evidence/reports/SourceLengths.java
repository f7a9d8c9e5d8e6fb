package dev.coord.evidence.reports;

import dev.coord.evidence.UnicodeLineEnds;
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

  /**
   * How long a file is.
   *
   * @param lines how many lines it has with the empty one behind its last line end
   * @param written how many without that
   */
  private record Length(int lines, int written) {}

  /** More lines than any file has; for files that cannot be looked at. */
  private static final Length UNKNOWN = new Length(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** A longer file is not looked at, in bytes. */
  private static final long MAX_BYTES = 64L << 20;

  private static final int BUFFER = 1 << 16;

  private final Path workTree;
  private final Map<String, Length> known = new HashMap<>();
  private final byte[] buffer = new byte[BUFFER];

  /** Files below a work tree. */
  public SourceLengths(Path workTree) {
    this.workTree = workTree;
  }

  /**
   * The number of lines of a committed file, by the line ends of any language: a line feed, a
   * carriage return, both, or one of Unicode's. The empty one behind the last line end counts, for
   * some tools report it. A file that is not there, or cannot be read, may have any number.
   */
  public int of(String path) {
    return length(path).lines();
  }

  /**
   * The same without the empty line behind the last line end, which is none for git, and where a
   * tool says what is about the end of the file.
   */
  public int written(String path) {
    return length(path).written();
  }

  /** Whether a committed file is there and has a line of this number, as git has it. */
  public boolean has(String path, int line) {
    return length(path) != UNKNOWN && line <= written(path);
  }

  private Length length(String path) {
    return known.computeIfAbsent(path, this::count);
  }

  private Length count(String path) {
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

  private Length count(InputStream in) throws IOException {
    int lines = 1;
    int before = 0;
    boolean ended = true;
    for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
      for (int i = 0; i < length; i++) {
        byte next = buffer[i];
        ended = next <= '\r' && isEnd(before, next);
        boolean ofWindows = next == '\n' && (before & 0xFF) == '\r';
        lines += ended && !ofWindows ? 1 : 0;
        before = before << Byte.SIZE | next & 0xFF;
      }
    }
    return new Length(lines, ended ? lines - 1 : lines);
  }

  /** Whether a byte ends a line, after the bytes before it. Bytes beyond ASCII are negative. */
  private static boolean isEnd(int before, byte next) {
    return switch (next) {
      case '\n', '\r' -> true;
      default -> UnicodeLineEnds.isLastByte(before, next);
    };
  }
}
