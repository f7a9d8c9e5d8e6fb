package dev.coord.evidence.git;

import dev.coord.evidence.Observation;
import dev.coord.evidence.git.PathChanges.Change;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/** Finds the commits that changed some paths, along first parents. */
final class PathHistory {

  /** Most paths that are looked up, in all commits together. */
  static final int LOOKUPS = 100_000;

  /** Commits in a row without any of the paths, behind which is looked for no earlier ones. */
  static final int MOST_WITHOUT = 1_000;

  private final Internals git;

  PathHistory(Internals git) {
    this.git = git;
  }

  /**
   * Commits that changed one of the paths.
   *
   * @param most most commits
   * @return newest first, back to where none of the paths is there any more, or a limit is reached
   */
  Observation<PathChanges> of(ObjectId tip, Collection<String> paths, int most) throws IOException {
    if (git.format().shallow()) {
      return Unknowns.shallow();
    }
    List<Change> changes = new ArrayList<>();
    List<Instant> times = new ArrayList<>();
    ObjectId at = tip;
    RawCommit raw = git.commits().raw(at);
    Map<String, TreeEntry> entries = git.trees().entries(raw.tree(), paths);
    int left = LOOKUPS;
    int without = 0;
    while (without <= MOST_WITHOUT && changes.size() < most && left > 0) {
      times.add(CommitReader.instant(raw.time()));
      if (raw.parents().isEmpty()) {
        if (!entries.isEmpty()) {
          changes.add(change(at, times));
        }
        break;
      }
      RawCommit parent = git.commits().raw(raw.parents().get(0));
      if (!parent.tree().equals(raw.tree())) {
        Map<String, TreeEntry> before = git.trees().entries(parent.tree(), paths);
        left -= paths.size();
        if (!before.equals(entries)) {
          changes.add(change(at, times));
          entries = before;
        }
      }
      without = entries.isEmpty() ? without + 1 : 0;
      at = raw.parents().get(0);
      raw = parent;
    }
    return Observation.known(new PathChanges(changes, down(times, changes)));
  }

  /** The times down to the oldest change: what lies before it is none of the paths' history. */
  private static List<Instant> down(List<Instant> times, List<Change> changes) {
    return changes.isEmpty()
        ? List.of()
        : times.subList(0, changes.get(changes.size() - 1).newer() + 1);
  }

  private Change change(ObjectId id, List<Instant> times) throws IOException {
    return new Change(git.commits().plain(id, git.mailmap()), times.size() - 1);
  }
}
