package dev.coord.evidence.coverage;

import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.json.JsonReader;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.LocalTimes;
import dev.coord.evidence.reports.SourcePaths;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.reports.TrackedFiles.Match;
import dev.coord.evidence.xml.Texts;
import dev.coord.path.RepoPaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One report as {@code coverage json} of <a
 * href="https://coverage.readthedocs.io/en/latest/commands/cmd_json.html">coverage.py</a> writes
 * it, formats 1 to 3.
 *
 * <p>A branch is a jump from one line to another; it counts on the line that it begins on. The
 * lines that were executed may hold excluded ones, too. The functions and classes of format 3 tell
 * the same lines again, and are not read. Its time has no zone.
 */
final class CoveragePyJson implements CoverageFormat {

  private static final long NEWEST_FORMAT = 3;
  private static final String OTHER = "this is not coverage.py's JSON: ";

  private final CoverageMap<ReportedFile> files = new CoverageMap<>();
  private final LineTable lines = new LineTable();
  private final LineTable excluded = new LineTable();
  private final LcovBranches branches = new LcovBranches();
  private final SourcePaths paths;
  private final String report;
  private JsonReader json;
  private Optional<Instant> latest = Optional.empty();
  private boolean hasFormat;
  private boolean hasFiles;
  private boolean hasTotals;
  private Stated file = new Stated();
  private final Stated totals = new Stated();
  private Totals allLines = Totals.NONE;
  private Totals allBranches = Totals.NONE;
  private boolean executed;
  private boolean missing;
  private boolean jumps;

  /** What a summary states; nothing below zero. */
  private static final class Stated {
    private Optional<Long> covered = Optional.empty();
    private Optional<Long> statements = Optional.empty();
    private long coveredBranches;
    private long branches;
  }

  CoveragePyJson(TrackedFiles tracked, Path workTree, String report) {
    this.paths = new SourcePaths(tracked, workTree);
    this.report = report;
  }

  /**
   * Reads the report.
   *
   * @throws InvalidReportException when it cannot be used, with its place
   */
  void read(InputStream in) throws IOException, InvalidReportException {
    JsonReader.read(in, report, this::read);
  }

  private void read(JsonReader reader) throws IOException, InvalidReportException {
    json = reader;
    json.object(
        name -> {
          switch (name) {
            case "meta" -> part(name, this::meta);
            case "files" -> {
              hasFiles = true;
              part(name, this::file);
            }
            case "totals" -> {
              hasTotals = true;
              part(name, key -> state(totals, key));
            }
            default -> {}
          }
        });
    if (!hasFormat || !hasFiles || !hasTotals) {
      throw json.invalid(
          OTHER + "it has no " + (hasFormat ? hasFiles ? "totals" : "files" : "meta.version"),
          CoverageReports.FORMAT_REMEDY);
    }
    check(totals, allLines, "the report");
    if (totals.coveredBranches != allBranches.covered() || totals.branches != allBranches.all()) {
      throw json.invalid(
          "the report states "
              + new Totals(totals.coveredBranches, totals.branches)
              + " branches, but its files have "
              + allBranches);
    }
  }

  /** What tools call the same and write otherwise, as gcovr does, is of another format. */
  private void part(String name, JsonReader.Members members)
      throws IOException, InvalidReportException {
    if (!json.isObject()) {
      throw json.invalid(
          OTHER + "its \"" + name + "\" is no object", CoverageReports.FORMAT_REMEDY);
    }
    json.object(members);
  }

  private void meta(String key) throws IOException, InvalidReportException {
    if (key.equals("version")) {
      hasFormat |= json.text().isPresent();
    } else if (key.equals("timestamp")) {
      latest = LocalTimes.latest(json.text().orElse(""));
    } else if (key.equals("format")) {
      hasFormat = true;
      long format = json.number(1, Integer.MAX_VALUE);
      if (format > NEWEST_FORMAT) {
        throw json.invalid(
            "this is format " + format + " of coverage.py's JSON, and coord reads those up to 3",
            "Write Cobertura XML (coverage xml) or LCOV (coverage lcov) instead.");
      }
    }
  }

