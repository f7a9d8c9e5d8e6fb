package dev.coord.evidence.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;

/**
 * The files of refs that name nothing, as a crash leaves them. git takes such a ref for a broken
 * one; JGit takes what {@code packed-refs} has of it from before, or the ref for gone.
 */
final class LooseRefs {

  private static final int BEGINNING = 64;

  /** What git reads: a commit with nothing or a space behind it, or the name of another ref. */
  private static final Pattern SOUND =
      Pattern.compile("(?:[0-9a-fA-F]{40}(?:\\s.*)?|ref:.*)", Pattern.DOTALL);

  private final Path common;

  /**
   * The refs of a repository.
   *
   * @param common the git directory that all worktrees share
   */
  LooseRefs(Path common) {
    this.common = Objects.requireNonNull(common, "common");
  }

  /**
   * Refuses a ref that does not come from a file although it has one.
   *
   * @param name full name of the ref
   * @param read what was read of it; null where nothing was
   * @throws UnreadableException when its file names neither a commit nor a ref
   */
  void check(String name, Ref read) throws IOException {
    if (name.startsWith(Constants.R_REFS)
        && (read == null || read.getStorage() != Ref.Storage.LOOSE)
        && isBroken(name)) {
      throw new UnreadableException(
          "the ref " + name + " is broken: its file names no commit",
          "Run git update-ref "
              + name
              + " COMMIT with the right one, or remove the file and fetch the branch again.");
    }
  }

  private boolean isBroken(String name) throws IOException {
    Path file;
    try {
      file = common.resolve(name);
    } catch (InvalidPathException e) {
      return false; // What cannot be a file is none.
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
      return !SOUND.matcher(text).matches();
    } catch (NoSuchFileException e) {
      return false; // git packed it meanwhile.
    }
  }
}
