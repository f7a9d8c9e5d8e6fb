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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Sites as the plan of a real team would give them. */
public final class SampleSites {

  private SampleSites() {}

  /** A site of a failing build: every kind of block, wide tables, long paths. */
  public static Site failing() {
    return site(
        List.of(
            SamplePages.dashboard(),
            SamplePages.workstream(),
            SamplePages.ownership(),
            SamplePages.gates(),
            metrics(),
            SamplePages.claims()),
        Tone.BAD);
  }

  /** A site of pictures of all kinds: of few things, and of as many as pages draw. */
  public static Site pictures() {
    return site(
        List.of(
            pictures("index", "Few", SamplePictures.saying("A name as it is usual")),
            pictures("many", "Many", SamplePictures.many()),
            pictures("gates", "Many gates", SamplePictures.manyGates())),
        Tone.GOOD);
  }

  private static Page pictures(String path, String title, List<Block> figures) {
    List<Block> blocks = new ArrayList<>();
    for (Block figure : figures) {
      String id = "picture-" + blocks.size();
      blocks.add(section(id, "Picture " + (blocks.size() + 1), figure));
    }
    return page(
        path,
        title,
        "index",
        Tone.NEUTRAL,
        List.of(text("Pictures.")),
        blocks.toArray(Block[]::new));
  }

  /** What is written when the plan cannot be read. */
  static Site badPlan() {
    Block errors =
        new Block.Items(
            false,
            List.of(
                List.of(
                    code("coord.yml:14:5"), text(": unknown key \"onws\". Did you mean \"owns\"?")),
                List.of(
                    code("coord/checkout.yml:3:12"),
                    text(": \"80%\" is no comparison. Write \">= 80%\", in quotes."))));
    Page page =
        new Page(
            "index",
            "The plan cannot be read",
            "index",
            Tone.BAD,
            List.of(
                new Inline.Badge(Tone.BAD, "Error"),
                text(" 2 mistakes in the plan: nothing was judged, so nothing is green.")),
            List.of(
                new Block.Section("mistakes", "Mistakes", List.of(errors)),
                new Block.Callout(
                    Tone.INFO,
                    "Try the plan alone",
                    List.of(new Block.Listing("sh", "mvn coord:validate")))),
            Optional.empty());
    return new Site(
        "Shop",
        "coord 1.0",
        Instant.parse("2026-02-20T14:02:31Z"),
        "coord.yml",
        List.of(),
        Optional.empty(),
        RelativeLinks.NONE,
        List.of(),
        List.of(page));
  }

  /** A site with one page that is about a table of many rows. */
  public static Site large(int rows) {
    Block.Table table =
        table(
            "tasks",
            "Tasks of all workstreams",
            List.of("Task", "Owner", "State", "Path"),
            IntStream.rangeClosed(1, rows)
                .mapToObj(
                    i ->
                        row(
                            "t-" + i,
                            i % 7 == 0 ? Tone.BAD : Tone.NEUTRAL,
                            cell(text("Task " + i)),
                            cell(text("ana")),
                            cell(new Inline.Badge(Tone.INFO, "doing")),
                            cell(code("src/main/java/shop/Task" + i + ".java"))))
                .toList());
    Block links =
        new Block.Paragraph(
            List.of(
                link("first", Target.page("tasks", "t-1")),
                text(" "),
                link("last", Target.page("tasks", "t-" + rows)),
                text(" "),
                link("after", Target.page("tasks", "after"))));
    Page tasks =
        page(
            "tasks",
            "Tasks",
            "tasks",
            Tone.WARNING,
            List.of(text(rows + " tasks.")),
            links,
            section("all", "All tasks", table),
            section("after", "After the table", paragraph(text("Still on the first page."))));
    return site(List.of(SamplePages.dashboard(), tasks), Tone.NEUTRAL);
  }

  static Site site(List<Page> pages, Tone tone) {
    List<Site.Entry> navigation = new ArrayList<>();
    for (Page page : pages) {
      if (!page.path().contains("/")) {
        Tone mark = page.path().equals("index") ? tone : page.tone();
        navigation.add(new Site.Entry(page.title(), page.path(), mark));
      }
    }
    return new Site(
        "Shop",
        "coord 1.0",
        Instant.parse("2026-02-20T14:02:31Z"),
        "coord.yml, coord/checkout.yml, coord/search.yml at 0be90e2",
        List.of(
            "git: main at 0be90e2, 2026-02-20 13:40 UTC",
            "tests: target/surefire-reports, 2026-02-20 14:02 UTC",
            "coverage: target/site/jacoco/jacoco.xml, 2026-02-20 14:02 UTC"),
        Optional.of("https://acme.example/shop/"),
        RelativeLinks.NONE,
        navigation,
        pages);
  }

  static Page metrics() {
    return page(
        "metrics",
        "Metrics",
        "metrics",
        Tone.NEUTRAL,
        List.of(text("Nothing is measured yet.")),
        new Block.Callout(
            Tone.INFO,
            "No metrics in the plan",
            List.of(
                paragraph(text("A metric needs a name, a rule or a value, and a target:")),
                new Block.Listing(
                    "yaml",
                    """
                    metrics:
                      - id: lead-time
                        value: 3
                        unit: days
                        target: "<= 2"
                    """))));
  }

  static Page page(
      String path,
      String title,
      String navigation,
      Tone tone,
      List<Inline> verdict,
      Block... blocks) {
    return new Page(
        path,
        title,
        navigation,
        tone,
        verdict,
        Arrays.asList(blocks),
        Optional.of("https://github.com/acme/shop/edit/main/coord.yml"));
  }

  static Block section(String id, String heading, Block... blocks) {
    return new Block.Section(id, heading, Arrays.asList(blocks));
  }

  static Block paragraph(Inline... content) {
    return new Block.Paragraph(Arrays.asList(content));
  }

  static List<Inline> cell(Inline... content) {
    return Arrays.asList(content);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  static Block.Row row(String id, Tone tone, List<Inline>... cells) {
    return new Block.Row(id, tone, Arrays.asList(cells));
  }

  static Block.Table table(String id, String caption, List<String> headings, List<Block.Row> rows) {
    List<Block.Column> columns =
        headings.stream()
            .map(heading -> new Block.Column(heading, heading.endsWith("Lines")))
            .toList();
    return new Block.Table(id, caption, columns, rows);
  }
}
