package dev.coord.site.render;

import dev.coord.site.model.Block;
import dev.coord.site.model.OtherFiles;
import dev.coord.site.model.Page;
import dev.coord.site.model.PlainLine;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import freemarker.core.TemplateMarkupOutputModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the model of one file: the page and what surrounds it. */
final class PageViews {

  private static final String FIRST_PAGE = "index";

  /** Fewer sections need no list of contents. */
  private static final int CONTENTS_FROM = 3;

  /** More of them are in the way until somebody asks for them. */
  private static final int CONTENTS_OPEN = 20;

  /** A list of more would be no help. */
  private static final int CONTENTS_TO = 60;

  /** Parts to jump to on either side of the one that is shown; the first and last are always. */
  private static final int JUMPS = 12;

  private final Site site;
  private final Look look;
  private final SiteMap map;
  private final Format format;
  private final Prose prose;
  private final Pieces pieces;
  private final Part part;
  private final Page page;

  PageViews(
      Site site, Look look, SiteMap map, Format format, Prose prose, Pieces pieces, Part part) {
    this.site = site;
    this.look = look;
    this.map = map;
    this.format = format;
    this.prose = prose;
    this.pieces = pieces;
    this.part = part;
    this.page = part.page();
  }

  /** The variables {@code page} and {@code site} of the templates. */
  Map<String, Object> model() {
    return Map.of("page", document(), "site", frame());
  }

  private PageView.Document document() {
    InlineViews lines = new InlineViews(map, format, pieces, part);
    BlockViews views = new BlockViews(map, format, part, lines, pieces);
    List<BlockView> blocks = views.of(part.blocks(), 2);
    List<PageView.Link> contents = contents(blocks);
    return new PageView.Document(
        PlainText.title(page.title()),
        page.tone().word(),
        description(),
        lines.verdict(page.tone(), page.verdict()),
        contents,
        contents.size() > CONTENTS_OPEN,
        blocks,
        breadcrumbs(),
        part.number(),
        part.count(),
        steps(),
        jumps(),
        moved(views),
        neighbours(),
        page.path().equals(Page.SEARCH),
        LongTables.in(part.blocks()));
  }

  private String description() {
    return PlainText.line(PlainLine.of(page.verdict(), prose::text));
  }

  /** The sections of all parts in their order; what is on this part leads to where it is here. */
  private List<PageView.Link> contents(List<BlockView> blocks) {
    Set<String> here = new HashSet<>();
    for (BlockView block : blocks) {
      if (block instanceof BlockView.Section section) {
        here.add(section.id());
      }
    }
    Set<String> listed = new HashSet<>();
    List<PageView.Link> links = new ArrayList<>();
    for (Part one : map.parts(page)) {
      for (Block block : one.blocks()) {
        if (block instanceof Block.Section section && listed.add(section.id())) {
          links.add(
              new PageView.Link(
                  PlainText.title(section.heading()), section(section.id(), one, here)));
        }
      }
    }
    return links.size() < CONTENTS_FROM || links.size() > CONTENTS_TO ? List.of() : links;
  }

  private TemplateMarkupOutputModel<?> section(String id, Part holder, Set<String> here) {
    String file = here.contains(id) ? "" : map.from(part, holder.path() + format.ending());
    return format.link(file + "#" + id);
  }

  private List<PageView.Link> breadcrumbs() {
    List<PageView.Link> crumbs = new ArrayList<>();
    for (Site.Entry e : site.navigation()) {
      boolean above = e.path().equals(FIRST_PAGE) || e.path().equals(page.navigation());
      if (above && !e.path().equals(page.path())) {
        link(e.path()).ifPresent(a -> crumbs.add(new PageView.Link(PlainText.title(e.label()), a)));
      }
    }
    return crumbs;
  }

  private List<PageView.Step> steps() {
    List<PageView.Step> steps = new ArrayList<>();
    for (Part other : map.parts(page)) {
      int distance = other.number() - part.number();
      if (part.count() > 1 && Math.abs(distance) == 1) {
        String address = map.from(part, other.path() + format.ending());
        String rel = distance < 0 ? "prev" : "next";
        steps.add(new PageView.Step(rel, other.number(), format.link(address)));
      }
    }
    return steps;
  }

