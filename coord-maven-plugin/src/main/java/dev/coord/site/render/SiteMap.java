package dev.coord.site.render;

import dev.coord.concurrent.Memo;
import dev.coord.concurrent.SideBySide;
import dev.coord.site.model.Block;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which file holds which page and element, so that no link leads nowhere. */
final class SiteMap {

  /** Servers show it in the place of any page, so nothing in it can be relative. */
  private static final String PAGE = ".html";

  private final Optional<String> url;
  private final Map<String, List<Part>> partsByPage = new LinkedHashMap<>();
  private final Map<String, Map<String, Part>> partsByElement = new HashMap<>();
  private final Map<String, Page> before = new HashMap<>();
  private final Map<String, Page> behind = new HashMap<>();

  /** Made when they are asked for: not all maps are for Markdown. */
  private final Memo<String, Map<String, String>> headings = new Memo<>();

  private final Memo<String, Map<String, Part>> ledOn = new Memo<>();

  private final Prose prose;

  SiteMap(Site site, Prose prose) {
    this.prose = prose;
    NodeCount count = new NodeCount(prose);
    url = site.siteUrl().filter(u -> u.startsWith("https://") || u.startsWith("http://"));
    Set<String> taken = new HashSet<>();
    site.pages().forEach(page -> taken.add(folded(page.path())));
    // Counting renders all texts, which is most of the work of a large site.
    List<List<List<Block>>> divided =
        SideBySide.map(site.pages(), page -> Pager.parts(page, count));
    for (int i = 0; i < divided.size(); i++) {
      Page page = site.pages().get(i);
      List<Part> parts = parts(page, divided.get(i), taken);
      partsByPage.put(page.path(), parts);
      Map<String, Part> elements = new LinkedHashMap<>();
      parts.forEach(part -> addElements(part.blocks(), part, elements));
      partsByElement.put(page.path(), elements);
    }
    Map<String, Page> last = new HashMap<>();
    site.pages().stream().filter(SiteMap::hasSiblings).forEach(page -> follow(page, last));
  }

  /** Whether it is one of many below another page, such as that of a workstream. */
  private static boolean hasSiblings(Page page) {
    return page.path().startsWith(page.navigation() + "/");
  }

  private void follow(Page page, Map<String, Page> last) {
    Page previous = last.put(page.navigation(), page);
    if (previous != null) {
      before.put(page.path(), previous);
      behind.put(previous.path(), page);
    }
  }

  /** The page before it of the same kind, in the order of the site. */
  Optional<Page> before(Page page) {
    return Optional.ofNullable(before.get(page.path()));
  }

  /** The page behind it of the same kind, in the order of the site. */
  Optional<Page> behind(Page page) {
    return Optional.ofNullable(behind.get(page.path()));
  }

  private static List<Part> parts(Page page, List<List<Block>> blocks, Set<String> taken) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      String path = page.path();
      if (i > 0) {
        path += "-" + (i + 1);
        while (!taken.add(folded(path))) {
          path += "-";
        }
      }
      parts.add(new Part(page, path, i + 1, blocks.size(), blocks.get(i)));
    }
    return parts;
  }

  private static String folded(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  private static void addElements(List<Block> blocks, Part part, Map<String, Part> elements) {
    for (Block block : blocks) {
      if (block instanceof Block.Section section) {
        elements.putIfAbsent(section.id(), part);
      }
      if (block instanceof Block.Table table && !table.rows().isEmpty()) {
        elements.putIfAbsent(table.id(), part);
        table.rows().forEach(row -> elements.putIfAbsent(row.id(), part));
      }
      addElements(Blocks.children(block), part, elements);
    }
  }

  /** The parts of a page, in order. */
  List<Part> parts(Page page) {
    return partsByPage.get(page.path());
  }

  /**
   * What the first part of a page leads on to: sections and rows of further parts by their ids, the
   * first of them in order.
   */
  Map<String, Part> ledOn(Page page) {
    return ledOn.of(page.path(), this::onFurtherParts);
  }

  /** Whether the first part of a page leads on to an element of this part. */
  boolean isLedOnTo(Part part, String id) {
    if (part.number() == 1) {
      return false;
    }
    Part holder = ledOn(part.page()).get(id);
    return holder != null && holder.number() == part.number();
  }

  private Map<String, Part> onFurtherParts(String page) {
    Map<String, Part> further = new LinkedHashMap<>();
    for (Map.Entry<String, Part> element : partsByElement.get(page).entrySet()) {
      if (further.size() < Pager.LED_ON && element.getValue().number() > 1) {
        further.put(element.getKey(), element.getValue());
      }
    }
    return further;
  }

  /**
   * Where a link leads to.
   *
   * @param fragment id of the element in that part; empty where the link leads to the page
   */
  record Place(Part part, String fragment) {}

  /**
   * Where what a link leads to is: the part that holds the element, or its page's first where there
   * is no such element; empty without such a page.
   */
  Optional<Place> place(Target.ToPage target) {
    List<Part> parts = partsByPage.get(target.path());
    if (parts == null) {
      return Optional.empty();
    }
    Part part = partsByElement.get(target.path()).get(target.fragment());
    return Optional.of(
        part == null ? new Place(parts.get(0), "") : new Place(part, target.fragment()));
  }

  /**
   * The address of what a link leads to as seen from a file; empty when there is no such page. An
   * element that does not exist leads to its page.
   */
  Optional<String> address(Part from, Target target, Format format) {
    if (target instanceof Target.ToUrl web) {
      return Optional.of(web.url());
    }
    if (target instanceof Target.ToFile file) {
      return Optional.of(from(from, file.path()));
    }
    return address(from, (Target.ToPage) target, format);
  }

  /** In Markdown headings alone have addresses, and each page is one file. */
  private Optional<String> address(Part from, Target.ToPage target, Format format) {
    return place(target)
        .map(
            place -> {
              boolean whole = format.marksAreText();
              Part to = whole ? parts(place.part().page()).get(0) : place.part();
              String fragment = whole ? heading(target, to) : ending(place);
              return !fragment.isEmpty() && to.path().equals(from.path())
                  ? fragment
                  : from(from, to.path() + format.ending()) + fragment;
            });
  }

  private static String ending(Place place) {
    return place.fragment().isEmpty() ? "" : "#" + place.fragment();
  }

  private String heading(Target.ToPage target, Part to) {
    if (target.fragment().isEmpty()) {
      return "";
    }
    String heading =
        headings
            .of(target.path(), any -> MirrorHeadings.of(to.page(), prose))
            .get(target.fragment());
    return heading == null ? "" : "#" + heading;
  }

  /** The same as seen from the site's first page. */
  Optional<String> address(Target.ToPage target) {
    return place(target).map(place -> place.part().path() + PAGE + ending(place));
  }

  /** The address of a file of the site as seen from a part of a page. */
  String from(Part part, String file) {
    return part.path().equals(Page.NOT_FOUND) && url.isPresent()
        ? url.get() + file
        : relative(part.path(), file);
  }

  /** A file of the site as seen from another. */
  private static String relative(String from, String to) {
    int slash = from.indexOf('/');
    if (slash < 0) {
      return to;
    }
    String folder = from.substring(0, slash + 1);
    return to.startsWith(folder) ? to.substring(folder.length()) : "../" + to;
  }
}
