package dev.coord.site.render;

import static dev.coord.site.render.SampleSites.paragraph;
import static dev.coord.site.render.SampleSites.row;
import static dev.coord.site.render.SampleSites.section;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.RelativeLinks;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import dev.coord.site.render.picture.SamplePictures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A site that shows one text in every place where a text can stand. */
final class HostileSites {

  /** What strangers write into commits, paths and plans. */
  static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "</title><script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "\" autofocus onfocus=\"alert(1)",
          "<svg/onload=alert(1)>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<!-- <b>",
          "]]>",
          "<![CDATA[<script>]]>",
          "&lt;script&gt;",
          "&#60;script&#62;",
          "${7*7} <#if 1==1>#{7}",
          "<@quote/> [=7]",
          "[click](javascript:alert(1))",
          "[click](https://evil.example)",
          "![pixel](https://evil.example/p.png)",
          "[x]: https://evil.example",
          "<https://evil.example>",
          "[click][x]",
          "look!",
          "back\\",
          "`code` ``more`` ```",
          "`",
          "```\nend of the listing\n~~~",
          "~~~ sh",
          "**bold** __bold__ *i* _i_ ~~gone~~",
          "# heading",
          "heading\n=======",
          "heading\n-------",
          "---",
          "> quoted\n> twice",
          "- item\n- item",
          "1. item",
          "+ item",
          "    indented",
          "| a | b |\n|---|---|\n| 1 | 2 |",
          "a | b",
          "a \\| b",
          "a \\\\| b",
          "|",
          "<details><summary>x</summary>",
          "[^1] [^1]: note",
          "$\\href{https://evil.example}{x}$",
          "line\r\nline\u2028line\u0085line",
          "\u202Egnp.exe \u2066x\u2069",
          "nul\u0000 escape\u001b[31m bell\u0007",
          "\uD83D lone \uDE00",
          " spaces  at both ends ",
          "100% sure_of_it a*b*c <60%",
          "ﬁ ＜script＞ \u00a0");

  private HostileSites() {}

  /** The site of a text. */
  static Site of(String text) {
    Inline link = new Inline.Link(text, Target.page("index", "rows"), false);
    Inline web = new Inline.Link(text, new Target.ToUrl("https://x.example/" + text), true);
    List<Inline> line =
        List.of(
            new Inline.Text(text),
            new Inline.Text(" "),
            new Inline.Strong(text),
            new Inline.Text(" "),
            new Inline.Code(text),
            new Inline.Text(" "),
            link,
            new Inline.Text(text),
            web,
            new Inline.Text(" "),
            new Inline.Badge(Tone.INFO, text),
            new Inline.Text(text));
    List<Inline> pressed =
        List.of(new Inline.Code(text), new Inline.Code(text), new Inline.Strong(text), link, web);
    List<Block> blocks = new ArrayList<>(SamplePictures.saying(text));
    blocks.addAll(
        List.of(
            section("one", text, paragraph(new Inline.Text(text)), new Block.Paragraph(line)),
            new Block.Items(false, List.of(line, pressed, List.of(new Inline.Text(text)))),
            new Block.Items(true, List.of(line, List.of(new Inline.Text(text)))),
            new Block.Definitions(List.of(new Block.Definition(text, line))),
            table(text, line, pressed),
            new Block.Callout(Tone.BAD, text, List.of(new Block.Paragraph(line))),
            new Block.Callout(Tone.INFO, text, List.of(table(text, line, pressed), listing(text))),
            listing(text),
            new Block.Fold(text, List.of(new Block.Paragraph(pressed))),
            new Block.Tiles(text, List.of(tile(text, true), tile(text, false))),
            section("end", "The end", paragraph(new Inline.Text("Still here.")))));
    Page page =
        new Page(
            "index",
            text,
            "index",
            Tone.BAD,
            line,
            blocks,
            Optional.of("https://x.example/edit/" + text));
    Page sub = SampleSites.page("pages/sub", text, "index", Tone.GOOD, line);
    return new Site(
        text,
        text,
        Instant.EPOCH,
        text,
        List.of(text, text),
        Optional.of("https://x.example/" + text + "/"),
        RelativeLinks.NONE,
        List.of(new Site.Entry(text, "index", Tone.BAD), new Site.Entry(text, "index", Tone.GOOD)),
        List.of(page, sub));
  }

  private static Block listing(String text) {
    return new Block.Listing("sh", text);
  }

  private static Block.Tile tile(String text, boolean linked) {
    Optional<Target> target = linked ? Optional.of(Target.page("pages/sub")) : Optional.empty();
    return new Block.Tile(Tone.WARNING, text, text, text, target);
  }

  private static Block table(String text, List<Inline> line, List<Inline> pressed) {
    return new Block.Table(
        "rows",
        text,
        List.of(
            new Block.Column(text, false),
            new Block.Column(text, true),
            new Block.Column(text, false)),
        List.of(
            row("r-1", Tone.BAD, List.of(new Inline.Text(text)), line, pressed),
            row("r-2", Tone.NEUTRAL, line, List.of(new Inline.Code(text)), List.of())));
  }
}
