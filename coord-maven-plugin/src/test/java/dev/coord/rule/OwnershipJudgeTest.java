package dev.coord.rule;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Deltas.changing;
import static dev.coord.testing.Deltas.commit;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Boundaries.Unowned;
import dev.coord.plan.Plan;
import dev.coord.testing.Bounds;
import dev.coord.testing.Deltas;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.RecordChecks;
import dev.coord.testing.Workstreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OwnershipJudgeTest {

  private static final Workstreams TD1 =
      workstream("td1")
          .at("coord/td1.yml", 3)
          .line("owns", 7)
          .line("keeps_off[0]", 9)
          .owns("src/a/**");
  private static final Workstreams TD2 =
      workstream("td2").at("coord/td2.yml", 3).line("owns[0]", 6).owns("src/b/**");

  private static Plan plan(Bounds bounds, Workstreams... workstreams) {
    return Plans.plan()
        .files("coord.yml", "coord/td1.yml", "coord/td2.yml")
        .people("ana", "ben", "cleo")
        .workstreams(workstreams)
        .bounds(bounds)
        .build();
  }

  private static OwnershipReport judge(Plan plan, BranchDelta delta) {
    return new OwnershipJudge(new Territory(plan))
        .judge("td1", plan.workstream("td1"), Set.of(), delta);
  }

  private static Trespass violation(Plan plan, BranchDelta delta) {
    OwnershipReport report = judge(plan, delta);
    assertThat(report.violations()).hasSize(1);
    assertThat(report.warnings()).isEmpty();
    return report.violations().get(0);
  }

  @TestFactory
  Stream<DynamicTest> reports_and_trespasses_are_whole() {
    Trespass trespass = violation(plan(bounds(), TD1, TD2), changing("src/b/B.java"));
    return RecordChecks.of(
        trespass, new OwnershipReport("td1", 1, List.of(trespass), List.of(trespass), false));
  }

  @Test
  void what_a_workstream_owns_it_may_change() {
    OwnershipReport report =
        judge(plan(bounds().unowned(Unowned.FAIL), TD1, TD2), changing("src/a/A.java"));

    assertThat(report.violations()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.changed()).isEqualTo(1);
    assertThat(report.subject()).isEqualTo("td1");
    assertThat(report.merged()).isFalse();
  }

  @Test
  void a_workstream_may_change_the_plan_file_that_defines_it() {
    OwnershipReport report =
        judge(plan(bounds().unowned(Unowned.FAIL), TD1, TD2), changing("coord/td1.yml"));

    assertThat(report.violations()).isEmpty();
  }

  @Test
  void a_file_that_defines_it_and_is_new_is_its_own() {
    Plan plan = plan(bounds().unowned(Unowned.FAIL), TD2);
    BranchDelta delta =
        Deltas.live()
            .change("coord/td1.yml", Kind.ADDED, 9, 0)
            .change("src/a/A.java", Kind.ADDED, 9, 0)
            .build();

    OwnershipReport report =
        new OwnershipJudge(new Territory(plan))
            .judge("td1", Optional.empty(), Set.of("coord/td1.yml"), delta);

    assertThat(report.violations()).extracting(Trespass::path).containsExactly("src/a/A.java");
  }

  @Test
  void a_file_that_was_there_before_is_not_its_own_because_it_defines_it() {
    Plan plan = plan(bounds().unowned(Unowned.FAIL), TD2);

    OwnershipReport report =
        new OwnershipJudge(new Territory(plan))
            .judge("td1", Optional.empty(), Set.of("src/b/x.yml"), changing("src/b/x.yml"));

    assertThat(report.violations()).extracting(Trespass::problem).containsExactly("owned by td2");
  }

  @Test
  void keeps_off_comes_before_owns() {
    Workstreams torn =
        workstream("td1").line("keeps_off[0]", 9).owns("src/**").keepsOff("src/b/**");

    Trespass trespass = violation(plan(bounds(), torn), changing("src/b/B.java", "src/a/A.java"));

    assertThat(trespass.kind()).isEqualTo(Trespass.Kind.KEEPS_OFF);
    assertThat(trespass.path()).isEqualTo("src/b/B.java");
    assertThat(trespass.problem()).isEqualTo("td1 keeps off it");
    assertThat(trespass.boundary()).isEqualTo(Places.line(9));
    assertThat(trespass.remedy())
        .isEqualTo("Undo the change, or take the path out of keeps_off (coord.yml:9).");
  }

  @Test
  void keeps_off_comes_before_its_own_plan_file_too() {
    Workstreams torn = workstream("td1").at("coord/td1.yml", 3).keepsOff("coord/**");

    assertThat(violation(plan(bounds(), torn), changing("coord/td1.yml")).kind())
        .isEqualTo(Trespass.Kind.KEEPS_OFF);
  }

  @Test
  void keeps_off_comes_before_sharing() {
    Workstreams torn = workstream("td1").keepsOff("README.md");
    Bounds shared = bounds().shared(Mode.INFORM, "README.md");

    assertThat(violation(plan(shared, torn), changing("README.md")).kind())
        .isEqualTo(Trespass.Kind.KEEPS_OFF);
  }

  @Test
  void owning_comes_before_sharing() {
    Bounds shared = bounds().stewarded(Mode.STEWARD, "ana", "src/**");

    assertThat(judge(plan(shared, TD1), changing("src/a/A.java")).violations()).isEmpty();
  }

  @Test
  void a_path_of_another_workstream_is_a_violation_that_says_everything() {
    Commit commit = commit("a1b2c3d", "cleo", "src/b/B.java");
    BranchDelta delta = Deltas.live().commit(commit).modified("src/b/B.java").build();

    Trespass trespass = violation(plan(bounds(), TD1, TD2), delta);

    assertThat(trespass.kind()).isEqualTo(Trespass.Kind.OWNED_BY_OTHER);
    assertThat(trespass.path()).isEqualTo("src/b/B.java");
    assertThat(trespass.owners()).containsExactly("td2");
    assertThat(trespass.commits()).containsExactly(commit);
    assertThat(trespass.committed()).isTrue();
    assertThat(trespass.problem()).isEqualTo("owned by td2");
    assertThat(trespass.boundary()).isEqualTo(Places.line("coord/td2.yml", 6));
    assertThat(trespass.remedy())
        .isEqualTo(
            "Undo the change, let td2 make it, or share it under boundaries.shared (coord.yml:40);"
                + " td2 owns it by coord/td2.yml:6.");
  }

  @Test
  void the_plan_file_of_another_workstream_is_its_own() {
    Trespass trespass = violation(plan(bounds(), TD1, TD2), changing("coord/td2.yml"));

    assertThat(trespass.kind()).isEqualTo(Trespass.Kind.OWNED_BY_OTHER);
    assertThat(trespass.boundary()).isEqualTo(Places.line("coord/td2.yml", 3));
  }

  @Test
  void all_owners_are_named() {
    Workstreams td3 = workstream("a3").owns("src/b/B.java");

    Trespass trespass = violation(plan(bounds(), TD1, TD2, td3), changing("src/b/B.java"));

    assertThat(trespass.owners()).containsExactly("a3", "td2");
    assertThat(trespass.problem()).isEqualTo("owned by a3 and td2");
  }

  @Test
  void a_protected_path_is_a_violation() {
    Trespass trespass = violation(plan(bounds().guarded("ci/**"), TD1, TD2), changing("ci/run"));

    assertThat(trespass.kind()).isEqualTo(Trespass.Kind.PROTECTED);
    assertThat(trespass.owners()).isEmpty();
    assertThat(trespass.problem()).isEqualTo("protected");
    assertThat(trespass.boundary()).isEqualTo(Places.line(50));
    assertThat(trespass.remedy())
        .isEqualTo(
            "Undo the change, add the path to owns of td1 (coord/td1.yml:7), or take it out of"
                + " boundaries.protected (coord.yml:50).");
  }

  @Test
  void a_protected_path_may_be_changed_by_the_workstream_that_owns_it() {
    assertThat(judge(plan(bounds().guarded("src/**"), TD1), changing("src/a/A.java")).violations())
        .isEmpty();
  }

  @Test
  void a_protected_path_of_another_is_the_others() {
    assertThat(
            violation(plan(bounds().guarded("src/**"), TD1, TD2), changing("src/b/B.java")).kind())
        .isEqualTo(Trespass.Kind.OWNED_BY_OTHER);
  }

  @Test
  void what_nobody_owns_warns_unless_the_plan_says_otherwise() {
    OwnershipReport report = judge(plan(bounds(), TD1, TD2), changing("tools/x.sh"));

    assertThat(report.violations()).isEmpty();
    assertThat(report.warnings()).hasSize(1);
    Trespass warning = report.warnings().get(0);
    assertThat(warning.kind()).isEqualTo(Trespass.Kind.UNOWNED);
    assertThat(warning.problem()).isEqualTo("owned by nobody");
    assertThat(warning.boundary()).isEqualTo(Places.line(60));
    assertThat(warning.remedy())
        .isEqualTo(
            "Add the path to owns of td1 (coord/td1.yml:7), or share it under boundaries.shared"
                + " (coord.yml:40).");
  }

  @Test
  void what_nobody_owns_fails_where_the_plan_says_so() {
    assertThat(violation(plan(bounds().unowned(Unowned.FAIL), TD1), changing("tools/x.sh")).kind())
        .isEqualTo(Trespass.Kind.UNOWNED);
  }

  @Test
  void what_nobody_owns_is_free_where_the_plan_says_so() {
    OwnershipReport report =
        judge(plan(bounds().unowned(Unowned.ALLOW), TD1), changing("tools/x.sh"));

    assertThat(report.violations()).isEmpty();
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void a_branch_that_the_plan_does_not_name_owns_nothing() {
    Plan plan = plan(bounds().guarded("ci/**").unowned(Unowned.FAIL), TD1, TD2);

    OwnershipReport report =
        new OwnershipJudge(new Territory(plan))
            .judge(
                "feature/x",
                Optional.empty(),
                Set.of(),
                changing("src/a/A.java", "coord/td1.yml", "ci/run", "tools/x.sh"));

    assertThat(report.subject()).isEqualTo("feature/x");
    assertThat(report.violations())
        .extracting(Trespass::path, Trespass::kind)
        .containsExactly(
            tuple("ci/run", Trespass.Kind.PROTECTED),
            tuple("coord/td1.yml", Trespass.Kind.OWNED_BY_OTHER),
            tuple("src/a/A.java", Trespass.Kind.OWNED_BY_OTHER),
            tuple("tools/x.sh", Trespass.Kind.UNOWNED));
    assertThat(report.violations())
        .filteredOn(t -> t.owners().isEmpty())
        .extracting(Trespass::remedy)
        .containsExactly(
            "Undo the change, let a workstream own the path, or take it out of"
                + " boundaries.protected (coord.yml:50).",
            "Let a workstream own the path, or share it under boundaries.shared (coord.yml:40).");
  }

  @Test
  void a_rename_counts_as_both_of_its_paths() {
    BranchDelta delta =
        Deltas.live()
            .commit(commit("c1", "cleo", "src/b/Old.java", "src/a/New.java"))
            .change("src/b/Old.java", Kind.DELETED, 0, 10)
            .change("src/a/New.java", Kind.ADDED, 10, 0)
            .build();

    Trespass trespass = violation(plan(bounds(), TD1, TD2), delta);

    assertThat(trespass.path()).isEqualTo("src/b/Old.java");
  }

  @Test
  void only_commits_that_change_the_path_are_named_newest_first() {
    Commit newer = commit("c3", "cleo", "src/b/B.java");
    Commit other = commit("c2", "cleo", "src/a/A.java");
    Commit older = commit("c1", "cleo", "src/b/B.java", "src/a/A.java");
    BranchDelta delta =
        Deltas.live().commit(newer).commit(other).commit(older).modified("src/b/B.java").build();

    assertThat(violation(plan(bounds(), TD1, TD2), delta).commits()).containsExactly(newer, older);
  }

  @Test
  void what_is_not_committed_yet_is_judged_and_said_so() {
    BranchDelta delta = Deltas.live().modified("src/b/B.java").uncommitted("src/b/B.java").build();

    Trespass trespass = violation(plan(bounds(), TD1, TD2), delta);

    assertThat(trespass.committed()).isFalse();
    assertThat(trespass.commits()).isEmpty();
  }

  @Test
  void what_a_merge_alone_brought_in_is_committed_though_no_commit_is_named() {
    BranchDelta delta = Deltas.live().modified("src/b/B.java").build();

    assertThat(violation(plan(bounds(), TD1, TD2), delta).committed()).isTrue();
  }

  @Test
  void what_is_committed_and_changed_further_is_committed() {
    BranchDelta delta =
        Deltas.live()
            .commit(commit("c1", "cleo", "src/b/B.java"))
            .modified("src/b/B.java")
            .uncommitted("src/b/B.java")
            .build();

    assertThat(violation(plan(bounds(), TD1, TD2), delta).committed()).isTrue();
  }

  @Test
  void what_a_merge_brought_is_told_apart() {
    assertThat(judge(plan(bounds(), TD1), Deltas.merged().build()).merged()).isTrue();
  }

  @Test
  void violations_are_in_order_of_their_paths() {
    assertThat(
            judge(plan(bounds(), TD1, TD2), changing("src/b/Z", "src/b/A", "src/b/M")).violations())
        .extracting(Trespass::path)
        .containsExactly("src/b/A", "src/b/M", "src/b/Z");
  }

  @Test
  void the_order_of_patterns_and_workstreams_never_matters() {
    List<String> owns = List.of("src/**", "src/a/**", "*.md", "/docs/");
    List<String> off = List.of("src/b/**", "*.key", "/docs/private/");
    BranchDelta delta =
        changing(
            "src/a/A.java",
            "src/b/B.java",
            "src/a/x.key",
            "docs/a.txt",
            "docs/private/b.md",
            "README.md",
            "lib/c.txt",
            "ci/run");
    Set<List<Object>> seen = new HashSet<>();
    for (List<String> some : permutations(owns)) {
      for (List<String> others : permutations(off)) {
        Workstreams mine =
            workstream("td1")
                .owns(some.toArray(new String[0]))
                .keepsOff(others.toArray(new String[0]));
        Workstreams theirs = workstream("td2").owns("lib/**", "src/b/**");
        for (Workstreams[] order : new Workstreams[][] {{mine, theirs}, {theirs, mine}}) {
          OwnershipReport report = judge(plan(bounds().guarded("ci/**", "lib/**"), order), delta);
          seen.add(
              Stream.concat(report.violations().stream(), report.warnings().stream())
                  .map(t -> (Object) Arrays.asList(t.path(), t.kind(), t.owners()))
                  .toList());
        }
      }
    }

    assertThat(seen).hasSize(1);
    assertThat(seen.iterator().next()).hasSize(5);
  }

  private static List<List<String>> permutations(List<String> items) {
    if (items.size() < 2) {
      return List.of(items);
    }
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<String> rest = new ArrayList<>(items);
      String first = rest.remove(i);
      for (List<String> tail : permutations(rest)) {
        List<String> one = new ArrayList<>(Collections.singletonList(first));
        one.addAll(tail);
        all.add(one);
      }
    }
    return all;
  }
}
