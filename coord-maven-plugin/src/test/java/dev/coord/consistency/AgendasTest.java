package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.testing.PlanTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendasTest {

  private static List<String> told(String event) {
    return Told.of(Agendas.of(PlanTexts.shop("events:\n  - {id: sync, " + event + "}\n")));
  }

  @Test
  void an_agenda_fits_into_its_meeting() {
    assertThat(told("minutes: 60, agenda: [{item: a, minutes: 40}, {item: b, minutes: 20}]"))
        .isEmpty();
    assertThat(told("minutes: 60, agenda: [{item: a, minutes: 40}, {item: b, minutes: 35}, c]"))
        .containsExactly(
            "event sync at 3: the agenda takes 75 min, but the meeting 60 (3): Shorten the agenda,"
                + " or give the meeting more time.");
  }

  @Test
  void a_meeting_or_agenda_without_a_length_says_nothing() {
    assertThat(told("agenda: [{item: a, minutes: 40}]")).isEmpty();
    assertThat(told("minutes: 5, agenda: [a, b]")).isEmpty();
  }
}
