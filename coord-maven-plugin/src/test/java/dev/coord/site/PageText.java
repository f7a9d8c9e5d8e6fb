package dev.coord.site;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import java.util.List;
import java.util.stream.Collectors;

/** A page as plain text, so that tests can say what a reader would read. */
final class PageText {

  private PageText() {}

  static String of(Site site) {
    return site.navigation().stream()
            .map(e -> e.label() + " [" + e.tone().word() + "]")
            .collect(Collectors.joining(" | ", "", "\n\n"))
        + site.pages().stream().map(PageText::of).collect(Collectors.joining("\n"));
  }

  static String of(Page page) {
    return "# "
        + page.path()
        + ": "
        + page.title()
        + " ["
        + page.tone().word()
        + "]\n"
        + line(page.verdict())
        + "\n"
        + page.source().map(url -> "edit: " + url + "\n").orElse("")
        + blocks(page.blocks());
  }

  static String blocks(List<Block> blocks) {
    return blocks.stream().map(PageText::of).collect(Collectors.joining());
  }

  static String of(Block block) {
    if (block instanceof Block.Section section) {
      return "\n## " + section.heading() + " #" + section.id() + "\n" + blocks(section.blocks());
    } else if (block instanceof Block.Paragraph paragraph) {
      return line(paragraph.content()) + "\n";
    } else if (block instanceof Block.Prose prose) {
      return "prose: " + prose.markdown() + "\n";
    } else if (block instanceof Block.Items items) {
      return items.items().stream()
          .map(item -> (items.ordered() ? "1. " : "- ") + line(item) + "\n")
          .collect(Collectors.joining());
    } else if (block instanceof Block.Definitions definitions) {
      return definitions.definitions().stream()
          .map(d -> d.term() + ": " + line(d.content()) + "\n")
          .collect(Collectors.joining());
    } else if (block instanceof Block.Table table) {
      return table(table);
    } else if (block instanceof Block.Callout callout) {
      return "<"
          + callout.tone().word()
          + "> "
          + callout.title()
          + "\n"
          + blocks(callout.blocks())
          + "</>\n";
    } else if (block instanceof Block.Listing listing) {
      return "```" + listing.language() + "\n" + listing.text() + "\n```\n";
    } else if (block instanceof Block.Fold fold) {
      return "fold: " + fold.summary() + "\n" + blocks(fold.blocks());
    } else if (block instanceof Block.Tiles tiles) {
      return tiles.tiles().stream()
          .map(
              t ->
                  "tile ["
                      + t.tone().word()
                      + (t.word().isEmpty() ? "" : ": " + t.word())
                      + "] "
                      + t.title()
                      + " = "
                      + t.value()
                      + " ("
                      + t.note()
                      + ")"
                      + t.target().map(PageText::target).orElse("")
                      + "\n")
          .collect(Collectors.joining());
    }
    if (block instanceof Block.Search) {
      return "search\n";
    }
    Block.Figure figure = (Block.Figure) block;
    return "figure: "
        + figure.title()
        + ". "
        + figure.description()
        + " "
        + figure.picture()
        + (figure.more() == 0 ? "" : " and " + figure.more() + " more")
        + target(figure.table())
        + "\n";
  }

  private static String table(Block.Table table) {
    String head =
        table.columns().stream().map(Block.Column::heading).collect(Collectors.joining(" | "));
    return "table #"
        + table.id()
        + " "
        + table.caption()
        + "\n  "
        + head
        + "\n"
        + table.rows().stream().map(PageText::of).collect(Collectors.joining());
  }

  static String of(Block.Row row) {
    return "  #"
        + row.id()
        + " ["
        + row.tone().word()
        + "] "
        + row.cells().stream().map(PageText::line).collect(Collectors.joining(" | "))
        + "\n";
  }

  static String line(List<Inline> line) {
    return line.stream().map(PageText::of).collect(Collectors.joining());
  }

  private static String of(Inline inline) {
    if (inline instanceof Inline.Text text) {
      return text.text();
    } else if (inline instanceof Inline.Strong strong) {
      return "*" + strong.text() + "*";
    } else if (inline instanceof Inline.Code code) {
      return "`" + code.text() + "`";
    } else if (inline instanceof Inline.Link link) {
      String mark = link.code() ? "`" : "";
      return mark + link.text() + mark + target(link.target());
    } else if (inline instanceof Inline.Badge badge) {
      return "[" + badge.tone().word() + ": " + badge.word() + "]";
    } else if (inline instanceof Inline.Rich rich) {
      return "{" + rich.markdown() + "}";
    } else if (inline instanceof Inline.Progress progress) {
      return progress.done()
          + " of "
          + progress.total()
          + progress.target().map(PageText::target).orElse("");
    } else if (inline instanceof Inline.Shares shares) {
      return "bar "
          + shares.parts().stream().map(p -> p.tone().word() + " " + p.count()).toList()
          + (shares.rest() == 0 ? "" : " " + shares.rest())
          + shares.limit().map(limit -> " of " + limit.permille()).orElse("")
          + " "
          + shares.text();
    } else if (inline instanceof Inline.Sparkline line) {
      return "line " + line.heights() + " " + line.title() + ": " + line.text();
    }
    if (inline instanceof Inline.Day day) {
      return day.day().toString();
    }
    return ((Inline.Time) inline).instant().toString();
  }

  private static String target(Target target) {
    if (target instanceof Target.ToPage page) {
      return "(" + page.path() + (page.fragment().isEmpty() ? "" : "#" + page.fragment()) + ")";
    }
    return "("
        + (target instanceof Target.ToFile file ? file.path() : ((Target.ToUrl) target).url())
        + ")";
  }
}
