package dev.coord.evidence.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCacheEntry;

/** What a sparse checkout keeps out of the working tree: it is tracked, and nobody removed it. */
final class SparseCheckout {

  private final Internals git;

  SparseCheckout(Internals git) {
    this.git = Objects.requireNonNull(git, "git");
  }

  /**
   * The files of a directory that are left out, those below its own directories aside.
   *
   * @param directory repository path; empty for the root
   */
  List<String> leftOut(String directory) throws IOException {
    List<String> paths = new ArrayList<>();
    if (Files.exists(git.location().gitDirectory().resolve("info/sparse-checkout"))) {
      Optional<GitIndex> index = GitIndex.read(git.store().repository());
      Path root = git.location().workTree();
      for (int i = 0; index.isPresent() && i < index.get().entries().getEntryCount(); i++) {
        DirCacheEntry entry = index.get().entries().getEntry(i);
        String path = GitIndex.path(entry);
        if (entry.isSkipWorkTree()
            && ChangeSet.parent(path).equals(directory)
            && !Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
          paths.add(path);
        }
      }
    }
    return List.copyOf(paths);
  }
}
