package dev.coord.site;

import static dev.coord.testing.Baselines.known;
import static dev.coord.testing.Baselines.trespassing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.assess.Assessment;
import dev.coord.plan.Baseline.Kind;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.ConsoleReport;
import dev.coord.publish.StepSummary;
import dev.coord.site.model.Page;
import org.junit.jupiter.api.Test;

/** What is known is shown with its size and age, and never as a pass. */
class BaselineSectionTest {

  private static final Assessment SOME =
      trespassing(
              known(Kind.OWNERSHIP, "a", "unowned: x"),
              known(Kind.OWNERSHIP, "a", "unowned: gone", 2, "2026-10-01"))
          .assess();
  private static final Assessment ALL =
      trespassing(
              known(Kind.OWNERSHIP, "a", "unowned: x"),
              known(Kind.OWNERSHIP, "a", "owned by another: src/b/B.java"),
              known(Kind.OWNERSHIP, "a", "owned by another: src/b/C.java"))
          .assess();

  @Test
  void the_gates_page_says_how_many_and_how_old() {
    String page = Pages.text(Pages.of(SOME, "gates"));

    assertThat(page)
        .contains(
            "3 known findings since 2026-10-01, 2 of them are fixed: run mvn coord:baseline to drop"
                + " what is fixed. It was last written on 2026-11-01, of commit `0be90e2`: ")
        .contains("1 known since 2026-11-01, 2 new");
    assertThat(Pages.lines(Pages.of(SOME, "gates")))
        .filteredOn(line -> line.contains("unowned: "))
        .hasSize(2)
        .anyMatch(line -> line.contains("[good]") && line.contains("unowned: gone"))
        .anyMatch(line -> line.contains("[warning]") && line.contains("unowned: x"));
  }

  @Test
  void a_gate_by_nothing_new_is_neither_good_nor_bad() {
    assertThat(Pages.verdict(Pages.of(ALL, "gates")))
        .isEqualTo("[warning] 1 of 2 gates passes and 1 is in the baseline.");
    assertThat(Pages.text(Pages.of(ALL, "gates"))).contains("[warning: baselined]");
    assertThat(Pages.verdict(Pages.of(ALL, "index"))).startsWith("[warning] ");
  }

  @Test
  void known_trespasses_are_told_from_new_ones() {
    Page some = Pages.of(SOME, "ownership");

    assertThat(Pages.verdict(some))
        .startsWith("[bad] 2 paths were changed against the plan: 2 by a")
        .endsWith(" This fails the build. 1 more is known.");
    assertThat(Pages.lines(some))
        .filteredOn(line -> line.contains("#trespass-a-x"))
        .singleElement()
        .asString()
        .contains("[warning: known]");
    assertThat(Pages.verdict(Pages.of(ALL, "ownership")))
        .startsWith("[warning] Nothing fails, but 3 paths changed against the plan are known");
  }

  @Test
  void the_console_and_the_summary_say_so_too() {
    assertThat(ConsoleReport.lines(ALL, SampleAssessments.consoleFrame()))
        .extracting(ConsoleLine::text)
        .anyMatch(line -> line.startsWith("KNOWN ") && line.contains("3 known since 2026-11-01"))
        .contains("Baseline: 3 known findings since 2026-11-01 (.coord/baseline.yml)");
    assertThat(StepSummary.of(ALL, SampleAssessments.consoleFrame(), StepSummary.MAX_BYTES))
        .contains("baselined")
        .contains("3 known since 2026");
  }

  @Test
  void without_a_baseline_nothing_is_said_of_one() {
    assertThat(Pages.text(Pages.of(trespassing().known().assess(), "gates"))).contains("0 known");
    assertThat(Pages.text(Pages.of(SampleAssessments.failing(), "gates")))
        .doesNotContain("aseline-table");
  }
}
