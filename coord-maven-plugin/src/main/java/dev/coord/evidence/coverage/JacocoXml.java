package dev.coord.evidence.coverage;

import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.reports.TrackedFiles.Match;
import dev.coord.evidence.xml.Element;
import dev.coord.evidence.xml.Texts;
import dev.coord.path.RepoPaths;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One report in JaCoCo XML, after its <a
 * href="https://www.jacoco.org/jacoco/trunk/coverage/report.dtd">DTD</a>.
 *
 * <p>A line counts when it has instructions, and as run when one of them was, as JaCoCo itself
 * counts. JaCoCo counts branches of code without line numbers too: they are kept as branches
 * without a line.
 */
final class JacocoXml implements XmlCoverage {

  /** Twice this is still an int. */
  private static final int MAX_BRANCHES = 1 << 29;

  private static final String DEBUG_REMEDY =
      "Compile with debug information (javac -g), or exclude these classes from the report.";

  /** Where Maven's goals write what they measure of one module. */
  private static final List<String> OWN =
      List.of("/target/site/jacoco/jacoco.xml", "/target/site/jacoco-it/jacoco.xml");

  private final TrackedFiles tracked;
  private final MavenModules modules;
  private final CoverageMap<ReportedFile> files = new CoverageMap<>();
  private final LineTable lines = new LineTable();
  private Optional<Instant> time = Optional.empty();
  private final Deque<String> groups = new ArrayDeque<>();
  private String packageName = "";
  private String fileName = "";
  private boolean classWithoutFile;

  // Counters of the element at hand, and sums over all files.
  private Totals fileLines = Totals.NONE;
  private Optional<Totals> fileBranches = Optional.empty();
  private boolean instructions;
  private Totals allLines = Totals.NONE;
  private Totals allBranches = Totals.NONE;

  JacocoXml(TrackedFiles tracked, Path workTree) {
    this.tracked = tracked;
    this.modules = new MavenModules(tracked, workTree);
  }

