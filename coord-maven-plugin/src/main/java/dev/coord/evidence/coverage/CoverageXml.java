package dev.coord.evidence.coverage;

import dev.coord.evidence.InvalidReportException;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.xml.Element;
import dev.coord.evidence.xml.ElementHandler;
import dev.coord.evidence.xml.Texts;
import java.nio.file.Path;
import java.util.Optional;

/** One coverage report, its format told by its root element. */
final class CoverageXml implements ElementHandler {

  private final TrackedFiles tracked;
  private final Path workTree;
  private final String report;
  private Optional<XmlCoverage> format = Optional.empty();

  CoverageXml(TrackedFiles tracked, Path workTree, String report) {
    this.tracked = tracked;
    this.workTree = workTree;
    this.report = report;
  }

  /** The report in its format, after it was read. */
  CoverageFormat report() {
    return format.orElseThrow();
  }

  @Override
  public void start(Element element) throws InvalidReportException {
    if (format.isEmpty()) {
      format = Optional.of(formatOf(element));
    }
    format.get().start(element);
  }

  @Override
  public void end(Element element, String text) throws InvalidReportException {
    format.orElseThrow().end(element, text);
  }

  private XmlCoverage formatOf(Element root) throws InvalidReportException {
    return switch (root.name()) {
      case "report" -> new JacocoXml(tracked, workTree);
      case "coverage" ->
          CloverXml.isRoot(root)
              ? new CloverXml(tracked, workTree)
              : new CoberturaXml(tracked, workTree, report);
      default ->
          throw root.invalid(
              "this is neither JaCoCo, Cobertura nor Clover XML: its root element is <"
                  + Texts.shortened(root.name())
                  + ">",
              CoverageReports.FORMAT_REMEDY);
    };
  }
}
