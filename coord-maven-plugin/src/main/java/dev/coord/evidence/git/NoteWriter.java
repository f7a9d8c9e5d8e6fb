package dev.coord.evidence.git;

import dev.coord.evidence.Observation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.notes.NoteMap;

/**
 * Writes the note of a commit, as git-notes(1) keeps them: the one thing that coord ever writes to
 * a repository. Neither HEAD, nor a branch, nor the index, nor a file of the working tree is
 * touched.
 */
final class NoteWriter {

  /** How often somebody else may be quicker. */
  private static final int ATTEMPTS = 20;

  /** Longest pause after the first attempt; after the second twice as long, and so on. */
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

  private final Internals git;
  private final Notes notes;
  private final String ref;
  private final PersonIdent author;

  /**
   * A writer.
   *
   * @param ref full name of the notes' ref
   * @param time when it is written
   */
  NoteWriter(Internals git, String ref, Instant time) {
    this.git = git;
    this.notes = new Notes(git, ref);
    this.ref = ref;
    // The configuration of the user is not read, so that nobody's name is taken in vain.
    this.author = new PersonIdent("coord", "coord@localhost", time, ZoneOffset.UTC);
  }

  /**
   * Writes a note, in the place of that which the commit may have.
   *
   * @return whether anything had to be written
   */
  Observation<Boolean> write(ObjectId commit, byte[] content) {
    if (git.format().reftable()) {
      return Observation.unknown(
          "the repository keeps its refs in reftables, which coord reads and does not write",
          "Write the note with git notes --ref=" + ref + " add -f -F status.json.");
    }
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<Boolean> written = attempt(commit, content);
        if (written.isPresent()) {
          return Observation.known(written.get());
        }
        // Not all at the same time again; about a second together, as git waits for a lock.
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE * (attempt + 1)));
      }
      return Observation.unknown(
          "others write to " + ref + " all the time, or left its lock behind",
          "Run it again; if no git runs, remove " + ref + ".lock from the git directory.");
    } catch (UnreadableException e) {
      return Observation.unknown(e.getMessage(), e.remedy());
    } catch (IOException e) {
      return Observation.unknown(
          ref + " cannot be written (" + e.getMessage() + ")",
          "See that the git directory and its files can be written, and run git fsck.");
    }
  }

  /** Empty when somebody else was quicker. */
  private Optional<Boolean> attempt(ObjectId commit, byte[] content) throws IOException {
    Repository repository = git.store().repository();
    Ref before = repository.exactRef(ref);
    if (before != null && before.isSymbolic()) {
      throw new UnreadableException(
          ref + " stands for " + before.getTarget().getName(),
          "Remove it (git symbolic-ref --delete " + ref + "): coord writes to no other ref.");
    }
    ObjectId tip = before == null ? ObjectId.zeroId() : before.getObjectId();
    try (ObjectReader reader = repository.newObjectReader();
        ObjectInserter inserter = repository.newObjectInserter()) {
      NoteMap map = before == null ? NoteMap.newEmptyMap() : notes.map(reader, notes.tree(tip));
      ObjectId note = inserter.idFor(Constants.OBJ_BLOB, content);
      if (note.equals(map.get(commit))) {
        return Optional.of(false);
      }
      map.set(commit, inserter.insert(Constants.OBJ_BLOB, content));
      CommitBuilder made = new CommitBuilder();
      made.setTreeId(map.writeTree(inserter));
      if (before != null) {
        made.setParentId(tip);
      }
      made.setAuthor(author);
      made.setCommitter(author);
      made.setEncoding(StandardCharsets.UTF_8);
      made.setMessage("Notes added by coord\n");
      ObjectId id = inserter.insert(made);
      inserter.flush();
      return move(repository, tip, id);
    } catch (RuntimeException e) {
      throw notes.damaged(e);
    }
  }

  private Optional<Boolean> move(Repository repository, ObjectId from, ObjectId to)
      throws IOException {
    RefUpdate update = repository.updateRef(ref, true);
    update.setExpectedOldObjectId(from);
    update.setNewObjectId(to);
    update.setRefLogIdent(author);
    update.setRefLogMessage("notes: Notes added by coord", false);
    RefUpdate.Result result = update.forceUpdate();
    return switch (result) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> Optional.of(true);
      case LOCK_FAILURE, REJECTED -> Optional.empty();
      default -> throw new IOException("git says " + result);
    };
  }
}
