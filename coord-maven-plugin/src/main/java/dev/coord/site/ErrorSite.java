package dev.coord.site;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.SiteFrame;
import dev.coord.site.draft.SourceLinks;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.draft.Words;
import dev.coord.site.model.Anchors;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Site;
import dev.coord.site.model.Tone;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The site of a plan that cannot be used: one page with all its mistakes, and nothing green. */
public final class ErrorSite {

  /**
   * Makes the one page.
   *
   * @param diagnostics the mistakes; warnings may be among them
   * @param title the page's heading: {@code The plan cannot be read}
   */
  public Site build(List<Diagnostic> diagnostics, String title, SiteFrame frame) {
    SourceLinks links = new SourceLinks(frame.repositoryUrl(), frame.commit(), new TreeSet<>());
    List<Diagnostic> sorted =
        diagnostics.stream()
            .sorted(Comparator.comparing(Diagnostic::severity).thenComparing(d -> d))
            .toList();
    long errors = sorted.stream().filter(Diagnostic::isError).count();
    Draft page = new Draft("index", title);
    page.add(
        new Block.Callout(
            Tone.BAD,
            "Nothing was judged",
            List.of(
                new Block.Paragraph(
                    Line.of(
                            "No gate, claim or owner could be looked at. This page replaces the site until"
                                + " the mistakes are mended.")
                        .list()))));
    if (!sorted.isEmpty()) {
      TableDraft table =
          page.table("mistakes-table", "All mistakes, with place and remedy")
              .columns("Place", "Kind", "What is wrong", "What to do");
      for (Diagnostic diagnostic : sorted) {
        add(table, links, diagnostic);
      }
      page.section("mistakes", "Mistakes", table.table());
    }
    Answer answer =
        Answer.of(
            Tone.BAD,
            errors == 0
                ? "Nothing could be judged."
                : "Nothing could be judged: "
                    + Words.count(errors, "mistake")
                    + " must be mended first.");
    List<Site.Entry> navigation = List.of(new Site.Entry(title, "index", Tone.BAD));
    return new Site(
        "coord",
        frame.generator(),
        frame.stampTime(),
        frame.planVersion(),
        frame.sources(),
        frame.siteUrl(),
        links,
        navigation,
        List.of(page.page(answer, Optional.empty()), NotFoundPage.of(frame.siteUrl(), navigation)));
  }

  private static void add(TableDraft table, SourceLinks links, Diagnostic diagnostic) {
    Location place = diagnostic.location();
    Tone tone = diagnostic.isError() ? Tone.BAD : Tone.WARNING;
    table.row(
        Anchors.of(
            "mistake",
            place.file(),
            Integer.toString(place.line()),
            Integer.toString(place.column())),
        tone,
        List.of(Inline.codeLink(shown(place), links.place(place))),
        new Line().badge(tone, diagnostic.isError() ? "error" : "warning").list(),
        Line.of(diagnostic.problem() + ".").list(),
        Line.of(diagnostic.remedy()).list());
  }

  /** {@code file:line:column}, and the commit where it is not the working tree's. */
  private static String shown(Location place) {
    return place.commit().isPresent() ? place.withCommit() : place.toString();
  }
}
