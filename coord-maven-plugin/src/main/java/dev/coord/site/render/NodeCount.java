package dev.coord.site.render;

import dev.coord.markdown.Highlighter;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.render.picture.Drawing;
import freemarker.core.HTMLOutputFormat;
import java.util.List;

/** How many elements a part of a page becomes; never fewer than the templates write. */
final class NodeCount {

  /** A table's wrapper, caption, head and body. */
  private static final int TABLE = 6;

  /** The form, its line of news, the list of what is found and what stands in its place. */
  private static final int SEARCH = 10;

  /** What stands around a picture: its frame, its keys as a list, and its caption with a link. */
  private static final int FIGURE = 5;

  private final Prose prose;

  /** Whether breaks are looked for; else there are at most as many as a text has room for. */
  private final boolean exact;

  NodeCount(Prose prose) {
    this(prose, true);
  }

  private NodeCount(Prose prose, boolean exact) {
    this.prose = prose;
    this.exact = exact;
  }

  /** Whether blocks become at most so many elements; looks no further than it has to. */
  boolean fits(List<Block> blocks, int limit) {
    // Most pages are so short that no break has to be looked for.
    return new NodeCount(prose, false).upTo(limit, blocks) <= limit || upTo(limit, blocks) <= limit;
  }

  /** The elements of a block, or some number above the limit. */
  int upTo(int limit, Block block) {
    if (block instanceof Block.Prose text) {
      return 1 + tags(prose.block(text).html());
    }
    if (block instanceof Block.Paragraph paragraph) {
      return 1 + line(paragraph.content());
    }
    if (block instanceof Block.Listing listing) {
      return 2 + tags(Highlighter.html(listing.language(), listing.text()).html());
    }
    if (block instanceof Block.Search) {
      return SEARCH;
    }
    if (block instanceof Block.Figure figure) {
      return FIGURE + Drawing.elements(figure);
    }
    int nodes = overhead(block);
    nodes += upTo(limit - nodes, Blocks.children(block));
    int size = Blocks.size(block);
    for (int i = 0; i < size && nodes <= limit; i++) {
      nodes += element(block, i);
    }
    return nodes;
  }

  private int upTo(int limit, List<Block> blocks) {
    int nodes = 0;
    for (int i = 0; i < blocks.size() && nodes <= limit; i++) {
      nodes += upTo(limit - nodes, blocks.get(i));
    }
    return nodes;
  }

  /** Elements that stay when all children and rows are taken away. */
  int overhead(Block block) {
    return block instanceof Block.Table table ? TABLE + table.columns().size() : 3;
  }

  /** Elements of one row, item, definition or tile. */
  int element(Block block, int index) {
    if (block instanceof Block.Table table) {
      Block.Row row = table.rows().get(index);
      // The row, its mark and the link to itself.
      int nodes = 3;
      for (List<Inline> cell : row.cells()) {
        nodes += 1 + line(cell) + breaks(cell);
      }
      return nodes;
    }
    if (block instanceof Block.Items items) {
      return 1 + line(items.items().get(index));
    }
    return block instanceof Block.Definitions definitions
        ? 3 + line(definitions.definitions().get(index).content())
        : 6;
  }

  private int line(List<Inline> content) {
    int nodes = 0;
    for (Inline inline : content) {
      nodes += inline(inline);
    }
    return nodes;
  }

  /** Elements that let the long words of a cell break. */
  private int breaks(List<Inline> cell) {
    int breaks = 0;
    for (Inline inline : cell) {
      if (inline instanceof Inline.Text text) {
        breaks += breaks(text.text(), false);
      } else if (inline instanceof Inline.Code code) {
        breaks += breaks(code.text(), true);
      } else if (inline instanceof Inline.Link link) {
        breaks += breaks(link.text(), link.code());
      } else if (inline instanceof Inline.Rich rich) {
        String html = prose.inline(rich).html();
        breaks += exact ? Seams.count(html) : Seams.most(html);
      }
    }
    return breaks;
  }

  private int breaks(String text, boolean code) {
    if (!Seams.mayBreak(text)) {
      return 0;
    }
    String line = code ? PlainText.code(text) : PlainText.line(text);
    return exact ? Seams.count(HTMLOutputFormat.INSTANCE.escapePlainText(line)) : Seams.most(line);
  }

  private int inline(Inline inline) {
    if (inline instanceof Inline.Text text) {
      return Days.count(text.text());
    }
    if (inline instanceof Inline.Rich rich) {
      return tags(prose.inline(rich).html());
    }
    if (inline instanceof Inline.Shares shares) {
      return 3 + shares.parts().size() + (shares.limit().isPresent() ? 3 : 0);
    }
    if (inline instanceof Inline.Sparkline) {
      return 5;
    }
    if (inline instanceof Inline.Progress progress) {
      return progress.target().isPresent() ? 3 : 2;
    }
    return inline instanceof Inline.Link link ? 2 + Days.count(link.text()) : 1;
  }

  private static int tags(String html) {
    int tags = 0;
    for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i + 1)) {
      if (i + 1 < html.length() && html.charAt(i + 1) != '/') {
        tags++;
      }
    }
    return tags;
  }
}
