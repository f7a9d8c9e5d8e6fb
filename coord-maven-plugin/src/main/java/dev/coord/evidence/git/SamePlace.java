package dev.coord.evidence.git;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * Tells whether two changes with the same {@link PatchId} are one. The id says nothing of where a
 * file was changed, so among blocks of equal lines it is the same for different edits: they are one
 * change when the edits of the first, carried over to the file that the second began with, make the
 * file that the second ended with.
 */
final class SamePlace {

  private static final long STEPS = 5_000_000;

  private final Contents contents;

  SamePlace(Contents contents) {
    this.contents = contents;
  }

  /** Whether two changes of the same paths are one. */
  boolean is(List<PathChange> one, List<PathChange> other) throws IOException {
    Map<String, PathChange> others = new HashMap<>();
    other.forEach(change -> others.put(change.path(), change));
    for (PathChange change : one) {
      PathChange counterpart = others.get(change.path());
      if (counterpart == null || !isSame(change, counterpart)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSame(PathChange one, PathChange other) throws IOException {
    if (one.before().equals(other.before())) {
      return one.after().equals(other.after());
    }
    Optional<byte[]> base = contents.text(one.before());
    Optional<byte[]> changed = contents.text(one.after());
    Optional<byte[]> start = contents.text(other.before());
    Optional<byte[]> end = contents.text(other.after());
    return base.isPresent()
        && changed.isPresent()
        && start.isPresent()
        && end.isPresent()
        && isCarried(
            new RawText(base.get()),
            new RawText(changed.get()),
            new RawText(start.get()),
            new RawText(end.get()));
  }

  /** Whether the edits from base to changed are those that lead from start to end. */
  private static boolean isCarried(RawText base, RawText changed, RawText start, RawText end) {
    List<Edit> moves = LineDiff.edits(base, start, STEPS);
    int move = 0;
    int shift = 0;
    int read = 0;
    int written = 0;
    for (Edit edit : LineDiff.edits(base, changed, STEPS)) {
      while (move < moves.size() && moves.get(move).getEndA() < edit.getBeginA()) {
        shift += moves.get(move).getLengthB() - moves.get(move).getLengthA();
        move++;
      }
      if (move < moves.size() && moves.get(move).getBeginA() <= edit.getEndA()) {
        return false; // They touch: nobody knows where the edit belongs.
      }
      int kept = edit.getBeginA() + shift - read;
      if (!isEqual(start, read, end, written, kept)
          || !isEqual(changed, edit.getBeginB(), end, written + kept, edit.getLengthB())) {
        return false;
      }
      read = edit.getEndA() + shift;
      written += kept + edit.getLengthB();
    }
    int rest = start.size() - read;
    return written + rest == end.size() && isEqual(start, read, end, written, rest);
  }

  private static boolean isEqual(RawText one, int at, RawText other, int there, int lines) {
    if (there + lines > other.size()) {
      return false;
    }
    for (int i = 0; i < lines; i++) {
      if (!RawTextComparator.DEFAULT.equals(one, at + i, other, there + i)) {
        return false;
      }
    }
    return true;
  }
}
