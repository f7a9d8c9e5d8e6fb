package dev.coord.evidence.coverage;

import java.util.Arrays;

/**
 * Blocks of lines of one file, run or not. However much they overlap, their lines take no longer
 * than sorting them.
 */
final class LineBlocks {

  private static final int GROWTH = 64;

  /** A line, and what follows it: its 22 bits are enough for {@link LineTable#MAX_LINES}. */
  private static final int SHIFT = 22;

  private static final long LINE = (1L << SHIFT) - 1;

  private int size;
  private long[] blocks = {};

  /** Whether no more blocks should be added of a hostile report. */
  boolean isFull() {
    return size >= LineTable.MAX_LINES;
  }

  void clear() {
    size = 0;
  }

  /**
   * Adds a block.
   *
   * @param first its first line, from 1
   * @param last its last line, at most {@link LineTable#MAX_LINES}
   * @param run whether it was run
   */
  void add(int first, int last, boolean run) {
    if (size == blocks.length) {
      blocks = Arrays.copyOf(blocks, size + (size >> 1) + GROWTH);
    }
    blocks[size++] = ((long) first << SHIFT | last) << 1 | (run ? 1 : 0);
  }

  /** The lines that any block touches; those that one which was run touches were run. */
  LineTable lines() {
    Arrays.sort(blocks, 0, size);
    LineTable lines = new LineTable();
    int next = 0;
    int known = 0;
    int run = 0;
    int line = 1;
    while (next < size || line <= known) {
      if (line > known) {
        line = first(next);
      }
      for (; next < size && first(next) <= line; next++) {
        int last = (int) (blocks[next] >> 1 & LINE);
        known = Math.max(known, last);
        run = (blocks[next] & 1) == 1 ? Math.max(run, last) : run;
      }
      lines.add(line, line <= run, 0, 0);
      line++;
    }
    return lines;
  }

  private int first(int index) {
    return (int) (blocks[index] >> 1 + SHIFT);
  }
}
