package dev.coord.maven;

import dev.coord.assess.Overall;
import dev.coord.engine.Report;
import dev.coord.publish.SiteDigest;
import java.util.List;
import org.apache.maven.doxia.sink.Sink;

/** Writes the page of {@code mvn site}; the sink escapes all text. */
final class ReportPage {

  private static final String TITLE = "Coordination";

  private final Sink sink;
  private final String pages;

  /**
   * A page.
   *
   * @param pages the address of coord's own pages, with a slash at its end
   */
  ReportPage(Sink sink, String pages) {
    this.sink = sink;
    this.pages = pages;
  }

  void write(Report report) {
    sink.head();
    sink.title();
    sink.text(TITLE);
    sink.title_();
    sink.head_();
    sink.body();
    sink.section1();
    sink.sectionTitle1();
    sink.text(TITLE);
    sink.sectionTitle1_();
    report.digest().map(SiteDigest::answer).ifPresent(this::answer);
    if (report.result().overall() == Overall.ERROR) {
      sink.paragraph();
      sink.text(report.result().failure());
      sink.paragraph_();
    }
    report.digest().ifPresent(this::digest);
    sink.section1_();
    sink.body_();
    sink.flush();
    sink.close();
  }

  private void answer(String answer) {
    sink.paragraph();
    sink.bold();
    sink.text(answer);
    sink.bold_();
    sink.paragraph_();
  }

  private void digest(SiteDigest digest) {
    if (!digest.gates().isEmpty()) {
      section("Gates");
      table(digest.gates());
      sink.section2_();
    }
    section("All pages");
    sink.list();
    for (SiteDigest.Link page : digest.pages()) {
      sink.listItem();
      link(page);
      sink.listItem_();
    }
    sink.list_();
    sink.section2_();
  }

  private void section(String heading) {
    sink.section2();
    sink.sectionTitle2();
    sink.text(heading);
    sink.sectionTitle2_();
  }

  private void table(List<SiteDigest.Gate> gates) {
    sink.table();
    sink.tableRows();
    sink.tableRow();
    for (String heading : List.of("Gate", "Result", "Found")) {
      sink.tableHeaderCell();
      sink.text(heading);
      sink.tableHeaderCell_();
    }
    sink.tableRow_();
    gates.forEach(this::gate);
    sink.tableRows_();
    sink.table_();
  }

  private void gate(SiteDigest.Gate gate) {
    sink.tableRow();
    sink.tableCell();
    link(gate.row());
    sink.tableCell_();
    cell(gate.word());
    cell(gate.found());
    sink.tableRow_();
  }

  private void cell(String text) {
    sink.tableCell();
    sink.text(text);
    sink.tableCell_();
  }

  private void link(SiteDigest.Link link) {
    sink.link(pages + link.href());
    sink.text(link.text());
    sink.link_();
  }
}
