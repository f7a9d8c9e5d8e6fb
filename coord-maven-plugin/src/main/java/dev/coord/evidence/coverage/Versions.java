package dev.coord.evidence.coverage;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.reports.FoundReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds against each other what reports of one format say about the lines of one committed file.
 *
 * <p>JaCoCo takes lines from compiled classes, and the classes of one build have one table of
 * lines: where two reports each know lines that the other does not, one is of another version of
 * the file, and their sum is of none. Tools that take lines from source text differ a little from
 * release to release and from one transformation of the text to another, so that a difference is
 * said and no more. Reports of different formats are not compared.
 */
final class Versions {

  private static final String REMEDY =
      "Write both from one version of the sources, or say under evidence.coverage which reports"
          + " count.";

  private record Source(String report, String format) {}

  private record Pair(String first, String second) {}

  /** What is told of two reports: a file as an example, and how many there are. */
  private static final class Differences {
    private final String example;
    private int files;

    Differences(String example) {
      this.example = example;
    }
  }

  /** Stands for a file that reports of different formats have told about. */
  private static final Source MIXED = new Source("", "");

  private final Map<String, Source> sources = new HashMap<>();
  private final Map<Pair, Differences> differences = new LinkedHashMap<>();

  /**
   * Compares what a report says of a file with what those before it said.
   *
   * @param exact whether reports of this format cannot differ about one version of a file
   * @param path the committed file
   * @param before the file as the reports before tell it
   * @throws InvalidReportException when they contradict each other and cannot both be right
   */
  void compare(
      FoundReport report,
      String format,
      boolean exact,
      String path,
      Optional<FileCoverage> before,
      FileCoverage now)
      throws InvalidReportException {
    Source here = new Source(report.path(), format);
    Source other = sources.putIfAbsent(path, here);
    if (other == null || other.equals(here) || before.isEmpty()) {
      return;
    }
    if (!other.format().equals(format)) {
      sources.put(path, MIXED);
      return;
    }
    LineDifference difference = LineDifference.between(before.get(), now);
    if (!difference.isContradiction()) {
      return;
    }
    if (exact) {
      throw new InvalidReportException(
          Location.ofFile(report.path()),
          "%s has line %d in %s alone and line %d in this report alone, so they are of different versions of it"
              .formatted(path, difference.first(), other.report(), difference.second()),
          REMEDY);
    }
    String example =
        "%s (line %d in the first alone, line %d in the second alone)"
            .formatted(path, difference.first(), difference.second());
    Pair pair = new Pair(other.report(), report.path());
    differences.computeIfAbsent(pair, any -> new Differences(example)).files++;
  }

  /** What should be said of reports that differ and are merged all the same. */
  List<Diagnostic> warnings() {
    List<Diagnostic> warnings = new ArrayList<>();
    differences.forEach(
        (pair, found) ->
            warnings.add(
                Diagnostic.warning(
                    Location.ofFile(pair.second()),
                    pair.first()
                        + " and "
                        + pair.second()
                        + " tell of different lines in "
                        + found.example
                        + (found.files == 1
                            ? ""
                            : " and "
                                + (found.files - 1)
                                + " more file"
                                + (found.files == 2 ? "" : "s"))
                        + ", and are merged line by line",
                    REMEDY)));
    return warnings;
  }
}
