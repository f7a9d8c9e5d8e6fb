package dev.coord.site;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.MergeStates;
import dev.coord.evidence.Commit;
import dev.coord.evidence.MergeForecast;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.site.model.Page;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What merges now? */
class MergesPageTest {

  private static final String PLAN =
      """
      people: [{id: ana, name: Ana Ruiz}]
      workstreams:
        - {id: a, branch: feature/a}
        - {id: b, branch: feature/b}
        - {id: c}
      merges:
        queue:
          - {pull_request: 5, workstream: b, status: merged}
          - {workstream: a, status: merged, reviewer: ana, notes: The *big* one}
        waves:
          - {id: w1, title: First wave, date: 2026-11-18, time: noon, workstreams: [b], tag: v1}
          - id: w2
            title: Second wave
            dates: 2026-11-18 to 2026-11-19
            workstreams: [a, c]
            from: main
            into: next
            messages: {a: "Merge A, it's big"}
            checklist: ["[ ] config: All is configured"]
            rollback: Revert the *merge*
      actions: [{title: Sign, blocks: [w2]}]
      gates: [{tests: {failed: "= 0"}, applies_to: {waves: [w2]}}]
      """;

  private static Evidences seen() {
    return evidence()
        .active("feature/a", Deltas.live().build())
        .merged("feature/b", Deltas.merged().build());
  }

  private static Assessment assessment() {
    return Cases.written(PLAN).evidence(seen()).assess();
  }

  private static Page page() {
    return Pages.of(assessment(), "merges");
  }

  @Test
  void what_nobody_has_begun_is_not_held_up() {
    String plan =
        "merges: {waves: [{id: w, workstreams: [a, b]}]}\n"
            + "workstreams: [{id: a, branch: f/a, status: todo}, {id: b, branch: f/b}]\n";
    Evidences seen = Evidences.evidence().notStarted("f/a").notStarted("f/b");

    assertThat(Pages.verdict(Pages.of(Cases.written(plan).evidence(seen).assess(), "merges")))
        .isEqualTo(
            "[neutral] Nothing can be merged yet: none of the 2 workstreams that are left was"
                + " begun.");
  }

  @Test
  void what_comes_next_and_what_holds_it_up_comes_first() {
    assertThat(Pages.verdict(page()))
        .isEqualTo(
            "[unknown] Nothing can be merged now. a(workstreams/a) is held up: action sign is"
                + " todo(actions#action-sign); [unknown: unknown] gate tests.failed:"
                + " unknown(gates#gate-tests.failed); and 1 more reason(merges#next-a-next). 1"
                + " more is held up. Whether 1 other can be merged cannot be told.");
  }

  @Test
  void what_merges_next_stands_first_with_the_commands_to_copy() {
    String plan =
        """
        workstreams: [{id: a, branch: feature/a, tasks: ["[x] t", "[ ] u"]}]
        merges: {waves: [{id: w, workstreams: [a], messages: {a: Merge A}}]}
        """;
    Evidences clean =
        seen()
            .forecast(new MergeForecast(List.of("feature/a"), List.of(), 0, List.of(), List.of()));
    Page page = Pages.of(Cases.written(plan).evidence(clean).assess(), "merges");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[info] a(workstreams/a) merges next, into `main`, though 1 of 2 tasks is open.");
    assertThat(Pages.text(page))
        .contains("## What merges next #next")
        .contains("| `main` | [good: yes] |")
        .contains(
            "To merge a(workstreams/a) into `main` (1 of 2 tasks is open):\n```sh\ngit switch main\n")
        .contains("git merge --no-ff feature/a -m 'Merge A'\n```");
  }

