package dev.coord.evidence.git;

import dev.coord.evidence.FileChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;

/**
 * Counts added and removed lines, as {@code git diff --numstat --no-renames
 * --diff-algorithm=histogram} does.
 *
 * <p>A file above 4 MiB counts as binary, and so does everything behind the first 256 MiB of one
 * comparison.
 */
final class LineCounter {

  private static final long ALL_TEXTS_LIMIT = 256L << 20;
  private static final long STEPS = 50_000_000;

  private final Contents contents;
  private long steps = 4 * STEPS;

  LineCounter(Contents contents) {
    this.contents = contents;
  }

  /** The changes with their lines. */
  List<FileChange> count(List<PathChange> changes) throws IOException {
    List<FileChange> counted = new ArrayList<>(changes.size());
    long left = ALL_TEXTS_LIMIT;
    for (PathChange change : changes) {
      Optional<byte[]> before = left < 0 ? Optional.empty() : contents.text(change.before());
      Optional<byte[]> after = before.isEmpty() ? before : contents.text(change.after());
      if (after.isEmpty()) {
        counted.add(new FileChange(change.path(), kind(change), 0, 0, true));
      } else {
        left -= before.get().length + (long) after.get().length;
        counted.add(count(change, before.get(), after.get()));
      }
    }
    return counted;
  }

  private FileChange count(PathChange change, byte[] before, byte[] after) {
    int added = 0;
    int removed = 0;
    RawText old = new RawText(before);
    RawText now = new RawText(after);
    List<Edit> edits = LineDiff.edits(old, now, Math.min(STEPS, Math.max(0, steps)));
    steps -= (long) edits.size() * (old.size() + now.size());
    for (Edit edit : edits) {
      added += edit.getLengthB();
      removed += edit.getLengthA();
    }
    return new FileChange(change.path(), kind(change), added, removed, false);
  }

  private static FileChange.Kind kind(PathChange change) {
    if (change.before().isEmpty()) {
      return FileChange.Kind.ADDED;
    }
    return change.after().isEmpty() ? FileChange.Kind.DELETED : FileChange.Kind.MODIFIED;
  }
}
