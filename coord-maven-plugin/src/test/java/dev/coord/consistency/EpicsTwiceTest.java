package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Epics of one title under two ids. */
class EpicsTwiceTest {

  private static List<String> told(String yaml) {
    return Told.of(EpicsTwice.of(Written.plan(yaml)));
  }

  @Test
  void a_phase_that_is_told_twice_and_not_alike_is_found() {
    assertThat(
            told(
                """
                epics:
                  - {id: one, kind: phase, title: Refunds, status: done, progress: 100%}
                  - {id: two, kind: phase, title: refunds, status: not started, progress: 40%}
                """))
        .containsExactly(
            "epic one at 4: status: done, but epic two, called the same, says status: not started"
                + " (coord.yml:5:52) (5): Say it once, or give each a title of its own.",
            "epic one at 4: progress: 100%, but epic two, called the same, is claimed at 40%"
                + " (coord.yml:5:75) (5): Say it once, or give each a title of its own.");
  }

  @Test
  void an_epic_is_told_twice_where_its_work_is_the_same() {
    String plan =
        """
        workstreams: [{id: a}, {id: b}]
        epics:
          - {id: one, title: Testing, status: done, ONE}
          - {id: two, title: Testing, status: in progress, TWO}
        """;

    assertThat(told(plan.replace("ONE", "workstreams: [a]").replace("TWO", "workstreams: [a, b]")))
        .hasSize(1);
    assertThat(
            told(
                plan.replace("ONE", "issues: ['[x] #1: A']")
                    .replace("TWO", "issues: ['[x] #1: A']")))
        .hasSize(1);
    assertThat(told(plan.replace("ONE", "workstreams: [a]").replace("TWO", "workstreams: [b]")))
        .isEmpty();
    assertThat(told(plan.replace("ONE", "weeks: 1").replace("TWO", "weeks: 1"))).isEmpty();
  }

  @Test
  void the_same_in_other_words_or_of_other_weeks_is_no_difference() {
    assertThat(
            told(
                """
                epics:
                  - {id: one, kind: phase, title: A, status: in progress, progress: 80%}
                  - {id: two, kind: phase, title: A, status: active, progress: 4/5}
                  - {id: three, kind: phase, title: B, progress: {percent: 80%, weeks: 1-2}}
                  - {id: four, kind: phase, title: B, progress: {percent: 90%, weeks: 1-3}}
                  - {id: five, kind: phase, title: C, start: 2026-01-05, progress: 80%}
                  - {id: six, kind: phase, title: C, start: 2026-02-05, progress: 90%}
                  - {id: seven, title: C, progress: 10%}
                """))
        .isEmpty();
  }
}
