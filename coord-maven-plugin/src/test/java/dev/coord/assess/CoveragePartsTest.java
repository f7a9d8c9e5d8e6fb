package dev.coord.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.rule.Outcome;
import dev.coord.testing.Cases;
import dev.coord.testing.Evidences;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coverage of what a person or a package answers for, with what no report mentions. */
class CoveragePartsTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, owner: ana, owns: [/a/]}
        - {id: b, owner: ben, owns: [/b/]}
        - {id: c, owner: ana, owns: [/c/]}
      gates: [{coverage: {lines: ">= 50%%"%s}}]
      """;

  private static final String MAIN = "/src/main/java/shop/";

  private static GateResult row(String keys, Evidences evidence) {
    List<GateResult> rows = Cases.written(PLAN.formatted(keys)).evidence(evidence).assess().gates();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static Evidences evidence() {
    return Evidences.evidence()
        .tracked("a" + MAIN + "A.java", "b" + MAIN + "cart/B.java", "c/py/c.py")
        .covered("a" + MAIN + "A.java", 9, 10)
        .covered("b" + MAIN + "cart/B.java", 1, 10)
        .covered("c/py/c.py", 0, 10)
        .unmeasured();
  }

  @Test
  void an_owner_answers_for_the_files_of_all_own_workstreams() {
    assertThat(row(", of: {owner: ana}", evidence()).verdict().summary())
        .isEqualTo("45.0% < 50% (-5.0 points, 9/20 lines)");
    assertThat(row(", of: {owner: ben}", evidence()).verdict().summary()).contains("1/10 lines");
    assertThat(row(", of: {owner: eve}", evidence()).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_package_is_meant_alone_or_with_those_below_it() {
    assertThat(row(", of: {package: shop}", evidence()).verdict().summary())
        .isEqualTo("90.0% >= 50% (9/10 lines)");
    assertThat(row(", of: {package: shop.*}", evidence()).verdict().summary())
        .isEqualTo("50.0% >= 50% (10/20 lines)");
    assertThat(row(", of: {package: c.py}", evidence()).verdict().summary()).contains("0/10 lines");
    assertThat(row(", of: {package: sho}", evidence()).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void sources_in_no_report_count_as_uncovered_in_their_part_alone() {
    Evidences evidence = evidence().unmeasured("a" + MAIN + "New.java", "b/x.py");

    assertThat(row(", unmeasured: fail", evidence).verdict().summary())
        .startsWith("20.0% < 50% (-30.0 points, 10/50 lines; all lines of ");
    assertThat(row(", unmeasured: fail, of: {owner: ben}", evidence).verdict().summary())
        .contains("1/20 lines; all lines of b/x.py, which no report mentions, count as uncovered");
    assertThat(row(", unmeasured: fail, of: {package: shop}", evidence).verdict().summary())
        .contains("9/20 lines");
    assertThat(row(", of: {package: shop}", evidence).verdict().summary()).contains("9/10 lines");
  }

  @Test
  void each_file_in_no_report_misses_what_is_wanted_of_each() {
    Evidences evidence = evidence().unmeasured("b/x.py");

    assertThat(row(", each_file: true, unmeasured: fail", evidence).verdict().summary())
        .startsWith("0.0% < 50% (-50.0 points, 3 of 4 files, ");
  }

  @Test
  void unknown_says_what_no_report_mentions_and_tell_leaves_it_out() {
    Evidences evidence = evidence().unmeasured("b/x.py");

    GateResult unknown = row(", unmeasured: unknown", evidence);
    assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(unknown.verdict().summary()).isEqualTo("no coverage report mentions b/x.py");
    assertThat(row(", unmeasured: tell", evidence).verdict().summary())
        .endsWith("10/30 lines; without b/x.py, which no report mentions)");
    assertThat(row(", unmeasured: unknown, of: {owner: ana}", evidence).verdict().summary())
        .as("of another owner")
        .contains("9/20 lines");
  }

  @Test
  void where_nobody_could_look_it_is_unknown_and_never_a_pass() {
    Evidences evidence = Evidences.evidence().tracked("a/A.java").covered("a/A.java", 9, 10);

    assertThat(row(", unmeasured: fail", evidence).outcome()).isEqualTo(Outcome.UNKNOWN);
  }
}
