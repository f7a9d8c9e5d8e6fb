package dev.coord.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The lines of the files in the working tree that were added or changed since a commit. Of a file
 * that was renamed, those that are not as they were under its old name.
 *
 * @param from full id of the commit
 * @param uncommitted whether any of it is not committed
 * @param files the lines by path, ascending and apart; files without any are left out
 * @param untold files that differ, and of which lines cannot be told, by path; of those in which
 *     others begin a line where git does not, {@code files} has the lines that git counts
 * @param written when files that differ were written, by path; where what is committed was there
 *     before all reports, only those whose changes are not committed
 */
public record ChangedLines(
    String from,
    boolean uncommitted,
    SortedMap<String, List<LineSpan>> files,
    SortedMap<String, Doubt> untold,
    SortedMap<String, Instant> written) {

  /** Why the changed lines of a file cannot be told. */
  public enum Doubt {
    /** A filter stands between the file and what is committed. */
    UNCOMPARED("", "Run git status, which notes what is unchanged"),
    /** Its changes are in no {@code git diff}. */
    HIDDEN(
        ": it is not as it is committed, and git was told not to look at it (git update-index"
            + " --assume-unchanged or --skip-worktree)",
        "Run git update-index --no-assume-unchanged (or --no-skip-worktree) with its path"),
    /** It is binary, or too large to be compared. */
    NO_TEXT(
        ": git takes it for binary, as it has a NUL byte, or it is very large",
        "Take NUL bytes out of it, or part it"),
    /** What is read there is no content of the path. */
    LINK(
        ": it is a symbolic link, and leads to no tracked file",
        "Let the tools look at the file itself"),
    /** Compilers and reports begin a line where git does not. */
    RETURN_WITHIN_LINE(
        ": a carriage return stands within one of its lines, and git alone does not begin a new"
            + " line there",
        "Take it out of the file"),
    /** So do some compilers at what Unicode calls a new line. */
    SEPARATOR_WITHIN_LINE(
        ": a line separator of Unicode (U+0085, U+2028 or U+2029) stands in it, and where some"
            + " compilers begin a new line there, git does not",
        "Write it as an escape, such as \\u2028");

    private final String clause;
    private final String remedy;

    Doubt(String clause, String remedy) {
      this.clause = clause;
      this.remedy = remedy;
    }

    /** What cannot be told of a file, one clause. */
    public String of(String path) {
      return "which lines of " + path + " were changed cannot be told" + clause;
    }

    /** What to do, without the full stop. */
    public String remedy() {
      return remedy;
    }
  }

  /** Copies the collections. */
  public ChangedLines {
    Objects.requireNonNull(from, "from");
    SortedMap<String, List<LineSpan>> copy = new TreeMap<>();
    files.forEach((path, spans) -> copy.put(path, List.copyOf(spans)));
    copy.values().removeIf(List::isEmpty);
    files = Collections.unmodifiableSortedMap(copy);
    untold = Collections.unmodifiableSortedMap(new TreeMap<>(untold));
    written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
  }

  /** Lines of files that are all committed. */
  public ChangedLines(
      String from,
      boolean uncommitted,
      SortedMap<String, List<LineSpan>> files,
      SortedMap<String, Doubt> untold) {
    this(from, uncommitted, files, untold, new TreeMap<>());
  }

  /**
   * The first of some files that was edited or checked out after all reports were written, which
   * tell of it as it was before. Of one second nobody knows which was first.
   */
  public Optional<String> writtenAfter(List<ReportFile> reports, Predicate<String> meant) {
    Instant newest =
        reports.stream().map(ReportFile::time).max(Comparator.naturalOrder()).orElse(Instant.MAX);
    return written.entrySet().stream()
        .filter(file -> meant.test(file.getKey()))
        .filter(file -> file.getValue().truncatedTo(ChronoUnit.SECONDS).isAfter(newest))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
