package dev.coord.assess;

import static dev.coord.assess.FactsOfPlan.facts;
import static dev.coord.assess.FactsOfPlan.known;
import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.Proof;
import dev.coord.plan.Plan;
import dev.coord.rule.Facts;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import dev.coord.testing.Sprints;
import dev.coord.testing.Tasks;
import org.junit.jupiter.api.Test;

class TaskFactsTest {

  private final Plan plan =
      Plans.plan()
          .workstreams(
              workstream("a").tasks(Tasks.done("A.1"), Tasks.todo("A.2").line(7)),
              workstream("b").tasks(Tasks.done("B.1")))
          .sprints(Sprints.sprint("s").days(1, 1, Tasks.doing("S.1")).days(2, 2, Tasks.done("S.2")))
          .build();

  @Test
  void the_project_counts_all_workstreams_and_all_blocks_once() {
    Facts.TaskCount count = known(facts(plan, evidence()).tasks(Rules.allTasks("= 100%")));

    assertThat(count.done()).isEqualTo(3);
    assertThat(count.total()).isEqualTo(5);
  }

  @Test
  void a_sprint_counts_the_workstreams_active_in_it_as_its_page_does() {
    Plan active =
        Plans.plan()
            .workstreams(workstream("a").tasks(Tasks.done("A.1"), Tasks.todo("A.2")))
            .sprints(Sprints.sprint("s").priority("a").days(1, 1, Tasks.doing("S.1")))
            .build();

    Facts.TaskCount count =
        known(facts(active, evidence()).tasks(Rules.tasksOfSprint("s", "= 100%")));

    assertThat(count.done()).isEqualTo(1);
    assertThat(count.total()).isEqualTo(3);
  }

  @Test
  void a_workstream_and_a_sprint_count_their_own() {
    PlanFacts facts = facts(plan, evidence());

    assertThat(known(facts.tasks(Rules.tasksOf("b", "= 100%"))).total()).isEqualTo(1);
    assertThat(known(facts.tasks(Rules.tasksOfSprint("s", "= 100%"))).total()).isEqualTo(2);
    assertThat(known(facts.tasks(Rules.tasksOf("none", "= 100%"))).total()).isZero();
    assertThat(known(facts.tasks(Rules.tasksOfSprint("none", "= 100%"))).total()).isZero();
  }

  @Test
  void open_tasks_are_the_proof() {
    assertThat(known(facts(plan, evidence()).tasks(Rules.tasksOf("a", "= 100%"))).proof())
        .extracting(Proof::text, Proof::strength)
        .containsExactly(tuple("A.2 is todo", Proof.Strength.DECLARED));
  }

  @Test
  void tasks_that_are_all_done_are_declared_to_be_so() {
    assertThat(known(facts(plan, evidence()).tasks(Rules.tasksOf("b", "= 100%"))).proof())
        .extracting(Proof::text, Proof::strength)
        .containsExactly(tuple("B.1 is done", Proof.Strength.DECLARED));
  }
}
