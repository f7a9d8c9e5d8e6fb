package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.WaveState.Progress;
import dev.coord.assess.WorkstreamState.Status;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitHistory;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.schedule.WorkDays.Span;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the merge queue and the waves are. */
class MergeStatesTest {

  private static final String STREAMS =
      """
      workstreams:
        - {id: a, branch: feature/a}
        - {id: b, branch: feature/b}
        - {id: c}
      merges:
      """;

  private static Evidences seen() {
    return evidence()
        .active("feature/a", Deltas.live().build())
        .merged("feature/b", Deltas.merged().build());
  }

  private static Assessment assessment(String merges, Evidences seen) {
    return Cases.written(STREAMS + "  " + merges + "\n").evidence(seen).assess();
  }

  private static QueueState queued(String entry, Evidences seen) {
    return MergeStates.of(assessment("queue: [{" + entry + "}]", seen)).queue().get(0);
  }

  private static WaveState wave(String wave, Evidences seen) {
    return MergeStates.of(assessment("waves: [{id: w, " + wave + "}]", seen)).waves().get(0);
  }

  @Test
  void an_entry_is_where_its_workstream_is() {
    QueueState a = queued("workstream: a", seen());
    QueueState b = queued("source: feature/b", seen());

    assertThat(a.observed()).isEqualTo(Status.ACTIVE);
    assertThat(a.source()).contains("feature/a");
    assertThat(a.target()).isEqualTo("main");
    assertThat(a.delta()).isPresent();
    assertThat(b.observed()).isEqualTo(Status.MERGED);
    assertThat(b.workstream()).contains("b");
    assertThat(b.delta()).isEmpty();
  }

