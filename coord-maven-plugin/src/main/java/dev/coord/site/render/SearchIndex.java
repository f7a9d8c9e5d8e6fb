package dev.coord.site.render;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.PlainLine;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists what the search page finds: every page, every row that is no mere link to another, and the
 * names that the page itself holds. It is a script, as pages that are opened from the disk may load
 * nothing else.
 */
final class SearchIndex {

  /** Pages of which nobody looks for anything: the others say it themselves. */
  private static final Set<String> SILENT = Set.of(Page.NOT_FOUND, Page.SEARCH, Page.CONTENTS);

  /** Letters of a text that are kept; what is behind them is on the page. */
  private static final int LONGEST = 120;

  private final SiteMap map;
  private final Prose prose;
  private final Map<String, Integer> kinds = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();

  /** Where each part is in the list of them, by its path. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(int kind, int part, String fragment, String name, String more) {}

  private SearchIndex(SiteMap map, Prose prose) {
    this.map = map;
    this.prose = prose;
  }

  /**
   * The script for a site.
   *
   * @param search what searches the list
   */
  static byte[] script(Site site, SiteMap map, Prose prose, byte[] search) {
    SearchIndex index = new SearchIndex(map, prose);
    site.pages().stream().filter(page -> !SILENT.contains(page.path())).forEach(index::add);
    site.pages().stream()
        .flatMap(page -> page.blocks().stream())
        .filter(Block.Search.class::isInstance)
        .flatMap(block -> ((Block.Search) block).also().stream())
        .forEach(index::add);
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    script.writeBytes(index.written());
    script.writeBytes(search);
    return script.toByteArray();
  }

  private void add(Page page) {
    String id = page.path().substring(page.path().indexOf('/') + 1);
    boolean told = id.equals(page.path()) || page.title().equalsIgnoreCase(id);
    String more = (told ? "" : id + " · ") + text(page.verdict());
    add("Page", parts.size(), "", page.title(), more);
    for (Part part : map.parts(page)) {
      numbers.put(part.path(), parts.size());
      parts.add(part);
      add(parts.size() - 1, part.blocks(), page.title());
    }
  }

  private void add(int part, List<Block> blocks, String heading) {
    for (Block block : blocks) {
      if (block instanceof Block.Section section) {
        add(part, section.blocks(), section.heading());
      } else if (block instanceof Block.Table table) {
        table.rows().forEach(row -> add(part, row, heading));
      } else {
        add(part, Blocks.children(block), heading);
      }
    }
  }

  private void add(int part, Block.Row row, String heading) {
    List<Inline> name = row.cells().get(0);
    if (name.stream().noneMatch(SearchIndex::leadsOn)) {
      add(heading, part, row.id(), text(name), more(row.cells()));
    }
  }

  /** What stands beside a name; beside one that says little by itself, such as a commit's, all. */
  private String more(List<List<Inline>> cells) {
    int told = cells.get(0).stream().allMatch(SearchIndex::saysLittle) ? cells.size() : 2;
    return cells.stream()
        .limit(told)
        .skip(1)
        .map(this::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private static boolean saysLittle(Inline inline) {
    return inline instanceof Inline.Code
        || inline instanceof Inline.Link link && link.code()
        || inline instanceof Inline.Time;
  }

  private void add(Block.Found found) {
    map.place(found.target())
        .filter(place -> numbers.containsKey(place.part().path()))
        .ifPresent(
            place ->
                add(
                    found.kind(),
                    numbers.get(place.part().path()),
                    place.fragment(),
                    found.name(),
                    found.more()));
  }

  private String text(List<Inline> line) {
    return PlainLine.of(line, prose::text);
  }

  /** Whether it is listed where it leads. */
  private static boolean leadsOn(Inline inline) {
    return inline instanceof Inline.Link link && link.target() instanceof Target.ToPage;
  }

  private void add(String kind, int part, String fragment, String name, String more) {
    entries.add(
        new Entry(
            kinds.computeIfAbsent(PlainText.title(kind), any -> kinds.size()),
            part,
            fragment,
            cut(PlainText.title(name)),
            cut(PlainText.line(more).strip())));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…"
        : text;
  }

  private byte[] written() {
    Utf8Writer script = new Utf8Writer();
    script.write("const coordSearch = {kinds: [");
    kinds.keySet().forEach(kind -> string(kind, ",", script));
    script.write("],\npages: [");
    for (Part part : parts) {
      script.write("\n[");
      string(part.path() + ".html", ",", script);
      string(PlainText.title(part.page().title()), "],", script);
    }
    script.write("],\nentries: [");
    for (Entry entry : entries) {
      script.write("\n[" + entry.kind() + "," + entry.part() + ",");
      string(entry.fragment(), ",", script);
      string(entry.name(), ",", script);
      string(entry.more(), "],", script);
    }
    script.write("]};\n");
    return script.take();
  }

  /** Writes a text in which nothing is left that could end it; control characters are gone. */
  private static void string(String text, String behind, Utf8Writer to) {
    to.write("\"");
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c == '<') {
        to.write(text, copied, i - copied);
        to.write(c == '<' ? "\\x3C" : "\\" + c);
        copied = i + 1;
      }
    }
    to.write(text, copied, text.length() - copied);
    to.write("\"");
    to.write(behind);
  }
}
