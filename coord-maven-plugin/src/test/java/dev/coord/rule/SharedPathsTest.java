package dev.coord.rule;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Deltas.commit;
import static dev.coord.testing.Deltas.coordinated;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.testing.Bounds;
import dev.coord.testing.Deltas;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a workstream of cleo may do to paths that are shared. */
class SharedPathsTest {

  private static final String POM = "pom.xml";
  private static final Commit BY_CLEO = commit("c1", "cleo", POM);

  private static Plans.Builder plan(Bounds bounds) {
    return Plans.plan()
        .people("ana", "ben", "cleo")
        .workstreams(
            workstream("td1").owner("cleo"), workstream("td2").owner("ben").owns("src/b/**"))
        .bounds(bounds);
  }

  private static OwnershipReport judge(Plan plan, BranchDelta delta) {
    return new OwnershipJudge(new Territory(plan))
        .judge("td1", plan.workstream("td1"), Set.of(), delta);
  }

  private static Trespass violation(Plan plan, BranchDelta delta) {
    OwnershipReport report = judge(plan, delta);
    assertThat(report.violations()).hasSize(1);
    return report.violations().get(0);
  }

  private static BranchDelta delta(Commit... commits) {
    Deltas delta = Deltas.live().modified(POM);
    for (Commit commit : commits) {
      delta.commit(commit);
    }
    return delta.build();
  }

  @Nested
  class Coordinate {

    private final Plan plan = plan(bounds().shared(Mode.COORDINATE, POM)).build();

    @Test
    void a_trailer_that_names_somebody_else_is_enough_where_the_path_has_no_owner() {
      OwnershipReport report = judge(plan, delta(coordinated(BY_CLEO, "ana")));

      assertThat(report.violations()).isEmpty();
      assertThat(report.warnings()).isEmpty();
    }

    @Test
    void what_a_trailer_allows_is_attested() {
      OwnershipReport report = judge(plan, delta(coordinated(BY_CLEO, "ana")));

      assertThat(report.attested())
          .containsExactly(
              new Proof(
                  Proof.Kind.COMMIT,
                  Proof.Strength.ATTESTED,
                  "pom.xml: coordinated with ana",
                  Optional.of(Places.line(41)),
                  Optional.of(Deltas.id("c1"))));
    }

    @Test
    void the_trailers_key_is_read_without_case() {
      Commit commit = Deltas.trailer(BY_CLEO, "coordinated-WITH", "ana");

      assertThat(judge(plan, delta(commit)).violations()).isEmpty();
    }

    @Test
    void a_missing_trailer_is_a_violation() {
      Trespass trespass = violation(plan, delta(BY_CLEO));

      assertThat(trespass.kind()).isEqualTo(Trespass.Kind.NOT_COORDINATED);
      assertThat(trespass.problem()).isEqualTo("shared, and changed without a word to the others");
      assertThat(trespass.commits()).containsExactly(BY_CLEO);
      assertThat(trespass.boundary()).isEqualTo(Places.line(41));
      assertThat(trespass.remedy())
          .isEqualTo(
              "Add the trailer \"Coordinated-with: <person id>\" to each commit that changes it,"
                  + " naming somebody else than its author (coord.yml:41).");
    }

    @Test
    void an_empty_trailer_is_none() {
      assertThat(violation(plan, delta(coordinated(BY_CLEO, ""))).problem())
          .isEqualTo("shared, and changed without a word to the others");
    }

    @Test
    void each_commit_needs_its_own_trailer() {
      Commit second = commit("c2", "cleo", POM);

      Trespass trespass = violation(plan, delta(second, coordinated(BY_CLEO, "ana")));

      assertThat(trespass.commits()).containsExactly(second);
      assertThat(trespass.committed()).isTrue();
    }

    @Test
    void a_commit_that_does_not_touch_the_path_needs_no_trailer() {
      Commit elsewhere = commit("c2", "cleo", "src/a/A.java");

      assertThat(judge(plan, delta(elsewhere, coordinated(BY_CLEO, "ana"))).violations()).isEmpty();
    }

    @Test
    void a_trailer_that_names_the_author_is_a_violation() {
      assertThat(violation(plan, delta(coordinated(BY_CLEO, "cleo"))).problem())
          .isEqualTo("shared, and coordinated with its author alone");
    }

    @Test
    void one_good_trailer_among_several_is_enough() {
      Commit commit = coordinated(coordinated(coordinated(BY_CLEO, "cleo"), "zoe"), "ana");

      assertThat(judge(plan, delta(commit)).violations()).isEmpty();
    }

    @Test
    void a_trailer_that_names_nobody_the_plan_lists_is_a_violation() {
      assertThat(violation(plan, delta(coordinated(BY_CLEO, "zoe"))).problem())
          .isEqualTo("shared, and coordinated with zoe, whom the plan does not list");
    }

