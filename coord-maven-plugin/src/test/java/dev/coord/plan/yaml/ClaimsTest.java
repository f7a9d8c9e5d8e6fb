package dev.coord.plan.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.plan.Task;
import dev.coord.plan.Workstream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private static final String COMMIT = "abcdefabcdefabcdefabcdefabcdefabcdefabcd";

  private static ClaimsReading claims(String text, String id) {
    return new PlanReader()
        .claims(
            new PlanFile("coord/a.yml", Optional.of(COMMIT), text.getBytes(StandardCharsets.UTF_8)),
            id);
  }

  @Test
  void a_past_version_tells_what_it_claims_without_a_look_at_other_files() {
    ClaimsReading reading =
        claims(
            """
            coord: 1
            gates: [{id: broken, nonsense: 1}]
            workstreams:
              - {id: other, nonsense: 1}
              - id: a
                owner: somebody
                depends_on: [elsewhere]
                status: ready
                tasks: ["[x] T1: One", {text: Two, depends_on: [elsewhere/T9]}]
            """,
            "a");

    Workstream workstream = reading.workstream().orElseThrow();
    assertThat(reading.diagnostics()).isEmpty();
    assertThat(workstream.status()).isEqualTo("ready");
    assertThat(workstream.tasks()).extracting(Task::state).contains(Task.State.DONE);
    assertThat(workstream.origin().of("status").withCommit()).isEqualTo("coord/a.yml:8@abcdefa");
    assertThat(workstream.tasks().get(0).origin().self().commit()).contains(COMMIT);
  }

  @Test
  void a_mistake_in_the_entry_makes_the_claims_unknown_and_is_a_warning() {
    ClaimsReading reading = claims("coord: 1\nworkstreams: [{id: a, status: no}]\n", "a");

    assertThat(reading.workstream()).isEmpty();
    assertThat(reading.diagnostics())
        .containsExactly(
            Diagnostic.warning(
                new dev.coord.diagnostic.Location("coord/a.yml", 2, 31, Optional.of(COMMIT)),
                "\"status\" must be a text, but no means false in YAML",
                "Write \"no\" in quotes."));
  }

  @Test
  void a_file_that_cannot_be_read_makes_the_claims_unknown() {
    assertThat(claims("coord: 1\nworkstreams: [{id: a\n", "a").diagnostics())
        .extracting(Diagnostic::severity)
        .containsExactly(Diagnostic.Severity.WARNING);
    assertThat(claims("coord: 2\nworkstreams: [{id: a}]\n", "a").workstream()).isEmpty();
    assertThat(claims("workstreams: [{id: a}]\n", "a").workstream()).isEmpty();
  }

  @Test
  void a_workstream_that_the_version_does_not_define_is_unknown() {
    String text = "coord: 1\nworkstreams: [{id: b}, x, {id: [a]}]\n";

    assertThat(claims(text, "a").workstream()).isEmpty();
    assertThat(claims(text, "a").diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "coord/a.yml:1:1: this version of the file does not define workstream \"a\". Merge the"
                + " plan into the branch.");
    assertThat(claims("coord: 1\nworkstreams: a\n", "a").workstream()).isEmpty();
  }

  @Test
  void an_id_that_the_version_defines_twice_makes_the_claims_unknown() {
    assertThat(
            claims("coord: 1\nworkstreams: [{id: a, status: x}, {id: a, status: y}]\n", "a")
                .diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly(
            "coord/a.yml:2:40: the workstream id \"a\" is already used at coord/a.yml:2:20. Give"
                + " one of them another id.");
  }
}
