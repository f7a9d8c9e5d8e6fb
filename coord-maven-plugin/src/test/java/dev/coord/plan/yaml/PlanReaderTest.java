package dev.coord.plan.yaml;

import static dev.coord.plan.yaml.Plans.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Gate;
import dev.coord.plan.Plan;
import dev.coord.plan.Project;
import dev.coord.plan.Severity;
import dev.coord.plan.Task;
import dev.coord.plan.WorkCalendar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
  private static final String SMALLEST =
      """
      coord: 1
      project: {name: Shop, integration_branch: main}
      workstreams:
        - id: checkout
          owner: ana
          branch: feature/checkout
          owns: [src/main/java/shop/checkout/**]
          tasks: ["[x] Basket totals", "[ ] Refunds"]
      gates:
        - coverage: {lines: ">= 80%"}
        - tests: {failed: "= 0"}
        - ownership: {}
      """;

  @Test
  void the_smallest_useful_plan_is_read() {
    Plan plan = Plans.plan(SMALLEST);

    assertThat(plan.workstreams().get(0).tasks())
        .extracting(Task::id)
        .containsExactly("basket-totals", "refunds");
    assertThat(plan.gates()).extracting(Gate::id).containsExactly("coverage", "tests", "ownership");
    assertThat(plan.gates()).extracting(Gate::severity).containsOnly(Severity.FAIL);
    assertThat(plan.gates().get(0).origin().of("coverage")).hasToString("coord.yml:10:15");
    assertThat(plan.workstreams().get(0).origin().self()).hasToString("coord.yml:4:5");
    assertThat(plan.workstreams().get(0).tasks().get(1).origin().self())
        .hasToString("coord.yml:8:34");
  }

  @Test
  void what_a_plan_does_not_say_is_as_usual() {
    Plan plan = Plans.plan("coord: 1\nproject: {name: Shop}\n");

    assertThat(plan.project().integrationBranch()).isEqualTo(Project.DEFAULT_INTEGRATION_BRANCH);
    assertThat(plan.project().calendar().workingDays()).isEqualTo(WorkCalendar.MONDAY_TO_FRIDAY);
    assertThat(plan.project().calendar().zone()).hasToString("Z");
    assertThat(plan.boundaries().unowned()).isEqualTo(Unowned.WARN);
    assertThat(plan.boundaries().origin().self()).hasToString("coord.yml:1:1");
    assertThat(plan.evidence().tests()).isEmpty();
    assertThat(plan.gates()).isEmpty();
  }

  @Test
  void people_are_free_names_where_the_plan_lists_none() {
    assertThat(Plans.plan(SMALLEST).people()).isEmpty();
    assertThat(Plans.messages(SMALLEST + "people: []\n"))
        .containsExactly(
            "coord.yml:5:12: no person has the id \"ana\". Define it under \"people\", or mend the"
                + " id.");
  }

  @Test
  void ten_mistakes_are_told_in_one_run() {
    String plan =
        """
        coord: 1
        project: {name: Shop, started: 5.1.2026}
        workstreams:
          - id: checkout
            ownr: ana
            critical: yes
            owns: src/**
            depends_on: [catalogue]
            tasks: ["Refunds"]
          - id: catalog
            depends_on: [catalog]
          - id: catalog
        gates:
          - coverage: {lines: 80%}
          - finding: {}
        risk: []
        """;

    assertThat(Plans.messages(plan))
        .extracting(message -> message.substring(0, message.indexOf(": ")))
        .containsExactly(
            "coord.yml:2:32",
            "coord.yml:5:5",
            "coord.yml:6:15",
            "coord.yml:7:11",
            "coord.yml:8:18",
            "coord.yml:9:13",
            "coord.yml:11:18",
            "coord.yml:12:9",
            "coord.yml:14:23",
            "coord.yml:15:5",
            "coord.yml:16:1");
  }

  @Test
  void places_know_the_commit_they_were_read_from() {
    String commit = "0123456789012345678901234567890123456789";
    PlanFile past =
        new PlanFile("coord.yml", Optional.of(commit), SMALLEST.getBytes(StandardCharsets.UTF_8));

    Plan plan = new PlanReader().read(List.of(past)).plan().orElseThrow();

    assertThat(plan.workstreams().get(0).origin().of("owner").commit()).contains(commit);
    assertThat(plan.boundaries().origin().self().commit()).contains(commit);
  }

  @Test
  void the_same_problem_is_told_once_and_problems_come_in_the_order_of_lines() {
    List<Diagnostic> diagnostics =
        Plans.read("coord: 1\nproject: {name: S}\nz: 1\na: 1\nsprints: [{id: s s}]\n")
            .diagnostics();

    assertThat(diagnostics).isSorted().doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void a_plan_without_files_is_a_mistake_of_the_caller() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PlanReader().read(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> file("", ""));
  }

  @Test
  void a_plan_file_keeps_its_bytes_to_itself() {
    byte[] bytes = {1};
    PlanFile file = new PlanFile("a", Optional.empty(), bytes);
    bytes[0] = 2;
    file.content()[0] = 3;

    assertThat(file.content()).containsExactly(1);
  }
}