  private List<PageView.Jump> jumps() {
    List<Part> parts = map.parts(page);
    if (part.count() == 1) {
      return List.of();
    }
    List<String> names = PartNames.of(parts, prose);
    List<PageView.Jump> jumps = new ArrayList<>();
    for (Part one : parts) {
      boolean end = one.number() == 1 || one.number() == one.count();
      if (end || Math.abs(one.number() - part.number()) <= JUMPS) {
        String address = map.from(part, one.path() + format.ending());
        String name = names.get(one.number() - 1);
        boolean here = one.number() == part.number();
        jumps.add(new PageView.Jump(one.number(), name, here, format.link(address)));
      }
    }
    return jumps;
  }

  /** So that the address of a row stays while rows before it come and go. */
  private List<PageView.Moved> moved(BlockViews views) {
    if (part.count() == 1 || part.number() > 1) {
      return List.of();
    }
    List<PageView.Moved> moved = new ArrayList<>();
    map.ledOn(page)
        .forEach(
            (id, holder) -> {
              if (views.isFree(id)) {
                String address = map.from(part, holder.path() + format.ending()) + "#" + id;
                moved.add(new PageView.Moved(id, holder.number(), format.link(address)));
              }
            });
    return moved;
  }

  private List<PageView.Neighbour> neighbours() {
    List<PageView.Neighbour> neighbours = new ArrayList<>();
    map.before(page).flatMap(other -> neighbour("prev", other)).ifPresent(neighbours::add);
    map.behind(page).flatMap(other -> neighbour("next", other)).ifPresent(neighbours::add);
    return neighbours;
  }

  private Optional<PageView.Neighbour> neighbour(String rel, Page other) {
    return link(other.path())
        .map(href -> new PageView.Neighbour(rel, PlainText.title(other.title()), href));
  }

  private PageView.Frame frame() {
    return new PageView.Frame(
        PlainText.title(site.project()),
        logo(),
        PlainText.title(site.generator()),
        format.link(relative(FIRST_PAGE + format.ending())),
        relative("assets/"),
        PlainText.title(site.planVersion()),
        InlineViews.time(site.stampTime()),
        site.sources().stream().map(PlainText::line).toList(),
        pieces.navigation(place(), this::navigation),
        format.link(relative(page.path() + ".html.md")),
        format.link(relative("status.json")),
        format.link(relative(OtherFiles.FEED)),
        page.source().filter(PageViews::isWeb).map(format::link).stream().toList(),
        canonical());
  }

  /** Where a page stands: what decides where the links lead, and which of them is marked. */
  private record Place(String folder, String page, String entry) {}

  private Place place() {
    int slash = page.path().indexOf('/');
    boolean inFolder = slash >= 0 && !page.path().equals(page.navigation());
    return new Place(
        page.path().substring(0, Math.max(0, slash)),
        inFolder ? "" : page.path(),
        page.navigation());
  }

  /** The entries by their headings, in the order in which these come first. */
  private List<PageView.Group> navigation() {
    Map<String, List<PageView.Entry>> groups = new LinkedHashMap<>();
    for (Site.Entry e : site.navigation()) {
      link(e.path())
          .ifPresent(
              href ->
                  groups
                      .computeIfAbsent(PlainText.line(e.group()), g -> new ArrayList<>())
                      .add(entry(e, href)));
    }
    List<PageView.Group> numbered = new ArrayList<>();
    groups.forEach(
        (label, entries) -> numbered.add(new PageView.Group(numbered.size() + 1, label, entries)));
    return numbered;
  }

  private PageView.Entry entry(Site.Entry e, TemplateMarkupOutputModel<?> href) {
    String here = e.path().equals(page.navigation()) ? "true" : "";
    return new PageView.Entry(
        PlainText.title(e.label()),
        href,
        e.tone().word(),
        Marks.word(e.tone()),
        e.path().equals(page.path()) ? "page" : here);
  }

  private List<TemplateMarkupOutputModel<?>> canonical() {
    return site.siteUrl().filter(PageViews::isWeb).stream()
        .<TemplateMarkupOutputModel<?>>map(url -> format.link(url + part.path() + ".html"))
        .toList();
  }

  private List<PageView.Logo> logo() {
    return look.logo().stream()
        .map(
            logo ->
                new PageView.Logo(
                    format.link(relative("assets/" + logo.file())),
                    logo.shownWidth(),
                    Look.Logo.HEIGHT))
        .toList();
  }

  private Optional<TemplateMarkupOutputModel<?>> link(String path) {
    return map.address(part, new Target.ToPage(path, ""), format).map(format::link);
  }

  private String relative(String file) {
    return map.from(part, file);
  }

  private static boolean isWeb(String url) {
    return url.startsWith("https://") || url.startsWith("http://");
  }
}