    @Test
    void a_plan_without_people_takes_any_name_but_the_authors() {
      Plan anybody = plan(bounds().shared(Mode.COORDINATE, POM)).people(new Person[0]).build();

      assertThat(judge(anybody, delta(coordinated(BY_CLEO, "zoe"))).violations()).isEmpty();
      assertThat(violation(anybody, delta(coordinated(BY_CLEO, "Cleo"))).problem())
          .isEqualTo("shared, and coordinated with its author alone");
      assertThat(violation(anybody, delta(coordinated(BY_CLEO, "cleo@example.org"))).problem())
          .isEqualTo("shared, and coordinated with its author alone");
    }

    @Test
    void an_author_is_known_by_any_of_the_addresses_of_a_person() {
      Plan known =
          plan(bounds().shared(Mode.COORDINATE, POM))
              .people(Plans.person("ana"), Plans.person("c", "c@example.org", "cleo@example.org"))
              .build();

      assertThat(violation(known, delta(coordinated(BY_CLEO, "c"))).problem())
          .isEqualTo("shared, and coordinated with its author alone");
    }

    @Test
    void an_author_is_known_by_the_name_of_a_person() {
      Person named =
          new Person(
              Places.origin(),
              "c",
              "Cleo",
              Person.Kind.AGENT,
              "",
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              false,
              "");
      Plan known = plan(bounds().shared(Mode.COORDINATE, POM)).people(named).build();

      assertThat(violation(known, delta(coordinated(BY_CLEO, "c"))).problem())
          .isEqualTo("shared, and coordinated with its author alone");
    }

    @Test
    void a_path_that_has_an_owner_is_coordinated_with_the_owner() {
      Plan owned = plan(bounds().shared(Mode.COORDINATE, "src/**")).build();
      Commit commit = commit("c1", "cleo", "src/b/B.java");
      Deltas delta = Deltas.live().modified("src/b/B.java");

      Trespass trespass = violation(owned, delta.commit(coordinated(commit, "ana")).build());

      assertThat(trespass.problem()).isEqualTo("shared, and coordinated with ana, not with ben");
      assertThat(trespass.owners()).containsExactly("td2");
      assertThat(trespass.remedy())
          .isEqualTo(
              "Add the trailer \"Coordinated-with: ben\" to each commit that changes it, naming"
                  + " somebody else than its author (coord.yml:41).");
      assertThat(
              judge(
                      owned,
                      Deltas.live()
                          .modified("src/b/B.java")
                          .commit(coordinated(commit, "ben"))
                          .build())
                  .violations())
          .isEmpty();
    }

    @Test
    void any_of_several_owners_will_do() {
      Plan owned =
          plan(bounds().shared(Mode.COORDINATE, POM))
              .workstreams(
                  workstream("td1").owner("cleo"),
                  workstream("td2").owner("ben").owns(POM),
                  workstream("td3").owner("ana").owns(POM))
              .build();

      assertThat(judge(owned, delta(coordinated(BY_CLEO, "ana"))).violations()).isEmpty();
      assertThat(violation(owned, delta(BY_CLEO)).remedy())
          .startsWith("Add the trailer \"Coordinated-with: ana\" or \"Coordinated-with: ben\" to");
    }

    @Test
    void a_path_without_owner_is_coordinated_with_its_steward() {
      Plan stewarded = plan(bounds().stewarded(Mode.COORDINATE, "ana", POM)).build();

      assertThat(judge(stewarded, delta(coordinated(BY_CLEO, "ana"))).violations()).isEmpty();
      assertThat(violation(stewarded, delta(coordinated(BY_CLEO, "ben"))).problem())
          .isEqualTo("shared, and coordinated with ben, not with ana");
    }

    @Test
    void an_owner_who_is_the_author_coordinates_with_anybody_else() {
      Plan stewarded = plan(bounds().stewarded(Mode.COORDINATE, "cleo", POM)).build();

      assertThat(judge(stewarded, delta(coordinated(BY_CLEO, "ben"))).violations()).isEmpty();
      assertThat(violation(stewarded, delta(coordinated(BY_CLEO, "cleo"))).problem())
          .isEqualTo("shared, and coordinated with its author alone");
    }

    @Test
    void what_is_not_committed_yet_has_no_trailer_yet() {
      BranchDelta delta =
          Deltas.live().modified(POM).commit(coordinated(BY_CLEO, "ana")).uncommitted(POM).build();

      Trespass trespass = violation(plan, delta);

      assertThat(trespass.problem()).isEqualTo("shared, and not committed with its trailer yet");
      assertThat(trespass.remedy())
          .isEqualTo(
              "Commit it with the trailer \"Coordinated-with: <person id>\" (coord.yml:41).");
    }

    @Test
    void what_no_commit_is_known_to_change_cannot_have_been_coordinated() {
      Trespass trespass = violation(plan, delta());

      assertThat(trespass.problem())
          .isEqualTo("shared, and no commit says whom it was talked over with");
      assertThat(trespass.committed()).isTrue();
    }

    @Test
    void a_branch_that_the_plan_does_not_name_may_coordinate_as_well() {
      OwnershipReport report =
          new OwnershipJudge(new Territory(plan))
              .judge("x", Optional.empty(), Set.of(), delta(coordinated(BY_CLEO, "ana")));

      assertThat(report.violations()).isEmpty();
    }
  }

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
