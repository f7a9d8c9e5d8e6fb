package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.SeenBranches;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules about branches, through an assessment. The branch's last commit is of 2026-11-20. */
class BranchFactsTest {

  private static List<String> rows(Evidences evidence, String rule) {
    return Written.assessed(
            Written.plan(
                "workstreams: [{id: w, branch: feature/w}, {id: none}]",
                "gates: [{id: g, branch: {" + rule + "}}]"),
            evidence.build())
        .gates()
        .stream()
        .map(g -> g.row() + " " + g.outcome().word() + ": " + g.verdict().summary())
        .toList();
  }

  private static Evidences active() {
    return evidence().active("feature/w", Deltas.live().build());
  }

  @Test
  void a_branch_that_is_there_exists() {
    assertThat(rows(active(), "workstream: w, exists: true"))
        .containsExactly("g.exists passed: refs/heads/feature/w is there");
  }

  @Test
  void a_branch_that_is_nowhere_may_not_have_been_fetched() {
    assertThat(rows(evidence().gone("feature/w"), "branch: feature/w, exists: true, idle: < 1 d"))
        .containsExactly(
            "g.exists unknown: the branch 'feature/w' was found nowhere",
            "g.idle unknown: the branch 'feature/w' was found nowhere");
  }

  @Test
  void a_name_is_held_against_the_pattern_without_git() {
    Evidences nothing = evidence().withoutGit("no repository");

    assertThat(rows(nothing, "workstream: w, naming: 'feature/*'"))
        .containsExactly("g.naming passed: feature/w is named feature/*");
    assertThat(rows(nothing, "workstream: w, naming: 'fix/*'"))
        .containsExactly("g.naming failed: feature/w is not named fix/*");
    assertThat(rows(nothing, "workstream: none, naming: '*'"))
        .containsExactly("g.naming unknown: workstream none names no branch");
    assertThat(rows(nothing, "workstream: w, behind: = 0"))
        .containsExactly("g.behind unknown: no repository");
  }

  @Test
  void the_target_is_what_the_branch_is_compared_with() {
    assertThat(rows(active(), "workstream: w, target: main"))
        .containsExactly("g.target passed: feature/w is compared with main");
    assertThat(rows(active(), "workstream: w, target: develop"))
        .containsExactly("g.target failed: feature/w is compared with main");
  }

  @Test
  void how_far_it_is_behind_is_counted_in_commits_of_its_base() {
    assertThat(rows(active(), "workstream: w, behind: = 0"))
        .containsExactly("g.behind passed: 0 = 0 (commits of main that it lacks)");
    assertThat(
            rows(
                evidence().incomparable("feature/w", "no common commit"),
                "workstream: w, behind: = 0"))
        .containsExactly("g.behind unknown: no common commit");
  }

  @Test
  void idleness_is_counted_in_whole_hours_or_calendar_days_until_judging_time() {
    List<String> rows = rows(active(), "workstream: w, idle: < 1 h");

    assertThat(rows)
        .singleElement()
        .asString()
        .matches("g.idle failed: [0-9]+ h >= 1 h \\(.*, since the commit of 2026-11-20\\)");
    assertThat(rows(active(), "workstream: w, idle: < 9999 d"))
        .singleElement()
        .asString()
        .matches("g.idle passed: [0-9]+ d < 9999 d \\(since the commit of 2026-11-20\\)");
  }

  @Test
  void a_merged_branch_is_neither_behind_nor_idle() {
    assertThat(
            rows(
                evidence().merged("feature/w", Deltas.merged().build()),
                "workstream: w, behind: = 0, idle: < 1 h"))
        .containsExactly(
            "g.behind passed: 0 = 0 (it is merged)", "g.idle passed: 0 h < 1 h (it is merged)");
    assertThat(
            rows(
                evidence()
                    .branch(
                        "feature/w",
                        SeenBranches.state(MergeState.Kind.MERGED),
                        Observation.unknown("too much", "Less.")),
                "workstream: w, behind: = 0"))
        .containsExactly("g.behind passed: 0 = 0 (it is merged)");
  }

  @Test
  void a_commit_that_is_yet_to_come_shows_no_work() {
    Cases judged =
        Cases.written(
                "workstreams: [{id: w, branch: feature/w}]\n"
                    + "gates: [{id: g, branch: {workstream: w, idle: < 2 d}}]\n")
            .evidence(active());

    assertThat(row(judged.at("2026-11-18T00:00:00Z")))
        .matches(
            "unknown: the last commit of feature/w \\([0-9a-f]{7}\\) has a date that is yet to"
                + " come, 2026-11-20");
    assertThat(row(judged.at("2026-11-20T00:00:00Z")))
        .as("clocks differ")
        .startsWith("passed: 0 d");
  }

  private static String row(Cases one) {
    return one.assess().gates().stream()
        .map(g -> g.outcome().word() + ": " + g.verdict().summary())
        .findFirst()
        .orElseThrow();
  }
}
