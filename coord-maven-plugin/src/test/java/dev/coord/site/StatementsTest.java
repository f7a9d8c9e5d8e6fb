package dev.coord.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.assess.Assessment;
import dev.coord.assess.ClaimCheck;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.site.model.Page;
import dev.coord.testing.Written;
import org.junit.jupiter.api.Test;

class StatementsTest {

  static final Assessment ASSESSED =
      Written.assessed(
          Written.plan(
              "people: [{id: ana, name: Ana Ruiz}]",
              "workstreams: [{id: pay, tasks: [\"[x] A\", \"[ ] B\"]}]",
              "claims:",
              "  - {id: half, says: Half is done., where: Summary, by: ana, on: 2026-01-05,",
              "     holds_when: {tasks: {done: \"= 50%\"}}}",
              "  - {id: all, says: All is done., holds_when: {tasks: {done: \"= 100%\"}}}",
              "  - Nobody waits."));

  @Test
  void a_sentence_with_a_rule_is_judged_and_one_without_is_declared_only() {
    assertThat(ASSESSED.claims())
        .filteredOn(c -> c.subject().startsWith("claim "))
        .extracting(ClaimCheck::subject, ClaimCheck::agreement)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("claim half", Agreement.AGREES),
            org.assertj.core.api.Assertions.tuple("claim all", Agreement.CONTRADICTS),
            org.assertj.core.api.Assertions.tuple("claim nobody-waits", Agreement.UNKNOWN));
    assertThat(ASSESSED.claims().get(2).observed())
        .isEqualTo("declared only: the plan names no rule that shows it");
  }

  @Test
  void every_sentence_has_a_row_that_says_who_says_so_where_and_what_shows_it() {
    Page page = Pages.of(ASSESSED, "claims");

    assertThat(Pages.lines(page))
        .filteredOn(line -> line.startsWith("  #statement-"))
        .satisfiesExactly(
            half ->
                assertThat(half)
                    .contains("#statement-half [good]", "Half is done.", "Summary")
                    .contains("Ana Ruiz", ", 2026-01-05", "tasks: {done: \"= 50%\"}", "agrees"),
            all -> assertThat(all).contains("#statement-all [warning]", "contradicts"),
            nobody -> assertThat(nobody).contains("#statement-nobody-waits [unknown]", "unknown"));
    assertThat(Pages.text(page)).contains("claims#statement-all", "| By, and of which day |");
  }

  @Test
  void a_contradicted_sentence_is_a_finding() {
    assertThat(ASSESSED.findings())
        .anySatisfy(
            finding ->
                assertThat(finding.text())
                    .startsWith(
                        "the plan says \"All is done.\" of claim all, observed: 50.0% != 100%"));
  }
}