  @Test
  void what_cannot_be_told_of_all_for_one_reason_is_told_once() {
    String plan =
        """
        workstreams: [{id: a, branch: f/a}, {id: b, branch: f/b, depends_on: [a]}]
        merges: {waves: [{id: w, workstreams: [a, b]}]}
        """;
    Page page =
        Pages.of(
            Cases.written(plan).evidence(evidence().gone("f/a").gone("f/b")).assess(), "merges");
    String reason = "the branches are not in this clone, nor was a merge found that names them";

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[unknown] What merges next cannot be told. For all 2 that are left: "
                + reason
                + ". Fetch all branches (`git fetch origin '+refs/heads/*:refs/remotes/origin/*'`);"
                + " where one was deleted after its merge, name under `merged_as` the commit that"
                + " brought it.");
    assertThat(Pages.text(page))
        .contains(
            "Whether these can be merged cannot be told: a(workstreams/a),"
                + " b(workstreams/b).\n")
        .contains("- a(workstreams/a), b(workstreams/b): " + reason)
        .doesNotContain("was found nowhere");
  }

  @Test
  void of_what_is_ready_held_up_and_unknown_each_stands_for_itself() {
    String plan =
        """
        workstreams: [{id: a, branch: f/a}, {id: b, branch: f/b}, {id: c, branch: f/c}]
        merges: {queue: [{workstream: a}], waves: [{id: w, workstreams: [c, b], into: next}]}
        """;
    Evidences seen =
        evidence()
            .active("f/a", Deltas.live().build())
            .notStarted("f/b")
            .merge("f/b", "next", MergeState.Kind.NOT_STARTED)
            .incomparable("f/c", "the base is lost")
            .merge("f/c", "next", Observation.unknown("the base is lost", "Fetch it."))
            .forecast(new MergeForecast(List.of("f/a"), List.of(), 0, List.of(), List.of()));
    Page page = Pages.of(Cases.written(plan).evidence(seen).assess(), "merges");

    assertThat(Pages.verdict(page)).isEqualTo("[info] a(workstreams/a) merges next, into `main`.");
    assertThat(Pages.text(page))
        .contains("#held-up-b-next [neutral] b(workstreams/b) | `next` | [warning: held up] |")
        .contains("- [unknown: unknown] c(workstreams/c): the base is lost");
  }

  @Test
  void a_branch_that_is_gone_is_not_named_as_if_it_were_there() {
    String plan =
        """
        workstreams: [{id: a, branch: f/a}, {id: b, branch: f/b}]
        merges: {waves: [{id: w, workstreams: [a, b], into: next}]}
        """;
    Commit merge = Deltas.commit("3e3e", "ana");
    Evidences seen =
        evidence()
            .gone("f/a")
            .active("f/b", Deltas.live().build())
            .merge("f/b", "next", MergeState.Kind.UNMERGED)
            .merge(
                "f/a",
                "next",
                Observation.known(
                    new MergeState(
                        MergeState.Kind.MERGED,
                        Optional.of(merge),
                        "a merge commit names it",
                        Proof.Strength.ATTESTED,
                        Optional.of(
                            new MergeState.Landing(
                                "main", Deltas.id("4ead"), merge.id(), merge.time(), 1, 1)))));
    Page page = Pages.of(Cases.written(plan).evidence(seen).assess(), "merges");

    assertThat(Pages.lines(page))
        .filteredOn(line -> line.contains("#next-b") || line.contains("#wave-w "))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("`next` (gone)"));
    assertThat(Pages.lines(page))
        .filteredOn(line -> line.contains("#merged-a"))
        .singleElement()
        .asString()
        .contains("`next` (gone, seen in `main`)");
  }

  @Test
  void an_entry_of_the_queue_holds_claim_and_observation() {
    assertThat(Pages.lines(page()))
        .filteredOn(line -> line.contains("#queue-a "))
        .singleElement()
        .asString()
        .contains("| `feature/a` into `main` | merged | [info: active] by ancestry; ")
        .contains(" ahead of main, ")
        .contains("| Ana Ruiz(people#person-ana) |");
  }

  @Test
  void waves_stand_in_their_order_with_their_days_and_members() {
    String text = Pages.text(page());

    assertThat(text)
        .contains(
            "First wave(merges#about-w1) `w1` | 2026-11-18, noon | b(workstreams/b) [good: merged]")
        .contains(
            "Second wave(merges#about-w2) `w2` | 2026-11-18 to 2026-11-19 [warning: overdue] |"
                + " a(workstreams/a) [unknown: unknown], c(workstreams/c) [unknown: unknown]"
                + " into `next` |");
  }

  @Test
  void a_wave_tells_what_must_hold_how_it_is_merged_and_how_it_is_undone() {
    assertThat(Pages.text(page()))
        .contains("## Second wave #about-w2")
        .contains("Id: `w2`")
        .contains("Gates: tests.failed(gates#gate-tests.failed) [unknown: unknown]")
        .contains("Waits for: sign(actions#action-sign) [neutral: todo]")
        .contains("config")
        .contains(
            "```sh\ngit switch -c next main\ngit merge --no-ff feature/a -m 'Merge A, it'\\''s"
                + " big'\n# c names no branch\n```")
        .doesNotContain("git merge --no-ff feature/b")
        .contains("prose: Revert the *merge*");
  }

  @Test
  void commands_of_the_plan_stand_as_they_are_with_the_messages_beside() {
    String plan =
        """
        workstreams: [{id: a, branch: feature/a}]
        merges: {waves: [{id: w, workstreams: [a], commands: ./merge.sh, message: Merge it}]}
        """;

    assertThat(Pages.text(Pages.of(Cases.written(plan).assess(), "merges")))
        .contains("```sh\n./merge.sh\n```")
        .contains("Message of the merge of a(workstreams/a):\n```text\nMerge it\n```");
  }

  @Test
  void a_wave_that_is_partly_merged_lists_what_is_left_and_does_not_make_its_branch_again() {
    String plan =
        """
        workstreams: [{id: a, branch: f/a}, {id: b, branch: f/b}]
        merges: {waves: [{id: w, workstreams: [a, b], from: main, into: next, tag: v1}]}
        """;
    Evidences seen =
        evidence()
            .active("f/a", Deltas.live().build())
            .active("f/b", Deltas.live().build())
            .merge("f/a", "next", MergeState.Kind.MERGED)
            .merge("f/b", "next", MergeState.Kind.UNMERGED)
            .line("next");

    assertThat(Pages.text(Pages.of(Cases.written(plan).evidence(seen).assess(), "merges")))
        .contains("To merge it:\n```sh\ngit switch next\ngit merge --no-ff f/b\ngit tag v1\n```")
        .doesNotContain("git merge --no-ff f/a", "switch -c");
  }

  @Test
  void of_the_plans_commands_it_is_said_which_are_about_what_is_merged_or_not_here() {
    String plan =
        """
        workstreams: [{id: a, branch: f/a}, {id: b, branch: f/b}]
        merges: {waves: [{id: w, workstreams: [a, b], commands: ./merge.sh}]}
        """;
    Evidences seen = evidence().merged("f/a", Deltas.merged().build()).gone("f/b");

    assertThat(Pages.text(Pages.of(Cases.written(plan).evidence(seen).assess(), "merges")))
        .contains(
            "The plan's commands to merge it:\n```sh\n./merge.sh\n```\n"
                + "*Not all of it can be run*: a(workstreams/a) is merged already. The branch of"
                + " b(workstreams/b) is not in this clone. ");
  }

  @ParameterizedTest
  @CsvSource({
    "a;id,          'a;id', true",
    "a$(id),        'a$(id)', true",
    "a&b,           'a&b', true",
    "feature/a-1.x, feature/a-1.x, false"
  })
  void names_that_a_shell_would_run_are_quoted(String branch, String name, boolean quoted) {
    Assessment assessment =
        Cases.written(
                "workstreams: [{id: a, branch: \""
                    + branch
                    + "\"}]\nmerges: {waves: [{id: w, workstreams: [a]}]}\n")
            .assess();

    assertThat(MergeCommands.of(assessment, MergeStates.of(assessment).waves().get(0)))
        .get()
        .asString()
        .endsWith("git merge --no-ff " + (quoted ? "'" + name + "'" : name));
  }

  @Test
  void what_was_given_up_is_not_among_the_commands_of_its_wave() {
    String plan =
        """
        workstreams:
          - {id: a, branch: feature/a, status: dropped}
          - {id: c, branch: feature/c}
        merges: {waves: [{id: w, workstreams: [a, c]}]}
        """;
    Assessment assessment = Cases.written(plan).assess();

    assertThat(MergeCommands.of(assessment, MergeStates.of(assessment).waves().get(0)))
        .contains("git switch main\ngit merge --no-ff feature/c");
  }

  @Test
  void a_merged_wave_has_the_plans_commands_and_none_to_copy() {
    String plan =
        """
        workstreams: [{id: b, branch: feature/b}]
        merges: {waves: [{id: w, workstreams: [b], messages: {b: Bring b}%s}]}
        """;

    assertThat(merges(plan.formatted("")))
        .contains("Message of the merge of b(workstreams/b):\n```text\nBring b\n```")
        .doesNotContain("git switch", "To merge it");
    assertThat(merges(plan.formatted(", commands: ./merge.sh")))
        .contains("It is merged; the plan's commands:\n```sh\n./merge.sh\n```");
  }

  private static String merges(String plan) {
    return Pages.text(Pages.of(Cases.written(plan).evidence(seen()).assess(), "merges"));
  }

  @Test
  void nothing_is_left_when_all_is_merged() {
    String plan =
        """
        workstreams: [{id: b, branch: feature/b}]
        merges: {queue: [{workstream: b}], waves: [{id: w, workstreams: [b]}]}
        """;

    assertThat(Pages.verdict(Pages.of(Cases.written(plan).evidence(seen()).assess(), "merges")))
        .isEqualTo("[good] Nothing is left to merge: all that the plan lists is merged.");
  }

  @Test
  void what_was_given_up_of_a_merged_wave_is_not_said_to_be_merged() {
    String plan =
        """
        workstreams: [{id: b, branch: feature/b}, {id: d, branch: feature/d, status: dropped}]
        merges: {waves: [{id: w, workstreams: [b, d]}, {id: v, workstreams: [d]}]}
        """;
    Page page = Pages.of(Cases.written(plan).evidence(seen()).assess(), "merges");

    assertThat(Pages.verdict(page))
        .endsWith(" Nothing is left to merge: what is not merged was given up.");
    assertThat(Pages.text(page)).contains("[good: merged]", "[neutral: given up]");
  }

  @Test
  void without_git_it_is_unknown() {
    Assessment assessment =
        Cases.written(PLAN).evidence(evidence().withoutGit("there is no repository")).assess();

    assertThat(Pages.verdict(Pages.of(assessment, "merges"))).startsWith("[unknown] ");
  }

  @Test
  void other_pages_lead_to_the_wave() {
    Assessment assessment = assessment();

    assertThat(Pages.text(Pages.of(assessment, "workstreams/a")))
        .contains("Merged in: Second wave(merges#wave-w2) `w2` (2026-11-18 to 2026-11-19)");
    assertThat(Pages.text(Pages.of(assessment, "actions"))).contains("Second wave(merges#wave-w2)");
    assertThat(Pages.text(Pages.of(assessment, "gates")))
        .contains("waves Second wave(merges#wave-w2)");
    assertThat(Pages.text(Pages.of(assessment, "contents")))
        .contains("## Waves #waves\n- First wave(merges#wave-w1) `w1`");
  }

  @Test
  void a_plan_without_merges_has_no_such_page() {
    assertThat(
            new SiteBuilder()
                .build(Cases.written("").assess(), dev.coord.SampleAssessments.siteFrame())
                .pages())
        .extracting(Page::path)
        .doesNotContain("merges");
  }

  @Test
  void a_message_that_stands_in_the_commands_is_not_told_again() {
    String plan =
        "workstreams: [{id: a, branch: x}]\nmerges: {waves: [{id: w, workstreams: [a],"
            + " messages: {a: Merge A}, commands: git merge x -m \"%s\"}]}";

    assertThat(Pages.text(Pages.of(Cases.written(plan.formatted("Merge A")).assess(), "merges")))
        .doesNotContain("Message of the merge of");
    assertThat(Pages.text(Pages.of(Cases.written(plan.formatted("Done")).assess(), "merges")))
        .contains("Message of the merge of ");
  }

  @Test
  void a_block_of_a_sprint_names_the_waves_of_its_days() {
    String sprint =
        """
        sprints:
          - id: s
            start: 2026-11-16
            end: 2026-11-20
            blocks: [{dates: 2026-11-18}, {dates: 2026-11-16 to 2026-11-20}]
        """;

    assertThat(
            Pages.lines(
                Pages.of(Cases.written(PLAN + sprint).evidence(seen()).assess(), "sprints/s")))
        .filteredOn(line -> line.contains("merges: "))
        .satisfiesExactly(
            first -> assertThat(first).contains("2026-11-18, merges: First wave(merges#wave-w1) "),
            all ->
                assertThat(all)
                    .contains(
                        "merges: First wave(merges#wave-w1) `w1`, Second wave(merges#wave-w2) `w2` "));
  }

  @Test
  void what_was_merged_is_listed_in_the_order_of_its_merges_and_what_came_early_is_marked() {
    String plan =
        """
        workstreams:
          - {id: a, branch: feature/a}
          - {id: b, branch: feature/b}
        merges:
          queue: [{workstream: a}]
          waves: [{id: w1, workstreams: [a]}, {id: w2, workstreams: [b]}]
        """;
    Evidences swapped = evidence().landed("feature/a", 1, 1).landed("feature/b", 5, 5);
    Page page = Pages.of(Cases.written(plan).evidence(swapped).assess(), "merges");

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[warning] Nothing is left to merge: all that the plan lists is merged,"
                + " b(workstreams/b) out of order.");
    assertThat(Pages.lines(page))
        .filteredOn(line -> line.contains("#merged-"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains("b(workstreams/b)", "w2(merges#wave-w2)")
                    .contains("[warning: merged out of order]"),
            line -> assertThat(line).contains("a(workstreams/a)", "[good: merged]"));
  }
}
