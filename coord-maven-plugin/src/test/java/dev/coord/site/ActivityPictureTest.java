package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Axis;
import dev.coord.site.model.Block;
import dev.coord.site.model.Columns;
import dev.coord.site.model.Columns.ColumnRow;
import dev.coord.site.model.Target;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivityPictureTest {

  private static final Axis DAYS = new Axis(Optional.of(LocalDate.of(2026, 11, 16)), 2);

  private static Block.Figure figure(Map<String, List<Integer>> counts, int... ownerless) {
    return ActivityPicture.of(
        DAYS,
        counts,
        List.of(ownerless[0], ownerless[1]),
        Target.page("git", "unattributed"),
        Target.page("git", "days-table"));
  }

  private static List<String> rows(Block.Figure figure) {
    return ((Columns) figure.picture())
        .rows().stream().map(row -> row.mark().name() + ": " + row.mark().note()).toList();
  }

  @Test
  void rows_stand_in_the_plans_order_and_commits_of_no_workstream_come_last() {
    Map<String, List<Integer>> counts = new LinkedHashMap<>();
    counts.put("search", List.of(1, 0));
    counts.put("idle", List.of(0, 0));
    counts.put("checkout", List.of(2, 3));
    Block.Figure figure = figure(counts, 7, 0);

    assertThat(rows(figure))
        .containsExactly(
            "search: 1 commit on 1 day",
            "checkout: 5 commits on 2 days",
            "of no workstream: 7 commits on 1 day");
    assertThat(figure.description())
        .isEqualTo("From 2026-11-16 to 2026-11-17; the busiest: checkout and search.");
    assertThat(((Columns) figure.picture()).most()).isEqualTo(7);
    assertThat(figure.more()).isZero();
  }

  @Test
  void of_300_workstreams_the_busiest_20_are_drawn_and_the_others_counted() {
    Map<String, List<Integer>> counts = new LinkedHashMap<>();
    for (int i = 1; i <= 300; i++) {
      counts.put("ws-" + i, List.of(i, 0));
    }
    Block.Figure figure = figure(counts, 0, 0);
    List<ColumnRow> rows = ((Columns) figure.picture()).rows();

    assertThat(rows).hasSize(20);
    assertThat(rows.get(0).mark().name()).isEqualTo("ws-281");
    assertThat(rows.get(19).mark().target()).contains(Target.page("workstreams/ws-300"));
    assertThat(figure.more()).isEqualTo(280);
    assertThat(figure.description()).contains("the busiest: ws-300, ws-299, ws-298 and 297 more.");
  }

  @Test
  void commits_of_nobody_alone_are_drawn_as_such() {
    Block.Figure figure = figure(Map.of("idle", List.of(0, 0)), 0, 1);

    assertThat(rows(figure)).containsExactly("of no workstream: 1 commit on 1 day");
    assertThat(figure.description()).endsWith("none is of a workstream.");
  }
}
