package dev.coord.site.render;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.PlainLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What the parts of a long page hold, in a few words: the first and the last row of each, with
 * their sections where these differ; without rows, the first and last section.
 */
final class PartNames {

  private static final int LONGEST = 32;

  private final Prose prose;

  private PartNames(Prose prose) {
    this.prose = prose;
  }

  /** A name for each part; empty where there is nothing to call it by. */
  static List<String> of(List<Part> parts, Prose prose) {
    PartNames names = new PartNames(prose);
    return parts.stream().map(names::name).toList();
  }

  /** A table with rows, and the heading it stands under; empty for none. */
  private record Headed(String heading, Block.Table table) {}

  private String name(Part part) {
    List<Headed> tables = new ArrayList<>();
    collect(part.blocks(), "", tables);
    if (!tables.isEmpty()) {
      Headed first = tables.get(0);
      Headed last = tables.get(tables.size() - 1);
      boolean one = first.heading().equals(last.heading());
      List<Block.Row> rows = last.table().rows();
      return range(
          named(one, first.heading(), first.table().rows().get(0)),
          named(one, last.heading(), rows.get(rows.size() - 1)));
    }
    List<String> headings = new ArrayList<>();
    for (Block block : part.blocks()) {
      if (block instanceof Block.Section section) {
        headings.add(cut(section.heading()));
      }
    }
    return headings.isEmpty() ? "" : range(headings.get(0), headings.get(headings.size() - 1));
  }

  /** Tables at any depth, in order. */
  private static void collect(List<Block> blocks, String heading, List<Headed> to) {
    for (Block block : blocks) {
      if (block instanceof Block.Table table && !table.rows().isEmpty()) {
        to.add(new Headed(heading, table));
      }
      String below = block instanceof Block.Section section ? section.heading() : heading;
      collect(Blocks.children(block), below, to);
    }
  }

  private String named(boolean alone, String heading, Block.Row row) {
    return alone || heading.isEmpty() ? cut(name(row)) : cut(heading) + ": " + cut(name(row));
  }

  /** What a row is called: its link or its code, else all of its heading. */
  private String name(Block.Row row) {
    List<Inline> heading = row.cells().get(0);
    List<Inline> name =
        heading.stream()
            .filter(part -> part instanceof Inline.Link || part instanceof Inline.Code)
            .limit(1)
            .toList();
    return PlainLine.of(name.isEmpty() ? heading : name, prose::text);
  }

  private static String range(String from, String to) {
    return from.equals(to) ? from : from + " – " + to;
  }

  private static String cut(String text) {
    String line = PlainText.title(text);
    return line.codePointCount(0, line.length()) > LONGEST
        ? line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "…"
        : line;
  }
}