  private void file(String name) throws IOException, InvalidReportException {
    if (name.isBlank() || name.length() > RepoPaths.MAX_LENGTH) {
      throw json.invalid("a source file has no name, or a very long one");
    }
    lines.clear();
    excluded.clear();
    branches.clear();
    file = new Stated();
    executed = false;
    missing = false;
    jumps = false;
    json.object(
        key -> {
          switch (key) {
            case "executed_lines" -> {
              executed = true;
              lines(true);
            }
            case "missing_lines" -> {
              missing = true;
              lines(false);
            }
            case "executed_branches" -> {
              jumps = true;
              branches(true);
            }
            case "missing_branches" -> {
              jumps = true;
              branches(false);
            }
            case "excluded_lines" ->
                json.array(
                    () -> {
                      room(excluded.size());
                      excluded.add((int) json.number(1, Integer.MAX_VALUE), true, 0, 0);
                    });
            case "summary" -> json.object(stated -> state(file, stated));
            default -> {}
          }
        });
    end(name);
  }

  private void lines(boolean run) throws IOException, InvalidReportException {
    json.array(
        () -> {
          room(lines.size());
          lines.add((int) json.number(1, Integer.MAX_VALUE), run, 0, 0);
        });
  }

  private void branches(boolean taken) throws IOException, InvalidReportException {
    json.array(
        () -> {
          room(branches.size());
          long[] ends = {0, 0};
          int[] at = {0};
          json.array(
              () -> {
                if (at[0] > 1) {
                  throw json.invalid("a branch has more than two ends");
                }
                ends[at[0]] = json.number(Integer.MIN_VALUE, Integer.MAX_VALUE);
                at[0]++;
              });
          if (at[0] < 2 || ends[0] < 1) {
            throw json.invalid("a branch should be two lines, such as [12, 14]");
          }
          branches.add((int) ends[0], ends[1], taken);
        });
  }

  private void room(int soFar) throws InvalidReportException {
    if (soFar >= LineTable.MAX_LINES) {
      throw json.invalid(LineTable.TOO_LONG);
    }
  }

  private void state(Stated stated, String key) throws IOException, InvalidReportException {
    switch (key) {
      case "covered_lines" -> stated.covered = Optional.of(count());
      case "num_statements" -> stated.statements = Optional.of(count());
      case "covered_branches" -> stated.coveredBranches = count();
      case "num_branches" -> stated.branches = count();
      default -> {}
    }
  }

  private long count() throws IOException, InvalidReportException {
    return json.number(0, Integer.MAX_VALUE);
  }

  private void end(String name) throws InvalidReportException {
    String called = Texts.shortened(name);
    if (!executed || !missing) {
      throw json.invalid(
          called + " has no " + (executed ? "missing_lines" : "executed_lines"),
          CoverageReports.FORMAT_REMEDY);
    }
    lines.remove(excluded);
    branches.sort();
    Totals found = new Totals(branches.taken(), branches.size());
    Totals stated = new Totals(file.coveredBranches, file.branches);
    if (jumps && !stated.equals(found)) {
      throw json.invalid(called + " states " + stated + " branches, but lists " + found);
    }
    // Releases before 7 may tell how many branches there are, and not where.
    Totals unplaced = jumps ? lines.place(branches) : stated;
    FileCoverage coverage = lines.toFile(name, unplaced.all(), unplaced.covered());
    Totals listed = new Totals(coverage.count().lines(), coverage.size());
    if (listed.covered() > file.covered.orElse(Long.MAX_VALUE)) {
      throw json.invalid(
          called + " lists executed lines that hold no statement, as old releases do",
          "Update coverage.py, or write Cobertura XML (coverage xml) or LCOV (coverage lcov).");
    }
    check(file, listed, called);
    allLines = allLines.plus(listed.covered(), listed.all());
    allBranches = allBranches.plus(stated.covered(), stated.all());
    if (!files.add(new ReportedFile(name, ""), coverage)) {
      throw json.invalid(
          "more lines or files than can be kept", "Name fewer reports under evidence.coverage.");
    }
  }

  private void check(Stated stated, Totals listed, String what) throws InvalidReportException {
    Totals said = new Totals(stated.covered.orElse(-1L), stated.statements.orElse(-1L));
    if (!said.equals(listed)) {
      throw json.invalid(
          what
              + (said.isPossible()
                  ? " states " + said + " lines, but lists " + listed
                  : " does not state how many lines it has"));
    }
  }

  @Override
  public Optional<Instant> latest() {
    return latest;
  }

  @Override
  public String format() {
    return "coverage.py JSON";
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
  public Match locate(FoundReport found, ReportedFile named) {
    return paths.locate(found, named.name(), List.of());
  }
}
