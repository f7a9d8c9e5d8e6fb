package dev.coord.evidence.coverage;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.SourcePaths;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.reports.TrackedFiles.Match;
import dev.coord.evidence.xml.Texts;
import dev.coord.path.RepoPaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One report in the format of LCOV's tracefiles, after <a
 * href="https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1">geninfo(1)</a>, as
 * Istanbul, c8, coverage.py and others write it, too.
 *
 * <p>A file may have several sections, one for each test or compiled unit: a line was run when any
 * section says so, and a branch taken. Branches on a line that no section lists are kept as
 * branches without a line.
 */
final class Lcov implements CoverageFormat {

  private static final String AGAIN = "Run the tool that writes this report again.";

  /** What helps where an empty file is said to have a line. */
  private static final String NO_LINE_0 =
      "Lines begin at 1. coverage.py before 7.6.2 writes this of empty files: take its coverage xml.";

  /** What a file's sections so far say of its branches. */
  private record Branches(long structure, BitSet taken) {}

  private final CoverageMap<ReportedFile> files = new CoverageMap<>();
  private final Map<String, Branches> known = new HashMap<>();
  private final LineTable lines = new LineTable();
  private final LcovBranches branches = new LcovBranches();
  private final Map<String, Long> stated = new HashMap<>();
  private final SourcePaths paths;
  private final String report;
  private Optional<String> fileName = Optional.empty();

  Lcov(TrackedFiles tracked, Path workTree, String report) {
    this.paths = new SourcePaths(tracked, workTree);
    this.report = report;
  }

  /**
   * Reads the report.
   *
   * @throws InvalidReportException when it cannot be used, with its place
   */
  void read(InputStream in) throws IOException, InvalidReportException {
    TextRecord record = new TextRecord(in);
    try {
      while (record.advance()) {
        take(record);
      }
    } catch (TextRecord.TooLongException e) {
      throw invalid(
          record, "a line is longer than " + (TextRecord.MAX_LENGTH >> 10) + " KiB", AGAIN);
    }
    if (fileName.isPresent()) {
      throw invalid(record, "the report ends before end_of_record", AGAIN);
    }
  }

  private void take(TextRecord record) throws InvalidReportException {
    if (record.startsWith("DA:")) {
      line(record);
    } else if (record.startsWith("BRDA:")) {
      branch(record);
    } else if (record.startsWith("SF:")) {
      begin(record);
    } else if (record.startsWith("end_of_record")) {
      end(record);
    } else if (record.startsWith("LF:") || record.startsWith("LH:")) {
      state(record, 2);
    } else if (record.startsWith("BRF:") || record.startsWith("BRH:")) {
      state(record, 3);
    } else if (record.length() > 0 && !record.startsWith("#") && !record.hasKeyword()) {
      throw invalid(
          record,
          "\"" + Texts.shortened(record.text(0)) + "\" is no record of LCOV",
          CoverageReports.FORMAT_REMEDY);
    }
  }

  private void begin(TextRecord record) throws InvalidReportException {
    if (fileName.isPresent()) {
      throw invalid(record, "a file begins before end_of_record", AGAIN);
    }
    String name = record.text("SF:".length());
    if (name.isBlank() || name.length() > RepoPaths.MAX_LENGTH) {
      throw invalid(record, "a source file has no name, or a very long one", AGAIN);
    }
    fileName = Optional.of(name);
    lines.clear();
    branches.clear();
    stated.clear();
  }

  /** {@code DA:line,hits[,checksum]}. */
  private void line(TextRecord record) throws InvalidReportException {
    int comma = record.find(',', 3);
    long number = record.number(3, comma);
    long hits = record.number(comma + 1, record.find(',', comma + 1));
    if (number == 0 && hits != TextRecord.NONE) {
      throw invalid(
          record, "\"" + Texts.shortened(record.text(0)) + "\" is about a line 0", NO_LINE_0);
    }
    if (number < 1 || number > Integer.MAX_VALUE || hits == TextRecord.NONE) {
      throw notLike(record, "DA:12,3");
    }
    requireFile(record, lines.size());
    lines.add((int) number, hits > 0, 0, 0);
  }

