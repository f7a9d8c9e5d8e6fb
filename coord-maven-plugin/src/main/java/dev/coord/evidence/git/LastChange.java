package dev.coord.evidence.git;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** Finds the commit that a file's present content is from, along first parents. */
final class LastChange {

  private static final int LIMIT = 20_000;

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

  private Observation<Optional<Commit>> found(ObjectId commit) throws IOException {
    return Observation.known(Optional.of(git.commits().plain(commit, git.mailmap())));
  }
}
