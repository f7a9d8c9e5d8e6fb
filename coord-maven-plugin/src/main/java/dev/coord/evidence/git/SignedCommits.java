package dev.coord.evidence.git;

import dev.coord.evidence.SignedCommit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;

/**
 * Parts a commit from its signature, as {@code git verify-commit} does: what is signed is the
 * commit object without its header {@code gpgsig}, and without {@code gpgsig-sha256}, which signs
 * the same commit by its other name.
 */
final class SignedCommits {

  private static final byte[] HEADER = "gpgsig ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ANY = "gpgsig".getBytes(StandardCharsets.US_ASCII);

  private final Internals git;

  SignedCommits(Internals git) {
    this.git = git;
  }

  /** A commit as its signature sees it; two signatures follow each other, and so fit nothing. */
  SignedCommit of(AnyObjectId id) throws IOException {
    byte[] raw = git.store().read(id, Constants.OBJ_COMMIT, RawCommit.LIMIT);
    ByteArrayOutputStream payload = new ByteArrayOutputStream(raw.length);
    ByteArrayOutputStream signature = new ByteArrayOutputStream();
    boolean ours = false;
    boolean other = false;
    int line = 0;
    while (line < raw.length && raw[line] != '\n') {
      int next = RawCommit.endOfLine(raw, line) + 1;
      int end = Math.min(next, raw.length);
      boolean continued = raw[line] == ' ';
      ours = continued ? ours : RawCommit.startsWith(raw, line, HEADER);
      other = continued ? other : !ours && RawCommit.startsWith(raw, line, ANY);
      if (ours) {
        int text = line + (continued ? 1 : HEADER.length);
        signature.write(raw, text, end - text);
      } else if (!other) {
        payload.write(raw, line, end - line);
      }
      line = end;
    }
    payload.writeBytes(Arrays.copyOfRange(raw, line, raw.length));
    return new SignedCommit(
        id.name(),
        CommitReader.instant(RawCommit.parse(id, raw).time()),
        payload.toByteArray(),
        signature.toString(StandardCharsets.ISO_8859_1));
  }
}
