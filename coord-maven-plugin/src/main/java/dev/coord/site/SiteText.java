package dev.coord.site;

import dev.coord.concurrent.SideBySide;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Changes the texts of a site. Links, anchors, and what is read letter by letter stay as they are.
 */
final class SiteText {

  private final UnaryOperator<String> change;

  SiteText(UnaryOperator<String> change) {
    this.change = change;
  }

  Site apply(Site site) {
    return new Site(
        text(site.project()),
        site.generator(),
        site.stampTime(),
        text(site.planVersion()),
        site.sources().stream().map(this::text).toList(),
        site.siteUrl(),
        site.links(),
        site.navigation(),
        SideBySide.map(site.pages(), this::page));
  }

  private Page page(Page page) {
    return new Page(
        page.path(),
        text(page.title()),
        page.navigation(),
        page.tone(),
        line(page.verdict()),
        blocks(page.blocks()),
        page.source());
  }

  private List<Block> blocks(List<Block> blocks) {
    return blocks.stream().map(this::block).toList();
  }

  private Block block(Block block) {
    if (block instanceof Block.Section section) {
      return new Block.Section(section.id(), text(section.heading()), blocks(section.blocks()));
    } else if (block instanceof Block.Paragraph paragraph) {
      return new Block.Paragraph(line(paragraph.content()));
    } else if (block instanceof Block.Prose prose) {
      return new Block.Prose(text(prose.markdown()), prose.folder(), prose.document());
    } else if (block instanceof Block.Items items) {
      return new Block.Items(items.ordered(), lines(items.items()));
    } else if (block instanceof Block.Definitions definitions) {
      return new Block.Definitions(
          definitions.definitions().stream()
              .map(d -> new Block.Definition(text(d.term()), line(d.content())))
              .toList());
    } else if (block instanceof Block.Table table) {
      return new Block.Table(
          table.id(), text(table.caption()), table.columns(), changed(table.rows(), this::row));
    } else if (block instanceof Block.Callout callout) {
      return new Block.Callout(callout.tone(), text(callout.title()), blocks(callout.blocks()));
    } else if (block instanceof Block.Listing listing) {
      return new Block.Listing(listing.language(), text(listing.text()));
    } else if (block instanceof Block.Fold fold) {
      return new Block.Fold(text(fold.summary()), blocks(fold.blocks()));
    } else if (block instanceof Block.Tiles tiles) {
      return new Block.Tiles(text(tiles.label()), tiles.tiles().stream().map(this::tile).toList());
    } else if (block instanceof Block.Search search) {
      return new Block.Search(changed(search.also(), this::found));
    }
    Block.Figure figure = (Block.Figure) block;
    return new Block.Figure(
        text(figure.title()),
        text(figure.description()),
        figure.picture().reworded(change),
        figure.more(),
        figure.table());
  }

  private Block.Found found(Block.Found found) {
    String name = text(found.name());
    String more = text(found.more());
    return name == found.name() && more == found.more()
        ? found
        : new Block.Found(found.kind(), name, more, found.target());
  }

  private Block.Tile tile(Block.Tile tile) {
    return new Block.Tile(
        tile.tone(),
        text(tile.word()),
        text(tile.title()),
        text(tile.value()),
        text(tile.note()),
        tile.target());
  }

  private Block.Row row(Block.Row row) {
    List<List<Inline>> cells = lines(row.cells());
    return cells == row.cells() ? row : new Block.Row(row.id(), row.tone(), cells);
  }

  /** The same list where nothing in it is another, as is nearly always so. */
  private static <T> List<T> changed(List<T> list, UnaryOperator<T> change) {
    List<T> copy = null;
    for (int i = 0; i < list.size(); i++) {
      T before = list.get(i);
      T after = change.apply(before);
      if (after != before) {
        copy = copy == null ? new ArrayList<>(list) : copy;
        copy.set(i, after);
      }
    }
    return copy == null ? list : copy;
  }

  private List<List<Inline>> lines(List<List<Inline>> lines) {
    return changed(lines, this::line);
  }

  private List<Inline> line(List<Inline> line) {
    return changed(line, this::inline);
  }

  private Inline inline(Inline inline) {
    if (inline instanceof Inline.Text text) {
      String changed = text(text.text());
      return changed.equals(text.text()) ? text : new Inline.Text(changed);
    } else if (inline instanceof Inline.Strong strong) {
      String changed = text(strong.text());
      return changed.equals(strong.text()) ? strong : new Inline.Strong(changed);
    } else if (inline instanceof Inline.Link link && !link.code()) {
      String changed = text(link.text());
      return changed.equals(link.text()) ? link : new Inline.Link(changed, link.target(), false);
    } else if (inline instanceof Inline.Badge badge) {
      String changed = text(badge.word());
      return changed.equals(badge.word()) ? badge : new Inline.Badge(badge.tone(), changed);
    } else if (inline instanceof Inline.Shares shares) {
      return new Inline.Shares(
          shares.parts(),
          shares.rest(),
          shares.limit().map(l -> new Inline.Limit(l.permille(), text(l.text()))),
          text(shares.text()));
    } else if (inline instanceof Inline.Sparkline line) {
      return new Inline.Sparkline(text(line.title()), text(line.text()), line.heights());
    } else if (inline instanceof Inline.Rich rich) {
      String changed = text(rich.markdown());
      return changed.equals(rich.markdown()) ? rich : new Inline.Rich(changed, rich.folder());
    }
    return inline;
  }

  private String text(String text) {
    return change.apply(text);
  }
}
