package dev.coord.evidence.coverage;

import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.SourcePaths;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.reports.TrackedFiles.Match;
import dev.coord.evidence.xml.Element;
import dev.coord.evidence.xml.Texts;
import dev.coord.path.RepoPaths;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One report in Cobertura XML, after its <a
 * href="https://github.com/cobertura/web/blob/master/htdocs/xml/coverage-04.dtd">DTD</a>, as
 * coverage.py and many others write it.
 *
 * <p>The lines of a class are those it lists itself; those it lists by method are the same ones
 * again, and count only where there are no others. Some tools count branches that they put on no
 * line: the difference is kept as branches without a line, of no file.
 */
final class CoberturaXml implements XmlCoverage {

  private static final Pattern CONDITIONS =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,18})?)% \\(([0-9]{1,9})/([0-9]{1,9})\\)");

  private static final int MAX_DIRECTORIES = 1000;

  private final CoverageMap<ReportedFile> files = new CoverageMap<>();
  private final List<String> directories = new ArrayList<>();
  private final LineTable ofClass = new LineTable();
  private final LineTable ofMethods = new LineTable();
  private final SourcePaths paths;
  private final String report;
  private Optional<Instant> time = Optional.empty();
  private Optional<Totals> statedLines = Optional.empty();
  private Optional<Totals> statedBranches = Optional.empty();
  private Optional<StatedRate> lineRate = Optional.empty();
  private Optional<StatedRate> branchRate = Optional.empty();
  private SortedMap<ReportedFile, FileCoverage> finished = Collections.emptySortedMap();
  private Optional<FileCoverage> rest = Optional.empty();
  private boolean packages;
  private String fileName = "";
  private Totals listedLines = Totals.NONE;
  private Totals listedBranches = Totals.NONE;

  CoberturaXml(TrackedFiles tracked, Path workTree, String report) {
    this.paths = new SourcePaths(tracked, workTree);
    this.report = report;
  }

  @Override
  public String format() {
    return "Cobertura XML";
  }

  @Override
  public Optional<Instant> time() {
    return time;
  }

  @Override
  public void start(Element element) throws InvalidReportException {
    switch (element.name()) {
      case "coverage" -> startReport(element);
      case "source" -> element.captureText(RepoPaths.MAX_LENGTH);
      case "packages" -> packages = true;
      case "class" -> startClass(element);
      case "line" -> line(element);
      default -> {}
    }
  }

  private void startReport(Element coverage) throws InvalidReportException {
    statedLines = stated(coverage, "lines-covered", "lines-valid");
    statedBranches = stated(coverage, "branches-covered", "branches-valid");
    // Totals say more than shares, which tools round, each in its own way.
    lineRate = statedLines.isPresent() ? Optional.empty() : StatedRate.of(coverage, "line-rate");
    branchRate =
        statedBranches.isPresent() ? Optional.empty() : StatedRate.of(coverage, "branch-rate");
    time = Epoch.of(coverage.text("timestamp"));
  }

  private static Optional<Totals> stated(Element coverage, String covered, String all)
      throws InvalidReportException {
    if (coverage.attribute(covered).isEmpty() || coverage.attribute(all).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Totals(
            coverage.number(covered, 0, Integer.MAX_VALUE),
            coverage.number(all, 0, Integer.MAX_VALUE)));
  }

  private void startClass(Element type) throws InvalidReportException {
    fileName = type.text("filename");
    if (fileName.isEmpty() || fileName.length() > RepoPaths.MAX_LENGTH) {
      throw type.invalid("a class has no file name, or a very long one");
    }
    ofClass.clear();
    ofMethods.clear();
  }

  private void line(Element line) throws InvalidReportException {
    if (!line.ancestor(1).equals("lines")) {
      return;
    }
    int number = (int) line.number("number", 1, Integer.MAX_VALUE);
    boolean run = line.number("hits", 0, Long.MAX_VALUE) > 0;
    int all = 0;
    int taken = 0;
    Optional<String> conditions = line.attribute("condition-coverage");
    if (conditions.isPresent() && line.text("branch").equalsIgnoreCase("true")) {
      Matcher matcher = CONDITIONS.matcher(conditions.get());
      if (!matcher.matches()) {
        throw line.invalid(
            "condition-coverage=\""
                + Texts.shortened(conditions.get())
                + "\" does not read like \"50% (1/2)\"");
      }
      taken = Integer.parseInt(matcher.group(2));
      all = Integer.parseInt(matcher.group(3));
      if (taken > all) {
        throw line.invalid("more branches were taken than there are (" + taken + "/" + all + ")");
      }
      // Rounded to a whole number, up or down.
      if (Math.abs(Double.parseDouble(matcher.group(1)) * all - 100.0 * taken) > all) {
        throw line.invalid(
            "condition-coverage=\"" + Texts.shortened(conditions.get()) + "\" contradicts itself");
      }
    }
    LineTable table = line.ancestor(2).equals("method") ? ofMethods : ofClass;
    if (table.isFull()) {
      throw line.invalid(LineTable.TOO_LONG);
    }
    table.add(number, run, all, taken);
  }

  @Override
  public void end(Element element, String text) throws InvalidReportException {
    switch (element.name()) {
      case "source" -> addDirectory(element, text);
      case "class" -> endClass(element);
      case "coverage" -> {
        if (element.depth() == 1) {
          endReport(element);
        }
      }
      default -> {}
    }
  }

  private void addDirectory(Element source, String text) throws InvalidReportException {
    if (!text.isBlank()) {
      directories.add(text.strip());
    }
    if (directories.size() > MAX_DIRECTORIES) {
      throw source.invalid("more than " + MAX_DIRECTORIES + " sources");
    }
  }

  private void endClass(Element type) throws InvalidReportException {
    LineTable table = ofClass.size() == 0 ? ofMethods : ofClass;
    listedLines = listedLines.plus(table.run(), table.size());
    listedBranches = listedBranches.plus(table.taken(), table.branches());
    if (!files.add(new ReportedFile(fileName, ""), table.toFile(fileName, 0, 0))) {
      throw type.invalid(
          "more lines or files than can be kept", "Name fewer reports under evidence.coverage.");
    }
  }

  private void endReport(Element coverage) throws InvalidReportException {
    if (!packages) {
      throw coverage.invalid(
          "this is not Cobertura XML: it has no <packages>", CoverageReports.FORMAT_REMEDY);
    }
    finished = files.finish();
    CoverageCount merged =
        finished.values().stream()
            .map(FileCoverage::count)
            .reduce(CoverageCount.NONE, CoverageCount::plus);
    Totals mergedLines = new Totals(merged.lines(), merged.allLines());
    if (statedLines.isPresent()
        && !statedLines.get().equals(listedLines)
        && !statedLines.get().equals(mergedLines)) {
      throw coverage.invalid(
          "the report states " + statedLines.get() + " lines, but lists " + listedLines);
    }
    Totals mergedBranches = new Totals(merged.branches(), merged.allBranches());
    check(coverage, lineRate, "line-rate", listedLines, mergedLines);
    check(coverage, branchRate, "branch-rate", listedBranches, mergedBranches);
    if (statedBranches.isPresent()) {
      addUnplaced(coverage, statedBranches.get(), mergedBranches);
    }
  }

  private static void check(
      Element coverage, Optional<StatedRate> rate, String attribute, Totals listed, Totals merged)
      throws InvalidReportException {
    if (listed.all() > 0
        && rate.filter(r -> r.contradicts(listed) && r.contradicts(merged)).isPresent()) {
      throw coverage.invalid(
          "the report states "
              + attribute
              + "=\""
              + rate.get().value().toPlainString()
              + "\", but lists "
              + listed);
    }
  }

  private void addUnplaced(Element coverage, Totals stated, Totals merged)
      throws InvalidReportException {
    Totals unplaced = stated.equals(merged) ? Totals.NONE : stated.minus(listedBranches);
    if (!unplaced.isPossible()) {
      throw coverage.invalid(
          "the report states " + stated + " branches, but lists " + listedBranches);
    }
    if (unplaced.all() > 0) {
      String name = "branches without a line (" + report + ")";
      rest = Optional.of(new LineTable().toFile(name, unplaced.all(), unplaced.covered()));
    }
  }

  @Override
  public SortedMap<ReportedFile, FileCoverage> files() {
    return finished;
  }

  @Override
  public Optional<FileCoverage> rest() {
    return rest;
  }

  @Override
  public boolean placesBranches() {
    return false;
  }

  @Override
  public Match locate(FoundReport found, ReportedFile file) {
    return paths.locate(found, file.name(), directories);
  }
}
