package dev.coord.evidence.coverage;

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
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One report in Clover XML, as <a href="https://openclover.org/doc/manual/latest/">OpenClover</a>,
 * PHPUnit and Istanbul write it.
 *
 * <p>Lines are those of statements and conditions; the line of a method's head counts in no tool's
 * own total of lines. A condition of OpenClover tells how often it was true and how often it was
 * false, and has two branches. Istanbul writes in the same places how many branches of the line
 * were taken and how many were not. The file's own totals tell which of the two is meant.
 */
final class CloverXml implements XmlCoverage {

  /** The release of Clover that every release of Istanbul says to be. */
  private static final String ISTANBUL = "3.2.0";

  private static final int MAX_BRANCHES = 1 << 29;

  private final CoverageMap<ReportedFile> files = new CoverageMap<>();
  private final LineTable lines = new LineTable();
  private final CloverConditions conditions = new CloverConditions();
  private final SourcePaths paths;
  private Optional<Instant> time = Optional.empty();
  private boolean istanbul;
  private boolean projects;
  private boolean ofTests;
  private String fileName = "";
  private Optional<Totals> statements = Optional.empty();
  private Optional<Totals> branches = Optional.empty();
  private Totals listed = Totals.NONE;
  private Optional<Totals> ofProject = Optional.empty();
  private Totals ofFiles = Totals.NONE;

  CloverXml(TrackedFiles tracked, Path workTree) {
    this.paths = new SourcePaths(tracked, workTree);
  }

  /** Whether a root element {@code coverage} is Clover's; Cobertura's tells rates instead. */
  static boolean isRoot(Element root) {
    return root.attribute("generated").isPresent() && root.attribute("line-rate").isEmpty();
  }

  @Override
  public String format() {
    return "Clover XML";
  }

  @Override
  public Optional<Instant> time() {
    return time;
  }

  @Override
  public void start(Element element) throws InvalidReportException {
    switch (element.name()) {
      case "coverage" -> {
        time = Epoch.of(element.text("generated"));
        istanbul = element.text("clover").equals(ISTANBUL);
      }
      case "project" -> {
        projects = true;
        ofProject = Optional.empty();
        ofFiles = Totals.NONE;
      }
      case "testproject" -> ofTests = true;
      case "file" -> startFile(element);
      case "line" -> line(element);
      case "metrics" -> metrics(element);
      default -> {}
    }
  }

  private void startFile(Element file) throws InvalidReportException {
    fileName = file.attribute("path").orElseGet(() -> file.text("name"));
    if (fileName.isBlank() || fileName.length() > RepoPaths.MAX_LENGTH) {
      throw file.invalid("a source file has no name, or a very long one");
    }
    lines.clear();
    conditions.clear();
    statements = Optional.empty();
    branches = Optional.empty();
    listed = Totals.NONE;
  }

  private void line(Element line) throws InvalidReportException {
    String type = line.text("type");
    if (!line.ancestor(1).equals("file") || type.equals("method")) {
      return;
    }
    if (lines.isFull()) {
      throw line.invalid(LineTable.TOO_LONG);
    }
    int number = (int) line.number("num", 1, Integer.MAX_VALUE);
    if (type.equals("cond")) {
      int first = times(line, "truecount");
      int second = times(line, "falsecount");
      conditions.add(number, first, second);
      lines.add(number, line.numberOr("count", Long.MAX_VALUE, first + second) > 0, 0, 0);
    } else if (type.equals("stmt")) {
      boolean run = line.number("count", 0, Long.MAX_VALUE) > 0;
      lines.add(number, run, 0, 0);
      listed = listed.plus(run ? 1 : 0, 1);
    } else {
      throw line.invalid(
          "a line is of type \"" + Texts.shortened(type) + "\", not stmt, cond or method");
    }
  }

  private static int times(Element line, String attribute) throws InvalidReportException {
    return (int) Math.min(line.number(attribute, 0, Long.MAX_VALUE), MAX_BRANCHES);
  }

  /** Those of a file and of all files; between them stand those of packages, below of classes. */
  private void metrics(Element metrics) throws InvalidReportException {
    if (metrics.ancestor(1).equals("file")) {
      statements = stated(metrics, "statements");
      branches = stated(metrics, "conditionals");
    } else if (metrics.ancestor(1).equals("project")) {
      ofProject = stated(metrics, "statements");
    }
  }

  private static Optional<Totals> stated(Element metrics, String all)
      throws InvalidReportException {
    if (metrics.attribute(all).isEmpty() || metrics.attribute("covered" + all).isEmpty()) {
      return Optional.empty();
    }
    Totals totals =
        new Totals(
            metrics.number("covered" + all, 0, Integer.MAX_VALUE),
            metrics.number(all, 0, Integer.MAX_VALUE));
    if (!totals.isPossible()) {
      throw metrics.invalid("the metrics state " + totals + " " + all);
    }
    return Optional.of(totals);
  }

  @Override
  public void end(Element element, String text) throws InvalidReportException {
    switch (element.name()) {
      case "file" -> endFile(element);
      case "project" -> endProject(element);
      case "testproject" -> ofTests = false;
      case "coverage" -> {
        if (element.depth() == 1 && !projects) {
          throw element.invalid(
              "this is not Clover XML: it has no <project>", CoverageReports.FORMAT_REMEDY);
        }
      }
      default -> {}
    }
  }

  /** What a project counts beyond its files is of files that are missing. */
  private void endProject(Element project) throws InvalidReportException {
    if (ofProject.filter(stated -> !stated.equals(ofFiles)).isPresent()) {
      throw project.invalid(
          "the project states " + ofProject.get() + " statements, but its files " + ofFiles);
    }
  }

  private void endFile(Element file) throws InvalidReportException {
    String called = Texts.shortened(fileName);
    Totals missed = statements.map(stated -> stated.minus(listed)).orElse(Totals.NONE);
    boolean empty = lines.size() == 0 && statements.filter(s -> s.all() > 0).isPresent();
    // Several statements may share a line, so there may be more of them than lines, and never less.
    if (empty || missed.covered() < 0 || missed.all() - missed.covered() < 0) {
      throw file.invalid(
          called + " states " + statements.get() + " statements, but lists " + listed);
    }
    Optional<Totals> unplaced = conditions.place(lines, branches, istanbul);
    if (unplaced.isEmpty()) {
      throw file.invalid(called + " has other branches than its metrics state");
    }
    Totals own = statements.orElse(listed);
    ofFiles = ofFiles.plus(own.covered(), own.all());
    Totals rest = unplaced.get();
    if (!ofTests
        && !files.add(
            new ReportedFile(fileName, ""), lines.toFile(fileName, rest.all(), rest.covered()))) {
      throw file.invalid(
          "more lines or files than can be kept", "Name fewer reports under evidence.coverage.");
    }
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
    return paths.locate(found, file.name(), List.of());
  }
}
