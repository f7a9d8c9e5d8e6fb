package dev.coord.engine;

import dev.coord.evidence.Observation;
import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.RecordedRuns;
import dev.coord.evidence.RecordedRuns.Source;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.git.Note;
import dev.coord.publish.StatusReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads what former runs came to: from the notes that they left in git, else from the site that
 * this run replaces.
 */
final class Records {

  /** Where runs are recorded. */
  static final String REF = "refs/notes/coord";

  /** Where the names of their tests are, which only rules that look back read. */
  static final String TESTS = "refs/notes/coord-tests";

  /** Most runs that are read. */
  static final int MOST_RUNS = 50;

  private static final int MOST_COMMITS = 2_000;

  private Records() {}

  /**
   * What former runs came to.
   *
   * @param site where the site is written
   */
  static Observation<RecordedRuns> read(Opened opened, Path site) {
    return opened
        .git()
        .then(
            git ->
                git.notes(REF, MOST_RUNS, MOST_COMMITS, StatusReader.MOST_BYTES)
                    .then(notes -> notes.map(Records::noted).orElseGet(() -> former(git, site))));
  }

  private static Observation<RecordedRuns> noted(List<Note> notes) {
    List<RecordedRun> runs = new ArrayList<>();
    for (Note note : notes) {
      note.content()
          .flatMap(StatusReader::read)
          // A note that was copied from another commit tells nothing of this one.
          .filter(run -> run.commit().equals(note.commit()))
          .ifPresent(runs::add);
    }
    Collections.reverse(runs);
    return Observation.known(new RecordedRuns(Source.NOTES, runs, notes.size() - runs.size()));
  }

  private static Observation<RecordedRuns> former(GitRepository git, Path site) {
    Path file = site.resolve(SiteOutput.STATUS);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return none();
    }
    Optional<RecordedRun> run;
    try (InputStream in = Files.newInputStream(file)) {
      run = StatusReader.read(in.readNBytes(StatusReader.MOST_BYTES + 1));
    } catch (IOException e) {
      return none();
    }
    return Observation.known(
        new RecordedRuns(
            Source.FORMER_SITE,
            run.filter(r -> !r.commit().equals(git.head().id())).stream().toList(),
            0));
  }

  private static Observation<RecordedRuns> none() {
    return Observation.known(RecordedRuns.NONE);
  }
}
