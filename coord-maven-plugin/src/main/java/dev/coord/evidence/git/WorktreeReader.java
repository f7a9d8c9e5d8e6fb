package dev.coord.evidence.git;

import dev.coord.evidence.Observation;
import dev.coord.evidence.Progress;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.Worktree.Changes;
import dev.coord.evidence.Worktree.Distance;
import dev.coord.evidence.Worktree.Operation;
import dev.coord.evidence.Worktree.Position;
import dev.coord.evidence.WorktreeDirectories;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.evidence.WorktreeEvidence.PlaceQuestion;
import dev.coord.evidence.WorktreeEvidence.ProgressQuestion;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Looks into the worktrees of a repository: what is checked out in them, what is not committed, and
 * the check lists that workstreams keep there. One that cannot be read does not hinder the others.
 */
final class WorktreeReader {

  /** How many worktrees are looked at. */
  static final int LIMIT = 200;

  private final Internals git;
  private final Worktrees worktrees;

  /**
   * A worktree, and what of it is known before its files are looked at.
   *
   * @param operations what is under way
   * @param tree the tree of its commit; unknown when there is none to compare with
   */
  private record Found(
      Worktrees.Entry entry,
      Optional<String> branch,
      Optional<ObjectId> commit,
      List<Operation> operations,
      Observation<ObjectId> tree) {

    /** Whether a branch is checked out there, or is worked on. */
    boolean isOf(Optional<String> wanted) {
      return wanted.isPresent() && (branch.equals(wanted) || branch.isEmpty() && isMoved(wanted));
    }

    private boolean isMoved(Optional<String> wanted) {
      return operations.stream().anyMatch(operation -> operation.branch().equals(wanted));
    }
  }

  WorktreeReader(Internals git) {
    this.git = git;
    worktrees = new Worktrees(git.location(), git.format().reftable());
  }

