package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.SampleAssessments;
import dev.coord.publish.ConsoleReport;
import org.junit.jupiter.api.Test;

class GateTallyTest {

  @Test
  void every_gate_is_counted_once() {
    GateTally tally = GateTally.of(SampleAssessments.failing());

    assertThat(tally).isEqualTo(new GateTally(1, 2, 1, 2, 1, 0, 0));
    assertThat(tally.all()).isEqualTo(SampleAssessments.failing().gates().size());
  }

  @Test
  void all_is_said_only_of_all() {
    assertThat(new GateTally(1, 0, 0, 0, 0, 0, 0).holds()).isEqualTo("the one gate passes");
    assertThat(new GateTally(3, 0, 0, 0, 0, 0, 0).holds()).isEqualTo("all 3 gates pass");
    assertThat(new GateTally(3, 0, 0, 2, 1, 0, 1).holds())
        .isEqualTo("3 of 7 gates pass, 2 warn, 1 is waived and 1 is for information only");
    assertThat(new GateTally(3, 0, 0, 0, 0, 1, 0).holds())
        .isEqualTo("3 of 4 gates pass and 1 is in the baseline");
  }

  @Test
  void what_does_not_hold_is_told_from_what_cannot_be_told() {
    assertThat(new GateTally(1, 1, 0, 0, 0, 0, 0).broken()).isEqualTo("1 of 2 gates is not met");
    assertThat(new GateTally(1, 2, 3, 0, 0, 0, 0).broken())
        .isEqualTo("2 of 6 gates are not met and 3 cannot be told");
    assertThat(new GateTally(1, 0, 3, 0, 0, 0, 0).broken())
        .isEqualTo("3 of 4 gates cannot be told");
  }

  @Test
  void console_page_and_exception_say_the_same_numbers() {
    String console =
        ConsoleReport.lines(SampleAssessments.failing(), SampleAssessments.consoleFrame())
            .toString();
    String exception =
        ConsoleReport.failureMessage(SampleAssessments.failing(), SampleAssessments.consoleFrame());

    assertThat(console).contains("PASS 1 of 7 gates, 2 are not met, 1 is unknown, 2 warn");
    assertThat(exception).startsWith("2 of 7 gates not met, 1 could not be judged: ");
    assertThat(Pages.verdict(Pages.of(SampleAssessments.failing(), "index")))
        .contains("2 of 7 gates are not met and 1 cannot be told: ");
    assertThat(Pages.verdict(Pages.of(SampleAssessments.failing(), "gates")))
        .contains("2 of 7 gates are not met and 1 cannot be told: ");
  }
}
