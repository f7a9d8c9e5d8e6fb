package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.diagnostic.Location;
import dev.coord.testing.Many;
import dev.coord.testing.Written;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a plan against workstreams that are said not to conflict. */
class BoundaryChecksTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, owns: [/a/**, /shared/**]}
        - {id: b, owns: [/b/**, /shared/**]}
        - {id: c, owns: [/c/**]}
      boundaries:
        conflicts: [{paths: [/x, /y], between: [a, c], resolution: merge_both}]
        no_conflicts: [{between: [BETWEEN]}]
      """;

  private static List<Contradiction> found(String between) {
    return BoundaryChecks.of(Written.plan(PLAN.replace("BETWEEN", between))).toList();
  }

  @Test
  void workstreams_that_share_nothing_agree() {
    assertThat(found("b, c")).isEmpty();
  }

  @Test
  void a_pattern_that_both_own_is_found() {
    assertThat(found("a, b"))
        .containsExactly(
            new Contradiction(
                "a",
                "no conflict between a and b",
                Location.of("coord.yml", 9, 28),
                "a and b both own /shared/**",
                List.of(Location.of("coord.yml", 4, 27), Location.of("coord.yml", 5, 27)),
                "Share the paths out, or remove what says that there is no conflict."));
  }

  @Test
  void a_conflict_that_is_expected_is_found() {
    assertThat(found("c, a"))
        .extracting(Contradiction::claim, Contradiction::found)
        .containsExactly(
            tuple(
                "no conflict between c and a",
                "boundaries.conflicts expects one between a and c in /x and /y"));
  }

  @Test
  void of_several_what_stands_against_any_two_of_them_is_told_together() {
    assertThat(found("a, b, c, a"))
        .extracting(Contradiction::claim, Contradiction::found)
        .containsExactly(
            tuple(
                "no conflict between a, b and c",
                "a and b both own /shared/**; boundaries.conflicts expects one between a and c in"
                    + " /x and /y"));
  }

  @ParameterizedTest
  @CsvSource({
    "/src/,    /src/api/,  b owns /src/api/ which /src/ of a covers",
    "/src/api, /src/**,    a owns /src/api which /src/** of b covers",
    "/lib/**,  /lib/,      b owns /lib/ which /lib/** of a covers",
    "'*.md',   /docs/*.md, b owns /docs/*.md which *.md of a covers",
    "/src/,    /srv/,      ",
    "'*.md',   /docs/,     "
  })
  void a_pattern_that_covers_another_ones_is_found(String one, String other, String found) {
    assertThat(owning(one, other, ""))
        .extracting(contradiction -> contradiction.found().replace(",", ""))
        .isEqualTo(found == null ? List.of() : List.of(found));
  }

  @Test
  void what_is_shared_is_no_conflict() {
    assertThat(owning("/src/", "/src/api/", "shared: [{paths: [/src/b/], mode: inform}]"))
        .hasSize(1);
    assertThat(owning("/src/", "/src/api/", "shared: [{paths: [/src/**], mode: inform}]"))
        .isEmpty();
  }

  @Test
  void what_the_owner_around_it_keeps_off_is_no_conflict() {
    String plan =
        """
        workstreams:
          - {id: a, owns: [/src/], keeps_off: [KEPT]}
          - {id: b, owns: [/src/api/]}
        boundaries: {no_conflicts: [{between: [a, b]}]}
        """;

    assertThat(BoundaryChecks.of(Written.plan(plan.replace("KEPT", "/docs/")))).hasSize(1);
    assertThat(BoundaryChecks.of(Written.plan(plan.replace("KEPT", "/src/api/")))).isEmpty();
  }

  private static List<Contradiction> owning(String one, String other, String shared) {
    return BoundaryChecks.of(
            Written.plan(
                """
                workstreams: [{id: a, owns: ["%s"]}, {id: b, owns: ["%s"]}]
                boundaries:
                  no_conflicts: [{between: [a, b]}]
                  %s
                """
                    .formatted(one, other, shared)))
        .toList();
  }

  @Test
  void between_a_thousand_that_own_the_same_there_is_one_contradiction() {
    String plan =
        "workstreams: %s\nboundaries: {no_conflicts: [{between: %s}]}\n"
            .formatted(
                Many.list(1000, i -> "{id: w" + i + ", owns: [/x]}"),
                Many.list(1000, i -> "w" + i));

    assertThat(BoundaryChecks.of(Written.plan(plan)))
        .extracting(Contradiction::claim, Contradiction::found, Contradiction::number)
        .containsExactly(
            tuple(
                "no conflict between w0, w1, w2 and 997 more",
                "w0, w1, w2 and 997 more all own /x",
                1));
  }

  @Test
  void patterns_that_are_too_many_to_be_compared_are_never_taken_for_none_in_common() {
    String patterns =
        IntStream.range(0, 1500)
            .mapToObj(i -> "\"*.a" + i + "\"")
            .collect(Collectors.joining(", "));
    String plan =
        "workstreams: [{id: a, owns: [%s]}, {id: b, owns: [/b/]}]\nboundaries: {no_conflicts: [{between: [a, b]}]}\n"
            .formatted(patterns);

    assertThat(BoundaryChecks.of(Written.plan(plan)))
        .extracting(Contradiction::found)
        .containsExactly("they own more patterns than can be held against one another");
  }
}
