package dev.coord.evidence.git;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.path.PathPatterns;
import dev.coord.path.PatternIndex;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** Finds the commit that a file's present content is from, along first parents. */
final class LastChange {

  private static final int LIMIT = 20_000;

  /** Most files that are looked up, in all commits together. */
  private static final int LOOKUPS = 200_000;

  private final Internals git;

  LastChange(Internals git) {
    this.git = git;
  }

  Observation<Optional<Commit>> of(ObjectId commit, String path) throws IOException {
    if (git.format().shallow()) {
      return Unknowns.shallow();
    }
    ObjectId at = commit;
    RawCommit raw = git.commits().raw(at);
    Optional<TreeEntry> entry = git.trees().entry(raw.tree(), path);
    for (int i = 0; i < LIMIT && entry.isPresent(); i++) {
      if (raw.parents().isEmpty()) {
        return found(at);
      }
      RawCommit parent = git.commits().raw(raw.parents().get(0));
      if (!git.trees().entry(parent.tree(), path).equals(entry)) {
        return found(at);
      }
      at = raw.parents().get(0);
      raw = parent;
    }
    return entry.isEmpty()
        ? Observation.known(Optional.empty())
        : Observation.unknown(
            "'" + path + "' did not change within " + LIMIT + " commits",
            "Nothing needs to be done: it is as old as that.");
  }

  /** The newest commit, along first parents, that changed any of some files. */
  Observation<Commit> ofAny(ObjectId commit, Collection<String> paths) {
    return git.reading(
        () -> {
          if (paths.isEmpty()) {
            return Observation.unknown(
                "nobody asked git for the newest change", "Run the build again.");
          }
          if (git.format().shallow()) {
            return Unknowns.shallow();
          }
          return newest(commit, paths);
        });
  }

  private Observation<Commit> newest(ObjectId commit, Collection<String> paths) throws IOException {
    ObjectId at = commit;
    RawCommit raw = git.commits().raw(at);
    Map<String, TreeEntry> entries = git.trees().entries(raw.tree(), paths);
    if (entries.isEmpty()) {
      return Observation.unknown(
          "no commit holds the plan yet", "Commit the plan, and run the build again.");
    }
    for (int left = LOOKUPS; left > 0; left -= paths.size()) {
      if (raw.parents().isEmpty()) {
        return Observation.known(git.commits().plain(at, git.mailmap()));
      }
      RawCommit parent = git.commits().raw(raw.parents().get(0));
      boolean same = parent.tree().equals(raw.tree());
      if (!same && !git.trees().entries(parent.tree(), paths).equals(entries)) {
        return Observation.known(git.commits().plain(at, git.mailmap()));
      }
      at = raw.parents().get(0);
      raw = parent;
    }
    return Observation.unknown(
        "the plan did not change in all the commits that were looked at",
        "Look through the plan, and commit what has changed.");
  }

  /**
   * The newest commit, along first parents, that added, changed or deleted a file of some paths.
   *
   * @param paths patterns of which one covers each file; empty means all files
   */
  Observation<Commit> ofMatching(ObjectId commit, Optional<PathPatterns> paths) throws IOException {
    if (git.format().shallow()) {
      return Unknowns.shallow();
    }
    TreeDiff diff =
        new TreeDiff(git.trees(), paths.map(PathPatterns::patterns).map(PatternIndex::new));
    ObjectId at = commit;
    for (int i = 0; i < LIMIT; i++) {
      RawCommit raw = git.commits().raw(at);
      Optional<ObjectId> parent = raw.parents().stream().findFirst();
      boolean changed =
          parent.isEmpty()
              || diff
                  .between(
                      Optional.of(git.commits().raw(parent.get()).tree()),
                      raw.tree(),
                      new Budget(Budget.FILES))
                  .stream()
                  .anyMatch(change -> paths.filter(p -> !p.matches(change.path())).isEmpty());
      if (changed) {
        return Observation.known(git.commits().plain(at, git.mailmap()));
      }
      at = parent.get();
    }
    return Observation.unknown(
        "none of these files changed within " + LIMIT + " commits",
        "Look through what the files say, and commit what has changed.");
  }

  private Observation<Optional<Commit>> found(ObjectId commit) throws IOException {
    return Observation.known(Optional.of(git.commits().plain(commit, git.mailmap())));
  }
}
