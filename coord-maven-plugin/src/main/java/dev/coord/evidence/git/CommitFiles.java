package dev.coord.evidence.git;

import dev.coord.evidence.SourceFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** The files of commits. */
final class CommitFiles {

  private final Internals git;

  /** HEAD's files, once somebody asked. */
  private Optional<SortedSet<String>> tracked = Optional.empty();

  /** Those of them that are symbolic links. */
  private final SortedSet<String> links = new TreeSet<>();

  /** The files of the working tree, once somebody asked. */
  private Optional<SourceFiles> sources = Optional.empty();

  CommitFiles(Internals git) {
    this.git = git;
  }

  /** What a path is in a commit; empty when there is nothing. */
  Optional<TreeEntry> entry(ObjectId commit, String path) throws IOException {
    return git.trees().entry(tree(commit), path);
  }

  /** The first bytes of a regular file; empty when there is none at that path. */
  Optional<byte[]> content(ObjectId commit, String path, int most) throws IOException {
    Optional<TreeEntry> entry = entry(commit, path).filter(TreeEntry::isRegular);
    return entry.isEmpty()
        ? Optional.empty()
        : Optional.of(git.store().beginning(entry.get().id(), Constants.OBJ_BLOB, most));
  }

  /** The paths of the regular files below a directory, sorted; an empty one is the root. */
  List<String> below(ObjectId commit, String directory) throws IOException {
    List<String> files = new ArrayList<>();
    ObjectId root = tree(commit);
    Optional<ObjectId> tree =
        directory.isEmpty()
            ? Optional.of(root)
            : git.trees().entry(root, directory).filter(TreeEntry::isTree).map(TreeEntry::id);
    if (tree.isPresent()) {
      Trees.Visitor visitor =
          (path, entry) -> {
            if (entry.isRegular()) {
              files.add(path);
            }
          };
      git.trees().files(tree.get(), directory, new Budget(Budget.FILES), visitor);
    }
    Collections.sort(files);
    return List.copyOf(files);
  }

  /** The paths of HEAD's files, links and submodules. */
  SortedSet<String> tracked() throws IOException {
    if (tracked.isEmpty()) {
      SortedSet<String> paths = new TreeSet<>();
      Trees.Visitor visitor =
          (path, entry) -> {
            paths.add(path);
            if (entry.mode() == TreeEntry.LINK) {
              links.add(path);
            }
          };
      git.trees().files(tree(git.head()), "", new Budget(Budget.FILES), visitor);
      tracked = Optional.of(Collections.unmodifiableSortedSet(paths));
    }
    return tracked.get();
  }

  /** The paths of a commit's files, links and submodules. */
  SortedSet<String> tracked(ObjectId commit) throws IOException {
    SortedSet<String> paths = new TreeSet<>();
    git.trees().files(tree(commit), "", new Budget(Budget.FILES), (path, entry) -> paths.add(path));
    return Collections.unmodifiableSortedSet(paths);
  }

  /** The files that git tracks in the working tree. */
  SourceFiles sources() throws IOException {
    if (sources.isEmpty()) {
      SortedSet<String> committed = tracked();
      sources = Optional.of(new SourceFilesReader(git).read(tree(git.head()), committed, links));
    }
    return sources.get();
  }

  /** The tree of a commit; one that many files are asked of is read once. */
  ObjectId tree(ObjectId commit) throws IOException {
    CommitNode node = git.graph().intern(commit);
    git.graph().parents(node);
    return node.tree;
  }
}
