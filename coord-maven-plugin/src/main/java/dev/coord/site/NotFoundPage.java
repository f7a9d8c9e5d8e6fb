package dev.coord.site;

import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.List;
import java.util.Optional;

/** What a server shows where there is no page. */
final class NotFoundPage {

  private NotFoundPage() {}

  /**
   * The page.
   *
   * @param siteUrl where the site is published: without it, links of this page lead somewhere only
   *     at the site's top
   * @param pages paths and titles of the pages to go on from
   */
  static Page of(Optional<String> siteUrl, List<Site.Entry> pages) {
    Draft page = new Draft(Page.NOT_FOUND, "Page not found", Page.NOT_FOUND);
    page.add(
        new Block.Paragraph(
            Line.of(
                    "Pages bear the ids of the plan: when a workstream or a sprint is renamed or goes,"
                        + " so does its page.")
                .list()));
    page.section(
        "pages",
        "Go on from here",
        new Block.Items(
            false,
            pages.stream()
                .map(e -> List.of(Inline.link(e.label(), Target.page(e.path()))))
                .toList()));
    if (siteUrl.isEmpty()) {
      page.add(
          new Block.Paragraph(
              Line.of(
                      "coord does not know where this site is published, so this page is whole only")
                  .text(" at its top. The parameter ")
                  .code("coord.siteUrl")
                  .text(" says it.")
                  .list()));
    }
    return page.page(
        Answer.of(Tone.NEUTRAL, "There is no page at this address."), Optional.empty());
  }
}
