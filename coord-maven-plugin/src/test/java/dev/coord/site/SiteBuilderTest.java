package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.Golden;
import dev.coord.SampleAssessments;
import org.junit.jupiter.api.Test;

class SiteBuilderTest {

  private static Site build(dev.coord.assess.Assessment assessment) {
    return new SiteBuilder().build(assessment, SampleAssessments.siteFrame());
  }

  @Test
  void a_failing_build_reads_as_expected() {
    Golden.assertGolden("pages-failing.txt", PageText.of(build(SampleAssessments.failing())));
  }

  @Test
  void a_passing_build_reads_as_expected() {
    Golden.assertGolden("pages-passing.txt", PageText.of(build(SampleAssessments.passing())));
  }

  @Test
  void a_build_without_evidence_reads_as_expected() {
    Golden.assertGolden("pages-unknown.txt", PageText.of(build(SampleAssessments.unknown())));
  }

  @Test
  void an_empty_plan_reads_as_expected() {
    Golden.assertGolden("pages-empty.txt", PageText.of(build(SampleAssessments.empty())));
  }

  @Test
  void x() {
    assertThat(1).isEqualTo(1);
  }
}