  @Override
  public String format() {
    return "JaCoCo XML";
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public Optional<Instant> time() {
    return time;
  }

  @Override
  public void start(Element element) throws InvalidReportException {
    switch (element.name()) {
      case "sessioninfo" -> session(element);
      case "group" -> groups.addLast(element.text("name"));
      case "package" -> packageName = element.text("name");
      case "class" -> classWithoutFile = element.attribute("sourcefilename").isEmpty();
      case "sourcefile" -> startFile(element);
      case "line" -> line(element);
      case "counter" -> counter(element);
      default -> {}
    }
  }

  private void session(Element session) throws InvalidReportException {
    Instant dump = Instant.ofEpochMilli(session.number("dump", 0, Long.MAX_VALUE));
    if (time.isEmpty() || dump.isAfter(time.get())) {
      time = Optional.of(dump);
    }
  }

  private void startFile(Element file) throws InvalidReportException {
    fileName = TrackedFiles.join(packageName, file.text("name"));
    if (file.text("name").isEmpty() || fileName.length() > RepoPaths.MAX_LENGTH) {
      throw file.invalid("a source file has no name, or a very long one");
    }
    lines.clear();
    fileLines = Totals.NONE;
    fileBranches = Optional.empty();
    instructions = false;
  }

  private void line(Element line) throws InvalidReportException {
    if (!line.ancestor(1).equals("sourcefile")) {
      return;
    }
    if (lines.isFull()) {
      throw line.invalid(LineTable.TOO_LONG);
    }
    int number = (int) line.number("nr", 1, Integer.MAX_VALUE);
    long missed = line.numberOr("mi", Integer.MAX_VALUE, 0);
    long run = line.numberOr("ci", Integer.MAX_VALUE, 0);
    int missedBranches = (int) line.numberOr("mb", MAX_BRANCHES, 0);
    int taken = (int) line.numberOr("cb", MAX_BRANCHES, 0);
    if (missed + run > 0) {
      lines.add(number, run > 0, missedBranches + taken, taken);
    }
  }

  private void counter(Element counter) throws InvalidReportException {
    switch (counter.ancestor(1)) {
      case "sourcefile" -> fileCounter(counter);
      case "class" -> {
        if (classWithoutFile
            && counter.text("type").equals("INSTRUCTION")
            && Totals.ofCounter(counter).all() > 0) {
          throw counter.invalid("a class does not tell its source file", DEBUG_REMEDY);
        }
      }
      case "report" -> checkReport(counter, counter.text("type"), Totals.ofCounter(counter));
      default -> {}
    }
  }

  private void fileCounter(Element counter) throws InvalidReportException {
    Totals totals = Totals.ofCounter(counter);
    switch (counter.text("type")) {
      case "INSTRUCTION" -> instructions = totals.all() > 0;
      case "LINE" -> fileLines = totals;
      case "BRANCH" -> fileBranches = Optional.of(totals);
      default -> {}
    }
  }

  private void checkReport(Element counter, String type, Totals stated)
      throws InvalidReportException {
    boolean known = type.equals("LINE") || type.equals("BRANCH");
    Totals listed = type.equals("LINE") ? allLines : allBranches;
    if (known && !stated.equals(listed)) {
      throw counter.invalid(
          "the report states " + stated + " for " + type + ", but its files sum to " + listed);
    }
  }

  @Override
  public void end(Element element, String text) throws InvalidReportException {
    switch (element.name()) {
      case "sourcefile" -> endFile(element);
      case "package" -> packageName = "";
      case "group" -> groups.removeLast();
      default -> {}
    }
  }

  private void endFile(Element file) throws InvalidReportException {
    if (instructions && lines.size() == 0) {
      throw file.invalid(
          Texts.shortened(fileName) + " has code, but none of its lines is known", DEBUG_REMEDY);
    }
    Totals listed = new Totals(lines.run(), lines.size());
    Totals onLines = new Totals(lines.taken(), lines.branches());
    Totals branches = fileBranches.orElse(onLines);
    Totals unplaced = branches.minus(onLines);
    if (!listed.equals(fileLines) || !unplaced.isPossible()) {
      throw file.invalid("the lines of " + Texts.shortened(fileName) + " contradict its counters");
    }
    allLines = allLines.plus(listed.covered(), listed.all());
    allBranches = allBranches.plus(branches.covered(), branches.all());
    ReportedFile key = new ReportedFile(fileName, String.join("/", groups));
    if (!files.add(key, lines.toFile(fileName, unplaced.all(), unplaced.covered()))) {
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
  public Match locate(FoundReport report, ReportedFile file) {
    String name = file.name();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String usual = "src/main/" + (ending.equals("kt") ? "kotlin" : ending);
    List<String> roots = file.group().isEmpty() ? roots(report) : report.roots();
    Match inModule = inModule(report, file, usual);
    Match match =
        inModule.isEmpty() ? tracked.endingIn(roots, name, List.of(usual), file.group()) : inModule;
    return match.isEmpty() && ending.equals("kt") ? locateKotlin(roots, usual, name) : match;
  }

  /** Of several files of its name, the one in the module that the innermost group is named by. */
  private Match inModule(FoundReport report, ReportedFile file, String usual) {
    String group = file.group().substring(file.group().lastIndexOf('/') + 1);
    if (group.isEmpty() || report.root().isPresent() || tracked.named(file.name()).size() < 2) {
      return Match.NONE;
    }
    return modules
        .directory(group)
        .map(module -> tracked.endingIn(List.of(module), file.name(), List.of(usual), ""))
        .orElse(Match.NONE);
  }

  /**
   * Where the files of a report without groups are. What Maven's {@code report} and {@code
   * report-integration} write tells of the classes of that module alone, so that a class which was
   * generated there is no file of its name in another module.
   */
  private static List<String> roots(FoundReport report) {
    List<String> roots = report.roots();
    String module = roots.get(0);
    boolean own =
        report.root().isEmpty()
            && OWN.stream().anyMatch(place -> report.path().equals(module + place));
    return own ? List.of(module) : roots;
  }

  /** Kotlin's conventions leave out the directories of the package that all files share. */
  private Match locateKotlin(List<String> roots, String usual, String name) {
    List<String> directories = roots.stream().map(root -> TrackedFiles.join(root, usual)).toList();
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      Match match = tracked.at(directories, name.substring(slash + 1));
      if (!match.isEmpty()) {
        return match;
      }
    }
    return Match.NONE;
  }
}
