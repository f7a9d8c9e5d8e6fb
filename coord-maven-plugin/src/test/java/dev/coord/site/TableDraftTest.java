package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableDraftTest {

  private final TableDraft table =
      new Draft("page", "Page").table("t", "caption").columns("Task", "Who", "Due").optional("Due");

  @Test
  void an_optional_column_that_no_row_fills_is_left_out_with_its_cells() {
    table.row("a", Tone.NEUTRAL, Line.of("1").list(), Line.none(), Line.none());
    table.row("b", Tone.BAD, Line.of("2").list(), Line.of("Ann").list(), Line.none());

    assertThat(table.table().columns())
        .extracting(Block.Column::heading)
        .containsExactly("Task", "Who");
    assertThat(table.table().rows())
        .containsExactly(
            new Block.Row("a", Tone.NEUTRAL, List.of(Line.of("1").list(), Line.none())),
            new Block.Row("b", Tone.BAD, List.of(Line.of("2").list(), Line.of("Ann").list())));
  }

  @Test
  void an_optional_column_that_one_row_fills_and_any_other_column_stay() {
    table.row("a", Tone.NEUTRAL, Line.of("1").list(), Line.none(), Line.none());
    table.row("b", Tone.NEUTRAL, Line.of("2").list(), Line.none(), Line.of("today").list());

    assertThat(table.table().columns())
        .extracting(Block.Column::heading)
        .containsExactly("Task", "Who", "Due");
  }

  @Test
  void a_table_without_rows_keeps_its_columns() {
    assertThat(table.table().columns()).hasSize(3);
  }
}
