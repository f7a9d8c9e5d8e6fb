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

  private final Internals git;

  PathHistory(Internals git) {
    this.git = git;
  }

  /**
   * Commits that changed one of the paths.
   *
   * @param most most commits
   * @return newest first, back to where none of the paths is there or a limit is reached
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
    while (!entries.isEmpty() && changes.size() < most && left > 0) {
      times.add(CommitReader.instant(raw.time()));
      if (raw.parents().isEmpty()) {
        changes.add(change(at, times));
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
      at = raw.parents().get(0);
      raw = parent;
    }
    return Observation.known(new PathChanges(changes, times));
  }

  private Change change(ObjectId id, List<Instant> times) throws IOException {
    return new Change(git.commits().plain(id, git.mailmap()), times.size() - 1);
  }
}
