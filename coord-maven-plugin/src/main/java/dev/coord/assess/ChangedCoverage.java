package dev.coord.assess;

import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.ChangedLines.Doubt;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.MeasuredLanguages;
import dev.coord.evidence.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the reports say of the lines that were added or changed.
 *
 * @param lines the lines
 * @param files the changed files that reports measure, by path; those without a changed line that
 *     can be run are left out
 * @param unmeasured the changed sources that no report mentions, by path
 */
public record ChangedCoverage(ChangedLines lines, List<Piece> files, List<Unmeasured> unmeasured) {

  /**
   * The changed lines of one file.
   *
   * @param count those that can be run, and their branches
   * @param uncovered those of them that were not run; lines between them that cannot be run do not
   *     part them
   */
  public record Piece(String path, CoverageCount count, List<LineSpan> uncovered) {
    /** Copies the collection. */
    public Piece {
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(count, "count");
      uncovered = List.copyOf(uncovered);
    }
  }

  /**
   * A changed source that no report mentions.
   *
   * @param spans its lines that were added or changed
   */
  public record Unmeasured(String path, List<LineSpan> spans) {
    /** Copies the collection. */
    public Unmeasured {
      Objects.requireNonNull(path, "path");
      spans = List.copyOf(spans);
    }

    /** How many lines were added or changed. */
    public int size() {
      return spans.stream().mapToInt(LineSpan::size).sum();
    }
  }

  /** Copies the collections. */
  public ChangedCoverage {
    Objects.requireNonNull(lines, "lines");
    files = List.copyOf(files);
    unmeasured = List.copyOf(unmeasured);
  }

  /**
   * Joins the lines with the reports.
   *
   * @return unknown when a file is measured of which it cannot be told what was changed, or that
   *     was edited since
   */
  public static Observation<ChangedCoverage> of(CoverageResults results, ChangedLines lines) {
    SortedMap<String, FileCoverage> measured = new TreeMap<>();
    results.files().forEach(file -> file.path().ifPresent(path -> measured.put(path, file)));
    for (Map.Entry<String, Doubt> untold : lines.untold().entrySet()) {
      if (measured.containsKey(untold.getKey())) {
        return Observation.unknown(
            untold.getValue().of(untold.getKey()),
            untold.getValue().remedy() + ", or take it out of the reports.");
      }
    }
    Optional<String> edited = lines.writtenAfter(results.reports(), measured::containsKey);
    if (edited.isPresent()) {
      return Observation.unknown(
          edited.get() + " was edited or checked out after the coverage reports were written",
          "Run the tests again, so that they measure what lies there.");
    }
    MeasuredLanguages languages = new MeasuredLanguages(results);
    Optional<String> binary =
        lines.untold().entrySet().stream()
            .filter(untold -> untold.getValue() == Doubt.NO_TEXT)
            .map(Map.Entry::getKey)
            .filter(languages::shouldMeasure)
            .findFirst();
    if (binary.isPresent()) {
      return Observation.unknown(
          Doubt.NO_TEXT.of(binary.get()) + ", and no coverage report mentions it",
          Doubt.NO_TEXT.remedy() + ".");
    }
    List<Piece> pieces = new ArrayList<>();
    List<Unmeasured> unmeasured = new ArrayList<>();
    for (Map.Entry<String, List<LineSpan>> file : lines.files().entrySet()) {
      FileCoverage coverage = measured.get(file.getKey());
      if (coverage != null) {
        Piece piece = piece(file.getKey(), coverage, file.getValue());
        if (piece.count().allLines() > 0) {
          pieces.add(piece);
        }
      } else if (languages.shouldMeasure(file.getKey())) {
        unmeasured.add(new Unmeasured(file.getKey(), file.getValue()));
      }
    }
    return Observation.known(new ChangedCoverage(lines, pieces, unmeasured));
  }

  private static Piece piece(String path, FileCoverage file, List<LineSpan> spans) {
    CoverageCount count = CoverageCount.NONE;
    List<LineSpan> uncovered = new ArrayList<>();
    int span = 0;
    int first = 0;
    int last = 0;
    for (int i = 0; i < file.size() && span < spans.size(); i++) {
      int line = file.line(i);
      boolean opened = false;
      while (span < spans.size() && spans.get(span).last() < line) {
        span++;
        opened = true;
      }
      if (first > 0 && (opened || file.covered(i))) {
        uncovered.add(new LineSpan(first, last));
        first = 0;
      }
      if (span < spans.size() && spans.get(span).first() <= line) {
        boolean run = file.covered(i);
        count =
            count.plus(
                new CoverageCount(run ? 1 : 0, 1, file.coveredBranches(i), file.branches(i)));
        if (!run) {
          first = first == 0 ? line : first;
          last = line;
        }
      }
    }
    if (first > 0) {
      uncovered.add(new LineSpan(first, last));
    }
    return new Piece(path, count, uncovered);
  }

  /** The counts of all files together. */
  public CoverageCount count() {
    return files.stream().map(Piece::count).reduce(CoverageCount.NONE, CoverageCount::plus);
  }
}
