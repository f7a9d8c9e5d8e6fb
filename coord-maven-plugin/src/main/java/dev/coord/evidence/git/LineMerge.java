package dev.coord.evidence.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Merges three texts line by line, as git does by default: changes that overlap or touch conflict,
 * unless both sides made the same of the same lines.
 */
final class LineMerge {

  /** How many lines one comparison may look at. */
  private static final long STEPS = 50_000_000;

  private static final RawTextComparator COMPARATOR = RawTextComparator.DEFAULT;

  /** What stands around conflicts. */
  enum Marks {
    /** In a file that somebody will look at. */
    PLAIN(7, "ours", "theirs"),
    /** In a merge of merge bases, as git writes them: how like two files are depends on it. */
    OF_BASES(9, "Temporary merge branch 1", "Temporary merge branch 2"),
    /** Nothing: the lines of both sides, ours first. */
    NONE(0, "", "");

    private final String ours;
    private final String between;
    private final String theirs;

    Marks(int length, String ours, String theirs) {
      this.ours = "<".repeat(length) + " " + ours;
      this.between = "=".repeat(length);
      this.theirs = ">".repeat(length) + " " + theirs;
    }
  }

  /** Whose lines a chunk has. */
  private enum Take {
    OURS,
    THEIRS,
    CONFLICT
  }

  /** Lines of the two sides that stand for the same lines of the base; ends are exclusive. */
  private static final class Chunk {
    private Take take;
    private final int ours;
    private int oursEnd;
    private final int theirs;
    private int theirsEnd;

    Chunk(Take take, int ours, int oursEnd, int theirs, int theirsEnd) {
      this.take = take;
      this.ours = ours;
      this.oursEnd = oursEnd;
      this.theirs = theirs;
      this.theirsEnd = theirsEnd;
    }
  }

  private final RawText base;
  private final RawText ours;
  private final RawText theirs;
  private final List<Chunk> chunks = new ArrayList<>();

  private LineMerge(byte[] base, byte[] ours, byte[] theirs) {
    this.base = new RawText(base);
    this.ours = new RawText(ours);
    this.theirs = new RawText(theirs);
  }

  static LineMerge of(byte[] base, byte[] ours, byte[] theirs) {
    LineMerge merge = new LineMerge(base, ours, theirs);
    merge.merge(edits(merge.base, merge.ours), edits(merge.base, merge.theirs));
    merge.refine();
    return merge;
  }

  private static EditList edits(RawText before, RawText after) {
    return CompactEdits.of(before, after, LineDiff.edits(before, after, STEPS));
  }

  /** Whether nobody has to look at it. */
  boolean clean() {
    return chunks.stream().noneMatch(chunk -> chunk.take == Take.CONFLICT);
  }

  private void merge(EditList our, EditList their) {
    int i = 0;
    int j = 0;
    while (i < our.size() || j < their.size()) {
      Edit mine = i < our.size() ? our.get(i) : null;
      Edit other = j < their.size() ? their.get(j) : null;
      if (other == null || mine != null && mine.getEndA() < other.getBeginA()) {
        int shift = shift(their, j);
        add(
            Take.OURS,
            mine.getBeginB(),
            mine.getEndB(),
            mine.getBeginA() + shift,
            mine.getEndA() + shift);
        i++;
      } else if (mine == null || other.getEndA() < mine.getBeginA()) {
        int shift = shift(our, i);
        add(
            Take.THEIRS,
            other.getBeginA() + shift,
            other.getEndA() + shift,
            other.getBeginB(),
            other.getEndB());
        j++;
      } else {
        if (!same(mine, other)) {
          int first = Math.min(mine.getBeginA(), other.getBeginA());
          int last = Math.max(mine.getEndA(), other.getEndA());
          add(
              Take.CONFLICT,
              mine.getBeginB() - (mine.getBeginA() - first),
              mine.getEndB() + (last - mine.getEndA()),
              other.getBeginB() - (other.getBeginA() - first),
              other.getEndB() + (last - other.getEndA()));
        }
        boolean mineEnds = mine.getEndA() <= other.getEndA();
        boolean otherEnds = other.getEndA() <= mine.getEndA();
        i += mineEnds ? 1 : 0;
        j += otherEnds ? 1 : 0;
      }
    }
  }

  /** By how much lines of a side stand further down than in the base, before an edit. */
  private static int shift(EditList edits, int before) {
    if (before < edits.size()) {
      return edits.get(before).getBeginB() - edits.get(before).getBeginA();
    }
    return edits.isEmpty()
        ? 0
        : edits.get(edits.size() - 1).getEndB() - edits.get(edits.size() - 1).getEndA();
  }

