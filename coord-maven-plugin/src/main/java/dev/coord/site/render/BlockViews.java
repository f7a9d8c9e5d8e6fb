package dev.coord.site.render;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Picture;
import dev.coord.site.model.Target;
import dev.coord.site.render.picture.Drawing;
import dev.coord.site.render.picture.Mermaid;
import dev.coord.site.render.picture.Surroundings;
import freemarker.core.TemplateMarkupOutputModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes the views of blocks for one file. */
final class BlockViews {

  private static final int DEEPEST_HEADING = 6;

  private final SiteMap map;
  private final Format format;
  private final Part part;
  private final InlineViews lines;
  private final Pieces pieces;
  private final StringBuilder cells = new StringBuilder();
  private final Set<String> ids = new HashSet<>();
  private final Surroundings surroundings =
      new Surroundings() {
        @Override
        public String text(String text) {
          return format.text(PlainText.line(text));
        }

        @Override
        public Optional<String> href(Target target) {
          return BlockViews.this.href(target);
        }
      };

  BlockViews(SiteMap map, Format format, Part part, InlineViews lines, Pieces pieces) {
    this.map = map;
    this.format = format;
    this.part = part;
    this.lines = lines;
    this.pieces = pieces;
  }

  /** Views of blocks, the headings among them of a level; what is empty has no view. */
  List<BlockView> of(List<Block> blocks, int level) {
    return blocks.stream().filter(b -> !isEmpty(b)).map(b -> view(b, level)).toList();
  }

  private boolean isEmpty(Block block) {
    if (block instanceof Block.Figure figure) {
      return format.marksAreText() && Mermaid.of(figure.picture()).isEmpty();
    }
    boolean listed =
        block instanceof Block.Items
            || block instanceof Block.Table
            || block instanceof Block.Definitions
            || block instanceof Block.Tiles;
    return listed && Blocks.size(block) == 0;
  }

  private BlockView view(Block block, int level) {
    if (block instanceof Block.Section s) {
      int below = Math.min(level + 1, DEEPEST_HEADING);
      return new BlockView.Section(
          unique(s.id()),
          level,
          PlainText.title(s.heading()),
          headed(s.heading(), of(s.blocks(), below)));
    }
    if (block instanceof Block.Paragraph paragraph) {
      return new BlockView.Paragraph(lines.line(paragraph.content()));
    }
    if (block instanceof Block.Prose prose) {
      return new BlockView.Prose(
          format.written(format.block(prose, target -> map.address(part, target, format))));
    }
    if (block instanceof Block.Items items) {
      List<BlockView.Item> views = new ArrayList<>();
      items.items().forEach(i -> views.add(new BlockView.Item(views.size() + 1, lines.line(i))));
      return new BlockView.Items(items.ordered(), views);
    }
    if (block instanceof Block.Definitions definitions) {
      return new BlockView.Definitions(
          definitions.definitions().stream()
              .map(
                  d -> new BlockView.Definition(PlainText.title(d.term()), lines.line(d.content())))
              .toList());
    }
    if (block instanceof Block.Table table) {
      return table(table.filled());
    }
    if (block instanceof Block.Callout c) {
      return new BlockView.Callout(
          c.tone().word(),
          Marks.word(c.tone()),
          Marks.alert(c.tone()),
          PlainText.title(c.title()),
          of(c.blocks(), level));
    }
    if (block instanceof Block.Listing listing) {
      return listing(listing);
    }
    if (block instanceof Block.Fold fold) {
      return new BlockView.Fold(
          PlainText.title(fold.summary()), headed(fold.summary(), of(fold.blocks(), level)));
    }
    if (block instanceof Block.Tiles tiles) {
      return new BlockView.Tiles(
          PlainText.title(tiles.label()), tiles.tiles().stream().map(this::tile).toList());
    }
    if (block instanceof Block.Search) {
      List<TemplateMarkupOutputModel<?>> instead = new ArrayList<>();
      address(Target.page(Page.CONTENTS)).ifPresent(instead::add);
      return new BlockView.Search(instead);
    }
    return figure((Block.Figure) block);
  }

  /** Text needs no name for a table that the line above it has named; people who hear it do. */
  private List<BlockView> headed(String heading, List<BlockView> views) {
    if (!format.marksAreText()
        || views.isEmpty()
        || !(views.get(0) instanceof BlockView.Table table)) {
      return views;
    }
    List<BlockView> said = new ArrayList<>(views);
    said.set(0, table.captioned(rest(table.caption(), PlainText.title(heading))));
    return said;
  }

  /** What a caption says beyond a heading that it begins with. */
  private static String rest(String caption, String heading) {
    if (!caption.regionMatches(true, 0, heading, 0, heading.length())) {
      return caption;
    }
    String rest = caption.substring(heading.length());
    if (rest.startsWith(", ") && rest.length() > 2) {
      return rest.substring(2, 3).toUpperCase(Locale.ROOT) + rest.substring(3);
    }
    return rest.isEmpty() ? "" : caption;
  }

