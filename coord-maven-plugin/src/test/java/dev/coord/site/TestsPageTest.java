package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.AssessmentDraft;
import dev.coord.SampleAssessments;
import dev.coord.SampleEvidence;
import dev.coord.SampleRows;
import dev.coord.SampleRules;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.TestCase;
import dev.coord.evidence.TestCase.Outcome;
import dev.coord.evidence.TestResults;
import dev.coord.plan.Gate;
import dev.coord.plan.Severity;
import dev.coord.rule.Verdict;
import dev.coord.site.model.Page;
import dev.coord.site.model.Tone;
import dev.coord.site.render.SiteRenderer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestsPageTest {

  private static final String REPORT = "catalog/target/surefire-reports/TEST-A.xml";

  private static final String OWNED = "catalog/src/test/java/shop/ATest.java";

  private static TestCase test(String type, String name, Outcome outcome, String message) {
    return new TestCase(
        type, name, outcome, Duration.ofMillis(7), message, Optional.empty(), REPORT);
  }

  private static AssessmentDraft with(List<TestCase> cases) {
    return new AssessmentDraft(SampleAssessments.passing())
        .evidence(
            Evidence.builder()
                .git(SampleEvidence.git())
                .tests(
                    Observation.known(
                        new TestResults(
                            List.of(
                                SampleEvidence.report(REPORT, "JUnit XML", "2026-11-21T14:02:10Z")),
                            cases)))
                .coverage(SampleEvidence.coverage())
                .build());
  }

  private static Page page(TestCase... cases) {
    return Pages.of(with(List.of(cases)), "tests");
  }

  @Test
  void failures_come_first_with_what_they_say() {
    Page page =
        page(
            test("A", "passes", Outcome.PASSED, ""),
            test("A", "fails", Outcome.FAILED, "expected 1"),
            test("B", "breaks", Outcome.ERROR, "no file"));

    assertThat(Pages.verdict(page))
        .isEqualTo(
            "[warning] 2 of 3 tests failed: A#fails(tests#test-a-fails) and B#breaks(tests#test-b-breaks).");
    assertThat(Pages.text(page))
        .contains("#test-a-fails [bad] `A#fails` | [bad: failed] | expected 1 | – | – | `" + REPORT)
        .contains("#test-b-breaks [bad] `B#breaks` | [bad: error] | no file")
        .contains("#module-catalog [bad] `catalog` | bar [bad 2, warning 0, neutral 0, good 1]")
        .contains(
            "#class-b [bad] `B` | bar [bad 1, warning 0, neutral 0, good 0] 1 failed (1 error) of 1");
  }

  @Test
  void tests_are_told_by_the_workstream_that_owns_their_file() {
    TestCase own =
        new TestCase(
            "A",
            "fails",
            Outcome.FAILED,
            Duration.ofMillis(1250),
            "expected 1",
            Optional.of(OWNED),
            REPORT);
    String text = Pages.text(page(own, test("B", "passes", Outcome.PASSED, "")));

    assertThat(text)
        .contains(
            "#test-a-fails [bad] `A#fails` | [bad: failed] | expected 1 | `"
                + OWNED
                + "` | catalog")
        .contains("Tests in files that workstreams own")
        .contains("#territory-catalog [bad] catalog")
        .contains("| catalog(workstreams/catalog) (Ben Okafor(people#person-ben)) |")
        .contains("Tests in files that each person's workstreams own")
        .contains("#person-ben [bad] Ben Okafor(people#person-ben) | bar [bad 1, ");
    assertThat(Pages.text(page(test("B", "passes", Outcome.PASSED, ""))))
        .doesNotContain("Tests in files that workstreams own");
  }

  @Test
  void it_is_red_only_where_it_fails_the_build() {
    Gate gate = SampleRules.gate("tests", SampleRules.testsRule(), Severity.FAIL);
    Verdict failed = SampleRows.failed("failed", "1", "= 0", "1 != 0", "Mend it.");

    assertThat(
            Pages.of(
                    with(List.of(test("A", "fails", Outcome.FAILED, "x")))
                        .gates(SampleRows.row(gate, failed, true)),
                    "tests")
                .tone())
        .isEqualTo(Tone.BAD);
  }

  @Test
  void skipped_tests_are_in_the_denominator() {
    Page page =
        page(test("A", "passes", Outcome.PASSED, ""), test("A", "waits", Outcome.SKIPPED, "later"));

    assertThat(Pages.verdict(page))
        .isEqualTo("[good] 1 of 2 tests passed, the others were skipped.");
    assertThat(Pages.text(page)).contains("1 skipped, 1 passed of 2", "| later | ");
  }

  @Test
  void tests_that_were_all_skipped_prove_nothing() {
    assertThat(page(test("A", "waits", Outcome.SKIPPED, "")).tone()).isEqualTo(Tone.UNKNOWN);
  }

  @Test
  void a_flaky_test_warns() {
    Page page = page(test("A", "wavers", Outcome.FLAKY, "once"));

    assertThat(Pages.verdict(page)).isEqualTo("[warning] The one test passed; 1 is flaky.");
    assertThat(Pages.text(page)).contains("## Flaky #flaky", "| once | ");
  }

  @Test
  void ten_thousand_tests_are_counted_and_the_worst_are_listed() {
    List<TestCase> many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> test("C" + i / 4, "t" + i, Outcome.FAILED, "m".repeat(400)))
            .toList();
    AssessmentDraft draft = with(many);
    Page page = Pages.of(draft, "tests");

    assertThat(Pages.verdict(page)).startsWith("[warning] 10000 of 10000 tests failed: ");
    assertThat(Pages.text(page))
        .contains("Listed are 1000 of 10000 failed tests. The reports hold all of them.")
        .contains("Listed are 1000 of 2500 suites.");
    Map<String, byte[]> files =
        new SiteRenderer()
            .render(new SiteBuilder().build(draft.build(), SampleAssessments.siteFrame()));
    assertThat(files.keySet().stream().filter(name -> name.matches("tests(-[0-9]+)?\\.html")))
        .hasSizeBetween(10, 20);
    assertThat(files.get("tests.html")).hasSizeLessThan(400_000);
  }

  private static TestCase lasting(String type, String name, Duration time) {
    return new TestCase(type, name, Outcome.PASSED, time, "", Optional.of(OWNED), REPORT);
  }

  @Test
  void times_have_the_units_that_people_use_in_every_table() {
    String text =
        Pages.text(
                page(
                    lasting("A", "fast", Duration.ofNanos(400_000)),
                    lasting("A", "slow", Duration.ofMillis(106_780)),
                    lasting("B", "brief", Duration.ofMillis(250)),
                    lasting("B", "long", Duration.ofMinutes(125))))
            .replace('\u00a0', ' ');

    assertThat(text)
        .contains("`B#long` | 2 h 5 min |", "`A#slow` | 1 min 46.8 s |")
        .contains("`B#brief` | 250 ms |", "`A#fast` | 0.4 ms |")
        .containsPattern("#class-a .* \\| 1 min 46.8 s\n")
        .containsPattern("#class-b .* \\| 2 h 5 min\n")
        .containsPattern("#module-catalog .* \\| 2 h 7 min\n")
        .containsPattern("#territory-catalog .* \\| 2 h 7 min\n")
        .containsPattern("#person-ben .* \\| 2 h 7 min\n")
        .doesNotContain("106.78", "7500 s");
  }

  @Test
  void a_long_message_is_cut_between_characters() {
    String text = "\uD83D\uDE00".repeat(400);

    assertThat(Pages.text(page(test("A", "fails", Outcome.FAILED, text))))
        .contains("\uD83D\uDE00…")
        .doesNotContain("\uD83D…");
  }

  @Test
  void a_proof_of_a_gate_leads_to_the_test_and_its_report() {
    assertThat(Pages.text(Pages.of(SampleAssessments.failing(), "gates"))).contains("tests.failed");
    assertThat(Pages.text(Pages.of(SampleAssessments.failing(), "coverage")))
        .contains("#report-target-site-jacoco-jacoco.xml");
    assertThat(Pages.text(Pages.of(SampleAssessments.failing(), "gates")))
        .contains(
            "`target/site/jacoco/jacoco.xml:1`(coverage#report-target-site-jacoco-jacoco.xml)");
  }

  @Test
  void without_results_that_a_rule_wants_the_page_is_unknown() {
    Page page = Pages.of(SampleAssessments.unknown(), "tests");

    assertThat(Pages.verdict(page))
        .startsWith("[unknown] [unknown: Unknown] Test results are missing. ");
    assertThat(Pages.text(page)).contains("<bad> Missing source: test results", "#gate-tests");
  }

  @Test
  void without_results_that_nobody_wants_the_yaml_to_add_is_shown() {
    Page page = Pages.of(SampleAssessments.empty(), "tests");

    assertThat(page.tone()).isEqualTo(Tone.NEUTRAL);
    assertThat(Pages.text(page))
        .contains("<neutral> No test results\n", "  - tests: {failed: \"= 0\"}");
  }
}
