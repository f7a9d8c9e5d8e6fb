package dev.coord.evidence.git;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import java.io.IOException;
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
  Observation<List<Commit>> of(ObjectId tip, Collection<String> paths, int most)
      throws IOException {
    if (git.format().shallow()) {
      return Unknowns.shallow();
    }
    List<Commit> commits = new ArrayList<>();
    ObjectId at = tip;
    RawCommit raw = git.commits().raw(at);
    Map<String, TreeEntry> entries = git.trees().entries(raw.tree(), paths);
    int left = LOOKUPS;
    while (!entries.isEmpty() && commits.size() < most && left > 0) {
      if (raw.parents().isEmpty()) {
        commits.add(git.commits().plain(at, git.mailmap()));
        break;
      }
      RawCommit parent = git.commits().raw(raw.parents().get(0));
      if (!parent.tree().equals(raw.tree())) {
        Map<String, TreeEntry> before = git.trees().entries(parent.tree(), paths);
        left -= paths.size();
        if (!before.equals(entries)) {
          commits.add(git.commits().plain(at, git.mailmap()));
          entries = before;
        }
      }
      at = raw.parents().get(0);
      raw = parent;
    }
    return Observation.known(List.copyOf(commits));
  }
}
