package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpicWeeksTest {

  private static List<String> epic(String keys) {
    return Told.of(EpicWeeks.of(Written.plan("epics:", "  - {id: a, " + keys + "}")));
  }

  private static String progress(String... claims) {
    return "progress: ["
        + String.join(
            ", ",
            List.of(claims).stream()
                .map(
                    claim ->
                        claim.contains(" ")
                            ? "{percent: "
                                + claim.split(" ")[0]
                                + ", weeks: "
                                + claim.split(" ")[1]
                                + "}"
                            : claim)
                .toList())
        + "]";
  }

  @Test
  void progress_is_of_weeks_that_the_epic_has() {
    assertThat(epic("weeks: 4, " + progress("50% 3-5")))
        .containsExactly(
            "epic a at 4: progress: 50% in weeks 3-5, but a has 4 weeks (4): Mend one of the two.");
    assertThat(epic("weeks: 1, " + progress("50% 2"))).hasSize(1);
    assertThat(epic("weeks: 4, " + progress("50% 1-4"))).isEmpty();
    assertThat(epic(progress("50% 1-400"))).isEmpty();
  }

  @Test
  void what_is_complete_has_no_part_that_is_not() {
    assertThat(epic(progress("100% 1-4", "90% 1-2")))
        .containsExactly(
            "epic a at 4: progress: 100% in weeks 1-4, but it is claimed at 90% in weeks 1-2, which"
                + " are part of it (coord.yml:4:53) (4): Find out which of them is so, and correct"
                + " the other.");
    assertThat(epic(progress("100%", "90% 2")))
        .containsExactly(
            "epic a at 4: progress: 100%, but it is claimed at 90% in week 2, which is part of it"
                + " (coord.yml:4:30) (4): Find out which of them is so, and correct the other.");
  }

  @Test
  void what_has_not_begun_has_no_part_that_has() {
    assertThat(epic(progress("0% 1-4", "50% 1-2"))).hasSize(1);
    assertThat(epic(progress("0%", "50% 1-2"))).hasSize(1);
  }

  @Test
  void what_consists_of_complete_parts_is_complete() {
    assertThat(epic(progress("90% 1-4", "100% 1-2", "100% 3-4")))
        .containsExactly(
            "epic a at 4: progress: 90% in weeks 1-4, but all of its weeks are claimed to be"
                + " complete (4, 4): Find out which of them is so, and correct the other.");
    assertThat(epic("weeks: 4, " + progress("90%", "100% 1-2", "100% 3-4"))).hasSize(1);
    assertThat(epic(progress("90% 2-4", "100% 1-3", "100% 3-5"))).hasSize(1);
    assertThat(epic(progress("90% 2-3", "100% 1-4"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100% 1-4|99% 1-2",
        "100% 1-4|90% 4-5",
        "90% 1-4|100% 1-2",
        "50% 1-4|40% 1-2",
        "90% 1-4|100% 1-2|100% 4",
        "90%|100% 1-2|100% 3-4",
        "0% 1-4|0% 1-2",
        "100% 1-2|100% 1-2|0% 3-4"
      })
  void what_may_both_be_so_is_no_contradiction(String claims) {
    assertThat(epic(progress(claims.split("\\|")))).isEmpty();
  }

  @Test
  void what_is_said_several_times_is_told_once() {
    assertThat(epic(progress("100% 1-4", "100% 1-4", "90% 1-2", "90% 1-2"))).hasSize(1);
  }
}
