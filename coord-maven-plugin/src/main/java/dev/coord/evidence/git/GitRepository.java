package dev.coord.evidence.git;

import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Progress;
import dev.coord.evidence.SignedCommit;
import dev.coord.evidence.SourceFiles;
import dev.coord.evidence.WorktreeEvidence;
import dev.coord.evidence.WorktreeEvidence.PlaceQuestion;
import dev.coord.evidence.WorktreeEvidence.ProgressQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A git repository, read without git.
 *
 * <p>Nothing is written but notes, where they are asked for; no process is started, and neither the
 * environment nor the user's home is looked at. Grafts and replace refs are not followed: they are
 * one machine's view of history. To be used by one thread at a time.
 */
public final class GitRepository implements AutoCloseable {

  private final Internals git;
  private final Commit head;
  private final CommitFiles files;

  private GitRepository(Internals git, Commit head) {
    this.git = git;
    this.head = head;
    files = new CommitFiles(git);
  }

  /**
   * Opens the repository that holds a directory.
   *
   * @param start the directory to begin at; its parents are looked at as well
   * @return the repository, to be closed; unknown when there is none, when it has no commit yet,
   *     when it is bare, or when it is stored in a form that is not read (SHA-256)
   */
  public static Observation<GitRepository> open(Path start) {
    OfflineSystemReader.install();
    return RepositoryLocation.find(start)
        .then(
            location ->
                RepositoryFormat.read(location.commonDirectory())
                    .then(format -> open(location, format)));
  }

  private static Observation<GitRepository> open(
      RepositoryLocation location, RepositoryFormat format) {
    ObjectStore store = null;
    boolean opened = false;
    try {
      store = new ObjectStore(location);
      Optional<ObjectId> head = new References(store, location, format).commit(Constants.HEAD);
      if (head.isEmpty()) {
        return Unknowns.noCommit();
      }
      Internals git = new Internals(location, format, store, head.get());
      Commit commit = git.commits().plain(head.get(), git.mailmap());
      opened = true;
      return Observation.known(new GitRepository(git, commit));
    } catch (IOException e) {
      return Unknowns.unreadable(e, format.filter());
    } finally {
      if (store != null && !opened) {
        store.close();
      }
    }
  }

  /**
   * The same repository at the same commit, for another thread.
   *
   * @return to be closed as this one; unknown when it cannot be opened any more
   */
  public Observation<GitRepository> again() {
    return git.reading(
        () ->
            Observation.known(new GitRepository(git.over(new ObjectStore(git.location())), head)));
  }

  /** The directory that holds {@code .git}, its links resolved. */
  public Path workTree() {
    return git.location().workTree();
  }

  /** The repository's git directory; for a linked worktree its own one. */
  public Path gitDirectory() {
    return git.location().gitDirectory();
  }

  /** Whether the history was cut off when the repository was cloned. */
  public boolean shallow() {
    return git.format().shallow();
  }

  /** The checked-out branch, without {@code refs/heads/}; empty when HEAD is detached. */
  public Optional<String> checkedOutBranch() {
    return git.checkedOutBranch();
  }

  /** The checked-out commit, without its paths. */
  public Commit head() {
    return head;
  }

  /**
   * The newest committer's time of HEAD and its 100 nearest ancestors: HEAD's own may have been
   * chosen by whoever made it.
   *
   * @param clock the wall clock: ancestors that claim to be younger do not count
   * @return never before HEAD's own time
   */
  public Instant newestTime(Instant clock) {
    long newest =
        new NewestTime(git.graph()).of(git.graph().intern(git.head()), clock.getEpochSecond());
    return newest > head.time().getEpochSecond() ? Instant.ofEpochSecond(newest) : head.time();
  }

  /**
   * Finds a commit by anything that names one.
   *
   * @param committish a branch (local ones before {@code origin}'s, before those of the only other
   *     remote), {@code HEAD}, a full ref name, a full or abbreviated id, or at last a tag; each
   *     may be followed by {@code ~n} or {@code ^n}
   * @return the commit's full id; empty when nothing or more than one commit has that name
   */
  public Optional<String> resolve(String committish) {
    return git.reading(() -> Observation.known(git.references().commit(committish)))
        .optional()
        .flatMap(id -> id)
        .map(ObjectId::name);
  }

