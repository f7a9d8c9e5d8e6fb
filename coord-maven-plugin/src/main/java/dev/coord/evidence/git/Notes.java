package dev.coord.evidence.git;

import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.notes.NoteMap;

/** Reads the notes of commits, as git-notes(1) keeps them. */
final class Notes {

  /** Most bytes of a tree of notes: some 200,000 of them. */
  private static final int TREE_LIMIT = 16 << 20;

  private final Internals git;
  private final String ref;

  /**
   * Notes of a kind.
   *
   * @param ref full name of their ref
   */
  Notes(Internals git, String ref) {
    this.git = git;
    this.ref = ref;
  }

  /** Where the notes stand; empty when there are none. */
  Optional<Ref> tip() throws IOException {
    return Optional.ofNullable(git.store().repository().exactRef(ref))
        .filter(found -> found.getObjectId() != null);
  }

  /**
   * Notes on the first-parent history of a commit, the commit itself left out.
   *
   * @param most most notes
   * @param commits most commits that are looked at
   * @param bytes most bytes of a note
   * @return newest first; empty when there is no such ref
   */
  Observation<Optional<List<Note>>> before(ObjectId commit, int most, int commits, int bytes)
      throws IOException {
    return tip().isEmpty()
        ? Observation.known(Optional.empty())
        : on(ancestors(commit, commits), most, bytes);
  }

  /** The same, with the commit itself. */
  Observation<Optional<List<Note>>> upTo(ObjectId commit, int most, int commits, int bytes)
      throws IOException {
    if (tip().isEmpty()) {
      return Observation.known(Optional.empty());
    }
    List<ObjectId> line = new ArrayList<>(List.of(commit));
    line.addAll(ancestors(commit, commits - 1));
    return on(line, most, bytes);
  }

  private Observation<Optional<List<Note>>> on(List<ObjectId> line, int most, int bytes)
      throws IOException {
    Optional<Ref> tip = tip();
    if (tip.isEmpty()) {
      return Observation.known(Optional.empty());
    }
    ObjectId tree = tree(tip.get().getObjectId());
    List<Note> notes = new ArrayList<>();
    for (Found found : find(tree, line, most)) {
      notes.add(new Note(found.commit().name(), content(found.note(), bytes)));
    }
    return Observation.known(Optional.of(List.copyOf(notes)));
  }

  private record Found(ObjectId commit, ObjectId note) {}

  private List<Found> find(ObjectId tree, List<ObjectId> line, int most) throws IOException {
    List<Found> found = new ArrayList<>();
    try (ObjectReader reader = git.store().repository().newObjectReader()) {
      NoteMap map = map(reader, tree);
      for (ObjectId commit : line) {
        ObjectId note = map.get(commit);
        if (note != null) {
          found.add(new Found(commit, note));
        }
        if (found.size() == most) {
          break;
        }
      }
    } catch (RuntimeException e) {
      throw damaged(e);
    }
    return found;
  }

  /** The notes of a tree, read as far as they are asked for. */
  NoteMap map(ObjectReader reader, ObjectId tree) throws IOException {
    if (reader.getObjectSize(tree, Constants.OBJ_TREE) > TREE_LIMIT) {
      throw new UnreadableException(
          ref + " holds more notes than coord reads", "Move the old ones to another ref.");
    }
    return NoteMap.readTree(reader, tree);
  }

  /** The tree of a commit of notes. */
  ObjectId tree(ObjectId tip) throws IOException {
    return git.commits().raw(tip).tree();
  }

  /** What JGit throws for notes that no git would write. */
  IOException damaged(RuntimeException cause) {
    return new IOException("the notes of " + ref + " are damaged", cause);
  }

  /** The commits before one, along first parents and as far as the clone has them. */
  private List<ObjectId> ancestors(ObjectId commit, int most) throws IOException {
    List<ObjectId> line = new ArrayList<>();
    ObjectId at = commit;
    try {
      while (line.size() < most) {
        List<ObjectId> parents = git.commits().raw(at).parents();
        if (parents.isEmpty()) {
          break;
        }
        at = parents.get(0);
        line.add(at);
      }
    } catch (MissingObjectException e) {
      if (!git.format().shallow()) {
        throw e;
      }
      // The history is cut off here; what was recorded after that is there.
    }
    return line;
  }

  private Optional<byte[]> content(ObjectId note, int bytes) {
    try {
      return git.store().readSmall(note, Constants.OBJ_BLOB, bytes);
    } catch (IOException e) {
      // A note that is no file, or is missing, is counted as such by who reads it.
      return Optional.empty();
    }
  }
}
