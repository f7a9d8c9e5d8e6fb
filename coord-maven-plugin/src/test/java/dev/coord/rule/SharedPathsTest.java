package dev.coord.rule;

import static dev.coord.rule.SharedPaths.BY_CLEO;
import static dev.coord.rule.SharedPaths.POM;
import static dev.coord.rule.SharedPaths.delta;
import static dev.coord.rule.SharedPaths.judge;
import static dev.coord.rule.SharedPaths.plan;
import static dev.coord.rule.SharedPaths.violation;
import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Deltas.commit;
import static dev.coord.testing.Deltas.coordinated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Plan;
import dev.coord.testing.Deltas;
import dev.coord.testing.Plans;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a workstream of cleo may do to paths that are shared. */
class SharedPathsTest {

  @Nested
  class AppendOnly {

    private final Plan plan = plan(bounds().shared(Mode.APPEND_ONLY, "CHANGELOG.md")).build();

    @Test
    void lines_may_be_added() {
      assertThat(judge(plan, change(Kind.MODIFIED, 3, 0)).violations()).isEmpty();
    }

    @Test
    void the_file_may_be_added_even_empty() {
      assertThat(judge(plan, change(Kind.ADDED, 3, 0)).violations()).isEmpty();
      assertThat(judge(plan, change(Kind.ADDED, 0, 0)).violations()).isEmpty();
    }

    @Test
    void a_removed_line_is_a_violation() {
      Trespass trespass = violation(plan, change(Kind.MODIFIED, 5, 1));

      assertThat(trespass.kind()).isEqualTo(Trespass.Kind.NOT_APPENDED);
      assertThat(trespass.problem()).isEqualTo("shared for added lines only, and 1 line removed");
      assertThat(trespass.remedy()).isEqualTo("Only add lines, or change the mode (coord.yml:41).");
      assertThat(violation(plan, change(Kind.MODIFIED, 0, 2)).problem())
          .isEqualTo("shared for added lines only, and 2 lines removed");
    }

    @Test
    void a_deleted_file_is_a_violation() {
      assertThat(violation(plan, change(Kind.DELETED, 0, 0)).problem())
          .isEqualTo("shared for added lines only, and deleted");
    }

    @Test
    void a_binary_file_has_no_lines_to_add() {
      assertThat(violation(plan, Deltas.live().binary("CHANGELOG.md").build()).problem())
          .isEqualTo("shared for added lines only, and binary");
    }

    @Test
    void a_change_of_mode_adds_no_line() {
      assertThat(violation(plan, change(Kind.MODIFIED, 0, 0)).problem())
          .isEqualTo("shared for added lines only, and changed in something else than its lines");
    }

    @Test
    void what_was_observed_is_not_attested() {
      assertThat(judge(plan, change(Kind.MODIFIED, 3, 0)).attested()).isEmpty();
    }

    private BranchDelta change(Kind kind, int added, int removed) {
      return Deltas.live().change("CHANGELOG.md", kind, added, removed).build();
    }
  }

  @Nested
  class Steward {

    private final Plan plan = plan(bounds().stewarded(Mode.STEWARD, "ana", POM)).build();

    @Test
    void somebody_elses_change_is_a_violation() {
      Commit byAna = commit("c2", "ana", POM);

      Trespass trespass = violation(plan, delta(byAna, BY_CLEO));

      assertThat(trespass.kind()).isEqualTo(Trespass.Kind.NOT_THE_STEWARD);
      assertThat(trespass.problem()).isEqualTo("only ana changes it");
      assertThat(trespass.commits()).containsExactly(BY_CLEO);
      assertThat(trespass.remedy())
          .isEqualTo("Let ana make the change, or name another steward (coord.yml:41).");
    }

    @Test
    void the_workstream_of_the_steward_may_change_it() {
      Plan own = plan(bounds().stewarded(Mode.STEWARD, "cleo", POM)).build();
      OwnershipReport report = judge(own, Deltas.live().modified(POM).uncommitted(POM).build());

      assertThat(report.violations()).isEmpty();
      assertThat(report.attested()).isEmpty();
    }

