package dev.coord.site.render;

import static dev.coord.site.model.Inline.code;
import static dev.coord.site.model.Inline.link;
import static dev.coord.site.model.Inline.text;

import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.RelativeLinks;
import dev.coord.site.model.Site;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import dev.coord.site.render.picture.SamplePictures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page that shows each component of the site once, and says what it is for. */
public final class SampleStyle {

  private static final Target HERE = Target.page("index", "table");

  private SampleStyle() {}

  /** A site of this one page. */
  public static Site site() {
    Page page =
        new Page(
            "index",
            "Style",
            "index",
            Tone.NEUTRAL,
            List.of(text("Each component of the site once, with what it is for.")),
            blocks(),
            Optional.empty());
    return new Site(
        "coord",
        "coord",
        Instant.parse("2026-02-20T14:02:31Z"),
        "coord.yml at 0be90e2",
        List.of("git: main at 0be90e2, 2026-02-20 13:40 UTC"),
        Optional.empty(),
        RelativeLinks.NONE,
        List.of(new Site.Entry("Style", "index", Tone.NEUTRAL)),
        List.of(page));
  }

  private static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        section(
            "marks",
            "Marks",
            "Inline.Badge: a status is an icon, a word and a colour, never a colour alone.",
            items(Arrays.stream(Tone.values()).map(SampleStyle::tone).toList())));
    blocks.add(lines());
    blocks.add(
        section(
            "prose",
            "Text of the plan",
            "Block.Prose: Markdown of the plan, made safe.",
            new Block.Prose(
                """
                Refunds *wait* for the **ledger**; see `ledger.api`.

                - [x] Agree on the format
                - [ ] Write it

                ```java
                int total = 3; // of all baskets
                ```
                """)));
    blocks.add(
        section(
            "definitions",
            "Facts",
            "Block.Definitions: what is known of one thing, a line each.",
            new Block.Definitions(
                List.of(
                    new Block.Definition("Owner", List.of(text("ana"))),
                    new Block.Definition("Branch", List.of(code("feature/checkout")))))));
    blocks.add(
        section(
            "table",
            "Table",
            "Block.Table: each row has an address of its own, and a mark where it asks for one."
                + " Inline.Columns: numbers one after the other.",
            table()));
    blocks.add(
        section(
            "callout",
            "Callout",
            "Block.Callout: an empty state, a failed source, a warning; with what to do.",
            new Block.Callout(
                Tone.INFO,
                "No metrics in the plan",
                List.of(
                    SampleSites.paragraph(text("A metric needs a name, a value and a target:")),
                    new Block.Listing("yaml", "metrics:\n  - {id: lead-time, value: 3}\n")))));
    blocks.add(
        section(
            "fold",
            "Fold",
            "Block.Fold: what most readers do not need; open on paper.",
            new Block.Fold(
                "2 more", List.of(new Block.Items(true, List.of(line("one"), line("two")))))));
    blocks.add(
        section(
            "tiles",
            "Tiles",
            "Block.Tiles: the strip of gates, and other verdicts to take in at one glance.",
            new Block.Tiles(
                "Gates",
                Arrays.stream(Tone.values())
                    .map(t -> new Block.Tile(t, t.word(), "54.8%", "of 60%", Optional.of(HERE)))
                    .toList())));
    blocks.add(
        section(
            "search",
            "Search",
            "Block.Search: of the search page alone, whose script shows it; without one it is not"
                + " seen.",
            new Block.Search(List.of())));
    blocks.addAll(pictures());
    return blocks;
  }

  private static Block lines() {
    return section(
        "lines",
        "Parts of a line",
        "What stands in paragraphs, lists and cells.",
        items(
            List.of(
                part(
                    "Inline.Text, Inline.Strong: words, and words that matter: ",
                    new Inline.Strong("54.8%")),
                part(
                    "Inline.Code: what is read letter by letter: ",
                    code("src/main/java/Basket.java")),
                part("Inline.Link: a figure leads to what it is from: ", link("3 commits", HERE)),
                part(
                    "Inline.Rich: Markdown of the plan in one line: ",
                    new Inline.Rich("the *new* ledger")),
                part("Inline.Progress: never without its total: ", new Inline.Progress(3, 7)),
                part(
                    "Inline.Shares: parts of a whole: ",
                    new Inline.Shares(
                        List.of(
                            new Inline.Part(Tone.GOOD, 62),
                            new Inline.Part(Tone.BAD, 2),
                            new Inline.Part(Tone.NEUTRAL, 3)),
                        "62 passed, 2 failed, 3 skipped of 67")),
                part(
                    "Inline.Time: a point in time, in UTC: ",
                    new Inline.Time(Instant.parse("2026-02-20T14:02:31Z"))),
                part("Inline.Day: ", new Inline.Day(LocalDate.of(2026, 2, 20))))));
  }

  private static List<Inline> tone(Tone tone) {
    String meaning =
        switch (tone) {
          case GOOD -> "it holds";
          case BAD -> "it is broken";
          case WARNING -> "somebody should look";
          case UNKNOWN -> "it cannot be told, and so it is no pass";
          case INFO -> "something to know";
          case NEUTRAL -> "neither good nor bad";
        };
    return List.of(new Inline.Badge(tone, tone.word()), text(" " + meaning));
  }

  private static Block table() {
    List<Block.Row> rows =
        Arrays.stream(Tone.values())
            .map(
                tone ->
                    SampleSites.row(
                        "row-" + tone.word(),
                        tone,
                        line(tone.word()),
                        line(Integer.toString(10 * tone.ordinal())),
                        List.of(
                            new Inline.Sparkline(
                                "Lines", "1, 0, 4, 1, 2", List.of(250, 0, 1000, 250, 500)))))
            .toList();
    return new Block.Table(
        "rows",
        "Rows of each tone",
        List.of(
            new Block.Column("Row", false),
            new Block.Column("Lines", true),
            new Block.Column("Over time", false)),
        rows);
  }

  /** A picture of each kind, named as the records are. */
  private static List<Block> pictures() {
    return SamplePictures.saying("checkout").stream()
        .map(block -> (Block.Figure) block)
        .map(
            figure -> {
              String kind = figure.picture().getClass().getSimpleName();
              return section(
                  "picture-" + kind.toLowerCase(Locale.ROOT),
                  "Picture: " + kind,
                  "Block.Figure of " + kind + ", always beside a table of the same.",
                  new Block.Figure(
                      kind, "What is to be seen in it, in a sentence.", figure.picture(), 0, HERE));
            })
        .toList();
  }

  private static Block section(String id, String heading, String what, Block block) {
    return new Block.Section(id, heading, List.of(SampleSites.paragraph(text(what)), block));
  }

  private static Block items(List<List<Inline>> lines) {
    return new Block.Items(false, lines);
  }

  private static List<Inline> part(String what, Inline shown) {
    return List.of(text(what), shown);
  }

  private static List<Inline> line(String words) {
    return List.of(text(words));
  }
}
