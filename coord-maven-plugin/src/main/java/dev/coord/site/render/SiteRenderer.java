package dev.coord.site.render;

import dev.coord.concurrent.Meanwhile;
import dev.coord.concurrent.SideBySide;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.markdown.Markdown;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a site's pages as HTML and as Markdown.
 *
 * <p>The same site gives the same bytes, whatever the machine's locale, time zone and character
 * set. Links to pages that the site does not have become plain text. A page of many rows is
 * continued on further pages, {@code gates-2.html} and so on, and links to its rows lead to where
 * they are; its Markdown stays whole. May be used by several threads at once.
 */
public final class SiteRenderer {

  private static final List<String> ASSETS = List.of("assets/icon.svg");

  /** The list of what can be found, and what searches it: one file is one request. */
  private static final String SCRIPT = "assets/search.js";

  /** What sorts and filters long tables. */
  private static final String TABLES = "assets/tables.js";

  private final OwnTemplates own;
  private final Templates templates;
  private final Markdown markdown = new Markdown();

  /** Writes with coord's own templates. */
  public SiteRenderer() {
    this(OwnTemplates.NONE);
  }

  /**
   * Writes with templates of which some are a team's own.
   *
   * @throws UnfitTemplatesException when one of them cannot be read
   */
  public SiteRenderer(OwnTemplates own) {
    this.own = own;
    this.templates = new Templates(own);
  }

  /**
   * The files of a site by their paths below its directory, sorted.
   *
   * @throws UnfitTemplatesException when a template of the team's own does not fit the site
   */
  public Map<String, byte[]> render(Site site) {
    return rendering(site, Look.USUAL).files();
  }

  /**
   * The same with what the plan gives the site to look like, and with the addresses of what is in
   * the files.
   */
  public Rendering rendering(Site site, Look look) {
    Prose prose = new Prose(markdown, site.links());
    SiteMap map = new SiteMap(site, prose);
    Form html = form("page.ftlh", ".html", new HtmlFormat(prose));
    Form mirror = form("page.md.ftl", ".html.md", new MirrorFormat(prose));
    // Begun before the pages: else all processors but one would wait for it in the end.
    Optional<Meanwhile<byte[]>> script =
        site.pages().stream()
            .filter(page -> page.path().equals(Page.SEARCH))
            .findFirst()
            .map(page -> searchScript(site, map, prose));
    List<Written> written =
        SideBySide.map(all(site, map, html, mirror), one -> written(one, site, look, map, prose));
    List<Diagnostic> problems =
        written.stream().flatMap(file -> file.problems().stream()).distinct().sorted().toList();
    if (!problems.isEmpty()) {
      throw new UnfitTemplatesException(problems);
    }
    Map<String, byte[]> files = new TreeMap<>();
    written.forEach(file -> files.put(file.path(), file.content()));
    script.ifPresent(index -> files.put(SCRIPT, index.get()));
    if (site.pages().stream()
        .flatMap(page -> map.parts(page).stream())
        .anyMatch(part -> LongTables.in(part.blocks()))) {
      files.put(TABLES, Templates.asset(TABLES));
    }
    ASSETS.forEach(name -> files.put(name, Templates.asset(name)));
    files.put(Style.OURS, Style.of(look, own));
    look.logo().ifPresent(logo -> files.put("assets/" + logo.file(), logo.content()));
    return new Rendering(files, new Addresses(map));
  }

  private static Meanwhile<byte[]> searchScript(Site site, SiteMap map, Prose prose) {
    return Meanwhile.begin(
        "search", () -> SearchIndex.script(site, map, prose, Templates.asset(SCRIPT)));
  }

  /** What is wrong with a template is kept, for other pages may show more that is wrong. */
  private Written written(File file, Site site, Look look, SiteMap map, Prose prose) {
    String path = file.part().path() + file.form().ending();
    Form form = file.form();
    try {
      Map<String, Object> model =
          new PageViews(site, look, map, form.format(), prose, form.pieces(), file.part()).model();
      byte[] content = templates.render(form.template(), model);
      templates.checkEssentials(content, (PageView.Document) model.get("page"), form.format());
      return new Written(path, content, List.of());
    } catch (UnfitTemplatesException e) {
      return new Written(path, new byte[0], e.problems());
    }
  }

  private Form form(String template, String ending, Format format) {
    return new Form(template, ending, format, new Pieces(templates, format));
  }

  /** The parts of all pages as HTML, and each page whole as Markdown. */
  private static List<File> all(Site site, SiteMap map, Form html, Form mirror) {
    List<File> files = new ArrayList<>();
    for (Page page : site.pages()) {
      map.parts(page).forEach(part -> files.add(new File(part, html)));
      files.add(new File(new Part(page, page.path(), 1, 1, page.blocks()), mirror));
    }
    return files;
  }

  /** A notation, with what stands in it many times over. */
  private record Form(String template, String ending, Format format, Pieces pieces) {}

  /** A file to be written. */
  private record File(Part part, Form form) {}

  private record Written(String path, byte[] content, List<Diagnostic> problems) {}
}
