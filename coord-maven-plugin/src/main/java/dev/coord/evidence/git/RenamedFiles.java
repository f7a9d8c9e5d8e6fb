package dev.coord.evidence.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.jgit.lib.ObjectId;

/** Finds which of the files that a branch deleted are among those that it added. */
final class RenamedFiles {

  /** Of more pairs of a deleted file and an added one, only equal ones are found. */
  private static final long MOST_COMPARED = 2_500;

  private final Trees trees;
  private final Contents contents;

  RenamedFiles(Trees trees, Contents contents) {
    this.trees = trees;
    this.contents = contents;
  }

  /** By the new path the old one. */
  Map<String, String> find(SortedMap<String, PathChange> changes, ObjectId after)
      throws IOException {
    ChangeSet side = new ChangeSet(changes, Snapshot.of(after));
    Set<String> compared = new HashSet<>();
    if ((long) side.added().size() * side.deleted().size() <= MOST_COMPARED) {
      side.deleted().forEach(change -> compared.add(change.path()));
    }
    RemovedDirectories none = RemovedDirectories.of(side, trees, Set.of(), Set.of());
    return new RenameFinder(new Similarity(new Files()), side, compared, none).find().from();
  }

  private final class Files implements Similarity.Source {
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
