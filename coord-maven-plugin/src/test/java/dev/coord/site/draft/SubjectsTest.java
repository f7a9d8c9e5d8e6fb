package dev.coord.site.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.site.model.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectsTest {

  @ParameterizedTest
  @CsvSource({
    "epic phase-3,       epics,  epic-phase-3",
    "epic phase-3/#12,   epics,  issue-12",
    "wave wave-1/config, merges, wave-wave-1",
  })
  void what_is_told_of_something_leads_to_its_row(String subject, String page, String row) {
    assertThat(Subjects.target(subject)).contains(Target.page(page, row));
  }

  @ParameterizedTest
  @CsvSource({"checkout", "checkout/CHK-2", "project"})
  void what_has_no_noun_leads_nowhere(String subject) {
    assertThat(Subjects.target(subject)).isEmpty();
  }
}
