package dev.coord.evidence.git;

import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.ChangedLines.Doubt;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.UnicodeLineEnds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Tells which lines of the working tree are new since a commit, as {@code git diff -M -U0
 * --diff-algorithm=histogram COMMIT} does. Untracked files do not count.
 */
final class ChangedLinesReader {

  private static final long ALL_TEXTS_LIMIT = 256L << 20;
  private static final long STEPS = 50_000_000;

  private final Internals git;
  private final Contents contents;
  private long steps = 4 * STEPS;
  private long left = ALL_TEXTS_LIMIT;

  ChangedLinesReader(Internals git) {
    this.git = git;
    this.contents = git.contents();
  }

  /**
   * Tells.
   *
   * @param checkedOutBefore whether what is committed was there before any report was written: then
   *     only the times of files that are not committed tell that they were edited since
   */
  ChangedLines since(ObjectId commit, boolean checkedOutBefore) throws IOException {
    ObjectId before = git.commits().raw(commit).tree();
    ObjectId head = git.commits().raw(git.head()).tree();
    SortedMap<String, PathChange> changes = new TreeMap<>();
    new TreeDiff(git.trees())
        .between(Optional.of(before), head, new Budget(Budget.FILES))
        .forEach(change -> changes.put(change.path(), change));
    WorkingTree.State working = git.workingTree().state(head);
    for (WorkingTree.Change change : working.changes()) {
      Optional<TreeEntry> was = git.trees().entry(before, change.path());
      if (change.file().equals(was)) {
        changes.remove(change.path());
      } else {
        changes.put(change.path(), new PathChange(change.path(), was, change.file()));
      }
    }
    SortedMap<String, Doubt> untold = new TreeMap<>();
    working.uncompared().keySet().forEach(path -> untold.put(path, Doubt.UNCOMPARED));
    working.hidden().forEach(path -> untold.put(path, Doubt.HIDDEN));
    return new ChangedLines(
        commit.name(),
        !working.changes().isEmpty(),
        lines(changes, renamed(changes, head), untold),
        untold,
        written(
            checkedOutBefore
                ? uncommitted(working.changes())
                : changes.values().stream()
                    .filter(change -> change.after().filter(TreeEntry::isRegular).isPresent())
                    .map(PathChange::path)
                    .toList()));
  }

  private static List<String> uncommitted(List<WorkingTree.Change> changes) {
    return changes.stream()
        .filter(change -> change.file().filter(TreeEntry::isRegular).isPresent())
        .map(WorkingTree.Change::path)
        .toList();
  }

  private SortedMap<String, Instant> written(List<String> paths) throws IOException {
    SortedMap<String, Instant> written = new TreeMap<>();
    for (String path : paths) {
      written(path).ifPresent(time -> written.put(path, time));
    }
    return written;
  }

  /** What only the index has was not edited. */
  private Optional<Instant> written(String path) throws IOException {
    try {
      Path file = git.location().workTree().resolve(path);
      return Optional.of(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant());
    } catch (NoSuchFileException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** By the new path what the file was under its old name. */
  private Map<String, String> renamed(SortedMap<String, PathChange> changes, ObjectId head)
      throws IOException {
    ChangeSet side = new ChangeSet(changes, Snapshot.of(head));
    Set<String> deleted = new HashSet<>();
    side.deleted().forEach(change -> deleted.add(change.path()));
    RemovedDirectories removed = RemovedDirectories.of(side, git.trees(), Set.of(), Set.of());
    return new RenameFinder(new Similarity(new Stored()), side, deleted, removed).find().from();
  }

  private SortedMap<String, List<LineSpan>> lines(
      SortedMap<String, PathChange> changes,
      Map<String, String> renamed,
      SortedMap<String, Doubt> untold)
      throws IOException {
    SortedMap<String, List<LineSpan>> lines = new TreeMap<>();
    for (PathChange change : changes.values()) {
      if (change.after().filter(TreeEntry::isRegular).isEmpty()) {
        change
            .after()
            .filter(entry -> entry.mode() == TreeEntry.LINK)
            .ifPresent(link -> untold.put(change.path(), Doubt.LINK));
        continue;
      }
      String source = renamed.getOrDefault(change.path(), change.path());
      Optional<TreeEntry> was = changes.get(source).before().filter(TreeEntry::isRegular);
      Optional<byte[]> before = left < 0 ? Optional.empty() : contents.text(was);
      Optional<byte[]> after = before.isEmpty() ? before : contents.text(change.after());
      if (after.isEmpty()) {
        untold.put(change.path(), Doubt.NO_TEXT);
        continue;
      }
      left -= before.get().length + (long) after.get().length;
      List<LineSpan> spans = spans(before.get(), after.get());
      lines.put(change.path(), spans);
      if (!spans.isEmpty()) {
        otherLines(after.get()).ifPresent(doubt -> untold.put(change.path(), doubt));
      }
    }
    return lines;
  }

  /** Why others may count other lines in a text than git does. */
  private static Optional<Doubt> otherLines(byte[] text) {
    int before = 0;
    for (int i = 0; i + 1 < text.length; i++) {
      if (text[i] == '\r' && text[i + 1] != '\n') {
        return Optional.of(Doubt.RETURN_WITHIN_LINE);
      }
      if (text[i] < 0 && UnicodeLineEnds.isLastByte(before, text[i])) {
        return Optional.of(Doubt.SEPARATOR_WITHIN_LINE);
      }
      before = before << Byte.SIZE | text[i] & 0xFF;
    }
    return Optional.empty();
  }

  private List<LineSpan> spans(byte[] before, byte[] after) {
    RawText old = new RawText(before);
    RawText now = new RawText(after);
    List<Edit> edits = LineDiff.edits(old, now, Math.min(STEPS, Math.max(0, steps)));
    steps -= (long) edits.size() * (old.size() + now.size());
    List<LineSpan> spans = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      int end = i + 1 < edits.size() ? edits.get(i + 1).getBeginB() : now.size();
      int down = edit.getType() == Edit.Type.INSERT ? down(now, edit, end) : 0;
      if (edit.getLengthB() > 0) {
        spans.add(new LineSpan(edit.getBeginB() + down + 1, edit.getEndB() + down));
      }
    }
    return spans;
  }

  /**
   * By how many lines an insertion can be told further down: where what follows it begins as it
   * does itself, git takes the lower lines for new, so that a method is new with its own end.
   */
  private static int down(RawText text, Edit inserted, int end) {
    int by = 0;
    while (inserted.getEndB() + by < end
        && RawTextComparator.DEFAULT.equals(
            text, inserted.getBeginB() + by, text, inserted.getEndB() + by)) {
      by++;
    }
    return by;
  }

  /** Contents of stored files and of those of the working tree. */
  private final class Stored implements Similarity.Source {
    @Override
    public Optional<byte[]> bytes(TreeEntry entry, int limit) throws IOException {
      return contents.bytes(entry, limit);
    }

    @Override
    public long size(TreeEntry entry) throws IOException {
      return contents.size(entry);
    }
  }
}
