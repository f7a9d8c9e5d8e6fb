package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.Progress.Item;
import dev.coord.testing.Cases;
import dev.coord.testing.Plans;
import dev.coord.testing.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressClaimsTest {

  private static List<ClaimCheck> of(Tasks task, Item... items) {
    return Cases.of(Plans.plan().workstreams(workstream("a").tasks(task)))
        .evidence(evidence().progress("a", "../shop-a", items))
        .assess()
        .claims();
  }

  @ParameterizedTest
  @CsvSource({
    "done,  true,  false",
    "done,  false, true",
    "todo,  true,  true",
    "todo,  false, false",
    "doing, true,  true",
    "doing, false, false"
  })
  void an_item_that_says_the_opposite_of_a_task_is_told(
      String state, boolean ticked, boolean told) {
    Tasks task =
        state.equals("done")
            ? Tasks.done("t")
            : state.equals("todo") ? Tasks.todo("t") : Tasks.doing("t");

    assertThat(of(task, new Item(3, 0, ticked, "t"))).hasSize(told ? 1 : 0);
  }

  @Test
  void the_claim_names_both_places() {
    ClaimCheck check = of(Tasks.done("t"), new Item(7, 0, false, "**T**: anything")).get(0);

    assertThat(check.subject()).isEqualTo("a/t");
    assertThat(check.claim()).isEqualTo("task t is done");
    assertThat(check.observed())
        .isEqualTo("line 7 of notes/progress.md in ../shop-a says it is open");
    assertThat(check.agreement()).isEqualTo(ClaimCheck.Agreement.CONTRADICTS);
    assertThat(check.remedy()).isEqualTo("Correct the plan, or notes/progress.md.");
  }

  @Test
  void another_text_is_another_thing() {
    assertThat(
            of(
                Tasks.done("t"),
                new Item(1, 0, false, "t and more"),
                new Item(2, 0, false, "other: t"),
                new Item(3, 0, false, "")))
        .isEmpty();
  }

  @Test
  void a_check_list_lets_no_claim_agree() {
    Assessment ticked =
        Cases.of(Plans.plan().workstreams(workstream("a").tasks(Tasks.done("t"))))
            .evidence(evidence().progress("a", "../shop-a", new Item(1, 0, true, "t")))
            .assess();

    assertThat(ticked.claims()).isEmpty();
  }
}