  /**
   * All branches of the repository and of its remotes, local ones first, each list by full name;
   * unknown when they cannot be listed.
   */
  public Observation<List<KnownBranch>> branches() {
    return git.reading(() -> Observation.known(git.references().branches()));
  }

  /**
   * The default branch of the remote, as this clone noted it: where {@code
   * refs/remotes/origin/HEAD} leads, else that of the only other remote.
   *
   * @return its name without the remote's; empty when nothing was noted. The branch itself need not
   *     be there.
   */
  public Optional<String> defaultBranch() {
    return git.reading(() -> Observation.known(git.references().defaultBranch()))
        .optional()
        .flatMap(branch -> branch);
  }

  /** Whether the repository has a remote. */
  public boolean hasRemotes() {
    return git.references().hasRemotes();
  }

  /**
   * The best common ancestor of two commits, the one that {@code git merge-base} prints.
   *
   * @param one full id of a commit
   * @param other full id of another
   * @return its full id; empty when they share no history; unknown when history is cut off or
   *     cannot be read
   */
  public Observation<Optional<String>> mergeBase(String one, String other) {
    if (shallow()) {
      return Unknowns.shallow();
    }
    return git.reading(
        () ->
            Observation.known(
                new Ancestry(git.graph())
                    .compare(
                        git.graph().node(ObjectId.fromString(one)),
                        git.graph().node(ObjectId.fromString(other)))
                    .mergeBase()
                    .map(ObjectId::name)));
  }

  /**
   * The lines of the working tree that were added or changed since a commit.
   *
   * @param commit full id of the commit
   * @param checkedOutBefore whether what is committed was there before any report was written: then
   *     only the times of files that are not committed tell that they were edited since
   * @return unknown when the commit, the index or the working tree cannot be read
   */
  public Observation<ChangedLines> changedLines(String commit, boolean checkedOutBefore) {
    return git.reading(
        () ->
            Observation.known(
                new ChangedLinesReader(git).since(ObjectId.fromString(commit), checkedOutBefore)));
  }

  /**
   * The commits that came to the first-parent line of HEAD since a commit, those that {@code git
   * rev-list --first-parent BEFORE..HEAD} prints.
   *
   * @param before full id of the commit that was there before
   * @param most most commits that are read
   * @return newest first, each with the paths that it changed itself, by the mailmap of before;
   *     empty when HEAD does not follow from that commit; unknown when history is cut off before
   *     it, cannot be read, or has more commits since then
   */
  public Observation<Optional<List<Commit>>> since(String before, int most) {
    return git.reading(() -> new PushedLine(git).since(ObjectId.fromString(before), most));
  }

  /**
   * The commits that a merge brought, those that {@code git rev-list BASE..TIP} prints.
   *
   * @param base full id of what it was merged into
   * @param tip full id of what was merged
   * @param mailmap full id of the commit whose mailmap says who is who
   * @param most most commits that are read
   * @return newest first, each with the paths that it changed itself; unknown when history is cut
   *     off, cannot be read, or has more
   */
  public Observation<List<Commit>> brought(String base, String tip, String mailmap, int most) {
    return git.reading(
        () ->
            new PushedLine(git)
                .brought(
                    ObjectId.fromString(base),
                    ObjectId.fromString(tip),
                    ObjectId.fromString(mailmap),
                    most));
  }

  /**
   * The parents of a commit, the first one first.
   *
   * @param commit full id of the commit
   * @return their full ids; they may not be in a clone whose history is cut off; unknown when the
   *     commit cannot be read
   */
  public Observation<List<String>> parents(String commit) {
    return git.reading(
        () ->
            Observation.known(
                git.commits().raw(ObjectId.fromString(commit)).parents().stream()
                    .map(ObjectId::name)
                    .toList()));
  }

  /** The command that fetches a branch to where it is looked for, in a clone of one branch, too. */
  public static String fetching(String branch) {
    return Unknowns.fetching(branch);
  }

  /** The full ref names that are looked at for a branch, in that order. */
  public List<String> refsTried(String branch) {
    return git.references().candidates(branch);
  }

