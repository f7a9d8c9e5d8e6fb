package dev.coord.site.render;

import dev.coord.markdown.Markdown;
import dev.coord.site.Site;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Writes a site's pages as HTML and as Markdown.
 *
 * <p>The same site gives the same bytes, whatever the machine's locale, time zone and character
 * set. Links to pages that the site does not have become plain text. A page of many rows is
 * continued on further pages, {@code gates-2.html} and so on, and links to its rows lead to where
 * they are; its Markdown stays whole. May be used by several threads at once.
 */
public final class SiteRenderer {

  private static final List<String> ASSETS = List.of("assets/coord.css", "assets/icon.svg");

  private final Templates templates = new Templates();
  private final Markdown markdown = new Markdown();

  /** The files of a site by their paths below its directory, sorted. */
  public Map<String, byte[]> render(Site site) {
    Prose prose = new Prose(markdown, site.links());
    SiteMap map = new SiteMap(site, new NodeCount(prose));
    Format html = new HtmlFormat(prose);
    Format mirror = new MirrorFormat(prose);
    Pieces htmlPieces = new Pieces(templates, html);
    Pieces mirrorPieces = new Pieces(templates, mirror);
    Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    site.pages().parallelStream()
        .forEach(
            page -> {
              for (Part part : map.parts(page)) {
                Map<String, Object> model =
                    new PageViews(site, map, html, prose, htmlPieces, part).model();
                files.put(part.path() + ".html", templates.render("page.ftlh", model));
              }
              Part whole = new Part(page, page.path(), 1, 1, page.blocks());
              Map<String, Object> model =
                  new PageViews(site, map, mirror, prose, mirrorPieces, whole).model();
              files.put(page.path() + ".html.md", templates.render("page.md.ftl", model));
            });
    ASSETS.forEach(name -> files.put(name, Templates.asset(name)));
    return files;
  }
}