  /** {@code BRDA:line,block,branch,taken}, with a dash where the line was not run. */
  private void branch(TextRecord record) throws InvalidReportException {
    int first = record.find(',', 5);
    int last = record.findLast(',');
    long number = record.number(5, first);
    boolean dash = record.is('-', last + 1, record.length());
    long taken = dash ? 0 : record.number(last + 1, record.length());
    if (number < 1 || number > Integer.MAX_VALUE || last <= first || taken == TextRecord.NONE) {
      throw notLike(record, "BRDA:12,0,1,3");
    }
    requireFile(record, branches.size());
    branches.add((int) number, record.hash(first + 1, last), taken > 0);
  }

  private void state(TextRecord record, int keyword) throws InvalidReportException {
    long count = record.number(keyword + 1, record.length());
    String name = record.text(0).substring(0, keyword);
    if (count == TextRecord.NONE) {
      throw notLike(record, name + ":12");
    }
    requireFile(record, 0);
    stated.put(name, count);
  }

  private void requireFile(TextRecord record, int soFar) throws InvalidReportException {
    if (fileName.isEmpty()) {
      throw invalid(record, "a line or branch is of no file: SF is missing", AGAIN);
    }
    if (soFar >= LineTable.MAX_LINES) {
      throw invalid(record, LineTable.TOO_LONG, AGAIN);
    }
  }

  private void end(TextRecord record) throws InvalidReportException {
    if (fileName.isEmpty()) {
      throw invalid(record, "end_of_record ends no file", AGAIN);
    }
    String name = fileName.get();
    Totals listed = new Totals(lines.run(), lines.size());
    Totals listedBranches = new Totals(branches.taken(), branches.size());
    branches.sort();
    checkBranches(record, listedBranches);
    mergeBranches(name);
    Totals unplaced = lines.place(branches);
    FileCoverage file = lines.toFile(name, unplaced.all(), unplaced.covered());
    check(record, "lines", listed, new Totals(file.count().lines(), file.size()), "LH", "LF");
    if (!files.add(new ReportedFile(name, ""), file)) {
      throw invalid(
          record,
          "more lines or files than can be kept",
          "Name fewer reports under evidence.coverage.");
    }
    fileName = Optional.empty();
  }

  private void checkBranches(TextRecord record, Totals listed) throws InvalidReportException {
    check(record, "branches", listed, new Totals(branches.taken(), branches.size()), "BRH", "BRF");
  }

  /** Counts may be with or without what is listed twice. */
  private void check(
      TextRecord record, String what, Totals listed, Totals once, String covered, String all)
      throws InvalidReportException {
    if (!stated.containsKey(covered) || !stated.containsKey(all)) {
      return;
    }
    Totals total = new Totals(stated.get(covered), stated.get(all));
    if (!total.equals(listed) && !total.equals(once)) {
      throw invalid(
          record, "the report states " + total + " " + what + ", but lists " + listed, AGAIN);
    }
  }

  /** A branch that another section of the file took was taken, where both know the same ones. */
  private void mergeBranches(String name) {
    if (branches.size() == 0) {
      return;
    }
    long structure = branches.structure();
    Branches before = known.get(name);
    boolean same = before != null && before.structure() == structure;
    BitSet taken = branches.merge(same ? before.taken() : new BitSet());
    if (same || before == null) {
      known.put(name, new Branches(structure, taken));
    }
  }

  private InvalidReportException notLike(TextRecord record, String like) {
    return invalid(
        record,
        "\"" + Texts.shortened(record.text(0)) + "\" does not read like \"" + like + "\"",
        AGAIN);
  }

  private InvalidReportException invalid(TextRecord record, String problem, String remedy) {
    return new InvalidReportException(Location.of(report, record.number(), 1), problem, remedy);
  }

  @Override
  public String format() {
    return "LCOV";
  }

  @Override
  public SortedMap<ReportedFile, FileCoverage> files() {
    return files.finish();
  }

  @Override
  public boolean placesBranches() {
    return true;
  }

  @Override
  public Match locate(FoundReport found, ReportedFile file) {
    return paths.locate(found, file.name(), List.of());
  }
}
