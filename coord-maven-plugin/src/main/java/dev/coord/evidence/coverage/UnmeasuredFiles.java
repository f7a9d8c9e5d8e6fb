package dev.coord.evidence.coverage;

import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.MeasuredLanguages;
import dev.coord.evidence.Observation;
import dev.coord.evidence.UnmeasuredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Finds the tracked sources that no report mentions, with as many lines as they have. */
public final class UnmeasuredFiles {

  /** A longer file is nobody's source, in bytes. */
  private static final long MOST_BYTES = 64L << 20;

  private static final int BUFFER = 1 << 16;

  private UnmeasuredFiles() {}

  /**
   * Looks for them. Only tracked paths are opened that are regular files below the work tree
   * without a link on the way; a tracked file that is not there has no line.
   *
   * @param tracked the files that git tracks in the work tree
   * @return by path; unknown when one cannot be read
   */
  public static Observation<List<UnmeasuredFile>> of(
      Path workTree, CoverageResults results, SortedSet<String> tracked) {
    MeasuredLanguages languages = new MeasuredLanguages(results);
    Set<String> measured = new HashSet<>();
    results.files().forEach(file -> file.path().ifPresent(measured::add));
    List<UnmeasuredFile> files = new ArrayList<>();
    for (String path : tracked) {
      if (!measured.contains(path) && languages.shouldMeasure(path)) {
        try {
          Path file = workTree.resolve(path);
          if (isOwn(workTree, file, path)) {
            files.add(new UnmeasuredFile(path, lines(file)));
          }
        } catch (IOException e) {
          return Observation.unknown(
              "how many lines " + path + " has, which no report mentions, cannot be told",
              "Make it a file that can be read.");
        }
      }
    }
    return Observation.known(List.copyOf(files));
  }

  private static boolean isOwn(Path workTree, Path file, String path) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && file.toRealPath().equals(workTree.toRealPath().resolve(path));
  }

  /** Lines as git counts them: the last one may have no end. */
  private static int lines(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException("too large");
    }
    int lines = 0;
    int last = '\n';
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        for (int i = 0; i < length; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
        last = buffer[length - 1];
      }
    }
    return last == '\n' ? lines : lines + 1;
  }
}