  @Test
  void an_entry_that_goes_elsewhere_is_asked_for_there() {
    Evidences seen =
        seen()
            .merge("feature/a", "next", MergeState.Kind.MERGED)
            .merge("other", "main", MergeState.Kind.UNMERGED);

    assertThat(queued("workstream: a, target: next", seen).observed()).isEqualTo(Status.MERGED);
    assertThat(queued("source: other", seen).observed()).isEqualTo(Status.ACTIVE);
    assertThat(queued("workstream: a, source: other", seen).observed()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void what_is_merged_into_the_integration_branch_alone_is_not_merged_into_another_target() {
    Evidences seen = seen().merge("feature/b", "next", MergeState.Kind.UNMERGED);
    QueueState queued = queued("workstream: b, target: next", seen);
    WaveState wave = wave("workstreams: [b], into: next", seen);

    assertThat(queued.observed()).isEqualTo(Status.ACTIVE);
    assertThat(queued.landing()).isEmpty();
    assertThat(queued("workstream: b", seen).observed()).isEqualTo(Status.MERGED);
    assertThat(wave.observed()).isEqualTo(Progress.OPEN);
    assertThat(wave.members())
        .extracting(WaveState.Member::observed)
        .containsExactly(Status.ACTIVE);
  }

  @Test
  void whether_a_target_that_git_cannot_find_has_it_cannot_be_told_by_another_branch() {
    Evidences seen =
        seen().merge("feature/b", "next", Observation.unknown("next is gone", "Fetch it."));
    QueueState queued = queued("workstream: b, target: next", seen);

    assertThat(queued.observed()).isEqualTo(Status.UNKNOWN);
    assertThat(queued.how()).isEqualTo("next is gone");
    assertThat(wave("workstreams: [b], into: next", seen).observed()).isEqualTo(Progress.UNKNOWN);
  }

  @Test
  void an_entry_said_to_be_merged_that_is_only_in_the_integration_branch_contradicts_it() {
    Assessment assessment =
        assessment(
            "queue: [{workstream: b, target: next, status: merged}]",
            seen().merge("feature/b", "next", MergeState.Kind.UNMERGED));

    assertThat(assessment.claims())
        .filteredOn(claim -> claim.claim().equals("merge queue: merged"))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.CONTRADICTS);
  }

  @Test
  void what_names_no_branch_is_merged_where_a_merge_names_its_number() {
    assertThat(queued("pull_request: 9", arrived("Merge pull request #9 from x/y", true)))
        .extracting(QueueState::observed, QueueState::how)
        .containsExactly(Status.MERGED, "its number stands in the merge 71b");
    assertThat(queued("pull_request: 9", arrived("Merged in x (pull request #9)", true)).observed())
        .isEqualTo(Status.MERGED);
    assertThat(
            queued("pull_request: 9, target: next", arrived("Merge pull request #9 from x/y", true))
                .observed())
        .isEqualTo(Status.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "Merge pull request #91 from x/y, true",
    "Merge pull request #9 from x/y, false",
    "Revert \"Merge pull request #9 from x/y\", true",
    "Mend the cart (#9), false",
  })
  void another_number_or_the_number_of_an_issue_is_no_merge_of_it(String subject, boolean merge) {
    assertThat(queued("pull_request: 9", arrived(subject, merge)))
        .extracting(QueueState::observed, QueueState::how)
        .containsExactly(Status.UNKNOWN, "the plan names no branch");
  }

  private static Evidences arrived(String subject, boolean merge) {
    Commit commit =
        new Commit(
            "71b",
            "cleo",
            "",
            Instant.parse("2026-11-15T10:00:00Z"),
            subject,
            List.of(),
            new TreeSet<>());
    return seen()
        .history(
            new GitHistory(
                "main",
                Optional.empty(),
                List.of(new GitHistory.Arrival(commit, merge, List.of())),
                false,
                List.of(),
                0));
  }

  @Test
  void what_names_no_branch_cannot_be_told() {
    assertThat(List.of(queued("pull_request: 5", seen()), queued("workstream: c", seen())))
        .extracting(QueueState::observed, QueueState::how)
        .containsOnly(tuple(Status.UNKNOWN, "the plan names no branch"));
    assertThat(queued("source: x", evidence().withoutGit("there is no repository")).how())
        .isEqualTo("there is no repository");
  }

  @Test
  void git_is_asked_for_what_goes_elsewhere() {
    assertThat(
            MergeStates.questions(
                Written.plan(
                    STREAMS
                        + """
                          queue: [{workstream: a}, {source: other}, {workstream: b, target: next}]
                          waves: [{id: w, workstreams: [a, b, c], into: wave}]
                        """)))
        .containsExactly(
            new MergeQuestion("other", "main"),
            new MergeQuestion("feature/b", "next"),
            new MergeQuestion("feature/a", "wave"),
            new MergeQuestion("feature/b", "wave"));
  }

  @ParameterizedTest
  @CsvSource({
    "workstream: a, ready,  AGREES",
    "workstream: a, merged, CONTRADICTS",
    "workstream: b, ready,  CONTRADICTS",
    "workstream: b, merged, AGREES",
    "workstream: c, ready,  UNKNOWN",
    "workstream: a, cooking, UNKNOWN"
  })
  void a_claimed_status_is_held_against_git(String entry, String status, Agreement agreement) {
    Assessment assessment = assessment("queue: [{" + entry + ", status: " + status + "}]", seen());

    assertThat(assessment.claims())
        .extracting(ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactly(tuple("merge queue: " + status, agreement));
  }

  @Test
  void an_entry_without_a_workstream_is_called_by_its_pull_request_or_source() {
    assertThat(queued("pull_request: 5", seen()).subject()).isEqualTo("queue 5");
    assertThat(queued("source: fix/x", seen()).subject()).isEqualTo("queue fix-x");
    assertThat(queued("pull_request: 5, source: feature/a", seen()).subject()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({
    "'a', OPEN",
    "'b', MERGED",
    "'a, b', PARTLY",
    "'c', UNKNOWN",
    "'b, c', UNKNOWN",
    "'a, c', OPEN"
  })
  void a_wave_is_as_far_as_its_workstreams(String workstreams, Progress progress) {
    assertThat(wave("workstreams: [" + workstreams + "]", seen()).observed()).isEqualTo(progress);
  }

  @Test
  void a_wave_into_another_branch_is_looked_at_there() {
    WaveState wave =
        wave(
            "workstreams: [a], into: wave",
            seen().merge("feature/a", "wave", MergeState.Kind.MERGED));

    assertThat(wave.observed()).isEqualTo(Progress.MERGED);
    assertThat(wave("workstreams: [a], into: wave", seen()).observed()).isEqualTo(Progress.UNKNOWN);
  }

  @Test
  void days_are_counted_from_the_first_of_the_calendar() {
    String plan =
        """
        workstreams: [{id: a, branch: feature/a}]
        merges: {waves: [{id: w, workstreams: [a], TIME}]}
        """;

    assertThat(dates(plan.replace("TIME", "dates: 2026-01-05 to 2026-01-06")))
        .contains(new Span(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 6)));
    assertThat(dates(plan.replace("TIME", "day: 2"))).isEmpty();
    assertThat(dates(plan.replace(", TIME", ""))).isEmpty();

    String started = "project: {name: Shop, started: 2026-01-05}\n" + plan;
    assertThat(dates(Cases.shop(started.replace("TIME", "day: 2"))))
        .contains(new Span(LocalDate.of(2026, 1, 6), LocalDate.of(2026, 1, 6)));
    assertThat(dates(Cases.shop(started.replace("TIME", "week: 2"))))
        .contains(new Span(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 18)));
  }

  private static Optional<Span> dates(String plan) {
    return dates(Cases.written(plan));
  }

  private static Optional<Span> dates(Cases plan) {
    return MergeStates.of(plan.assess()).waves().get(0).dates();
  }

  @Test
  void a_wave_that_is_over_and_not_merged_is_overdue() {
    assertThat(overdue("2026-11-19", "a"))
        .containsExactly("wave w was due on 2026-11-19 and is not merged");
    assertThat(overdue("2026-11-20", "a")).isEmpty();
    assertThat(overdue("2026-11-19", "b")).isEmpty();
    assertThat(overdue("2026-11-19", "a, b"))
        .containsExactly("wave w was due on 2026-11-19 and is merged in part");
    assertThat(overdue("2026-11-19", "c"))
        .containsExactly("wave w was due on 2026-11-19 and is not known to be merged");
  }

  @Test
  void a_wave_of_which_the_rest_was_given_up_is_not_overdue() {
    String plan = STREAMS + "  waves: [{id: w, date: 2026-11-19, workstreams: [b, a]}]\n";
    String dropped = plan.replace("feature/a}", "feature/a, status: dropped}");

    assertThat(Cases.written(plan).evidence(seen()).assess().findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.OVERDUE);
    assertThat(Cases.written(dropped).evidence(seen()).assess().findings()).isEmpty();
  }

  @Test
  void what_is_open_of_the_checklist_of_a_merged_wave_is_overdue_when_its_day_is_over() {
    String tasks = "], checklist: ['[ ] C1: Migrations ran', '[x] C2: Backup', '[-] C3: Mail'";

    assertThat(overdue("2026-11-19", "b" + tasks))
        .containsExactly(
            "wave w was due on 2026-11-19 and is merged, and task C1 of its checklist is open");
    assertThat(overdue("2026-11-20", "b" + tasks)).isEmpty();
    assertThat(overdue("2026-11-19", "a" + tasks))
        .containsExactly("wave w was due on 2026-11-19 and is not merged");
  }

  private static List<String> overdue(String day, String workstreams) {
    String wave = "waves: [{id: w, date: " + day + ", workstreams: [" + workstreams + "]}]";
    return assessment(wave, seen()).findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.OVERDUE)
        .map(Finding::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'a, d', OPEN",
    "'b, d', MERGED",
    "'c, d', UNKNOWN",
    "'d', DROPPED",
    "'a, b, d', PARTLY"
  })
  void what_was_given_up_of_a_wave_is_left_out(String workstreams, Progress progress) {
    Assessment assessment =
        Cases.written(
                STREAMS.replace("  - {id: c}\n", "  - {id: c}\n  - {id: d, status: dropped}\n")
                    + "  waves: [{id: w, workstreams: ["
                    + workstreams
                    + "]}]\n")
            .evidence(seen())
            .assess();

    assertThat(MergeStates.of(assessment).waves().get(0).observed()).isEqualTo(progress);
  }

  @ParameterizedTest
  @CsvSource({"ready, 1", "merged, 1", "in progress, 0", "done, 1", "'ready, target: next', 1"})
  void what_the_queue_says_is_ready_has_no_open_task(String status, int contradictions) {
    Assessment assessment =
        Cases.written(
                STREAMS.replace("feature/a}", "feature/a, tasks: [\"[x] A\", \"[ ] B\"]}")
                    + "  queue: [{workstream: a, status: "
                    + status
                    + "}]\n")
            .evidence(seen().merge("feature/a", "next", MergeState.Kind.UNMERGED))
            .assess();

    assertThat(assessment.claims())
        .filteredOn(claim -> claim.observed().equals("the plan says that 1 of 2 tasks are done"))
        .hasSize(contradictions);
  }
}
