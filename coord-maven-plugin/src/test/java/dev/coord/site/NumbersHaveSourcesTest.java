package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import dev.coord.site.draft.Answer;
import dev.coord.site.draft.Draft;
import dev.coord.site.draft.Line;
import dev.coord.site.draft.TableDraft;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.site.model.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number that coord worked out leads to what it was worked out from: a line of the plan, a
 * commit, a report, or rows of a page. Texts of the plan and of others (code, Markdown, links) are
 * no derived numbers; nor are dates, which stand for themselves.
 */
class NumbersHaveSourcesTest {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2})?");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.:/#-])\\d+(\\.\\d+)?(?![\\w:/-])");

  /** A place that has no address, as when nothing is known of the repository. */
  private static final Pattern PLACE = Pattern.compile(".+:\\d+(:\\d+)?(@[0-9a-f]+)?");

  private final List<String> unsourced = new ArrayList<>();

  static Stream<Assessment> samples() {
    return Stream.of(
        SampleAssessments.failing(),
        SampleAssessments.passing(),
        SampleAssessments.unknown(),
        SampleAssessments.empty());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_number_on_a_page_leads_to_its_source(Assessment assessment) {
    new SiteBuilder().build(assessment, SampleAssessments.siteFrame()).pages().forEach(this::look);

    assertThat(unsourced).isEmpty();
  }

  @Test
  void a_number_without_a_source_is_found() {
    Draft page = new Draft("some", "Some");
    TableDraft table = page.table("some-table", "Some").columns("Name").number("Count");
    table.row("a", Tone.NEUTRAL, Line.of("a").list(), Line.of("7").list());
    table.row(
        "b",
        Tone.NEUTRAL,
        Line.of("b").list(),
        List.of(Inline.link("7", Target.page("some", "a"))));
    page.section("counts", "Counts", table.table());
    page.add(
        new Block.Tiles(
            "Tiles", List.of(new Block.Tile(Tone.GOOD, "Passed", "3 of 4", "", Optional.empty()))));
    page.section(
        "words",
        "Words",
        new Block.Paragraph(List.of(Inline.text("On 2026-11-20 there were 5 of them."))));
    look(page.page(Answer.of(Tone.NEUTRAL, "There are 2."), Optional.empty()));

    assertThat(unsourced)
        .containsExactly(
            "some: row a: a | 7", "some: tile Passed", "some: On 2026-11-20 there were 5 of them.");
  }

  private void look(Page page) {
    look(page, page.blocks());
    if (hasNumber(page.verdict()) && !isSourced(page.verdict()) && !hasRows(page.blocks())) {
      unsourced.add(page.path() + ": verdict: " + PageText.line(page.verdict()));
    }
  }

  /** A sentence may also count the rows that stand beside it. */
  private void look(Page page, List<Block> blocks) {
    boolean rows = hasRows(blocks);
    for (Block block : blocks) {
      if (block instanceof Block.Section section) {
        look(page, section.blocks());
      } else if (block instanceof Block.Callout callout) {
        look(page, callout.blocks());
      } else if (block instanceof Block.Fold fold) {
        look(page, fold.blocks());
      } else if (block instanceof Block.Table table) {
        table.rows().forEach(row -> look(page, row));
      } else if (block instanceof Block.Tiles tiles) {
        tiles.tiles().forEach(tile -> look(page, tile));
      } else if (block instanceof Block.Definitions definitions) {
        definitions.definitions().forEach(d -> look(page, d.content(), false));
      } else if (block instanceof Block.Items items) {
        items.items().forEach(item -> look(page, item, false));
      } else if (block instanceof Block.Paragraph paragraph) {
        look(page, paragraph.content(), rows);
      }
    }
  }

  private void look(Page page, Block.Row row) {
    boolean sourced =
        row.cells().stream()
            .flatMap(List::stream)
            .anyMatch(NumbersHaveSourcesTest::leadsToEvidence);
    for (List<Inline> cell : row.cells()) {
      if (hasNumber(cell) && !sourced && !isSourced(cell)) {
        unsourced.add(
            page.path()
                + ": row "
                + row.id()
                + ": "
                + PageText.of(row).replaceAll(".*\\] ", "").strip());
        return;
      }
    }
  }

  private void look(Page page, Block.Tile tile) {
    boolean number = NUMBER.matcher(tile.value() + " " + tile.note()).find();
    if (number && tile.target().isEmpty()) {
      unsourced.add(page.path() + ": tile " + tile.title());
    }
  }

  private void look(Page page, List<Inline> line, boolean beside) {
    if (hasNumber(line) && !isSourced(line) && !beside) {
      unsourced.add(page.path() + ": " + PageText.line(line));
    }
  }

  private static boolean hasRows(List<Block> blocks) {
    return blocks.stream()
        .anyMatch(
            block ->
                block instanceof Block.Table
                    || block instanceof Block.Items
                    || block instanceof Block.Tiles
                    || block instanceof Block.Section section && hasRows(section.blocks())
                    || block instanceof Block.Fold fold && hasRows(fold.blocks()));
  }

  private static boolean hasNumber(List<Inline> line) {
    return line.stream().anyMatch(NumbersHaveSourcesTest::isNumber);
  }

  private static boolean isNumber(Inline inline) {
    if (inline instanceof Inline.Text text) {
      return NUMBER.matcher(DATE.matcher(text.text()).replaceAll("")).find();
    }
    return inline instanceof Inline.Progress
        || inline instanceof Inline.Shares
        || inline instanceof Inline.Sparkline;
  }

  private static boolean isSourced(List<Inline> line) {
    return line.stream()
        .anyMatch(
            inline ->
                inline instanceof Inline.Link
                    || inline instanceof Inline.Progress progress && progress.target().isPresent());
  }

  /** A link of the row that is more than the name of what the row is about. */
  private static boolean leadsToEvidence(Inline inline) {
    if (inline instanceof Inline.Code code) {
      return PLACE.matcher(code.text()).matches();
    }
    return inline instanceof Inline.Link link
        && !(link.target() instanceof Target.ToPage page && page.fragment().isEmpty());
  }
}