  private BlockView table(Block.Table table) {
    String id = unique(table.id());
    List<BlockView.Column> columns =
        table.columns().stream()
            .map(c -> new BlockView.Column(PlainText.line(c.heading()), c.numeric()))
            .toList();
    List<Pieces.Around> here = around(columns, "");
    List<Pieces.Around> ledOn =
        part.number() == 1
            ? here
            : around(columns, map.from(part, part.page().path() + format.ending()));
    List<BlockView.Row> rows = table.rows().stream().map(row -> row(row, here, ledOn)).toList();
    int all = LongTables.isLong(table) ? LongTables.rows(part.page().blocks(), table.id()) : 0;
    return new BlockView.Table(
        id,
        PlainText.title(table.caption()),
        columns.size() > 1,
        all,
        all > rows.size() ? address(Target.page(Page.SEARCH)).stream().toList() : List.of(),
        columns,
        rows);
  }

  /**
   * What stands around the cells of a row.
   *
   * @param page the page by whose address it is linked; empty for this file
   */
  private List<Pieces.Around> around(List<BlockView.Column> columns, String page) {
    List<Pieces.Around> around = new ArrayList<>();
    for (BlockView.Column c : columns) {
      around.add(
          pieces.cell(
              new Pieces.Column(
                  c.heading(), c.numeric(), around.isEmpty(), around.isEmpty() ? page : "")));
    }
    return around;
  }

  /**
   * A row.
   *
   * @param here what stands around its cells where its own address is that of this part
   * @param ledOn the same where the first part leads on to it, so that its address is one that
   *     stays
   */
  private BlockView.Row row(Block.Row row, List<Pieces.Around> here, List<Pieces.Around> ledOn) {
    boolean said = isSaid(row);
    String id = unique(row.id());
    List<Pieces.Around> columns = map.isLedOnTo(part, id) ? ledOn : here;
    cells.setLength(0);
    for (int i = 0; i < columns.size(); i++) {
      List<Inline> content = row.cells().get(i);
      boolean marked = i == 0 && !said;
      List<Inline> shown = marked ? InlineViews.marked(row.tone(), content) : content;
      lines.cell(columns.get(i), shown, id, cells);
    }
    return new BlockView.Row(id, row.tone().word(), format.written(cells.toString()));
  }

  private static boolean isSaid(Block.Row row) {
    for (List<Inline> cell : row.cells()) {
      if (Marks.said(row.tone(), cell)) {
        return true;
      }
    }
    return false;
  }

  private BlockView listing(Block.Listing listing) {
    String language = listing.language().replaceAll("[^A-Za-z0-9_+-]", "");
    return new BlockView.Listing(
        language, format.written(format.listing(language, listing.text())));
  }

  /** In Markdown, what forges draw themselves. */
  private BlockView figure(Block.Figure figure) {
    String title = PlainText.title(figure.title());
    String description = PlainText.line(figure.description());
    List<TemplateMarkupOutputModel<?>> table = address(figure.table()).stream().toList();
    String more = figure.more() == 0 ? "" : figure.more() + " more, not drawn";
    if (format.marksAreText()) {
      Picture picture = figure.picture().reworded(PlainText::line);
      Mermaid drawn = Mermaid.of(picture).orElseThrow();
      return new BlockView.Figure(
          title,
          description,
          format.written(format.listing("mermaid", drawn.source())),
          false,
          keys(drawn),
          table,
          drawn.whole() ? "" : more);
    }
    Drawing drawing = Drawing.of(figure, surroundings);
    return new BlockView.Figure(
        title,
        description,
        format.written(drawing.svg()),
        drawing.wide(),
        drawing.keys().stream()
            .map(key -> new BlockView.Key(format.written(key.svg()), PlainText.title(key.text())))
            .toList(),
        table,
        more);
  }

  /** One sentence. */
  private List<BlockView.Key> keys(Mermaid drawn) {
    List<BlockView.Key> keys = new ArrayList<>();
    for (String key : drawn.keys()) {
      String first = key.substring(0, 1);
      String text = keys.isEmpty() ? first.toUpperCase(Locale.ROOT) + key.substring(1) : key;
      keys.add(new BlockView.Key(format.written(""), text));
    }
    return keys;
  }

  private BlockView.Tile tile(Block.Tile tile) {
    return new BlockView.Tile(
        tile.tone().word(),
        tile.word().isEmpty() ? Marks.word(tile.tone()) : PlainText.title(tile.word()),
        PlainText.title(tile.title()),
        tile.value().isEmpty() ? "" : PlainText.title(tile.value()),
        PlainText.line(tile.note()),
        tile.target().flatMap(this::address).stream().toList());
  }

  private Optional<TemplateMarkupOutputModel<?>> address(Target target) {
    return href(target).map(format::written);
  }

  private Optional<String> href(Target target) {
    return map.address(part, target, format).map(format::href);
  }

  /** Whether nothing that was made so far has an id. */
  boolean isFree(String id) {
    return !ids.contains(id);
  }

  /** An id that the file does not have yet; links lead to the first of those that were equal. */
  private String unique(String id) {
    String unique = id;
    for (int i = 2; !ids.add(unique); i++) {
      unique = id + "-" + i;
    }
    return unique;
  }
}
