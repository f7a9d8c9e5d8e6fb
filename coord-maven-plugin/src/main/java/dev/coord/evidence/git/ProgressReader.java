package dev.coord.evidence.git;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Progress;
import dev.coord.evidence.Progress.Item;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.WorktreeEvidence.ProgressQuestion;
import dev.coord.path.RepoPaths;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Reads the check lists of workstreams: from the worktree in which the branch is checked out, else
 * from the branch's last commit.
 */
final class ProgressReader {

  /** Most bytes of a file. */
  static final int MAX_BYTES = 64 * 1024;

  /** Most items of a list. */
  static final int MAX_ITEMS = 500;

  private final Internals git;

  /**
   * Where a branch is checked out.
   *
   * @param root the directory of the worktree
   * @param shown the same as it is shown
   */
  record Place(Path root, String shown) {}

  ProgressReader(Internals git) {
    this.git = git;
  }

  /**
   * Reads one.
   *
   * @param place the worktree of the branch, where there is one that can be read
   * @return unknown when there is no such file, when it is no regular file of the worktree or the
   *     commit, or has more than 64 KiB or 500 items, or no item
   */
  Observation<Progress> read(ProgressQuestion question, Optional<Place> place) {
    if (question.branch().isEmpty()) {
      return Observation.unknown(
          "the plan names no branch to look for " + question.file() + " on",
          "Name the branch of the workstream in the plan.");
    }
    if (!RepoPaths.isSafe(question.file())) {
      return Observation.unknown(
          "progress_file is no path of the repository", "Correct progress_file in the plan.");
    }
    return place.isPresent()
        ? inWorktree(question.file(), place.get())
        : git.reading(() -> inCommit(question));
  }

  private static Observation<Progress> inWorktree(String path, Place place) {
    String where = path + " in the worktree " + Worktree.published(place.shown());
    try {
      Path root = place.root().toRealPath();
      Path file = root.resolve(path).toRealPath();
      if (!file.startsWith(root) || !RepoPaths.isSafe(slashes(root.relativize(file)))) {
        return Observation.unknown(
            where + " leads out of the worktree", "Put the file itself in its place.");
      }
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Observation.unknown(where + " is no regular file", "Name a Markdown file.");
      }
      byte[] bytes = WorkingFile.read(file, MAX_BYTES + 1);
      Instant changed = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
      return items(where, bytes)
          .map(
              items ->
                  new Progress(
                      path,
                      Optional.of(place.shown()),
                      Optional.empty(),
                      Optional.of(changed),
                      items));
    } catch (NoSuchFileException | InvalidPathException e) {
      return Observation.unknown(
          where + " does not exist", "Add it, or correct progress_file in the plan.");
    } catch (AccessDeniedException e) {
      return Observation.unknown(where + " may not be read", "Make it readable.");
    } catch (FileSystemLoopException e) {
      return Observation.unknown(where + " leads nowhere", "Put the file itself in its place.");
    } catch (IOException e) {
      return Observation.unknown(
          where + " cannot be read", "Check that it is a file you may read.");
    }
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private Observation<Progress> inCommit(ProgressQuestion question) throws IOException {
    String path = question.file();
    String branch = question.branch().orElseThrow();
    if (question.tip().isEmpty()) {
      return Observation.unknown(
          "the branch '" + branch + "' was found nowhere, so " + path + " cannot be read",
          "Fetch it (" + Unknowns.fetching(branch) + "), or correct the branch in the plan.");
    }
    ObjectId tip = ObjectId.fromString(question.tip().get());
    String where = path + " at the last commit of '" + branch + "'";
    Optional<TreeEntry> entry = git.trees().entry(git.commits().raw(tip).tree(), path);
    if (entry.isEmpty()) {
      return Observation.unknown(
          where + " does not exist, and the branch is checked out in no worktree",
          "Commit it, run coord where its worktree is, or correct progress_file in the plan.");
    }
    if (!entry.get().isRegular()) {
      return Observation.unknown(where + " is no regular file", "Name a Markdown file.");
    }
    byte[] bytes = git.store().beginning(entry.get().id(), Constants.OBJ_BLOB, MAX_BYTES + 1);
    Optional<Instant> changed =
        new LastChange(git).of(tip, path).optional().flatMap(c -> c).map(Commit::time);
    return items(where, bytes)
        .map(items -> new Progress(path, Optional.empty(), question.tip(), changed, items));
  }

  private static Observation<List<Item>> items(String where, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return Observation.unknown(
          where + " has more than " + MAX_BYTES / 1024 + " KiB", "Shorten it.");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Observation.unknown(where + " is not in UTF-8", "Save it in UTF-8.");
    }
    List<Item> items = CheckList.items(text, MAX_ITEMS);
    if (items.size() > MAX_ITEMS) {
      return Observation.unknown(
          where + " has more than " + MAX_ITEMS + " items", "Shorten the list.");
    }
    return items.isEmpty()
        ? Observation.unknown(where + " has no item", "Write items such as \"- [ ] Refunds\".")
        : Observation.known(items);
  }
}
