package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Plan;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestingTwiceTest {

  private static Plan plan(String... lines) {
    return Written.plan(
        "sprints: [{id: s1}, {id: s2}]", "testing:", "  " + String.join("\n  ", lines));
  }

  private static List<String> deliverables(String first, String again) {
    return Told.of(
        TestingTwice.of(
            plan(
                "deliverables:",
                "  - {title: Report, " + first + "}",
                "  - {title: report, " + again + "}")));
  }

  @Test
  void one_deliverable_of_one_sprint_that_is_done_and_open_is_found() {
    assertThat(deliverables("sprint: s1, status: done", "sprint: s1, status: todo"))
        .containsExactly(
            "testing s1 at 6: deliverable \"Report\" is done, but it is listed again as todo"
                + " (coord.yml:7:43) (7): List it once.");
  }

  @Test
  void deliverables_of_two_sprints_and_in_one_state_agree() {
    assertThat(deliverables("sprint: s1, status: done", "sprint: s2, status: todo")).isEmpty();
    assertThat(deliverables("sprint: s1, status: done", "sprint: s1, status: done")).isEmpty();
    assertThat(deliverables("sprint: s1, status: done", "sprint: s1, status: dropped")).isEmpty();
  }

  private static List<String> areas(String sprint, String first, String again) {
    return Told.of(
        TestingTwice.of(
            plan(
                "sprints:",
                "  - {sprint: s1, areas: [\"" + first + "\"]}",
                "  - {sprint: " + sprint + ", areas: [\"" + again + "\"]}")));
  }

  @Test
  void one_area_of_one_sprint_that_is_done_and_open_is_found() {
    assertThat(areas("s1", "[x] Refunds", "[ ] Refunds")).hasSize(1);
    assertThat(areas("s2", "[x] Refunds", "[ ] Refunds")).isEmpty();
    assertThat(areas("s1", "[x] Refunds", "[ ] Search")).isEmpty();
  }

  @Test
  void one_case_of_one_area_that_is_done_and_open_is_found() {
    String cases = "areas: [{text: AREA, tasks: [\"[STATE] By card\"]}]";

    assertThat(
            Told.of(
                TestingTwice.of(
                    plan(
                        "sprints:",
                        "  - {sprint: s1, "
                            + cases.replace("AREA", "Refunds").replace("STATE", "x"),
                        "    }",
                        "  - {sprint: s1, "
                            + cases.replace("AREA", "refunds").replace("STATE", " "),
                        "    }",
                        "  - {sprint: s1, " + cases.replace("AREA", "Search").replace("STATE", " "),
                        "    }"))))
        .singleElement()
        .asString()
        .startsWith("testing s1 at 6: case \"By card\" is done, but it is listed again as todo");
  }

  @Test
  void one_type_of_tests_that_is_told_in_two_ways_is_found() {
    assertThat(
            Told.of(
                TestTypesTwice.of(
                    plan(
                        "types:",
                        "  - {title: Smoke, frequency: daily, scope: Buy one tea.}",
                        "  - {title: smoke, frequency: weekly, timing: each deployment}"))))
        .containsExactly(
            "testing type Smoke at 6: frequency: daily, but it is listed again, with frequency:"
                + " weekly (coord.yml:7:33) (7): List it once.");
  }

  private static List<String> severities(String first, String again) {
    return Told.of(
        SeveritiesTwice.of(
            plan(
                "severities:",
                "  - {level: high, " + first + "}",
                "  - {level: High, " + again + "}")));
  }

  @Test
  void one_severity_with_two_meanings_is_found() {
    assertThat(severities("meaning: No way around, respond_within: 1 h", "respond_within: 4 h"))
        .containsExactly(
            "testing severity high at 6: respond_within: 1 h, but it is listed again, with"
                + " respond_within: 4 h (coord.yml:7:37) (7): List it once.");
    assertThat(severities("meaning: No way around", "respond_within: 4 h")).isEmpty();
  }

  @Test
  void one_time_to_respond_in_two_units_agrees() {
    assertThat(severities("respond_within: 1 day", "respond_within: within 24 hours")).isEmpty();
    assertThat(severities("respond_within: 1 day", "respond_within: 23 hours")).hasSize(1);
  }
}
