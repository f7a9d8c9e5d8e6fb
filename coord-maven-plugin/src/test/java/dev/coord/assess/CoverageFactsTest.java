package dev.coord.assess;

import static dev.coord.assess.FactsOfPlan.facts;
import static dev.coord.assess.FactsOfPlan.known;
import static dev.coord.assess.FactsOfPlan.reason;
import static dev.coord.assess.FactsOfPlan.remedy;
import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.rule.Facts;
import dev.coord.testing.Evidences;
import dev.coord.testing.Rules;
import org.junit.jupiter.api.Test;

class CoverageFactsTest {

  private final Evidences two =
      evidence()
          .tracked("src/a/A.java", "src/b/B.java")
          .covered("src/a/A.java", 8, 10)
          .covered("src/b/B.java", 1, 10);

  @Test
  void everything_is_counted_together() {
    Facts.Coverage coverage = known(facts(two).coverage(Rules.lines(">= 1%", Rules.EVERYTHING)));

    assertThat(coverage.count()).isEqualTo(new CoverageCount(9, 20, 0, 0));
    assertThat(coverage.proof())
        .containsExactly(Proof.report("JaCoCo XML", Location.ofFile("target/jacoco.xml")));
  }

  @Test
  void everything_needs_no_git_and_counts_files_that_cannot_be_placed() {
    Evidences evidence =
        evidence().withoutGit("there is no repository").coveredSomewhere("A.java", 1, 2);

    assertThat(
            known(facts(evidence).coverage(Rules.lines(">= 1%", Rules.EVERYTHING)))
                .count()
                .allLines())
        .isEqualTo(2);
  }

  @Test
  void a_workstream_counts_what_it_owns() {
    assertThat(known(facts(two).coverage(Rules.lines(">= 1%", Rules.workstream("a")))).count())
        .isEqualTo(new CoverageCount(8, 10, 0, 0));
  }

  @Test
  void paths_count_what_they_match() {
    assertThat(known(facts(two).coverage(Rules.lines(">= 1%", Rules.paths("B.java")))).count())
        .isEqualTo(new CoverageCount(1, 10, 0, 0));
  }

  @Test
  void a_part_without_coverage_is_nothing() {
    assertThat(known(facts(two).coverage(Rules.lines(">= 1%", Rules.paths("docs/**")))).count())
        .isEqualTo(CoverageCount.NONE);
  }

  @Test
  void a_part_cannot_be_told_without_git() {
    Evidences evidence =
        evidence().withoutGit("the clone is shallow").covered("src/a/A.java", 1, 1);

    assertThat(reason(facts(evidence).coverage(Rules.lines(">= 1%", Rules.workstream("a")))))
        .isEqualTo("the clone is shallow");
  }

  @Test
  void a_file_that_fits_several_of_the_part_is_not_left_out_but_unknown() {
    Evidences evidence =
        evidence()
            .tracked("src/a/x/A.java", "src/a/y/A.java", "src/b/B.java")
            .covered("src/b/B.java", 1, 1)
            .coveredSomewhere("A.java", 0, 100);
    Observation<Facts.Coverage> observed =
        facts(evidence).coverage(Rules.lines(">= 1%", Rules.workstream("a")));

    assertThat(reason(observed))
        .isEqualTo("whether A.java in the coverage reports is src/a/x/A.java cannot be told");
    assertThat(remedy(observed))
        .isEqualTo(
            "Name the report's root under evidence.coverage, or let the reports leave the file"
                + " out.");
    assertThat(facts(evidence).coverage(Rules.lines(">= 1%", Rules.workstream("b"))).isKnown())
        .isTrue();
  }

  @Test
  void a_path_of_another_machine_is_compared_by_its_end() {
    Evidences evidence =
        evidence().tracked("src/a/A.java").coveredSomewhere("/home/ci/src/a/A.java", 0, 9);

    assertThat(facts(evidence).coverage(Rules.lines(">= 1%", Rules.workstream("a"))).isKnown())
        .isFalse();
  }

  @Test
  void a_name_that_is_a_path_of_the_part_might_be_it() {
    Evidences evidence = evidence().tracked("src/a/A.java").coveredSomewhere("src/a/A.java", 0, 9);

    assertThat(facts(evidence).coverage(Rules.lines(">= 1%", Rules.workstream("a"))).isKnown())
        .isFalse();
  }

  @Test
  void a_name_of_another_directory_is_another_file() {
    Evidences evidence =
        evidence()
            .tracked("src/a/A.java")
            .covered("src/a/A.java", 1, 1)
            .coveredSomewhere("gen/x/A.java", 0, 9);

    assertThat(known(facts(evidence).coverage(Rules.lines(">= 1%", Rules.workstream("a")))).count())
        .isEqualTo(new CoverageCount(1, 1, 0, 0));
  }

  @Test
  void a_name_that_leads_upwards_is_of_another_directory_or_might_be_it() {
    Evidences outside =
        evidence()
            .tracked("src/a/A.java")
            .covered("src/a/A.java", 1, 1)
            .coveredSomewhere("../other/src/a/A.java", 0, 9);
    Evidences perhaps = evidence().tracked("src/a/A.java").coveredSomewhere("../../a/A.java", 0, 9);

    assertThat(known(facts(outside).coverage(Rules.lines(">= 1%", Rules.workstream("a")))).count())
        .isEqualTo(new CoverageCount(1, 1, 0, 0));
    assertThat(facts(perhaps).coverage(Rules.lines(">= 1%", Rules.workstream("a"))).isKnown())
        .isFalse();
  }

  @Test
  void generated_code_that_is_no_tracked_file_is_left_out() {
    Evidences evidence =
        evidence()
            .tracked("src/a/A.java", "src/a/NotA.java")
            .covered("src/a/A.java", 1, 1)
            .coveredSomewhere("gen/Parser.java", 0, 100)
            .coveredSomewhere("otA.java", 0, 100);

    assertThat(known(facts(evidence).coverage(Rules.lines(">= 1%", Rules.workstream("a")))).count())
        .isEqualTo(new CoverageCount(1, 1, 0, 0));
  }

  @Test
  void a_missing_report_stays_unknown() {
    assertThat(reason(facts(evidence()).coverage(Rules.lines(">= 1%", Rules.workstream("a")))))
        .isEqualTo("no coverage report was found");
  }
}
