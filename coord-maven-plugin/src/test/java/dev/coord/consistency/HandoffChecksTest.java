package dev.coord.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.diagnostic.Location;
import dev.coord.testing.Written;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plan says in two ways of handoffs. */
class HandoffChecksTest {

  private static final String STREAMS =
      """
      workstreams:
        - {id: a, tasks: ["[x] A.1: One", {id: A.2, text: Two, state: blocked, tasks: ["[-] A.3: No"]}]}
        - {id: b}
      handoffs:
      """;

  private static List<Contradiction> found(String... handoffs) {
    return HandoffChecks.of(
            Written.plan(STREAMS + "  - {" + String.join("}\n  - {", handoffs) + "}\n"))
        .toList();
  }

  @Test
  void a_plan_that_agrees_with_itself_has_none() {
    assertThat(
            found(
                "id: x, kind: artifact, provider: a, consumers: [b], status: ready, task: a/A.1",
                "id: y, kind: library, name: tea, version: '1'",
                "id: z, kind: library, name: Tea, version: '1'"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: '^5.2', file: web/package.json | version: '^4.9', file: fn/package.json  | 0",
        "version: '^5.2', file: web/package.json | version: '^4.9', file: web/package.json | 1",
        "version: '^5.2', file: web/package.json | version: '^4.9'                         | 1",
        "version: '>= 2.0'                       | version: '>= 2.1'                       | 0",
        "version: '^18.2.0', file: package.json  | version: '18.2', file: package.json     | 0",
        "version: '1'                            | version: '1.4'                          | 0",
        "version: '1.3'                          | version: '1.4'                          | 1",
        "version: '< 2'                          | version: '>= 2'                         | 1",
        "version: release 2                      | version: '3'                            | 1",
        "version: newest                         | version: '2'                            | 0",
        "version: latest                         | version: '>= 2.0'                       | 0",
      })
  void versions_contradict_where_no_version_of_one_build_file_is_both(
      String one, String other, int contradictions) {
    assertThat(
            found(
                "id: x, kind: library, name: tea, " + one,
                "id: y, kind: library, name: tea, " + other))
        .hasSize(contradictions);
  }

  @Test
  void nobody_waits_for_files_of_his_own() {
    assertThat(found("id: x, kind: artifact, provider: a, consumers: [b, a]"))
        .containsExactly(
            new Contradiction(
                "handoff x",
                "provider: a",
                Location.of("coord.yml", 7, 39),
                "a is one of its consumers, too",
                List.of(Location.of("coord.yml", 7, 57)),
                "Name another provider, or remove it from the consumers."));
  }

  @ParameterizedTest
  @CsvSource({"artifact, 1", "contract, 1", "stub, 1", "library, 0", "secret, 0"})
  void whoever_adds_libraries_or_secrets_may_need_them(String kind, int contradictions) {
    assertThat(
            found(
                "id: x, name: n, kind: K, provider: a, consumers: [a]"
                    .replace(kind.equals("library") || kind.equals("secret") ? "" : "name: n, ", "")
                    .replace("K", kind)))
        .hasSize(contradictions);
  }

  @Test
  void a_provider_of_something_for_all_is_not_meant() {
    assertThat(found("id: x, kind: artifact, provider: a")).isEmpty();
  }

  @Test
  void nothing_is_ready_before_its_task_is_done() {
    assertThat(found("id: x, kind: stub, status: ready, task: a/A.2"))
        .containsExactly(
            new Contradiction(
                "handoff x",
                "status: ready",
                Location.of("coord.yml", 7, 33),
                "its task a/A.2 is blocked",
                List.of(Location.of("coord.yml", 4, 65)),
                "Correct the state of the task, or the status of the handoff."));
  }

  @ParameterizedTest
  @CsvSource({"planned, a/A.2", "not_needed, a/A.2", "ready, a/A.1", "ready, a/A.3"})
  void a_task_that_is_through_or_a_handoff_that_is_not_ready_is_fine(String status, String task) {
    assertThat(found("id: x, kind: stub, status: " + status + ", task: " + task)).isEmpty();
  }

  @Test
  void one_library_has_one_version() {
    assertThat(
            found(
                "id: x, kind: library, name: tea, version: '< 2'",
                "id: y, kind: library, name: tea",
                "id: z, kind: library, name: tea, version: '>= 2', status: not_needed",
                "id: w, kind: library, name: TEA, version: '>= 2'"))
        .containsExactly(
            new Contradiction(
                "handoff w",
                "version: >= 2",
                Location.of("coord.yml", 10, 48),
                "handoff x wants tea < 2",
                List.of(Location.of("coord.yml", 7, 48)),
                "Agree on one version of the library."));
  }

  @Test
  void the_task_that_brings_it_is_one_of_its_provider() {
    assertThat(
            Told.of(
                found(
                    "id: x, kind: artifact, provider: b, task: a/A.1, paths: [/x]",
                    "id: y, kind: artifact, provider: a, task: a/A.1, paths: [/y]",
                    "id: z, kind: artifact, task: a/A.1, paths: [/z]")
                    .stream()))
        .containsExactly(
            "handoff x at 7: provider: b, but task a/A.1, which brings it, is of another one (7):"
                + " Name a task of the provider, or whose task it is as the provider.");
  }
}
