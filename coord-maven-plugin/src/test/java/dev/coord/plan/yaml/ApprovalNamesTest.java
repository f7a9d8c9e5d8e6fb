package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An approval that names nothing would count for anything. */
class ApprovalNamesTest {

  private static final String HEAD =
      "coord: 1\nproject: {name: Shop}\npeople: [{id: ana, email: ana@example.org}]\n";

  private static List<Diagnostic> warnings(String rest) {
    PlanReading reading =
        new PlanReader()
            .read(
                List.of(
                    new PlanFile(
                        "coord.yml",
                        Optional.empty(),
                        (HEAD + rest).getBytes(StandardCharsets.UTF_8))));
    assertThat(reading.plan()).isPresent();
    return reading.diagnostics();
  }

  private static String gate(String names, String says) {
    return "gates: [{%sapproved: {by: [ana], says: %s}}]\n".formatted(names, says);
  }

  @Test
  void an_approval_that_does_not_name_its_gate_is_told_with_place_and_remedy() {
    assertThat(warnings(gate("id: go-live, ", "Approved.")))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.isError()).isFalse();
              assertThat(warning.message())
                  .isEqualTo(
                      "coord.yml:4:51: \"Approved.\" does not name what is approved, the gate"
                          + " \"go-live\". Let who approves name it, such as 'says: go-live is"
                          + " approved.'.");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'id: go-live, '              | Ready to go live.    | 0",
        "'id: go-live, '              | Go-Live is approved. | 0",
        "'id: go-live, '              | Ready to go lively.  | 1",
        "'id: g, title: The launch, ' | We want the launch   | 0",
        "'id: g, title: The launch, ' | We want a launch     | 1",
        "''                           | Ready to go live.    | 0",
        "''                           | Approved.            | 1",
        "''                           | ''                   | 0",
      })
  void an_approval_names_its_gate_by_id_or_title_as_words(String names, String says, int told) {
    assertThat(warnings(gate(names, "\"" + says + "\""))).hasSize(told);
  }

  @Test
  void what_is_claimed_and_approved_is_named_too() {
    String plan =
        """
        workstreams:
          - id: w
            tasks:
              - {id: W-1, text: Sign it, done_when: {approved: {by: [ana], says: APPROVED}}}
        handoffs:
          - {id: model, kind: artifact, ready_when: {any: [{approved: {by: [ana], says: APPROVED}}]}}
        claims:
          - {id: fit, says: All is well., holds_when: {approved: {by: [ana], says: APPROVED}}}
        """;

    assertThat(warnings(plan.replace("APPROVED", "OK")))
        .extracting(Diagnostic::problem)
        .containsExactly(
            "\"OK\" does not name what is approved, the task \"W-1\"",
            "\"OK\" does not name what is approved, the handoff \"model\"",
            "\"OK\" does not name what is approved, the claim \"fit\"");
    assertThat(warnings(plan.replace("APPROVED", "\"sign it: W-1, the model is fit\""))).isEmpty();
  }

  @Test
  void an_approval_of_a_branch_names_it_by_itself() {
    String branch =
        "gates: [{id: g, approved: {by: [ana], branch: f}}, {id: h, %s}]\n"
            .formatted("approved: {by: [ana], says: OK}");

    assertThat(warnings(branch))
        .extracting(Diagnostic::problem)
        .containsExactly("\"OK\" does not name what is approved, the gate \"h\"");
  }
}
