package dev.coord.assess;

import static dev.coord.testing.Bounds.bounds;
import static dev.coord.testing.Workstreams.workstream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.OwnershipMap.Overlap;
import dev.coord.assess.OwnershipMap.PatternUse;
import dev.coord.plan.Boundaries.Mode;
import dev.coord.plan.Plan;
import dev.coord.rule.Territory;
import dev.coord.testing.Places;
import dev.coord.testing.Plans;
import dev.coord.testing.RecordChecks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OwnershipMapperTest {

  private static final Plan PLAN =
      Plans.plan()
          .files("coord.yml", "coord/b.yml")
          .workstreams(
              workstream("b")
                  .at("coord/b.yml", 1)
                  .line("owns[1]", 7)
                  .owns("src/b/**", "src/both/**")
                  .keepsOff("src/a/**"),
              workstream("a").owns("src/a/**", "src/both/**", "*.both"))
          .bounds(
              bounds()
                  .shared(Mode.COORDINATE, "pom.xml")
                  .shared(Mode.INFORM, "src/both/shared/**")
                  .guarded("ci/**"))
          .build();

  private static OwnershipMap map(String... tracked) {
    return new OwnershipMapper(new Territory(PLAN), new TreeSet<>(List.of(tracked))).map();
  }

  @TestFactory
  Stream<DynamicTest> a_map_is_whole() {
    Overlap overlap = new Overlap("x", List.of("a", "b"));
    PatternUse use = new PatternUse("a", "owns", "x", Places.line(1), 1);
    return RecordChecks.of(
        new OwnershipMap(List.of(use), List.of(overlap), new TreeMap<>(Map.of(".", 1)), 1),
        overlap,
        use);
  }

  @Test
  void each_pattern_is_shown_in_the_order_of_the_plan_with_what_it_matches() {
    OwnershipMap map =
        map("src/b/B.java", "src/both/X.java", "src/a/A.java", "src/a/C.java", "pom.xml", "ci/run");

    assertThat(map.patterns())
        .containsExactly(
            new PatternUse("b", "owns", "src/b/**", Places.line("coord/b.yml", 1), 1),
            new PatternUse("b", "owns", "src/both/**", Places.line("coord/b.yml", 7), 1),
            new PatternUse("b", "keeps off", "src/a/**", Places.line("coord/b.yml", 1), 2),
            new PatternUse("a", "owns", "src/a/**", Places.line(1), 2),
            new PatternUse("a", "owns", "src/both/**", Places.line(1), 1),
            new PatternUse("a", "owns", "*.both", Places.line(1), 0),
            new PatternUse("", "shared: coordinate", "pom.xml", Places.line(41), 1),
            new PatternUse("", "shared: inform", "src/both/shared/**", Places.line(42), 0),
            new PatternUse("", "protected", "ci/**", Places.line(50), 1));
    assertThat(map.tracked()).isEqualTo(6);
  }

  @Test
  void two_exclusive_owners_of_one_file_are_an_overlap() {
    assertThat(map("src/both/Y.java", "src/both/X.java", "src/b/B.java").overlaps())
        .containsExactly(
            new Overlap("src/both/X.java", List.of("a", "b")),
            new Overlap("src/both/Y.java", List.of("a", "b")));
  }

  @Test
  void two_patterns_of_one_owner_are_none() {
    assertThat(map("src/a/x.both").overlaps()).isEmpty();
  }

  @Test
  void a_shared_file_may_have_two_owners() {
    assertThat(map("src/both/shared/X.java").overlaps()).isEmpty();
  }

  @Test
  void files_that_nobody_owns_are_counted_by_directory() {
    OwnershipMap map =
        map("README.md", "LICENSE", "docs/a.md", "docs/x/b.md", "src/c/C.java", "src/a/A.java");

    assertThat(map.unowned())
        .containsExactly(Map.entry(".", 2), Map.entry("docs", 2), Map.entry("src", 1));
  }

  @Test
  void plan_files_shared_and_protected_files_are_nobodys_business() {
    assertThat(map("coord.yml", "coord/b.yml", "pom.xml", "ci/run").unowned()).isEmpty();
  }

  @Test
  void nothing_tracked_is_an_empty_map() {
    assertThat(map().tracked()).isZero();
    assertThat(map().patterns()).extracting(PatternUse::files).containsOnly(0);
  }
}
