package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ReflogReader;
import org.eclipse.jgit.lib.Repository;

/**
 * What this clone noted of the moves of a ref. Anybody who may write to the clone may write there,
 * and a fresh clone, as of CI, has noted next to nothing: it attests, and is never needed.
 */
final class Reflog {

  private static final int ENTRY_LIMIT = 10_000;
  private static final long BYTE_LIMIT = 8L << 20;

  private Reflog() {}

  /**
   * A move of the ref.
   *
   * @param before where it was; the zero id where it was made
   * @param message what git noted of it
   */
  record Entry(ObjectId before, ObjectId after, String message) {

    /** Whether the ref was made by it. */
    boolean creates() {
      return before.equals(ObjectId.zeroId());
    }
  }

  /**
   * The moves of a ref, the newest first; none where nothing was noted, or it cannot be read.
   *
   * @param ref full name of a ref of the whole repository, no worktree's own
   */
  static List<Entry> of(Repository repository, Path commonDirectory, String ref) {
    try {
      Path file = commonDirectory.resolve("logs").resolve(ref);
      boolean read =
          !Files.exists(file, LinkOption.NOFOLLOW_LINKS) // As in a reftable.
              || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                  && Files.size(file) <= BYTE_LIMIT;
      ReflogReader log = read ? repository.getRefDatabase().getReflogReader(ref) : null;
      return log == null
          ? List.of()
          : log.getReverseEntries(ENTRY_LIMIT).stream()
              .map(one -> new Entry(one.getOldId(), one.getNewId(), one.getComment()))
              .toList();
    } catch (IOException | RuntimeException e) {
      // A log that is damaged says nothing; JGit throws what it likes for it.
      return List.of();
    }
  }
}