    @Test
    void commits_of_the_steward_may_change_it_and_are_attested() {
      OwnershipReport report = judge(plan, delta(commit("c1", "ana", POM)));

      assertThat(report.violations()).isEmpty();
      assertThat(report.attested())
          .extracting(Proof::text, Proof::strength)
          .containsExactly(tuple("pom.xml: changed by its steward ana", Proof.Strength.ATTESTED));
    }

    @Test
    void what_is_not_committed_yet_is_nobodys_commit() {
      BranchDelta delta =
          Deltas.live().modified(POM).commit(commit("c1", "ana", POM)).uncommitted(POM).build();

      assertThat(violation(plan, delta).kind()).isEqualTo(Trespass.Kind.NOT_THE_STEWARD);
    }

    @Test
    void what_no_commit_is_known_to_change_is_not_the_stewards() {
      assertThat(violation(plan, delta()).kind()).isEqualTo(Trespass.Kind.NOT_THE_STEWARD);
    }

    @Test
    void an_author_who_only_bears_the_stewards_name_is_not_the_steward() {
      Plan other =
          plan(bounds().stewarded(Mode.STEWARD, "ana", POM))
              .people(Plans.person("ana", "ana@elsewhere.org"))
              .build();

      assertThat(violation(other, delta(commit("c1", "ana", POM))).kind())
          .isEqualTo(Trespass.Kind.NOT_THE_STEWARD);
    }
  }

  @Nested
  class Inform {

    @Test
    void it_warns_and_never_fails() {
      OwnershipReport report =
          judge(plan(bounds().shared(Mode.INFORM, POM)).build(), delta(BY_CLEO));

      assertThat(report.violations()).isEmpty();
      assertThat(report.warnings()).hasSize(1);
      Trespass warning = report.warnings().get(0);
      assertThat(warning.kind()).isEqualTo(Trespass.Kind.INFORM);
      assertThat(warning.problem()).isEqualTo("shared, and the others want to know");
      assertThat(warning.remedy()).isEqualTo("Tell the others about it (coord.yml:41).");
    }

    @Test
    void it_names_who_wants_to_know() {
      OwnershipReport report =
          judge(
              plan(bounds().shared(Mode.INFORM, "src/**")).build(),
              Deltas.changing("src/b/B.java"));

      assertThat(report.warnings().get(0).problem()).isEqualTo("shared, and td2 wants to know");
      assertThat(report.warnings().get(0).remedy()).isEqualTo("Tell td2 about it (coord.yml:41).");
    }
  }

  @Nested
  class Several {

    @Test
    void all_conditions_of_a_path_must_be_met() {
      Plan plan =
          plan(bounds()
                  .shared(Mode.COORDINATE, POM)
                  .shared(Mode.APPEND_ONLY, "*.xml")
                  .shared(Mode.INFORM, "/pom.*"))
              .build();

      OwnershipReport none = judge(plan, delta(BY_CLEO));
      OwnershipReport one = judge(plan, delta(coordinated(BY_CLEO, "ana")));
      OwnershipReport both =
          judge(
              plan,
              Deltas.live()
                  .commit(coordinated(BY_CLEO, "ana"))
                  .change(POM, Kind.MODIFIED, 1, 0)
                  .build());

      assertThat(none.violations())
          .extracting(Trespass::kind)
          .containsExactly(Trespass.Kind.NOT_COORDINATED, Trespass.Kind.NOT_APPENDED);
      assertThat(one.violations())
          .extracting(Trespass::kind)
          .containsExactly(Trespass.Kind.NOT_APPENDED);
      assertThat(both.violations()).isEmpty();
      assertThat(both.warnings()).extracting(Trespass::kind).containsExactly(Trespass.Kind.INFORM);
    }

    @Test
    void sharing_comes_before_the_owner_and_before_protection() {
      Plan plan = plan(bounds().shared(Mode.INFORM, "src/**", "ci/**").guarded("ci/**")).build();

      OwnershipReport report = judge(plan, Deltas.changing("src/b/B.java", "ci/run"));

      assertThat(report.violations()).isEmpty();
      assertThat(report.warnings())
          .extracting(Trespass::path)
          .containsExactly("ci/run", "src/b/B.java");
    }
  }
}
