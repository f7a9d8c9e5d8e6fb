package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.draft.Line;
import dev.coord.site.model.Block;
import dev.coord.site.model.Inline;
import dev.coord.site.model.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Columns that say nothing. */
class TableTest {

  private static List<Inline> text(String text) {
    return Line.of(text).list();
  }

  private static Block.Table table(Block.Row... rows) {
    List<Block.Column> columns =
        List.of("First", "Who", "Due", "Line").stream()
            .map(heading -> new Block.Column(heading, false))
            .toList();
    return new Block.Table("t", "T", columns, List.of(rows));
  }

  private static Block.Row row(String id, List<Inline> first, List<Inline> who) {
    return new Block.Row(id, Tone.NEUTRAL, List.of(first, who, Line.none(), text("1")));
  }

  private static List<String> headings(Block.Table table) {
    return table.columns().stream().map(Block.Column::heading).toList();
  }

  @Test
  void a_column_that_says_nothing_in_any_row_is_left_out() {
    Block.Table table = table(row("a", text("A"), text("ana")), row("b", text("B"), Line.none()));

    assertThat(headings(table.filled())).containsExactly("First", "Who", "Line");
    assertThat(table.filled().rows())
        .extracting(Block.Row::cells)
        .containsExactly(
            List.of(text("A"), text("ana"), text("1")), List.of(text("B"), Line.none(), text("1")));
  }

  @Test
  void the_first_column_stays_and_so_do_all_of_a_table_without_rows() {
    assertThat(headings(table(row("a", Line.none(), text("ana"))).filled()))
        .containsExactly("First", "Who", "Line");
    assertThat(headings(table().filled())).containsExactly("First", "Who", "Due", "Line");
  }
}
