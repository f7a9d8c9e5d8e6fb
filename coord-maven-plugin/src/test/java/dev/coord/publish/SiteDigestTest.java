package dev.coord.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.Assessment;
import dev.coord.plan.Severity;
import dev.coord.site.SiteBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteDigestTest {

  private static SiteDigest digest(Assessment assessment) {
    return SiteDigest.of(
        new SiteBuilder().build(assessment, SampleAssessments.siteFrame()),
        Optional.of(assessment));
  }

  @Test
  void comparisons_have_the_signs_of_the_pages() {
    var gate = SampleRules.gate("speed", SampleRules.pathRule(14), Severity.FAIL);
    var row =
        SampleRows.row(
            gate, SampleRows.passed("", "88.5%", ">= 80%", "88.5% >= 80% (9/10 lines)"), true);
    Assessment assessment = new AssessmentDraft(SampleAssessments.empty()).gates(row).build();

    assertThat(digest(assessment).gates())
        .extracting(SiteDigest.Gate::found)
        .containsExactly("88.5% ≥ 80% (9/10 lines)");
  }
}
