package dev.coord.evidence.git;

import java.util.Arrays;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Steps through the entries of a tree object. A tree that is not in git's order, or has a name that
 * cannot be one segment of a path, is refused: it could hide entries from a comparison.
 */
final class TreeCursor {

  private static final int TYPE = 0170000;
  private static final int OWNER_EXECUTES = 0100;

  private final byte[] raw;
  private int start;
  private int next;
  private int mode;
  private int name;
  private int nameEnd;

  /** Stands before the first entry. */
  TreeCursor(byte[] raw) {
    this.raw = raw;
  }

  /**
   * Goes to the next entry.
   *
   * @return false when there is none
   */
  boolean advance() throws CorruptObjectException {
    int previousMode = mode;
    int previousName = name;
    int previousEnd = nameEnd;
    start = next;
    if (next == raw.length) {
      mode = 0;
      return false;
    }
    readMode();
    name = next;
    while (next < raw.length && raw[next] != 0) {
      require(raw[next] != '/', "a name with a slash");
      next++;
    }
    nameEnd = next;
    next += 1 + Constants.OBJECT_ID_LENGTH;
    require(nameEnd > name && next <= raw.length, "an entry without name or id");
    require(
        previousMode == 0
            || compare(raw, previousName, previousEnd, previousMode, raw, name, nameEnd, mode) < 0,
        "entries out of order");
    return true;
  }

  /**
   * Goes on, with another that stands on an entry as well, to where the bytes of both differ: what
   * two versions of a tree share is not looked at entry by entry.
   */
  void skipSame(TreeCursor other) throws CorruptObjectException {
    int same = Arrays.mismatch(raw, start, raw.length, other.raw, other.start, other.raw.length);
    int end = same < 0 ? raw.length : start + same;
    int at = start;
    for (int after = entryEnd(at); after <= end && at < end; after = entryEnd(at)) {
      at = after;
    }
    if (at > start) {
      other.next = other.start + (at - start);
      next = at;
      advance();
      other.advance();
    }
  }

  /** Where an entry ends; behind the end of the tree when it is not whole. */
  private int entryEnd(int at) {
    int end = at;
    while (end < raw.length && raw[end] != 0) {
      end++;
    }
    return end + 1 + Constants.OBJECT_ID_LENGTH;
  }

  private void readMode() throws CorruptObjectException {
    int value = 0;
    int start = next;
    while (next < raw.length && raw[next] >= '0' && raw[next] <= '7' && next - start < 7) {
      value = value << 3 | raw[next++] - '0';
    }
    require(next > start && next < raw.length && raw[next] == ' ', "an entry without mode");
    next++;
    mode =
        switch (value & TYPE) {
          case FileMode.TYPE_TREE -> TreeEntry.TREE;
          case FileMode.TYPE_SYMLINK -> TreeEntry.LINK;
          case FileMode.TYPE_GITLINK -> TreeEntry.SUBMODULE;
          case FileMode.TYPE_FILE ->
              (value & OWNER_EXECUTES) == 0 ? TreeEntry.FILE : TreeEntry.PROGRAM;
          default -> throw new CorruptObjectException("a tree has an entry of an unknown mode");
        };
  }

  /** Whether it stands on an entry. */
  boolean valid() {
    return mode != 0;
  }

  boolean isTree() {
    return mode == TreeEntry.TREE;
  }

  TreeEntry entry() {
    return new TreeEntry(mode, id());
  }

  ObjectId id() {
    return ObjectId.fromRaw(raw, nameEnd + 1);
  }

  /** Whether both stand on the same object with the same mode. */
  boolean sameEntry(TreeCursor other) {
    return mode == other.mode
        && Arrays.equals(
            raw,
            nameEnd + 1,
            nameEnd + 1 + Constants.OBJECT_ID_LENGTH,
            other.raw,
            other.nameEnd + 1,
            other.nameEnd + 1 + Constants.OBJECT_ID_LENGTH);
  }

  /** Compares names in git's order, where a directory's name ends in a slash. */
  int compareName(TreeCursor other) {
    return compare(raw, name, nameEnd, mode, other.raw, other.name, other.nameEnd, other.mode);
  }

  int nameLength() {
    return nameEnd - name;
  }

  void copyName(byte[] to, int at) {
    System.arraycopy(raw, name, to, at, nameEnd - name);
  }

  /** Whether the name is a part of an encoded path. */
  boolean hasName(byte[] path, int from, int to) {
    return Arrays.equals(raw, name, nameEnd, path, from, to);
  }

  private static int compare(
      byte[] a, int aFrom, int aTo, int aMode, byte[] b, int bFrom, int bTo, int bMode) {
    int length = Math.min(aTo - aFrom, bTo - bFrom);
    int mismatch = Arrays.mismatch(a, aFrom, aFrom + length, b, bFrom, bFrom + length);
    int at = mismatch < 0 ? length : mismatch;
    return byteAt(a, aFrom + at, aTo, aMode) - byteAt(b, bFrom + at, bTo, bMode);
  }

  private static int byteAt(byte[] name, int at, int end, int mode) {
    if (at < end) {
      return name[at] & 0xff;
    }
    return mode == TreeEntry.TREE ? '/' : 0;
  }

  private static void require(boolean sound, String problem) throws CorruptObjectException {
    if (!sound) {
      throw new CorruptObjectException("a tree has " + problem);
    }
  }
}
