package dev.coord.site;

import static dev.coord.site.WrittenPages.assessment;
import static dev.coord.site.WrittenPages.page;
import static dev.coord.site.WrittenPages.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Block;
import dev.coord.site.model.Grid;
import dev.coord.site.model.Grid.GridCell;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RisksPageTest {

  @ParameterizedTest
  @CsvSource({
    "'{id: a, owner: ana}', '[info] 1 of 1 risk is open. It is a(risks#risk-a): ana acts.'",
    "'{id: a, owner: ana, status: closed}', '[neutral] No risk is open.'",
    "'{id: a}', '[warning] 1 of 1 risk is open; nobody answers for 1. It is a(risks#risk-a).'",
    "'{id: a, owner: ana, status: triggered}', '[warning] a(risks#risk-a) has happened. No risk is open.'"
  })
  void the_risks_are_counted(String risk, String verdict) {
    assertThat(verdict("risks: [" + risk + "]", "risks")).isEqualTo(verdict);
  }

  @Test
  void the_worst_that_is_open_stands_first_with_whoever_acts() {
    assertThat(
            verdict(
                """
                risks:
                  - {id: a, owner: ana, likelihood: low, impact: low}
                  - {id: b, owners: [ana, ben], likelihood: high, impact: medium}
                  - {id: c, owner: ana, status: closed, likelihood: high, impact: high}
                """,
                "risks"))
        .isEqualTo("[info] 2 of 3 risks are open. The worst is b(risks#risk-b): ana, ben act.");
  }

  @Test
  void the_claimed_status_of_a_risk_stands_beside_what_its_rule_shows() {
    String risks =
        """
        workstreams: [{id: w, tasks: ["[x] a", "[ ] b"]}]
        risks:
          - {id: calm, owner: ana, triggered_when: {tasks: {workstream: w, done: "< 50%"}}}
          - {id: late, owner: ana, triggered_when: {tasks: {workstream: w, done: "< 60%"}}}
          - {id: told, owner: ana, status: triggered, triggered_when: {tasks: {workstream: w, done: "< 60%"}}}
          - {id: open, owner: ana, triggered_when: {tests: {failed: "> 0"}}}
          - {id: bare, owner: ana}
        """;
    Page page = page(risks, "risks");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[warning] late(risks#risk-late), told(risks#risk-told) have happened. 4 of 5 risks"
                + " are open; whether 1 has happened cannot be told.");
    assertThat(Pages.lines(page))
        .filteredOn(line -> line.startsWith("  #risk-"))
        .extracting(line -> line.replaceAll(" \\|.*claims#.*| \\| – \\|.*", ""))
        .extracting(line -> line.replaceAll("^  #risk-(\\w+) \\[(\\w+)].*", "$1 $2"))
        .containsExactly(
            "late warning", "told warning", "calm neutral", "open neutral", "bare neutral");
    assertThat(Pages.text(page))
        .contains("[info: open] | [warning: contradicts] its rule holds: ")
        .contains("[warning: triggered] | [good: agrees] its rule holds: ")
        .contains("[info: open] | [unknown: unknown] ")
        .contains("[info: open] | claim only | ");
    assertThat(Pages.text(Pages.of(assessment(risks), "claims")))
        .contains("risk late(risks#risk-late) | status: open | ");
  }

  @Test
  void risks_stand_in_a_grid_of_likelihood_and_impact() {
    String text =
        Pages.text(
            page(
                "risks: [{id: a, likelihood: very_high, impact: low}, {id: b, impact: high}]",
                "risks"));

    assertThat(text)
        .contains("  #likelihood-very-high [neutral] very high | – | a(risks#risk-a) | – | – | –")
        .contains("10 (very high × low)")
        .contains("not said × high");
    assertThat(Pages.text(page("risks: [{id: b, impact: high}]", "risks")))
        .doesNotContain("likelihood-");
  }

  @Test
  void risks_are_drawn_by_likelihood_and_impact_beside_the_table_of_the_same() {
    Block.Figure figure =
        Figures.one(
            page(
                """
                risks:
                  - {id: quota, title: Quota ends, likelihood: very_high, impact: high}
                  - {id: leak, likelihood: low, impact: very_low}
                  - {id: other}
                """,
                "risks"));
    Grid grid = (Grid) figure.picture();

    assertThat(grid.rows().get(0).name()).isEqualTo("very high likelihood");
    GridCell cell = grid.rows().get(0).cells().get(3);
    assertThat(cell.word() + " " + cell.tone() + " " + cell.marks().get(0).name())
        .isEqualTo("20 BAD Quota ends");
    assertThat(grid.rows().get(3).cells().get(0).marks()).hasSize(1);
    assertThat(figure.description()).endsWith("The highest with a risk in it is 20: Quota ends.");
    assertThat(figure.more()).isEqualTo(1);
    assertThat(figure.table()).isEqualTo(Target.page("risks", "grid-table"));
  }
}
