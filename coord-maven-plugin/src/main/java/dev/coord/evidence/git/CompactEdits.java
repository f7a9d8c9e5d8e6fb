package dev.coord.evidence.git;

import java.util.Arrays;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Moves edits to where git has them. A run of changed lines can often stand higher or lower and
 * mean the same; git joins runs that meet, prefers the place at which the other text is changed as
 * well, else the lowest. Which lines two sides have between their changes depends on that.
 */
final class CompactEdits {

  private static final RawTextComparator COMPARATOR = RawTextComparator.DEFAULT;

  /** One of the two texts, with its changed lines. */
  private static final class Side {
    private final RawText text;
    private final boolean[] changed;

    Side(RawText text) {
      this.text = text;
      changed = new boolean[text.size()];
    }

    boolean changed(int line) {
      return line >= 0 && line < changed.length && changed[line];
    }

    boolean same(int one, int other) {
      return COMPARATOR.equals(text, one, text, other);
    }
  }

  /** A run of changed lines, or the empty place between two lines that are not. */
  private static final class Run {
    private final Side side;
    private int start;
    private int end;

    Run(Side side) {
      this.side = side;
      grow();
    }

    private void grow() {
      while (side.changed(end)) {
        end++;
      }
    }

    boolean isEmpty() {
      return start == end;
    }

    boolean next() {
      if (end == side.changed.length) {
        return false;
      }
      start = end + 1;
      end = start;
      grow();
      return true;
    }

    void previous() {
      end = start - 1;
      start = end;
      while (side.changed(start - 1)) {
        start--;
      }
    }

    boolean up() {
      if (start == 0 || !side.same(start - 1, end - 1)) {
        return false;
      }
      side.changed[--start] = true;
      side.changed[--end] = false;
      while (side.changed(start - 1)) {
        start--;
      }
      return true;
    }

    boolean down() {
      if (end == side.changed.length || !side.same(start, end)) {
        return false;
      }
      side.changed[start++] = false;
      side.changed[end++] = true;
      grow();
      return true;
    }
  }

  private CompactEdits() {}

  /** The same edits, where git would have them. */
  static EditList of(RawText before, RawText after, EditList edits) {
    Side old = new Side(before);
    Side now = new Side(after);
    for (Edit edit : edits) {
      Arrays.fill(old.changed, edit.getBeginA(), edit.getEndA(), true);
      Arrays.fill(now.changed, edit.getBeginB(), edit.getEndB(), true);
    }
    compact(old, now);
    compact(now, old);
    return read(old, now);
  }

  private static void compact(Side side, Side other) {
    Run run = new Run(side);
    Run beside = new Run(other);
    do {
      if (!run.isEmpty()) {
        place(run, beside);
      }
      beside.next();
    } while (run.next());
  }

  private static void place(Run run, Run beside) {
    int size;
    int highest;
    boolean meets;
    do {
      size = run.end - run.start;
      while (run.up()) {
        beside.previous();
      }
      highest = run.end;
      meets = !beside.isEmpty();
      while (run.down()) {
        beside.next();
        meets |= !beside.isEmpty();
      }
    } while (size != run.end - run.start);
    while (run.end != highest && meets && beside.isEmpty()) {
      run.up();
      beside.previous();
    }
  }

  private static EditList read(Side old, Side now) {
    EditList edits = new EditList();
    int a = 0;
    int b = 0;
    while (a < old.changed.length || b < now.changed.length) {
      int beginA = a;
      int beginB = b;
      while (old.changed(a)) {
        a++;
      }
      while (now.changed(b)) {
        b++;
      }
      if (a > beginA || b > beginB) {
        edits.add(new Edit(beginA, a, beginB, b));
      }
      a++;
      b++;
    }
    return edits;
  }
}
