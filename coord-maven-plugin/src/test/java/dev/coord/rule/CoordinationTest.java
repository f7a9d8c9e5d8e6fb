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
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.testing.Deltas;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Paths that are changed with the consent of others alone. */
class CoordinationTest {

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
        .isEqualTo("Commit it with the trailer \"Coordinated-with: <person id>\" (coord.yml:41).");
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
