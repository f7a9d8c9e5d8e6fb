package dev.coord.site;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.plan.Plan;
import dev.coord.site.model.Block;
import dev.coord.site.model.Graph;
import dev.coord.site.model.Graph.Edge;
import dev.coord.site.model.Page;
import dev.coord.site.model.Target;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Many;
import dev.coord.testing.PlanTexts;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependencyPictureTest {

  private static final String CHAIN =
      """
      project: {name: Shop, started: 2026-11-16}
      workstreams:
        - {id: a, duration: 3}
        - {id: b, duration: 2, depends_on: [a]}
        - {id: c, duration: 1, depends_on: [a]}
        - {id: alone, duration: 1}
      """;

  private static Page page(String plan, String path) {
    Plan read = PlanTexts.shop(plan);
    return Pages.of(Written.assessed(read), path);
  }

  private static List<String> edges(Graph graph) {
    return graph.edges().stream()
        .map(
            edge ->
                graph.nodes().get(edge.from()).mark().name()
                    + " "
                    + edge.kind()
                    + " "
                    + graph.nodes().get(edge.to()).mark().name())
        .toList();
  }

  @Test
  void those_that_wait_are_drawn_with_the_critical_path_and_others_are_not() {
    Block.Figure figure = Figures.one(page(CHAIN, "workstreams"));
    Graph graph = (Graph) figure.picture();

    assertThat(edges(graph)).containsExactly("a CRITICAL b", "a OPEN c");
    assertThat(graph.nodes())
        .extracting(node -> node.mark().name() + ": " + node.mark().note())
        .containsExactly("a: unknown, critical", "b: unknown, critical", "c: unknown");
    assertThat(figure.description()).isEqualTo("Most wait for a: 2 workstreams.");
    assertThat(figure.more()).isZero();
  }

  @Test
  void the_table_below_says_who_waits_for_whom_and_where_the_plan_says_so() {
    Page page = page(CHAIN, "workstreams");

    assertThat(Figures.one(page).table()).isEqualTo(Target.page("workstreams", "waits-table"));
    assertThat(Pages.text(page))
        .contains("#waits-b-a [neutral] b(workstreams/b) | a(workstreams/a) | [unknown: unknown] |")
        .contains("| dependency | `coord.yml:5`");
  }

  @Test
  void where_nobody_waits_there_is_neither_picture_nor_table() {
    Page page = page("workstreams: [{id: a}, {id: b}]\n", "workstreams");

    assertThat(Figures.of(page)).isEmpty();
    assertThat(Pages.text(page)).contains("All workstreams").doesNotContain("Who waits");
  }

  @Test
  void handoffs_lead_from_their_provider_to_their_consumers() {
    Page page =
        page(
            """
            workstreams: [{id: a}, {id: b}, {id: c}]
            handoffs:
              - {id: one, kind: artifact, provider: a, consumers: [b, c], status: planned}
              - {id: two, kind: contract, provider: b, consumers: [c], status: ready}
              - {id: three, kind: contract, provider: c, consumers: [a], status: not_needed}
            """,
            "handoffs");

    assertThat(edges((Graph) Figures.one(page).picture()))
        .containsExactly("a OPEN b", "a OPEN c", "b DONE c");
  }

  @Test
  void a_handoff_for_all_leads_to_all_but_its_provider() {
    Page page =
        page(
            """
            workstreams: [{id: a}, {id: b}, {id: c}]
            handoffs:
              - {id: one, kind: contract, provider: b, status: planned}
              - {id: two, kind: contract, provider: a, consumers: [b], status: ready}
            """,
            "handoffs");

    assertThat(edges((Graph) Figures.one(page).picture()))
        .containsExactly("b OPEN a", "b OPEN c", "a DONE b");
  }

  @Test
  void who_is_merged_waits_for_nobody_neither_by_a_handoff_nor_by_a_dependency() {
    Assessment assessment =
        Cases.written(
                """
                workstreams:
                  - {id: a, branch: feature/a}
                  - {id: b, branch: feature/b, depends_on: [a]}
                  - {id: c, branch: feature/c, depends_on: [a]}
                handoffs:
                  - {id: one, kind: library, name: tea, provider: a, consumers: [a, b, c]}
                """)
            .evidence(
                evidence()
                    .active("feature/a", Deltas.live().build())
                    .active("feature/b", Deltas.live().build())
                    .merged("feature/c", Deltas.merged().build()))
            .assess();

    assertThat(Pages.text(Pages.of(assessment, "workstreams")))
        .contains("| [info: active] c waits no more: [warning: merged out of order] |");
    for (String path : List.of("handoffs", "workstreams")) {
      Block.Figure figure = Figures.one(Pages.of(assessment, path));
      assertThat(edges((Graph) figure.picture())).as(path).containsExactly("a OPEN b", "a DONE c");
      assertThat(figure.description()).as(path).isEqualTo("1 workstream waits.");
    }
  }

  @Test
  void of_300_workstreams_what_holds_up_most_is_drawn_and_the_rest_is_counted() {
    String many =
        Many.lines(
            300,
            i ->
                "  - {id: w%d, duration: 1%s}"
                    .formatted(i, i < 2 ? "" : ", depends_on: [w" + (i - 2) + "]"));
    Block.Figure figure =
        Figures.one(
            page(
                "project: {name: Shop, started: 2026-11-16}\nworkstreams:\n" + many,
                "workstreams"));
    Graph graph = (Graph) figure.picture();

    assertThat(graph.nodes()).hasSize(40);
    assertThat(figure.more()).isEqualTo(260);
    assertThat(graph.edges()).extracting(Edge::kind).contains(Edge.Kind.CRITICAL);
  }

  @Test
  void who_is_named_is_waited_for_by_more_than_any_other_and_is_drawn() {
    String chain =
        Many.lines(
            60, i -> "  - {id: w%d, duration: 1%s}".formatted(i, i == 0 ? "" : depends("w", i)));
    String star = Many.lines(3, i -> "  - {id: s%d, duration: 1, depends_on: [hub]}".formatted(i));
    String plan = "project: {name: Shop, started: 2026-11-16}\nworkstreams:\n" + chain;

    assertThat(Figures.one(page(plan, "workstreams")).description())
        .isEqualTo("59 workstreams wait, no more than 1 for the same one.");
    Block.Figure named =
        Figures.one(page(plan + "  - {id: hub, duration: 1}\n" + star, "workstreams"));
    assertThat(named.description()).isEqualTo("Most wait for hub: 3 workstreams.");
    assertThat(edges((Graph) named.picture())).contains("hub OPEN s0", "hub OPEN s2");
  }

  private static String depends(String prefix, int number) {
    return ", depends_on: [" + prefix + (number - 1) + "]";
  }
}
