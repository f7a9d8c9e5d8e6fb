package dev.coord.site.render;

import dev.coord.site.Block;
import dev.coord.site.Inline;
import dev.coord.site.PlainLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the parts of a long page hold, in a few words: the first and last row of the table that goes
 * over several of them and is most of this one, else the first and last section.
 */
final class PartNames {

  private static final int LONGEST = 32;

  private final Prose prose;
  private final Map<String, Integer> parts = new HashMap<>();

  private PartNames(Prose prose, List<Part> all) {
    this.prose = prose;
    for (Part part : all) {
      tables(part.blocks()).stream()
          .map(Block.Table::id)
          .distinct()
          .forEach(id -> parts.merge(id, 1, Integer::sum));
    }
  }

  /** A name for each part; empty where there is nothing to call it by. */
  static List<String> of(List<Part> parts, Prose prose) {
    PartNames names = new PartNames(prose, parts);
    return parts.stream().map(names::name).toList();
  }

  private String name(Part part) {
    Block.Table longest = null;
    int rows = 0;
    for (Block.Table table : tables(part.blocks())) {
      rows += table.rows().size();
      boolean goesOn = parts.get(table.id()) > 1;
      if (goesOn && (longest == null || table.rows().size() > longest.rows().size())) {
        longest = table;
      }
    }
    if (longest != null && 2 * longest.rows().size() >= rows) {
      int last = longest.rows().size() - 1;
      return range(row(longest.rows().get(0)), row(longest.rows().get(last)));
    }
    List<String> headings = new ArrayList<>();
    for (Block block : part.blocks()) {
      if (block instanceof Block.Section section) {
        headings.add(section.heading());
      }
    }
    return headings.isEmpty() ? "" : range(headings.get(0), headings.get(headings.size() - 1));
  }

  /** Tables with rows, at any depth. */
  private static List<Block.Table> tables(List<Block> blocks) {
    List<Block.Table> tables = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Table table && !table.rows().isEmpty()) {
        tables.add(table);
      }
      tables.addAll(tables(Blocks.children(block)));
    }
    return tables;
  }

  /** What a row is called: its link or its code, else all of its heading. */
  private String row(Block.Row row) {
    List<Inline> heading = row.cells().get(0);
    List<Inline> name =
        heading.stream()
            .filter(part -> part instanceof Inline.Link || part instanceof Inline.Code)
            .limit(1)
            .toList();
    return PlainLine.of(name.isEmpty() ? heading : name, prose::text);
  }

  private static String range(String first, String last) {
    String from = cut(first);
    String to = cut(last);
    return from.equals(to) ? from : from + " – " + to;
  }

  private static String cut(String text) {
    String line = PlainText.title(text);
    return line.codePointCount(0, line.length()) > LONGEST
        ? line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "…"
        : line;
  }
}
