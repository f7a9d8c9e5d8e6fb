package dev.coord.site;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What workstreams make, how they are launched, and who is said not to conflict. */
class WorkstreamFilesTest {

  private static final String PLAN =
      """
      workstreams:
        - id: a
          branch: feature/a
          status: ready
          files:
            - {path: docs/a.md, change: created, lines: 1200, purpose: The *guide*}
            - {path: docs/b.md}
          launch: {day: 2, prompt_file: docs/prompt.md}
        - {id: b, branch: feature/b, files: [{path: docs/c.md, change: created, bytes: 1}]}
      boundaries: {no_conflicts: [{between: [a, b], reason: Other *modules*}]}
      """;

  private static Evidences seen() {
    Evidences seen =
        evidence()
            .active(
                "feature/a",
                Deltas.live()
                    .commit(Deltas.commit("c1", "cleo", "docs/a.md", "x.txt"))
                    .change("docs/a.md", Kind.ADDED, 120, 0)
                    .modified("x.txt")
                    .build())
            .active("feature/b", Deltas.changing("x.txt"));
    for (String file : List.of("docs/a.md", "docs/b.md", "docs/c.md", "docs/prompt.md")) {
      List<String> found = file.equals("docs/a.md") ? List.of(file) : List.of();
      seen.found(new PathQuestion(file, "", Optional.empty()), found, List.of());
      seen.found(new PathQuestion(file, "", Optional.of("feature/a")), List.of(), List.of());
      seen.found(new PathQuestion(file, "", Optional.of("feature/b")), List.of(), List.of());
    }
    return seen;
  }

  private static String text(String page) {
    Assessment assessment = Cases.written(PLAN).evidence(seen()).assess();
    return Pages.text(Pages.of(assessment, page));
  }

  @Test
  void files_are_shown_as_claimed_and_as_observed() {
    assertThat(text("workstreams/a"))
        .contains("## What it makes and changes #files")
        .contains("`docs/a.md` | created, 1,200 lines | {The *guide*} | [good: agrees] ")
        .contains("#file-docs-b.md [warning] `docs/b.md` | changed | – | [warning: contradicts] ");
  }

  @Test
  void a_file_that_is_not_there_yet_is_no_contradiction_before_the_work_is_done() {
    assertThat(text("workstreams/b")).contains("`docs/c.md` | created, 1 byte | – | not yet |");
  }

  @Test
  void a_launch_tells_its_day_and_whether_its_prompt_is_there() {
    assertThat(text("workstreams/a"))
        .contains("When: Day 2 `coord.yml:")
        .contains("Prompt file: `docs/prompt.md` [warning: contradicts] ");
  }

  @Test
  void who_is_said_not_to_conflict_is_held_against_the_branches() {
    assertThat(text("ownership"))
        .contains("## Where no conflict is expected #no-conflicts")
        .contains(
            "#no-conflict-1 [warning] a(workstreams/a), b(workstreams/b) | {Other *modules*} |")
        .contains("[warning: contradicts] a and b both change x.txt ");
  }

  @Test
  void a_plan_that_says_nothing_of_it_has_no_such_sections() {
    Assessment assessment =
        Cases.written("workstreams: [{id: a, branch: feature/a}]\n").evidence(seen()).assess();

    assertThat(Pages.text(Pages.of(assessment, "workstreams/a"))).doesNotContain("#files");
    assertThat(Pages.text(Pages.of(assessment, "ownership"))).doesNotContain("#no-conflicts");
  }
}
