package dev.coord.assess;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Cases.onMain;
import static dev.coord.testing.Cases.onUnnamed;
import static dev.coord.testing.Cases.onWorkstream;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Plan;
import dev.coord.rule.Permission;
import dev.coord.rule.Permission.Answer;
import dev.coord.testing.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionsTest {

  private static final Plan RULEBOOK =
      Plans.plan()
          .files("coord.yml", "coord/a.yml", "coord/b.yml")
          .workstreams(
              workstream("a").at("coord/a.yml", 1).owns("src/a/**"),
              workstream("b").at("coord/b.yml", 1).owns("src/b/**"))
          .bounds(bounds().unowned(Unowned.FAIL))
          .build();

  private static List<Permission> ask(Plan plan, Judged judged, String... paths) {
    return new Permissions(plan, RULEBOOK).of(judged, List.of(paths));
  }

  @Test
  void a_workstream_may_change_what_it_owns_by_the_rulebook() {
    Plan greedy = Plans.plan().workstreams(workstream("a").owns("**")).build();

    assertThat(ask(greedy, onWorkstream("a"), "src/b/B.java", "src/a/A.java", "coord/a.yml"))
        .extracting(Permission::path, Permission::answer)
        .containsExactly(
            tuple("src/b/B.java", Answer.NO),
            tuple("src/a/A.java", Answer.YES),
            tuple("coord/a.yml", Answer.YES));
  }

  @Test
  void a_workstream_that_the_rulebook_does_not_know_may_write_its_new_plan_file() {
    Plan own =
        Plans.plan().workstreams(workstream("new").at("coord/new.yml", 1).owns("**")).build();

    assertThat(ask(own, onWorkstream("new"), "coord/new.yml", "src/a/A.java", "x"))
        .extracting(Permission::answer)
        .containsExactly(Answer.YES, Answer.NO, Answer.NO);
  }

  @Test
  void what_is_no_workstream_owns_nothing() {
    assertThat(ask(RULEBOOK, onMain(), "src/a/A.java", "coord/a.yml"))
        .extracting(Permission::answer)
        .containsOnly(Answer.NO);
    assertThat(ask(RULEBOOK, onUnnamed("x"), "src/a/A.java"))
        .extracting(Permission::reason)
        .containsExactly("it is owned by a");
  }
}