  /**
   * A file as a commit has it.
   *
   * @param commit full id of the commit
   * @param path repository path
   * @param most the most bytes that are read
   * @return its first bytes; empty when the commit has no regular file at that path (links and
   *     submodules are none); unknown when the commit cannot be read
   */
  public Observation<Optional<byte[]>> file(String commit, String path, int most) {
    return git.reading(
        () -> Observation.known(files.content(ObjectId.fromString(commit), path, most)));
  }

  /**
   * What a path is in a commit.
   *
   * @param commit full id of the commit
   * @param path repository path, not empty
   * @return empty when there is nothing; unknown when the commit cannot be read
   */
  public Observation<Optional<TrackedPath>> entry(String commit, String path) {
    return git.reading(
        () ->
            Observation.known(files.entry(ObjectId.fromString(commit), path).map(TrackedPath::of)));
  }

  /**
   * The regular files below a directory of a commit.
   *
   * @param commit full id of the commit
   * @param directory repository path; empty for the root
   * @return their repository paths, sorted; none when there is no such directory; unknown when the
   *     commit cannot be read or there are more than 500,000
   */
  public Observation<List<String>> files(String commit, String directory) {
    return git.reading(
        () -> Observation.known(files.below(ObjectId.fromString(commit), directory)));
  }

  /**
   * Which addresses the mailmap of a commit takes for which others.
   *
   * @param commit full id of the commit
   * @return all that an address is taken for, under whatever name it is used; in lower case;
   *     unknown when the commit cannot be read
   */
  public Observation<Map<String, Set<String>>> aliases(String commit) {
    return git.reading(
        () ->
            Observation.known(
                git.commits()
                    .mailmap(git.commits().raw(ObjectId.fromString(commit)).tree())
                    .aliases()));
  }

  /**
   * The last commit on the first-parent history of a commit that changed a file.
   *
   * @param commit full id of the commit to begin at
   * @param path repository path
   * @return the commit, without its paths; empty when the path is not there; unknown when history
   *     is cut off, cannot be read, or does not change the file within 20,000 commits
   */
  public Observation<Optional<Commit>> lastChange(String commit, String path) {
    return git.reading(() -> new LastChange(git).of(ObjectId.fromString(commit), path));
  }

  /**
   * The commits that changed some paths, on the first-parent history of HEAD.
   *
   * @param paths repository paths of files and directories
   * @param most most commits that are named
   * @return back to where none of the paths is there; older ones are left out where there are more,
   *     or after 100,000 looks; unknown when history is cut off or cannot be read
   */
  public Observation<PathChanges> changes(Collection<String> paths, int most) {
    return git.reading(() -> new PathHistory(git).of(git.head(), paths, most));
  }

  /**
   * The commit that a line of a file is from, as {@code git blame} finds it.
   *
   * @param commit full id of the commit to begin at
   * @param path repository path
   * @param line counted from 1
   * @return the commit, without its paths; empty when there is no such line; unknown when history
   *     is cut off or cannot be read
   */
  public Observation<Optional<Commit>> lineAuthor(String commit, String path, int line) {
    return git.reading(() -> new LineAuthor(git).of(ObjectId.fromString(commit), path, line));
  }

  /**
   * The paths of HEAD's files, links and submodules; unknown when they cannot be listed or are more
   * than 500,000.
   */
  public Observation<SortedSet<String>> trackedFiles() {
    return git.reading(() -> Observation.known(files.tracked()));
  }

  /**
   * The paths of a commit's files, links and submodules; unknown when they cannot be listed or are
   * more than 500,000.
   *
   * @param commit its full id
   */
  public Observation<SortedSet<String>> trackedFiles(String commit) {
    return git.reading(() -> Observation.known(files.tracked(ObjectId.fromString(commit))));
  }

  /**
   * The tracked files of a directory that a sparse checkout keeps out of the working tree, those
   * below its own directories aside; unknown when git's index cannot be read.
   *
   * @param directory repository path; empty for the root
   */
  public Observation<List<String>> leftOut(String directory) {
    return git.reading(() -> Observation.known(new SparseCheckout(git).leftOut(directory)));
  }

