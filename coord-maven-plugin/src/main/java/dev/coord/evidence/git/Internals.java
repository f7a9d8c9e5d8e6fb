package dev.coord.evidence.git;

import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/** The readers of one open repository, made once and shared by all who answer questions. */
final class Internals {

  private final RepositoryLocation location;
  private final RepositoryFormat format;
  private final ObjectStore store;
  private final Trees trees;
  private final Contents contents;
  private final CommitReader commits;
  private final CommitGraphFile graphFile;
  private final CommitGraph graph;
  private final References references;
  private final ObjectId head;

  /** Digits of an id that people read. */
  static final int ABBREVIATED = 7;

  /** Something that is read, and may turn out to be unknown or unreadable. */
  interface Reading<T> {
    Observation<T> read() throws IOException;
  }

  Internals(
      RepositoryLocation location, RepositoryFormat format, ObjectStore store, ObjectId head) {
    this(
        location,
        format,
        store,
        head,
        CommitGraphFile.read(location.commonDirectory().resolve("objects")));
  }

  private Internals(
      RepositoryLocation location,
      RepositoryFormat format,
      ObjectStore store,
      ObjectId head,
      CommitGraphFile graphFile) {
    this.location = location;
    this.format = format;
    this.store = store;
    this.head = head;
    trees = new Trees(store);
    contents = new Contents(store);
    commits = new CommitReader(store, trees);
    this.graphFile = graphFile;
    graph = new CommitGraph(store, graphFile);
    references = new References(store, location, format, this::isAncestor);
  }

  /** The same for another thread, over a store of its own. */
  Internals over(ObjectStore another) {
    return new Internals(location, format, another, head, graphFile);
  }

  /** Where history is cut off or damaged nobody can tell, and the first that is found counts. */
  private boolean isAncestor(ObjectId older, ObjectId newer) {
    if (format.shallow()) {
      return false;
    }
    try {
      CommitNode node = graph.node(newer);
      return new Ancestry(graph).compare(graph.node(older), node).ahead().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads, and says why where that is not possible. */
  <T> Observation<T> reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      return Unknowns.unreadable(e, format.filter());
    }
  }

  RepositoryLocation location() {
    return location;
  }

  RepositoryFormat format() {
    return format;
  }

  ObjectStore store() {
    return store;
  }

  Trees trees() {
    return trees;
  }

  Contents contents() {
    return contents;
  }

  CommitReader commits() {
    return commits;
  }

  CommitGraph graph() {
    return graph;
  }

  References references() {
    return references;
  }

  /** The commit of a branch, and of HEAD where none is named; unknown when there is no such one. */
  Observation<ObjectId> tip(Optional<String> branch) {
    return branch.map(this::tip).orElseGet(() -> Observation.known(head));
  }

  private Observation<ObjectId> tip(String branch) {
    return reading(
        () ->
            references
                .branch(branch)
                .map(found -> Observation.known(found.commit()))
                .orElseGet(() -> Unknowns.noBranch(branch, references.candidates(branch))));
  }

  /** The checked-out commit. */
  ObjectId head() {
    return head;
  }

  /** The checked-out branch, without {@code refs/heads/}; empty when HEAD is detached. */
  Optional<String> checkedOutBranch() {
    return reading(() -> Observation.known(references.checkedOut()))
        .optional()
        .flatMap(branch -> branch);
  }

  /** The mailmap of the checked-out commit. */
  Mailmap mailmap() throws IOException {
    return commits.mailmap(commits.raw(head).tree());
  }

  WorkingTree workingTree() {
    return new WorkingTree(store.repository(), trees, contents);
  }
}
