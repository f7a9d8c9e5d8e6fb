package dev.coord.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.assess.Assessment;
import dev.coord.assess.GateResult;
import dev.coord.plan.Severity;
import dev.coord.site.SiteBuilder;
import dev.coord.site.model.Site;
import dev.coord.site.render.Addresses;
import dev.coord.site.render.SiteRenderer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SiteDigestTest {

  private static SiteDigest digest(Assessment assessment) {
    Site site = new SiteBuilder().build(assessment, SampleAssessments.siteFrame());
    return SiteDigest.of(site, Optional.of(assessment), new Addresses(site)::of);
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

  @Test
  void each_gate_of_a_long_page_leads_to_the_part_that_has_its_row() {
    GateResult[] rows =
        IntStream.range(0, 400)
            .mapToObj(i -> SampleRules.gate("speed-" + i, SampleRules.pathRule(14), Severity.FAIL))
            .map(g -> SampleRows.row(g, SampleRows.passed("", "1", "= 1", "1 = 1"), true))
            .toArray(GateResult[]::new);
    Assessment assessment = new AssessmentDraft(SampleAssessments.empty()).gates(rows).build();
    Map<String, byte[]> files =
        new SiteRenderer()
            .render(new SiteBuilder().build(assessment, SampleAssessments.siteFrame()));

    List<SiteDigest.Gate> gates = digest(assessment).gates();

    assertThat(gates).extracting(gate -> gate.row().href()).contains("gates.html#gate-speed-0");
    assertThat(gates)
        .hasSize(400)
        .anyMatch(gate -> gate.row().href().startsWith("gates-2.html#"))
        .allSatisfy(
            gate -> {
              String[] href = gate.row().href().split("#");
              String page = new String(files.get(href[0]), StandardCharsets.UTF_8);
              assertThat(page).contains("<tr id=\"" + href[1] + "\"");
            });
  }
}
