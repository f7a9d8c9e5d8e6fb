package dev.coord.evidence;

import java.time.Instant;
import java.util.Objects;

/**
 * A report that was read.
 *
 * @param path path relative to the repository root
 * @param format the format, in words: {@code JUnit XML}, {@code JaCoCo XML}, {@code Cobertura XML}
 * @param time when it was written: the earlier of the file's time and the time it states itself
 */
public record ReportFile(String path, String format, Instant time)
    implements Comparable<ReportFile> {

  /** Checks that all parts are there. */
  public ReportFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(time, "time");
  }

  /** Orders by path. */
  @Override
  public int compareTo(ReportFile other) {
    return path.compareTo(other.path);
  }
}
