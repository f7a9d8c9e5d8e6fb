package dev.coord.evidence.coverage;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.reports.TrackedFiles.Match;
import dev.coord.evidence.xml.Texts;
import dev.coord.path.RepoPaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * One cover profile, as {@code go test -coverprofile} writes it, in any of its modes.
 *
 * <p>A profile knows blocks of statements, each from a line and column to another. A line counts
 * when a block with statements touches it, and as run when one of these was. Profiles that were
 * written one behind the other may each have their {@code mode:} line.
 */
final class GoProfile implements CoverageFormat {

  /** How a profile begins. */
  static final String BEGINNING = "mode:";

  private static final String AGAIN = "Run go test -coverprofile again.";

  private final CoverageMap<ReportedFile> files = new CoverageMap<>();
  private final LineBlocks blocks = new LineBlocks();
  private final GoModules modules;
  private final String report;
  private String fileName = "";

  GoProfile(TrackedFiles tracked, Path workTree, String report) {
    this.modules = new GoModules(tracked, workTree);
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
        if (record.startsWith(BEGINNING)) {
          mode(record);
        } else if (record.length() > 0) {
          block(record);
        }
      }
    } catch (TextRecord.TooLongException e) {
      throw invalid(record, "a line is longer than " + (TextRecord.MAX_LENGTH >> 10) + " KiB");
    }
    if (!record.isEnded()) {
      throw invalid(record.number() - 1, "the report ends in the middle of a line");
    }
    endFile(record);
  }

  private void mode(TextRecord record) throws InvalidReportException {
    String mode = record.text(BEGINNING.length()).strip();
    if (!mode.equals("set") && !mode.equals("count") && !mode.equals("atomic")) {
      throw invalid(
          record, "\"" + Texts.shortened(mode) + "\" is no mode of Go (set, count or atomic)");
    }
  }

  /** {@code file:line.column,line.column statements count}. */
  private void block(TextRecord record) throws InvalidReportException {
    int length = record.length();
    int count = record.findLast(' ');
    int statements = record.findLast(' ', count);
    int colon = record.findLast(':', statements);
    int comma = record.find(',', colon + 1);
    int startDot = record.find('.', colon + 1);
    int endDot = record.find('.', comma + 1);
    if (colon < 1 || startDot > comma || endDot > statements) {
      throw notLikeBlock(record);
    }
    long start = record.number(colon + 1, startDot);
    long end = record.number(comma + 1, endDot);
    long columns =
        Math.min(record.number(startDot + 1, comma), record.number(endDot + 1, statements));
    long all = record.number(statements + 1, count);
    long hits = record.number(count + 1, length);
    if (start < 1
        || end < start
        || columns == TextRecord.NONE
        || all == TextRecord.NONE
        || hits == TextRecord.NONE) {
      throw notLikeBlock(record);
    }
    if (end > LineTable.MAX_LINES || blocks.isFull()) {
      throw invalid(record, LineTable.TOO_LONG);
    }
    startFile(record, colon);
    if (all > 0) {
      blocks.add((int) start, (int) end, hits > 0);
    }
  }

  private void startFile(TextRecord record, int colon) throws InvalidReportException {
    if (record.is(fileName, colon)) {
      return;
    }
    endFile(record);
    fileName = record.text(0, colon);
    if (fileName.isBlank() || fileName.length() > RepoPaths.MAX_LENGTH) {
      throw invalid(record, "a source file has no name, or a very long one");
    }
  }

  private void endFile(TextRecord record) throws InvalidReportException {
    if (!fileName.isEmpty()
        && !files.add(new ReportedFile(fileName, ""), blocks.lines().toFile(fileName, 0, 0))) {
      throw new InvalidReportException(
          Location.of(report, record.number(), 1),
          "more lines or files than can be kept",
          "Name fewer reports under evidence.coverage.");
    }
    blocks.clear();
  }

  private InvalidReportException notLikeBlock(TextRecord record) {
    return invalid(
        record.number(),
        "\""
            + Texts.shortened(record.text(0))
            + "\" does not read like \"shop/cart.go:12.2,14.9 3 1\"");
  }

  private InvalidReportException invalid(TextRecord record, String problem) {
    return invalid(record.number(), problem);
  }

  private InvalidReportException invalid(int line, String problem) {
    return new InvalidReportException(Location.of(report, line, 1), problem, AGAIN);
  }

  @Override
  public String format() {
    return "Go cover profile";
  }

  @Override
  public SortedMap<ReportedFile, FileCoverage> files() {
    return files.finish();
  }

  @Override
  public boolean placesBranches() {
    return false;
  }

  @Override
  public Match locate(FoundReport found, ReportedFile file) {
    return modules.locate(found, file.name());
  }
}
