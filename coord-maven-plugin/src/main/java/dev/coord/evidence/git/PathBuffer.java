package dev.coord.evidence.git;

import java.util.Arrays;

/** The path of the entry that a walk through trees stands on. */
final class PathBuffer {

  private byte[] bytes = new byte[256];
  private int length;

  int length() {
    return length;
  }

  /** Appends the name a cursor stands on; {@link #reset} takes it away again. */
  void append(TreeCursor cursor) {
    int more = cursor.nameLength();
    if (length + more + 1 > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (length + more + 1));
    }
    if (length > 0) {
      bytes[length++] = '/';
    }
    cursor.copyName(bytes, length);
    length += more;
  }

  void append(byte[] path) {
    bytes = Arrays.copyOf(path, path.length + 256);
    length = path.length;
  }

  void reset(int before) {
    length = before;
  }

  String text() {
    return PathNames.decode(bytes, length);
  }
}
