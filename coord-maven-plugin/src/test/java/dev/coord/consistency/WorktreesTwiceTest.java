package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.plan.Plan;
import dev.coord.schedule.Completed;
import dev.coord.schedule.PlanSchedule;
import dev.coord.testing.PlanTexts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Worktrees of two workstreams. */
class WorktreesTwiceTest {

  private static final Plan PLAN =
      PlanTexts.shop(
          """
          workstreams:
            - {id: a, branch: f/a, worktree: ../x}
            - {id: b, branch: f/b, worktree: ../x}
            - {id: c, branch: f/c, worktree: ../y}
            - {id: d, branch: f/d, worktree: ../y, depends_on: [e]}
            - {id: e, branch: f/e, depends_on: [c]}
            - {id: g, branch: f/g, worktree: ../z}
            - {id: h, branch: f/h, worktree: ../z, status: dropped}
          """);

  @Test
  void two_that_work_at_once_do_not_share_a_worktree() {
    assertThat(Told.of(Looked.at(WorktreesTwice::of, PLAN)))
        .containsExactly(
            "b at 4: worktree: ../x, but a works there, too, on another branch, and neither waits"
                + " for the other (3): Give each a worktree of its own.");
  }

  @Test
  void one_worktree_is_one_however_it_is_written() {
    assertThat(
            Looked.at(
                WorktreesTwice::of,
                PlanTexts.shop(
                    """
                    workstreams:
                      - {id: a, branch: f/a, worktree: ../x}
                      - {id: b, branch: f/b, worktree: ../y/../x/}
                    """)))
        .extracting(Contradiction::subject, Contradiction::claim)
        .containsExactly(tuple("b", "worktree: ../y/../x/"));
  }

  @Test
  void what_is_merged_has_left_its_worktree() {
    Completed merged = new Completed(Map.of("a", Optional.empty()), Set.of());

    assertThat(Looked.at(WorktreesTwice::of, PLAN)).hasSize(1);
    assertThat(WorktreesTwice.of(PLAN, PlanSchedule.of(PLAN, merged))).isEmpty();
  }
}
