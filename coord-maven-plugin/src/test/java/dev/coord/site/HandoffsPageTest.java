package dev.coord.site;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.site.model.Page;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What blocks most? */
class HandoffsPageTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, branch: feature/a, tasks: ["[x] A.1: Export"]}
        - {id: b, branch: feature/b}
        - {id: c, branch: feature/c}
      handoffs:
        - {id: key, kind: secret, name: CARD_KEY, where: the vault, before: the *first* sale, status: ready}
        - {id: late, title: Late model, kind: artifact, provider: a, consumers: [b], paths: [/late/]}
        - id: model
          kind: contract
          title: The model
          provider: a
          consumers: [b, c]
          status: ready
          task: a/A.1
          paths: [/model/]
          language: python
          signature: "def predict(x): ..."
          version: "2"
          flags: [new_model]
          reason: Both *need* it
          detail: 47 features.
      """;

  private static Evidences seen(String... files) {
    Evidences seen =
        evidence()
            .active("feature/a", Deltas.live().build())
            .active("feature/b", Deltas.live().build())
            .active("feature/c", Deltas.live().build());
    for (Optional<String> branch : List.of(Optional.<String>empty(), Optional.of("feature/a"))) {
      for (String path : List.of("/late/", "/model/")) {
        List<String> found =
            List.of(files).stream().filter(f -> ("/" + f).startsWith(path)).toList();
        seen.found(new PathQuestion(path, "", branch), found, List.of());
      }
    }
    return seen;
  }

  private static Assessment assessment(Evidences seen) {
    return Cases.written(PLAN).evidence(seen).assess();
  }

  private static Page page(Evidences seen) {
    return Pages.of(assessment(seen), "handoffs");
  }

  @Test
  void what_blocks_most_comes_first() {
    Page page = page(seen());

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[warning] The model(handoffs#handoff-model) blocks most: b(workstreams/b),"
                + " c(workstreams/c) wait. 2 of 3 handoffs are not known to be there.");
    assertThat(Pages.lines(page).stream().filter(line -> line.contains(" #handoff-")))
        .extracting(line -> line.replaceAll(".*#handoff-([a-z]+) .*", "$1"))
        .containsExactly("model", "late", "key");
  }

  @Test
  void a_row_holds_claim_and_observation() {
    assertThat(Pages.lines(page(seen())))
        .filteredOn(line -> line.contains("#handoff-model "))
        .singleElement()
        .asString()
        .contains("[warning]")
        .contains(
            "The model(handoffs#about-model) (contract) | `2`; {47 features}; {Both *need* it} | ")
        .contains("[neutral: ready]")
        .contains("[warning: not there]")
        .contains("; blocks b(workstreams/b), c(workstreams/c)");
  }

  @Test
  void nothing_blocks_when_all_is_there() {
    assertThat(Pages.verdict(page(seen("model/a", "late/b"))))
        .isEqualTo(
            "[warning] Nothing blocks: 3 handoffs are there or not needed, 1 of them by the plan's"
                + " word alone.");
  }

  @Test
  void without_git_nothing_is_called_there() {
    assertThat(Pages.verdict(page(evidence().withoutGit("there is no repository"))))
        .startsWith("[unknown] ");
  }

  @Test
  void what_the_plan_says_beside_stands_below() {
    String text = Pages.text(page(seen()));

    assertThat(text)
        .contains("## The model #about-model")
        .contains("prose: 47 features")
        .contains("```python\ndef predict(x): ...\n```")
        .contains("Brought by: a/A.1(workstreams/a#task-a.1)")
        .contains("Behind the flags: `new_model`")
        .contains("Kept in: the vault")
        .doesNotContain("Name: `CARD_KEY`");
  }

  @Test
  void a_workstream_shows_what_it_provides_and_needs() {
    Assessment assessment = assessment(seen());

    assertThat(Pages.text(Pages.of(assessment, "workstreams/a")))
        .contains(
            "## What is handed over #handoffs\nProvides: [neutral: not there] Late model(handoffs#handoff-late)")
        .contains("Needs: [neutral: declared only] CARD_KEY(handoffs#handoff-key)");
    assertThat(Pages.text(Pages.of(assessment, "workstreams/c")))
        .contains(
            "Needs: [neutral: declared only] CARD_KEY(handoffs#handoff-key); [warning: not there] The model(")
        .doesNotContain("Provides:");
  }

  @Test
  void the_index_lists_them() {
    assertThat(Pages.text(Pages.of(assessment(seen()), "contents")))
        .contains(
            "## Handoffs #handoffs\n- CARD_KEY(handoffs#handoff-key) [neutral: declared only]");
  }

  @Test
  void a_plan_without_handoffs_has_no_such_page() {
    assertThat(
            new SiteBuilder()
                .build(Cases.written("").assess(), dev.coord.SampleAssessments.siteFrame())
                .pages())
        .extracting(Page::path)
        .doesNotContain("handoffs");
  }

  @Test
  void libraries_stand_apart_with_their_versions_and_what_is_not_needed_is_not_waited_for() {
    Assessment assessment =
        Cases.written(
                """
                workstreams: [{id: a}, {id: b}]
                handoffs:
                  - {id: l1, kind: library, name: onnx, provider: a, consumers: [b], version: ">=1.15"}
                  - {id: l2, kind: library, name: supabase, provider: a, status: not_needed, reason: Not used}
                """)
            .assess();

    assertThat(Pages.text(Pages.of(assessment, "handoffs")))
        .contains("## Libraries #libraries\ntable #library-table ")
        .contains("onnx(handoffs#about-l1) | `>=1.15` | a(workstreams/a) | b(workstreams/b)")
        .contains("supabase(handoffs#about-l2) | {Not used} | ")
        .doesNotContain("what blocks most first");
    assertThat(Pages.text(Pages.of(assessment, "workstreams/b")))
        .contains("onnx(handoffs#handoff-l1)")
        .doesNotContain("supabase");
  }

  @Test
  void what_turned_out_not_to_be_needed_has_no_consumers() {
    Assessment assessment =
        Cases.written(
                """
                workstreams: [{id: a}]
                handoffs:
                  - {id: tea, kind: library, name: tea, provider: a, status: not_needed}
                  - {id: mug, kind: library, name: mug, provider: a, status: planned}
                """)
            .assess();
    List<String> rows = Pages.lines(Pages.of(assessment, "handoffs"));

    assertThat(rows)
        .anySatisfy(row -> assertThat(row).contains("#handoff-mug ", "| all |"))
        .anySatisfy(row -> assertThat(row).contains("#handoff-tea ").doesNotContain("| all |"));
  }
}
