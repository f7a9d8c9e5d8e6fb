package dev.coord.rule;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Plan;
import dev.coord.rule.Territory.Claim;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.RecordChecks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TerritoryTest {

  private static final Location TD1 = Places.line("coord/td1.yml", 3);
  private static final Location TD2 = Places.line("coord/td2.yml", 3);

  private static final Plan PLAN =
      Plans.plan()
          .files("coord/project.yml", "coord/td1.yml", "coord/td2.yml")
          .workstreams(
              workstream("td1")
                  .at("coord/td1.yml", 3)
                  .line("owns[0]", 6)
                  .line("owns[1]", 7)
                  .line("keeps_off[0]", 9)
                  .owns("src/a/**", "docs/**")
                  .keepsOff("src/b/**"),
              workstream("td2").at("coord/td2.yml", 3).owns("src/b/**", "docs/b.md"))
          .bounds(
              bounds()
                  .shared(Mode.COORDINATE, "pom.xml")
                  .shared(Mode.INFORM, "*.xml")
                  .guarded("ci/**"))
          .build();
  private static final Territory TERRITORY = new Territory(PLAN);

  @TestFactory
  Stream<DynamicTest> a_claim_is_whole() {
    return RecordChecks.of(new Claim("td1", TD1));
  }

  @Test
  void a_workstream_owns_what_its_patterns_cover_and_the_line_is_told() {
    assertThat(TERRITORY.owns(PLAN.workstreams().get(0), "src/a/x/A.java"))
        .contains(Places.line("coord/td1.yml", 6));
    assertThat(TERRITORY.owns(PLAN.workstreams().get(0), "docs/a.md"))
        .contains(Places.line("coord/td1.yml", 7));
    assertThat(TERRITORY.owns(PLAN.workstreams().get(0), "src/b/B.java")).isEmpty();
  }

  @Test
  void a_workstream_owns_the_plan_file_that_defines_it() {
    assertThat(TERRITORY.owns(PLAN.workstreams().get(0), "coord/td1.yml")).contains(TD1);
    assertThat(TERRITORY.owns(PLAN.workstreams().get(0), "coord/td2.yml")).isEmpty();
    assertThat(TERRITORY.owns(PLAN.workstreams().get(0), "coord/project.yml")).isEmpty();
  }

  @Test
  void all_owners_of_a_path_are_told_in_the_order_of_the_plan() {
    assertThat(TERRITORY.owners("docs/b.md"))
        .containsExactly(new Claim("td1", Places.line("coord/td1.yml", 7)), new Claim("td2", TD2));
    assertThat(TERRITORY.owners("coord/td2.yml")).containsExactly(new Claim("td2", TD2));
    assertThat(TERRITORY.owners("pom.xml")).isEmpty();
  }

  @Test
  void plan_files_have_no_exclusive_owner() {
    assertThat(TERRITORY.exclusiveOwners("coord/td2.yml")).isEmpty();
    assertThat(TERRITORY.exclusiveOwners("docs/b.md"))
        .extracting(Claim::workstream)
        .containsExactly("td1", "td2");
  }

  @Test
  void what_a_workstream_keeps_off_is_told_with_its_line() {
    assertThat(TERRITORY.keepsOff(PLAN.workstreams().get(0), "src/b/B.java"))
        .contains(Places.line("coord/td1.yml", 9));
    assertThat(TERRITORY.keepsOff(PLAN.workstreams().get(1), "src/b/B.java")).isEmpty();
  }

  @Test
  void every_shared_rule_that_covers_a_path_is_told() {
    assertThat(TERRITORY.shared("pom.xml"))
        .extracting(Shared::mode)
        .containsExactly(Mode.COORDINATE, Mode.INFORM);
    assertThat(TERRITORY.shared("a.xml")).extracting(Shared::mode).containsExactly(Mode.INFORM);
    assertThat(TERRITORY.shared("a.md")).isEmpty();
  }

  @Test
  void what_is_protected_is_told_with_its_line() {
    assertThat(TERRITORY.protectedBy("ci/run")).contains(Places.line(50));
    assertThat(TERRITORY.protectedBy("src/ci")).isEmpty();
  }

  @Test
  void a_workstream_that_this_plan_does_not_define_owns_no_plan_file() {
    assertThat(TERRITORY.owns(workstream("td9").at("coord/td1.yml", 30).build(), "coord/td1.yml"))
        .isEmpty();
    assertThat(TERRITORY.plan()).isEqualTo(PLAN);
    assertThat(List.of(TERRITORY.owners("src/c/C.java"))).containsExactly(List.of());
  }
}
