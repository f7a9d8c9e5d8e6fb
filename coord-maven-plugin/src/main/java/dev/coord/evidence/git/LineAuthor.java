package dev.coord.evidence.git;

import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.lib.ObjectId;

/** Finds the commit that a line of a file is from, as {@code git blame} does. */
final class LineAuthor {

  private final Internals git;

  LineAuthor(Internals git) {
    this.git = git;
  }

  /**
   * The commit that last changed a line.
   *
   * @param line counted from 1
   * @return empty when the commit has no such line
   */
  Observation<Optional<Commit>> of(ObjectId commit, String path, int line) throws IOException {
    if (git.format().shallow()) {
      return Unknowns.shallow();
    }
    Optional<ObjectId> source = source(commit, path, line - 1);
    if (source.isEmpty()) {
      return Observation.known(Optional.empty());
    }
    // The names are taken from where the line is looked at: its author's own commit may rename him.
    Mailmap mailmap = git.commits().mailmap(git.commits().raw(commit).tree());
    return Observation.known(Optional.of(git.commits().plain(source.get(), mailmap)));
  }

  private Optional<ObjectId> source(ObjectId commit, String path, int index) throws IOException {
    try (BlameGenerator generator = new BlameGenerator(git.store().repository(), path)) {
      generator.push(null, commit);
      while (generator.next()) {
        if (generator.getResultStart() <= index && index < generator.getResultEnd()) {
          return Optional.of(generator.getSourceCommit().getId());
        }
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      throw new IOException("the history of " + path + " is damaged", e);
    }
  }
}
