package dev.coord.path;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A path as UTF-8 bytes with the places of its segments, made once for any number of patterns. */
final class SplitPath {
  private final byte[] bytes;
  private int[] ends = new int[8];
  private int segments;

  SplitPath(String path) {
    bytes = path.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '/') {
        add(i);
      }
    }
    if (bytes.length > 0) {
      add(bytes.length);
    }
  }

  private void add(int end) {
    if (segments == ends.length) {
      ends = Arrays.copyOf(ends, 2 * segments);
    }
    ends[segments++] = end;
  }

  byte[] bytes() {
    return bytes;
  }

  int segments() {
    return segments;
  }

  int start(int segment) {
    return segment == 0 ? 0 : ends[segment - 1] + 1;
  }

  int end(int segment) {
    return ends[segment];
  }
}