  /**
   * The files that git tracks in the working tree, committed or not; where its index cannot be
   * read, those of HEAD. Unknown when they cannot be listed or are more than 500,000.
   */
  public Observation<SourceFiles> sourceFiles() {
    return git.reading(() -> Observation.known(files.sources()));
  }

  /**
   * A commit as its signature sees it.
   *
   * @param commit its full id
   * @return unknown when it cannot be read, or has more than 1 MiB
   */
  public Observation<SignedCommit> signed(String commit) {
    return git.reading(
        () -> Observation.known(new SignedCommits(git).of(ObjectId.fromString(commit))));
  }

  /**
   * Answers questions about branches, merges and paths.
   *
   * @return the answers, each known or unknown for itself; unknown as a whole when HEAD's files
   *     cannot be listed or are more than 500,000
   */
  public Observation<GitEvidence> observe(GitQuestions questions) {
    return git.reading(
        () ->
            Observation.known(
                new EvidenceReader(git).read(head, files.tracked(), files.sources(), questions)));
  }

  /**
   * Looks into all worktrees of the repository.
   *
   * @param excluded directories in which nothing counts as untracked, such as that of the site
   * @param questions which branches are to be checked out where: a detached HEAD there is held
   *     against them
   * @return each worktree with what is known of it, at most 200, without check lists
   */
  public WorktreeEvidence worktrees(Set<Path> excluded, List<PlaceQuestion> questions) {
    return new WorktreeReader(git).read(excluded, questions);
  }

  /**
   * Reads check lists in the worktrees where their branches are, else at the tips of those.
   *
   * @return the answers by the id of the workstream, in the order asked
   */
  public Map<String, Observation<Progress>> progress(List<ProgressQuestion> questions) {
    return questions.isEmpty() ? Map.of() : new WorktreeReader(git).progress(questions);
  }

  /**
   * Notes on the first-parent history of HEAD, HEAD's own left out.
   *
   * @param ref full name of the notes' ref
   * @param most most notes
   * @param commits most commits that are looked at
   * @param bytes most bytes of a note
   * @return newest first; empty when there is no such ref; unknown when the notes or the history
   *     cannot be read
   */
  public Observation<Optional<List<Note>>> notes(String ref, int most, int commits, int bytes) {
    return git.reading(() -> new Notes(git, ref).before(git.head(), most, commits, bytes));
  }

  /**
   * Notes on the first-parent history of a commit, its own included and HEAD's left out.
   *
   * @param ref full name of the notes' ref
   * @param commit full id of the commit where the history begins
   * @param most most notes, that of HEAD counted
   * @param commits most commits that are looked at
   * @param bytes most bytes of a note
   * @return newest first; empty when there is no such ref; unknown when the notes or the history
   *     cannot be read
   */
  public Observation<Optional<List<Note>>> notesUpTo(
      String ref, String commit, int most, int commits, int bytes) {
    return git.reading(
            () -> new Notes(git, ref).upTo(ObjectId.fromString(commit), most, commits, bytes))
        .map(
            found ->
                found.map(
                    notes -> notes.stream().filter(n -> !n.commit().equals(head.id())).toList()));
  }

  /**
   * Writes a note on HEAD's commit, in the place of that which it may have; nothing else of the
   * repository changes.
   *
   * @param ref full name of the notes' ref
   * @param time when it is written
   * @return whether anything had to be written; unknown when it cannot be
   */
  public Observation<Boolean> addNote(String ref, byte[] content, Instant time) {
    return new NoteWriter(git, ref, time).write(git.head(), content);
  }

  /**
   * The tracked paths that differ from HEAD in the index or in the working tree, sorted.
   *
   * @return unknown when that cannot be told, or HEAD is another commit by now
   */
  public Observation<List<String>> uncommitted() {
    return git.reading(
        () -> {
          if (!git.references().commit(Constants.HEAD).equals(Optional.of(git.head()))) {
            return Observation.unknown(
                "HEAD is another commit by now than when the run began", "Run it again.");
          }
          return Observation.known(
              git.workingTree().changes(files.tree(git.head())).stream()
                  .map(WorkingTree.Change::path)
                  .toList());
        });
  }

  @Override
  public void close() {
    git.store().close();
  }
}
