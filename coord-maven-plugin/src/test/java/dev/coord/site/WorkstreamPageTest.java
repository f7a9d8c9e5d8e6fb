package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SampleEvidence;
import dev.coord.SamplePlan;
import dev.coord.assess.WorkstreamState;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import dev.coord.site.model.Page;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WorkstreamPageTest {

  private static Workstream workstream(Task... tasks) {
    Workstream sample = SamplePlan.checkout();
    return SamplePlan.workstream(
        "checkout",
        "Checkout",
        "cleo",
        sample.branch(),
        "doing",
        List.of(),
        sample.owns(),
        sample.keepsOff(),
        List.of(tasks));
  }

  private static WorkstreamState state(
      Status status, int done, List<String> waitsFor, Task... tasks) {
    WorkstreamState sample =
        SampleAssessments.checkout(SampleEvidence.lawful("checkout"), List.of());
    return new WorkstreamState(
        workstream(tasks),
        status,
        "the branch is nowhere",
        sample.branch(),
        sample.ownership(),
        done,
        tasks.length,
        waitsFor,
        List.of(),
        List.of(),
        false);
  }

  private static Page page(WorkstreamState state) {
    return Pages.of(
        new AssessmentDraft(SampleAssessments.passing()).workstreams(state).claims(),
        "workstreams/checkout");
  }

  private static Task task(Task.State state) {
    return SamplePlan.task("T-1", "Refund *lines*", state);
  }

  private static final String GATED =
      "workstreams: [{id: a, branch: f/a, status: doing, tasks: [{id: t, text: T}]}]\n"
          + "gates:\n"
          + "- {id: g, applies_to: {workstreams: [a]}, tests: {failed: '= 0'}}\n"
          + "- {id: h, applies_to: {workstreams: [a]}, tasks: {workstream: a, done: '= 100%'}}\n";

  private static Page page(String plan, Evidences seen) {
    return Pages.of(Cases.written(plan).evidence(seen).assess(), "workstreams/a");
  }

  private static Page judged(String plan, Evidences seen) {
    return Pages.of(
        Cases.written(plan).judged(Cases.onWorkstream("a")).evidence(seen).assess(),
        "workstreams/a");
  }

  @Test
  void gates_that_are_not_met_are_told_apart_from_those_that_cannot_be_told() {
    Evidences seen = Evidences.evidence().active("f/a", Deltas.changing("pom.xml"));

    assertThat(Pages.verdict(judged(GATED, seen)))
        .startsWith(
            "[bad] *It cannot be merged*: h.done(gates#gate-h.done) is not met, and"
                + " g.failed(gates#gate-g.failed) cannot be told. ");
    assertThat(Pages.verdict(judged(GATED.substring(0, GATED.indexOf("- {id: h")), seen)))
        .startsWith(
            "[unknown] *Whether it can be merged cannot be told*: nobody can tell"
                + " g.failed(gates#gate-g.failed). ");
  }

  @Test
  void of_a_merged_workstream_its_gates_do_not_say_that_it_cannot_be_merged() {
    Evidences seen = Evidences.evidence().merged("f/a", Deltas.merged().build());

    assertThat(Pages.verdict(page(GATED, seen)))
        .startsWith(
            "[bad] *It is merged, but fails this build*: h.done(gates#gate-h.done) is not met, and"
                + " g.failed(gates#gate-g.failed) cannot be told. ");
  }

  @Test
  void why_it_warns_and_that_a_task_is_blocked_is_said() {
    String plan =
        GATED.replace("{id: t, text: T}", "{id: t, text: T, state: blocked}, {id: u, text: U}");

    assertThat(
            Pages.verdict(
                page(plan, Evidences.evidence().active("f/a", Deltas.changing("pom.xml")))))
        .isEqualTo(
            "[warning] g.failed(gates#gate-g.failed) and h.done(gates#gate-h.done) warn. Next:"
                + " {U}. 1 task(workstreams/a#tasks) is blocked.");
  }

  @Test
  void that_what_was_observed_warns_is_said() {
    String plan = "workstreams: [{id: a, branch: f/a, status: doing, tasks: [{id: t, text: T}]}]\n";

    Commit old =
        new Commit(
            "5".repeat(40),
            "Ana",
            "ana@shop.example",
            Instant.parse("2020-01-01T00:00:00Z"),
            "Old",
            List.of(),
            new TreeSet<>());
    Evidences left = Evidences.evidence().activeSince("f/a", old, Deltas.changing("pom.xml"));

    assertThat(Pages.verdict(page(plan, left)))
        .startsWith("[warning] It is stale: ")
        .contains("none is younger than 2020-01-01")
        .endsWith(" Next: {T}.");
    assertThat(Pages.verdict(page(plan, Evidences.evidence().reverted("f/a"))))
        .contains("It is reverted: ");
  }

  @Test
  void what_began_nothing_has_no_last_commit() {
    String plan = "workstreams: [{id: a, branch: f/a, status: todo}]\n";
    Evidences seen = Evidences.evidence().notStarted("f/a");

    assertThat(Pages.text(page(plan, seen))).contains("not started").contains("Last commit: –");
    assertThat(Pages.text(Pages.of(Cases.written(plan).evidence(seen).assess(), "workstreams")))
        .contains("not started")
        .doesNotContain("71b");
  }

  @Test
  void what_holds_up_its_merge_stands_beside_what_it_waits_for() {
    String plan =
        "merges: {waves: [{id: w, workstreams: [b, a]}]}\n"
            + "workstreams: [{id: a, branch: f/a, status: done}, {id: b, branch: f/b}]\n";
    Evidences seen =
        Evidences.evidence()
            .active("f/a", Deltas.changing("pom.xml"))
            .active("f/b", Deltas.changing("README.md"));

    assertThat(Pages.lines(page(plan, seen)))
        .contains(
            "Its merge waits for: b, before it in wave w, is not merged(workstreams/b);"
                + " [unknown: unknown] whether it conflicts with main was not"
                + " tried(merges#forecast)");
  }

  @Test
  void a_branch_that_is_not_in_the_clone_is_said_so_first_and_the_refs_that_were_tried_below() {
    Page page =
        Pages.of(
            Cases.written("workstreams: [{id: a, branch: f/a}]\n")
                .evidence(Evidences.evidence().gone("f/a"))
                .assess(),
            "workstreams/a");

    assertThat(Pages.verdict(page))
        .contains(
            "What was done cannot be told: the branch is not in this clone, nor was a merge found"
                + " that names it.")
        .doesNotContain("found nowhere");
    assertThat(Pages.text(page)).contains("the branch 'f/a' was found nowhere");
  }

  @Test
  void
      what_the_plan_has_to_do_and_nobody_has_begun_changed_nothing_and_there_is_nothing_to_fetch() {
    String text =
        Pages.text(
            Pages.of(
                Cases.written("workstreams: [{id: a, branch: f/a, status: todo}]\n")
                    .evidence(Evidences.evidence().gone("f/a"))
                    .assess(),
                "workstreams/a"));

    assertThat(text)
        .contains(
            "## What it changed #ownership\nNothing yet: the plan has it to do, and git shows"
                + " neither its branch nor a merge of it.")
        .doesNotContain("cannot be told", "Fetch");
  }

  @Test
  void the_next_task_and_what_to_keep_off_are_said_first() {
    assertThat(Pages.verdict(page(state(Status.ACTIVE, 0, List.of(), task(Task.State.TODO)))))
        .isEqualTo("[info] Next: {Refund *lines*}. It keeps off `/catalog/**`, `/payments/**`.");
  }

  @Test
  void a_workstream_that_waits_says_for_whom() {
    assertThat(
            Pages.verdict(
                page(state(Status.NOT_STARTED, 0, List.of("catalog"), task(Task.State.TODO)))))
        .startsWith("[neutral] It waits for catalog. Next: ");
  }

  @Test
  void a_merged_workstream_has_nothing_to_keep_off_any_more() {
    assertThat(Pages.verdict(page(state(Status.MERGED, 1, List.of(), task(Task.State.DONE)))))
        .isEqualTo("[good] It is merged. All tasks are claimed done.");
  }

  @Test
  void a_workstream_whose_tasks_all_wait_says_so() {
    assertThat(Pages.verdict(page(state(Status.ACTIVE, 0, List.of(), task(Task.State.BLOCKED)))))
        .startsWith("[info] No open task can be begun: each is blocked or waits for another.");
  }

  @Test
  void a_workstream_without_tasks_shows_what_to_add() {
    Page page = page(state(Status.ACTIVE, 0, List.of()));

    assertThat(Pages.verdict(page)).startsWith("[info] The plan names no task.");
    assertThat(Pages.text(page)).contains("<neutral> No tasks yet", "done_when:");
  }

  @Test
  void a_branch_that_cannot_be_found_is_unknown() {
    assertThat(Pages.verdict(page(state(Status.UNKNOWN, 0, List.of(), task(Task.State.TODO)))))
        .startsWith(
            "[unknown] What was done cannot be told(workstreams/checkout#standing). Next: ");
    assertThat(Pages.text(page(state(Status.UNKNOWN, 0, List.of()))))
        .contains("the branch is nowhere");
  }

  @Test
  void a_branch_without_an_answer_of_git_says_what_is_missing() {
    WorkstreamState sample = state(Status.UNKNOWN, 0, List.of());
    WorkstreamState untold =
        new WorkstreamState(
            sample.workstream(),
            Status.UNKNOWN,
            "the branch is nowhere",
            Optional.empty(),
            Observation.unknown("no branch feature/checkout was found", "Push it."),
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            false);

    assertThat(Pages.text(page(untold)))
        .contains(
            "<unknown> Its changes and commits cannot be told\n"
                + "no branch feature/checkout was found. Push it.",
            "git was not asked about the branch. Name the branch in the plan.");
  }

  @Test
  void why_its_branch_tells_nothing_is_told_once() {
    Page page =
        Pages.of(
            Cases.written("workstreams: [{id: a, branch: f/a}]\n")
                .evidence(Evidences.evidence().gone("f/a"))
                .assess(),
            "workstreams/a");

    assertThat(Pages.text(page))
        .containsOnlyOnce("was found nowhere")
        .contains(
            "<unknown> Its changes and commits cannot be told\n"
                + "Why stands under what was observed(workstreams/a#standing). ");
  }

  @Test
  void why_a_source_is_missing_is_told_once() {
    assertThat(Pages.text(Pages.of(SampleAssessments.unknown(), "workstreams/checkout")))
        .containsOnlyOnce("no git repository was found")
        .contains("<bad> Missing source: git", "git is missing");
  }

  @Test
  void a_prompt_stands_there_only_when_the_plan_publishes_it() {
    Page page = Pages.of(SampleAssessments.failing(), "workstreams/payments");

    assertThat(Pages.text(page))
        .contains("```sh\nclaude --continue\n```")
        .doesNotContain("You are the payments agent", "fold: Prompt");
    assertThat(Pages.text(published()))
        .contains("fold: Prompt\n```text\nYou are the payments agent.");
  }

  private static Page published() {
    Workstream payments = SamplePlan.payments();
    Workstream.Launch launch = payments.launch().orElseThrow();
    Workstream open =
        new Workstream(
            payments.origin(),
            payments.id(),
            payments.title(),
            payments.focus(),
            payments.owner(),
            payments.phase(),
            payments.branch(),
            payments.base(),
            payments.mergedAs(),
            payments.worktree(),
            payments.status(),
            payments.critical(),
            payments.start(),
            payments.duration(),
            payments.due(),
            payments.dependsOn(),
            payments.owns(),
            payments.keepsOff(),
            payments.level(),
            payments.why(),
            payments.tasks(),
            Optional.of(
                new Workstream.Launch(
                    launch.origin(),
                    launch.order(),
                    launch.when(),
                    launch.terminal(),
                    launch.directory(),
                    launch.command(),
                    launch.promptFile(),
                    launch.prompt(),
                    launch.waitFor(),
                    true)),
            payments.progressFile(),
            List.of(),
            payments.next(),
            payments.notes());
    WorkstreamState sample = SampleAssessments.payments();
    return Pages.of(
        new AssessmentDraft(SampleAssessments.failing())
            .workstreams(
                new WorkstreamState(
                    open,
                    sample.observed(),
                    sample.how(),
                    sample.branch(),
                    sample.ownership(),
                    sample.done(),
                    sample.tasks(),
                    List.of(),
                    List.of(),
                    List.of(),
                    false)),
        "workstreams/payments");
  }

  @Test
  void the_overview_counts_what_was_observed() {
    assertThat(Pages.verdict(Pages.of(SampleAssessments.failing(), "workstreams")))
        .isEqualTo(
            "[bad] 4 workstreams: 1 merged, 2 active and 1 not started. A gate fails for checkout.");
    assertThat(Pages.verdict(Pages.of(SampleAssessments.passing(), "workstreams")))
        .isEqualTo("[good] 1 workstream: 1 merged.");
    AssessmentDraft some = new AssessmentDraft(SampleAssessments.passing());
    assertThat(
            Pages.verdict(
                Pages.of(some.workstreams(state(Status.UNKNOWN, 0, List.of())), "workstreams")))
        .isEqualTo("[unknown] 1 workstream: 1 unknown. What checkout did cannot be told.");
    assertThat(
            Pages.verdict(
                Pages.of(
                    some.workstreams(SampleAssessments.payments())
                        .claims(SampleAssessments.contradiction()),
                    "workstreams")))
        .isEqualTo("[warning] 1 workstream: 1 active. Look at payments.");
  }
}