  /**
   * Looks into them.
   *
   * @param excluded directories in which nothing is untracked, such as that of the site
   * @param questions what is to be checked out where
   */
  WorktreeEvidence read(Set<Path> excluded, List<PlaceQuestion> questions) {
    List<Worktrees.Entry> entries = worktrees.entries();
    List<Found> found = entries.stream().limit(LIMIT).map(this::find).toList();
    // Each is opened for itself, so that they can be read at the same time.
    List<Observation<Changes>> changes =
        IntStream.range(0, found.size())
            .parallel()
            .mapToObj(i -> changes(found.get(i), excluded))
            .toList();
    List<Worktree> all = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      all.add(worktree(found.get(i), questions, changes.get(i)));
    }
    return new WorktreeEvidence(all, entries.size() - found.size(), Map.of());
  }

  /** Reads the check lists that are asked for. */
  Map<String, Observation<Progress>> progress(List<ProgressQuestion> questions) {
    List<Found> found = worktrees.entries().stream().limit(LIMIT).map(this::find).toList();
    ProgressReader reader = new ProgressReader(git);
    Map<String, Observation<Progress>> progress = new LinkedHashMap<>();
    for (ProgressQuestion question : questions) {
      progress.put(question.workstream(), reader.read(question, place(question, found)));
    }
    return progress;
  }

  private static Optional<ProgressReader.Place> place(
      ProgressQuestion question, List<Found> found) {
    return found.stream()
        .filter(one -> one.isOf(question.branch()))
        .filter(one -> one.entry().place() == Worktrees.Place.THERE)
        .findFirst()
        .map(
            one ->
                new ProgressReader.Place(
                    one.entry().directory().orElseThrow(), one.entry().shown()));
  }

  private Worktree worktree(
      Found found, List<PlaceQuestion> questions, Observation<Changes> changes) {
    Worktrees.Entry entry = found.entry();
    return new Worktree(
        entry.shown(),
        entry.main(),
        isCurrent(entry),
        found.branch(),
        found.commit().map(ObjectId::name),
        entry.locked(),
        entry.prunable(),
        found.operations(),
        position(found, questions),
        changes);
  }

  /** Where a detached HEAD is, beside the branch that the plan has in its directory. */
  private Optional<Position> position(Found found, List<PlaceQuestion> questions) {
    boolean told = found.operations().stream().anyMatch(one -> one.branch().isPresent());
    boolean there = found.entry().place() == Worktrees.Place.THERE;
    if (!there || found.branch().isPresent() || found.commit().isEmpty() || told) {
      return Optional.empty();
    }
    return questions.stream()
        .filter(one -> WorktreeDirectories.same(one.directory(), found.entry().shown()))
        .map(PlaceQuestion::branch)
        .findFirst()
        .map(branch -> new Position(branch, distance(found.commit().get(), branch)));
  }

  private Observation<Optional<Distance>> distance(ObjectId head, String branch) {
    return git.reading(
        () -> {
          Optional<References.Branch> tip = git.references().branch(branch);
          if (tip.isEmpty()) {
            return Observation.known(Optional.empty());
          }
          if (git.format().shallow()) {
            return Unknowns.shallow();
          }
          CommitGraph graph = git.graph();
          Ancestry.Comparison found =
              new Ancestry(graph).compare(graph.node(head), graph.node(tip.get().commit()));
          return Observation.known(Optional.of(new Distance(found.ahead().size(), found.behind())));
        });
  }

  private boolean isCurrent(Worktrees.Entry entry) {
    try {
      return Files.isSameFile(entry.gitDirectory(), git.location().gitDirectory());
    } catch (IOException e) {
      return false;
    }
  }

  private Found find(Worktrees.Entry entry) {
    Observation<Worktrees.Head> head = git.reading(() -> Observation.known(worktrees.head(entry)));
    Observation<ObjectId> commit = head.then(known -> git.reading(() -> commit(known)));
    return new Found(
        entry,
        head.optional().flatMap(Worktrees.Head::branch),
        commit.optional(),
        worktrees.operations(entry),
        commit.then(id -> git.reading(() -> Observation.known(git.commits().raw(id).tree()))));
  }

  private Observation<ObjectId> commit(Worktrees.Head head) throws IOException {
    Optional<ObjectId> commit =
        head.ref().isPresent() ? git.references().commit(head.ref().get()) : head.commit();
    return commit
        .map(Observation::known)
        .orElseGet(
            () ->
                Observation.unknown(
                    "its branch has no commit yet", "Make the first commit on it."));
  }

  private Observation<Changes> changes(Found found, Set<Path> excluded) {
    Worktrees.Entry entry = found.entry();
    if (entry.place() == Worktrees.Place.GONE) {
      return Observation.unknown(
          entry.problem(),
          entry.prunable()
              ? "Run git worktree prune, or git worktree repair if it was moved."
              : "Bring it back, or run git worktree unlock and git worktree prune.");
    }
    if (entry.place() == Worktrees.Place.UNKNOWN) {
      return Observation.unknown(
          entry.problem(),
          "Run git worktree repair in the main worktree, or look who may read it.");
    }
    return found
        .tree()
        .then(tree -> git.reading(() -> Observation.known(look(entry, tree, excluded))));
  }

  private Changes look(Worktrees.Entry entry, ObjectId tree, Set<Path> excluded)
      throws IOException {
    Path root = entry.directory().orElseThrow();
    Path common = git.location().commonDirectory();
    try (ObjectStore store =
        new ObjectStore(new RepositoryLocation(root, entry.gitDirectory(), common))) {
      WorkingTree working =
          new WorkingTree(store.repository(), new Trees(store), new Contents(store));
      WorkingTree.State state = working.state(tree);
      Newest newest = new Newest();
      for (WorkingTree.Change change : state.listed()) {
        newest.add(root, change);
      }
      int[] untracked = {0};
      new UntrackedFiles(
              root,
              state.tracked(),
              excluded,
              attributes -> {
                untracked[0]++;
                newest.add(attributes.lastModifiedTime().toInstant());
              })
          .find(common.resolve("info").resolve("exclude"));
      return new Changes(
          state.listed().size(),
          untracked[0],
          state.uncompared().size(),
          Optional.ofNullable(newest.time));
    } catch (FileSystemException e) {
      // Its message is a path of the machine.
      throw unreadable();
    } catch (RuntimeException e) {
      // JGit's word for files that are damaged in a way nobody thought of.
      throw unreadable();
    }
  }

  private static UnreadableException unreadable() {
    return new UnreadableException(
        "a file in it cannot be read", "Run git status in it, and look who may read its files.");
  }

  /** The newest time of change. */
  private static final class Newest {
    private Instant time;

    void add(Instant other) {
      if (time == null || other.isAfter(time)) {
        time = other;
      }
    }

    /** A file that was deleted has no time. */
    void add(Path root, WorkingTree.Change change) {
      if (change.file().isEmpty()) {
        return;
      }
      try {
        Path file = root.resolve(change.path());
        add(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant());
      } catch (IOException | InvalidPathException e) {
        // It was deleted meanwhile.
      }
    }
  }
}
