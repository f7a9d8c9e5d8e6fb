package dev.coord.plan;

import static dev.coord.testing.Gates.gate;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.coord.diagnostic.Location;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Stretch.Counting;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.Rules;
import dev.coord.testing.Sprints;
import dev.coord.testing.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlanTest {

  @Test
  void things_are_found_by_their_ids() {
    Plan plan =
        Plans.plan()
            .people("ana", "ben")
            .workstreams(workstream("a"), workstream("b"))
            .sprints(Sprints.sprint("s1"))
            .gates(gate(Rules.ownership()))
            .build();

    assertThat(plan.workstream("b")).map(Workstream::id).contains("b");
    assertThat(plan.person("ben")).map(Person::id).contains("ben");
    assertThat(plan.sprint("s1")).map(Sprint::id).contains("s1");
    assertThat(plan.gate("ownership")).map(Gate::id).contains("ownership");
    assertThat(plan.workstream("c")).isEmpty();
    assertThat(plan.person("A")).isEmpty();
    assertThat(plan.sprint("s2")).isEmpty();
    assertThat(plan.gate("tests")).isEmpty();
  }

  @Test
  void a_workstream_is_found_by_its_branch() {
    Plan plan = Plans.plan().workstreams(workstream("a").withoutBranch(), workstream("b")).build();

    assertThat(plan.workstreamOfBranch("feature/b")).map(Workstream::id).contains("b");
    assertThat(plan.workstreamOfBranch("feature/a")).isEmpty();
  }

  @Test
  void every_rule_is_listed_combinations_before_their_parts() {
    PathRule nested = Rules.exists("a");
    Rule.Not not = Rules.not(nested);
    Rule.Any any = Rules.any(Rules.ownership(), not);
    Rule.All all = Rules.all(any);
    Rule inTask = Rules.exists("b");
    Rule inBlock = Rules.exists("c");
    Rule inMetric = Rules.exists("d");
    Plan plan =
        Plans.plan()
            .gates(gate("g", all))
            .metrics(Plans.metric("m", Optional.of(inMetric)), Plans.metric("n", Optional.empty()))
            .workstreams(
                workstream("w").tasks(Tasks.todo("t").nested(Tasks.todo("u").doneWhen(inTask))))
            .sprints(Sprints.sprint("s").days(1, 1, Tasks.todo("v").doneWhen(inBlock)))
            .build();

    assertThat(plan.rules())
        .containsExactly(all, any, Rules.ownership(), not, nested, inMetric, inTask, inBlock);
  }

  @Test
  void claims_of_another_version_replace_status_tasks_and_next_with_their_places() {
    Workstream here =
        workstream("a")
            .at("coord/a.yml", 3)
            .line("status", 5)
            .status("todo")
            .owns("src/**")
            .build();
    Location tip = Location.of("coord/a.yml", 6, 0).in("abc");
    Workstream there =
        new Workstream(
            Origin.at(tip),
            "a",
            "Another title",
            "",
            Optional.of("eve"),
            "",
            Optional.of("other"),
            Optional.of("other"),
            Optional.empty(),
            Optional.empty(),
            "done",
            true,
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            List.of(),
            PathPatterns.of("**"),
            Plans.NOWHERE,
            Optional.empty(),
            "",
            List.of(Tasks.done("t").build()),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "Rest",
            "");

    Workstream claimed = here.claiming(there);

    assertThat(claimed.status()).isEqualTo("done");
    assertThat(claimed.next()).isEqualTo("Rest");
    assertThat(claimed.tasks()).extracting(Task::id).containsExactly("t");
    assertThat(claimed.origin().of("status")).isEqualTo(tip);
    assertThat(claimed.origin().of("tasks")).isEqualTo(tip);
    assertThat(claimed.origin().of("next")).isEqualTo(tip);
    assertThat(claimed.origin().self()).isEqualTo(Places.line("coord/a.yml", 3));
    assertThat(claimed.owns()).isEqualTo(here.owns());
    assertThat(claimed.owner()).isEmpty();
    assertThat(claimed.branch()).contains("feature/a");
    assertThat(claimed.base()).isEmpty();
    assertThat(claimed.title()).isEqualTo("a");
  }

  @Test
  void a_field_that_was_not_written_is_where_its_record_is() {
    Origin origin =
        new Origin(Places.line(3), Map.of("owns", Places.line(5), "owns[1]", Places.line(7)));

    assertThat(origin.of("owns")).isEqualTo(Places.line(5));
    assertThat(origin.of("owns", 1)).isEqualTo(Places.line(7));
    assertThat(origin.of("owns", 0)).isEqualTo(Places.line(5));
    assertThat(origin.of("status")).isEqualTo(Places.line(3));
    assertThat(origin.of("tasks", 2)).isEqualTo(Places.line(3));
    assertThat(origin.with("owns", Places.line(9)).of("owns")).isEqualTo(Places.line(9));
    assertThat(origin.of("owns")).isEqualTo(Places.line(5));
  }

  @Test
  void nested_tasks_are_listed_whole_or_by_their_innermost() {
    Task task =
        Tasks.todo("a").nested(Tasks.done("b").nested(Tasks.todo("c")), Tasks.todo("d")).build();

    assertThat(task.flat()).extracting(Task::id).containsExactly("a", "b", "c", "d");
    assertThat(task.leaves()).extracting(Task::id).containsExactly("c", "d");
    assertThat(Tasks.todo("e").build().leaves()).extracting(Task::id).containsExactly("e");
  }

  @Test
  void a_stretch_reads_as_the_team_says_it() {
    assertThat(new Stretch(Counting.DAYS, 2, 2)).hasToString("day 2");
    assertThat(new Stretch(Counting.DAYS, 1, 3)).hasToString("days 1-3");
    assertThat(new Stretch(Counting.WEEKS, 4, 4)).hasToString("week 4");
    assertThat(new Stretch(Counting.WEEKS, 1, 2)).hasToString("weeks 1-2");
    assertThat(new Stretch(Counting.WEEKDAYS, 1, 2)).hasToString("Monday-Tuesday");
    assertThat(new Stretch(Counting.WEEKDAYS, 7, 7)).hasToString("Sunday");
    assertThat(new Stretch(Counting.PHASE_WEEKS, Optional.of("phase-3"), 9, 10))
        .hasToString("weeks 9-10 of phase-3");
    assertThat(dates("2026-01-05", "2026-01-05")).hasToString("2026-01-05");
    assertThat(dates("2026-01-05", "2026-01-09")).hasToString("2026-01-05 to 2026-01-09");
  }

  @Test
  void a_stretch_is_in_order_and_counted_from_one() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Stretch(Counting.DAYS, 3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Stretch(Counting.WEEKDAYS, 0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Stretch(Counting.WEEKDAYS, 6, 8));
    assertThatIllegalArgumentException().isThrownBy(() -> new Stretch(Counting.PHASE_WEEKS, 1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stretch(Counting.DAYS, Optional.of("phase-3"), 1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Stretch(Counting.WEEKS, -1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Stretch(Counting.DATES, 0, Long.MAX_VALUE));
    assertThat(dates("1969-12-30", "1969-12-31").first()).isNegative();
  }

  private static Stretch dates(String first, String last) {
    return new Stretch(
        Counting.DATES, LocalDate.parse(first).toEpochDay(), LocalDate.parse(last).toEpochDay());
  }
}
