package dev.coord.evidence.tests;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.ReportFile;
import dev.coord.evidence.xml.Element;
import dev.coord.evidence.xml.ElementHandler;
import dev.coord.evidence.xml.Texts;
import dev.coord.evidence.xml.XmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells of runs of Failsafe that were broken off: what was not run any more is in no report, and
 * its goal {@code integration-test} leaves it to {@code verify} to fail. The {@code
 * failsafe-summary.xml} beside the reports says it.
 */
final class FailsafeSummaries {

  private static final String SUMMARY = "failsafe-summary.xml";
  private static final String OWN = "target/failsafe-reports";
  private static final String OTHER = "target/surefire-reports";
  private static final int KEPT = 500;

  private final Path workTree;
  private final XmlReader xml;

  FailsafeSummaries(Path workTree, XmlReader xml) {
    this.workTree = workTree;
    this.xml = xml;
  }

  /**
   * What broke off the first of them.
   *
   * @param reports the reports that count: of the modules that have some
   * @param named whether the plan names them: then a run none of whose reports count is not asked
   *     for
   */
  Optional<Diagnostic> broken(List<ReportFile> reports, boolean named) {
    SortedMap<String, Instant> own = newest(reports, OWN);
    SortedMap<String, Instant> all = named ? new TreeMap<>() : newest(reports, OTHER);
    all.putAll(own);
    for (Map.Entry<String, Instant> directory : all.entrySet()) {
      String summary = directory.getKey() + SUMMARY;
      if (isOf(summary, directory.getValue())) {
        try {
          xml.read(workTree.resolve(summary), summary, new Summary());
        } catch (InvalidReportException e) {
          return Optional.of(e.diagnostic());
        }
      }
    }
    return Optional.empty();
  }

  /** By directory of Failsafe's reports when the newest report of a kind in its module is of. */
  private static SortedMap<String, Instant> newest(List<ReportFile> reports, String kind) {
    SortedMap<String, Instant> newest = new TreeMap<>();
    for (ReportFile report : reports) {
      String directory = report.path().substring(0, report.path().lastIndexOf('/') + 1);
      if (("/" + directory).endsWith("/" + kind + "/")) {
        String module = directory.substring(0, directory.length() - kind.length() - 1);
        newest.merge(module + OWN + "/", report.time(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return newest;
  }

  /** Failsafe writes it when all is run: an older one is of a run before. */
  private boolean isOf(String summary, Instant newest) {
    Path file = workTree.resolve(summary);
    try {
      return Files.isDirectory(file.getParent(), LinkOption.NOFOLLOW_LINKS)
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && !Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
              .toInstant()
              .truncatedTo(ChronoUnit.SECONDS)
              .isBefore(newest.truncatedTo(ChronoUnit.SECONDS));
    } catch (IOException e) {
      return false;
    }
  }

  /** Refuses the summary of a run that did not come to its end. */
  private static final class Summary implements ElementHandler {
    private static final String REMEDY =
        "See what ended it in the output of the tests, and run them again.";

    /** The names of exceptions before what they say, and what ends its first sentence. */
    private static final Pattern EXCEPTIONS =
        Pattern.compile("^(?:[\\w.$]{1,200}Exception:?[ \\t]+)+");

    private static final Pattern END =
        Pattern.compile("[.?!]?(?:[ \\t\\r]*\\n|[.?!][ \\t])|[.?!]$");

    private Location place = Location.ofFile(SUMMARY);

    @Override
    public void start(Element element) throws InvalidReportException {
      if (element.depth() == 1 && element.text("timeout").equals("true")) {
        throw element.invalid("Failsafe's run took too long and was ended", REMEDY);
      }
      if (isFailure(element)) {
        place = element.place();
        element.captureText(KEPT);
      }
    }

    @Override
    public void end(Element element, String text) throws InvalidReportException {
      if (isFailure(element) && !text.isBlank()) {
        String first = EXCEPTIONS.matcher(text.strip()).replaceFirst("");
        throw new InvalidReportException(
            place,
            "Failsafe's run was broken off: " + Texts.shortened(END.split(first, 2)[0]),
            REMEDY);
      }
    }

    private static boolean isFailure(Element element) {
      return element.depth() == 2 && element.name().equals("failureMessage");
    }
  }
}