  private boolean same(Edit mine, Edit other) {
    return mine.getBeginA() == other.getBeginA()
        && mine.getEndA() == other.getEndA()
        && mine.getLengthB() == other.getLengthB()
        && equal(mine.getBeginB(), other.getBeginB(), mine.getLengthB());
  }

  private boolean equal(int our, int their, int lines) {
    for (int i = 0; i < lines; i++) {
      if (!COMPARATOR.equals(ours, our + i, theirs, their + i)) {
        return false;
      }
    }
    return true;
  }

  /** Adds a chunk; one that meets the last one is joined to it. */
  private void add(Take take, int our, int ourEnd, int their, int theirEnd) {
    Chunk last = chunks.isEmpty() ? null : chunks.get(chunks.size() - 1);
    if (last != null && (our <= last.oursEnd || their <= last.theirsEnd)) {
      last.take = last.take == take ? take : Take.CONFLICT;
      last.oursEnd = ourEnd;
      last.theirsEnd = theirEnd;
    } else {
      chunks.add(new Chunk(take, our, ourEnd, their, theirEnd));
    }
  }

  /** Leaves of conflicts what the sides do not have in common. */
  private void refine() {
    List<Chunk> rough = List.copyOf(chunks);
    chunks.clear();
    for (Chunk chunk : rough) {
      boolean both = chunk.ours < chunk.oursEnd && chunk.theirs < chunk.theirsEnd;
      if (chunk.take != Take.CONFLICT || !both) {
        chunks.add(chunk);
        continue;
      }
      RawText mine = part(ours, chunk.ours, chunk.oursEnd);
      RawText other = part(theirs, chunk.theirs, chunk.theirsEnd);
      for (Edit edit : edits(mine, other)) {
        chunks.add(
            new Chunk(
                Take.CONFLICT,
                chunk.ours + edit.getBeginA(),
                chunk.ours + edit.getEndA(),
                chunk.theirs + edit.getBeginB(),
                chunk.theirs + edit.getEndB()));
      }
    }
  }

  private static RawText part(RawText text, int from, int to) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    copy(text, from, to, bytes);
    return new RawText(bytes.toByteArray());
  }

  /** What git would write: our text with their changes, and marks around conflicts. */
  byte[] bytes(Marks marks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int line = 0;
    for (Chunk chunk : chunks) {
      copy(ours, line, chunk.ours, out);
      switch (chunk.take) {
        case OURS -> copy(ours, chunk.ours, chunk.oursEnd, out);
        case THEIRS -> copy(theirs, chunk.theirs, chunk.theirsEnd, out);
        case CONFLICT -> conflict(chunk, marks, out);
      }
      line = chunk.oursEnd;
    }
    copy(ours, line, ours.size(), out);
    return out.toByteArray();
  }

  private void conflict(Chunk chunk, Marks marks, ByteArrayOutputStream out) {
    String end = isDos(chunk) ? "\r\n" : "\n";
    boolean marked = marks != Marks.NONE;
    if (marked) {
      mark(out, marks.ours, end, false);
    }
    copy(ours, chunk.ours, chunk.oursEnd, out);
    if (marked) {
      mark(out, marks.between, end, true);
    } else {
      endLine(out, end);
    }
    copy(theirs, chunk.theirs, chunk.theirsEnd, out);
    if (marked) {
      mark(out, marks.theirs, end, true);
    }
  }

  /** Whether lines end in CR LF where the conflict is. */
  private boolean isDos(Chunk chunk) {
    int line = Math.min(Math.max(chunk.ours, 1), ours.size()) - 1;
    return line >= 0 && line < ours.size() && endsInCarriageReturn(line);
  }

  private boolean endsInCarriageReturn(int line) {
    byte[] text = part(ours, line, line + 1).getRawContent();
    return text.length > 1 && text[text.length - 1] == '\n' && text[text.length - 2] == '\r';
  }

  /** A mark on a line of its own, even after a last line without its end. */
  private static void mark(ByteArrayOutputStream out, String mark, String end, boolean inside) {
    if (inside) {
      endLine(out, end);
    }
    out.writeBytes((mark + end).getBytes(StandardCharsets.US_ASCII));
  }

  private static void endLine(ByteArrayOutputStream out, String end) {
    byte[] before = out.toByteArray();
    if (before.length > 0 && before[before.length - 1] != '\n') {
      out.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** The lines as they are; the end of a line belongs to it. */
  private static void copy(RawText text, int from, int to, ByteArrayOutputStream out) {
    int start = start(text, from);
    out.write(text.getRawContent(), start, start(text, to) - start);
  }

  private static int start(RawText text, int line) {
    return line < text.size() ? text.getRawString(line).position() : text.getRawContent().length;
  }
}
