package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.Constants;

/**
 * A name for a change that stays the same when the change is made elsewhere: paths, replaced lines
 * and three lines around them, without line numbers. What git-patch-id(1) is for, but with exact
 * spaces.
 */
final class PatchId {

  private static final int CONTEXT = 3;
  private static final long STEPS = 5_000_000;

  private final Contents contents;

  PatchId(Contents contents) {
    this.contents = contents;
  }

  /** The id of a change. */
  String of(List<PathChange> changes) throws IOException {
    MessageDigest digest = Constants.newMessageDigest();
    List<PathChange> sorted = new ArrayList<>(changes);
    sorted.sort(Comparator.comparing(PathChange::path));
    for (PathChange change : sorted) {
      add(digest, change);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void add(MessageDigest digest, PathChange change) throws IOException {
    mark(digest, "path", PathNames.encode(change.path()).length);
    digest.update(PathNames.encode(change.path()));
    mark(digest, "old mode", change.before().map(TreeEntry::mode).orElse(0));
    mark(digest, "new mode", change.after().map(TreeEntry::mode).orElse(0));
    Optional<byte[]> before = contents.text(change.before());
    Optional<byte[]> after = contents.text(change.after());
    if (before.isEmpty() || after.isEmpty()) {
      addIds(digest, change);
      return;
    }
    RawText old = new RawText(before.get());
    RawText now = new RawText(after.get());
    int end = 0;
    List<Edit> edits = LineDiff.edits(old, now, STEPS);
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      int next = i + 1 < edits.size() ? edits.get(i + 1).getBeginA() : old.size();
      lines(digest, "before", old, Math.max(end, edit.getBeginA() - CONTEXT), edit.getBeginA());
      lines(digest, "removed", old, edit.getBeginA(), edit.getEndA());
      lines(digest, "added", now, edit.getBeginB(), edit.getEndB());
      lines(digest, "after", old, edit.getEndA(), Math.min(next, edit.getEndA() + CONTEXT));
      end = edit.getEndA();
    }
  }

  private static void addIds(MessageDigest digest, PathChange change) {
    mark(digest, "ids", 0);
    change.before().ifPresent(entry -> digest.update(Constants.encode(entry.id().name())));
    change.after().ifPresent(entry -> digest.update(Constants.encode(entry.id().name())));
  }

  private static void lines(MessageDigest digest, String what, RawText text, int from, int to) {
    mark(digest, what, to - from);
    for (int line = from; line < to; line++) {
      digest.update(Constants.encode(text.getString(line, line + 1, false)));
    }
  }

  private static void mark(MessageDigest digest, String what, int number) {
    digest.update((what + " " + number + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
