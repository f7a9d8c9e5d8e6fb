package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalMarksTest {

  private static List<String> told(String a, String b, String c) {
    return Told.of(
        Looked.at(
            CriticalMarks::of,
            PlanTexts.shop(
                """
                workstreams:
                  - {id: a%s}
                  - {id: b, depends_on: [a]%s}
                  - {id: c%s}
                """
                    .formatted(a, b, c))));
  }

  @Test
  void the_marked_path_is_the_reckoned_one() {
    assertThat(
            told(", duration: 2, critical: true", ", duration: 2, critical: true", ", duration: 3"))
        .isEmpty();
  }

  @Test
  void a_mark_too_many_and_a_mark_too_few_are_told() {
    assertThat(
            told(", duration: 2, critical: true", ", duration: 2", ", duration: 3, critical: true"))
        .containsExactly(
            "b at 4: it is not marked critical, and others are, but it cannot be late without"
                + " delaying the end; critical by durations and dependencies: a, b (): Mark it with"
                + " 'critical: true', or mend durations and dependencies.",
            "c at 5: it is marked critical, but it can be 1 working day late without delaying the"
                + " end; critical by durations and dependencies: a, b (): Remove the mark, or mend"
                + " durations and dependencies.");
  }

  @Test
  void without_a_mark_or_with_a_length_missing_there_is_nothing_to_hold_against() {
    assertThat(told(", duration: 2", ", duration: 2", ", duration: 3")).isEmpty();
    assertThat(told(", duration: 2", ", duration: 2", ", critical: true")).isEmpty();
  }

  @Test
  void a_mark_that_is_wrong_whatever_is_missing_is_told() {
    String lengths = ", duration: 3, critical: true";

    assertThat(told(lengths, "", ", duration: 10")).isEmpty();
    assertThat(told("", lengths, ", duration: 10")).isEmpty();
    assertThat(
            Told.of(
                Looked.at(
                    CriticalMarks::of,
                    PlanTexts.shop(
                        """
                        workstreams:
                          - {id: a, duration: 3, critical: true}
                          - {id: b, duration: 10}
                          - {id: c}
                        """))))
        .containsExactly(
            "a at 3: it is marked critical, but it can be at least 7 working days late without"
                + " delaying the end, which is not before day 10 (): Remove the mark, or mend"
                + " durations and dependencies.");
  }

  @Test
  void waves_are_on_the_critical_path_too() {
    assertThat(
            Told.of(
                Looked.at(
                    CriticalMarks::of,
                    PlanTexts.shop(
                        """
                        workstreams: [{id: a, duration: 2, critical: true}]
                        merges: {waves: [{id: w1, day: 3, workstreams: [a]}]}
                        """))))
        .containsExactly(
            "a at 2: it is marked critical, but it can be 1 working day late without delaying the"
                + " end; critical by durations and dependencies: wave w1 (): Remove the mark, or"
                + " mend durations and dependencies.");
  }
}
