package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.PlanHistory;
import dev.coord.plan.PlanExtract;
import dev.coord.plan.PlanSnapshot;
import dev.coord.site.model.Block;
import dev.coord.site.model.Lines;
import dev.coord.site.model.Lines.Series;
import dev.coord.site.model.Lines.Value;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import dev.coord.testing.Written;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Judged on 2026-11-20. */
class BurnUpTest {

  private static final String NOW =
      "workstreams: [{id: a, tasks: [\"[x] one\", \"[x] two\", \"[ ] three\"]}]\n";

  private static PlanHistory.Version version(String commit, String day, String text) {
    return new PlanHistory.Version(
        commit, LocalDate.parse(day), PlanSnapshot.of(List.of(PlanExtract.of(Written.plan(text)))));
  }

  private static Page page(String path, String now, PlanHistory.Version... versions) {
    return Pages.of(
        Cases.written(now).evidence(Evidences.evidence().past(versions)).assess(), path);
  }

  @Test
  void what_was_claimed_done_is_drawn_below_all_there_was_to_do() {
    Page page =
        page(
            "timeline",
            NOW,
            version("1", "2026-11-10", "workstreams: [{id: a, tasks: ['[ ] one']}]"),
            version("2", "2026-11-15", "workstreams: [{id: a, tasks: ['[x] one', '[ ] two']}]"));
    Block.Figure figure = Figures.one(page);
    Lines lines = (Lines) figure.picture();

    assertThat(lines.axis().first()).contains(LocalDate.of(2026, 11, 10));
    assertThat(lines.most()).isEqualTo(3);
    assertThat(lines.series())
        .extracting(Series::name)
        .containsExactly("claimed done", "all there was to do");
    assertThat(lines.series().get(0).values())
        .containsExactly(new Value(0, 0), new Value(5, 1), new Value(10, 2));
    assertThat(lines.series().get(1).values())
        .containsExactly(new Value(0, 1), new Value(5, 2), new Value(10, 3));
    assertThat(figure.description()).isEqualTo("2 of 3 tasks claimed done on 2026-11-20.");
    assertThat(figure.table()).isEqualTo(Target.page("timeline", "history-table"));
  }

  @Test
  void what_was_counted_in_two_ways_is_a_table_alone() {
    Page page =
        page(
            "epics",
            NOW + "epics: [{id: e, workstreams: [a]}]\n",
            version(
                "1",
                "2026-11-10",
                "epics: [{id: e, issues: [{number: 1, title: x, state: open}]}]"));

    assertThat(Pages.text(page)).contains("table #history-e Claimed done");
    assertThat(Figures.of(page)).isEmpty();
  }
}
