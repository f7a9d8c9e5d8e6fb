package dev.coord.rule;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Plan;
import dev.coord.testing.Bounds;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.RecordChecks;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PermissionJudgeTest {

  private static Plan plan(Bounds bounds) {
    return Plans.plan()
        .people("ana", "ben", "cleo")
        .workstreams(
            workstream("td1")
                .at("coord/td1.yml", 3)
                .line("owns", 7)
                .owner("cleo")
                .owns("src/a/**")
                .keepsOff("src/a/secret/**"),
            workstream("td2").owner("ben").owns("src/b/**"))
        .bounds(bounds)
        .build();
  }

  private static Permission ask(Bounds bounds, String path) {
    Plan plan = plan(bounds);
    return new PermissionJudge(new Territory(plan)).ask(plan.workstream("td1"), Set.of(), path);
  }

  @TestFactory
  Stream<DynamicTest> a_permission_is_whole() {
    return RecordChecks.of(ask(bounds(), "src/a/A.java"));
  }

  @Test
  void what_it_owns_it_may_change() {
    assertThat(ask(bounds(), "src/a/A.java"))
        .isEqualTo(Permission.yes("src/a/A.java", "td1 owns it", Places.line("coord/td1.yml", 7)));
    assertThat(ask(bounds(), "coord/td1.yml"))
        .isEqualTo(Permission.yes("coord/td1.yml", "td1 owns it", Places.line("coord/td1.yml", 3)));
  }

  @Test
  void what_it_keeps_off_it_may_not_though_it_owns_it() {
    assertThat(ask(bounds(), "src/a/secret/key"))
        .isEqualTo(
            Permission.no("src/a/secret/key", "td1 keeps off it", Places.line("coord/td1.yml", 3)));
  }

  @Test
  void a_file_that_defines_it_in_another_version_that_counts_may_be_changed() {
    Plan plan = plan(bounds().unowned(Unowned.FAIL));

    Permission permission =
        new PermissionJudge(new Territory(plan))
            .ask(Optional.empty(), Set.of("coord/td9.yml"), "coord/td9.yml");

    assertThat(permission.answer()).isEqualTo(Permission.Answer.YES);
    assertThat(permission.reason()).isEqualTo("it defines the workstream");
    assertThat(permission.place()).hasToString("coord/td9.yml");
  }

  @Test
  void what_another_owns_it_may_not() {
    Permission permission = ask(bounds(), "src/b/B.java");

    assertThat(permission.answer()).isEqualTo(Permission.Answer.NO);
    assertThat(permission.reason()).isEqualTo("it is owned by td2");
  }

  @Test
  void what_is_protected_it_may_not() {
    assertThat(ask(bounds().guarded("ci/**"), "ci/run"))
        .isEqualTo(Permission.no("ci/run", "it is protected", Places.line(50)));
  }

  @Test
  void what_nobody_owns_is_as_the_plan_says() {
    assertThat(ask(bounds().unowned(Unowned.ALLOW), "x"))
        .isEqualTo(Permission.yes("x", "nobody owns it, and that is allowed", Places.line(60)));
    assertThat(ask(bounds(), "x"))
        .isEqualTo(Permission.condition("x", "nobody owns it, which warns", Places.line(60)));
    assertThat(ask(bounds().unowned(Unowned.FAIL), "x"))
        .isEqualTo(Permission.no("x", "nobody owns it", Places.line(60)));
  }

  @Test
  void a_shared_path_tells_the_trailer_that_will_do() {
    assertThat(ask(bounds().shared(Mode.COORDINATE, "pom.xml"), "pom.xml"))
        .isEqualTo(
            Permission.condition(
                "pom.xml",
                "it is shared: each commit needs the trailer \"Coordinated-with: <person id>\"",
                Places.line(41)));
    assertThat(ask(bounds().shared(Mode.COORDINATE, "src/**"), "src/b/B.java").reason())
        .isEqualTo("it is shared: each commit needs the trailer \"Coordinated-with: ben\"");
  }

  @Test
  void the_other_conditions_are_told_as_well() {
    assertThat(ask(bounds().shared(Mode.APPEND_ONLY, "x"), "x").reason())
        .isEqualTo("it is shared for added lines only");
    assertThat(ask(bounds().shared(Mode.INFORM, "x"), "x").reason())
        .isEqualTo("it is shared: tell the others");
    assertThat(ask(bounds().shared(Mode.INFORM, "x"), "x").answer())
        .isEqualTo(Permission.Answer.CONDITION);
  }

  @Test
  void only_the_steward_may() {
    assertThat(ask(bounds().stewarded(Mode.STEWARD, "ana", "x"), "x"))
        .isEqualTo(Permission.no("x", "only its steward ana changes it", Places.line(41)));
    assertThat(ask(bounds().stewarded(Mode.STEWARD, "cleo", "x"), "x"))
        .isEqualTo(
            Permission.yes("x", "the workstream's owner cleo is its steward", Places.line(41)));
  }

  @Test
  void of_several_conditions_all_are_told() {
    Bounds bounds = bounds().shared(Mode.APPEND_ONLY, "x").shared(Mode.INFORM, "x");

    assertThat(ask(bounds, "x").reason())
        .isEqualTo("it is shared for added lines only; it is shared: tell the others");
  }

  @Test
  void of_several_answers_the_least_welcome_counts() {
    Bounds bounds =
        bounds()
            .stewarded(Mode.STEWARD, "cleo", "x")
            .shared(Mode.INFORM, "x")
            .stewarded(Mode.STEWARD, "ana", "x");

    assertThat(ask(bounds, "x").reason()).isEqualTo("only its steward ana changes it");
    assertThat(ask(bounds, "x").place()).isEqualTo(Places.line(43));
  }

  @Test
  void a_branch_that_the_plan_does_not_name_owns_nothing() {
    Permission permission =
        new PermissionJudge(new Territory(plan(bounds())))
            .ask(Optional.empty(), Set.of(), "src/a/A.java");

    assertThat(permission.reason()).isEqualTo("it is owned by td1");
  }
}
