package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Consumers that do not wait for what is handed over to them. */
class HandoffOrderTest {

  private static final String PLAN =
      """
      workstreams:
        - {id: a, branch: feature/a}
        - {id: b, branch: feature/b}
      handoffs: [{id: h, kind: contract, provider: a, consumers: [b]}]
      """;

  private static Assessment assess(String plan, Evidences seen) {
    return Cases.written(plan).evidence(seen).assess();
  }

  private static Evidences merged() {
    return evidence().merged("feature/b", Deltas.merged().build());
  }

  private static Evidences active() {
    return evidence().active("feature/b", Deltas.live().build());
  }

  private static List<String> orders(Assessment assessment) {
    return assessment.findings().stream()
        .filter(finding -> finding.kind() == Finding.Kind.ORDER)
        .map(Finding::text)
        .toList();
  }

  @Test
  void a_consumer_that_is_merged_while_it_is_planned_contradicts() {
    Assessment assessment = assess(PLAN, merged());

    assertThat(assessment.claims())
        .extracting(ClaimCheck::subject, ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactly(tuple("handoff h", "b needs it", Agreement.CONTRADICTS));
    assertThat(assessment.claims().get(0).observed())
        .startsWith("b (feature/b) is merged by 3e3e")
        .endsWith(", and the handoff is planned and not there");
    assertThat(orders(assessment)).isEmpty();
  }

  @Test
  void a_consumer_that_has_begun_while_it_is_planned_is_a_finding_alone() {
    Assessment assessment = assess(PLAN, active());

    assertThat(assessment.claims()).isEmpty();
    assertThat(orders(assessment))
        .singleElement()
        .asString()
        .startsWith("b (feature/b) has ")
        .endsWith(" and needs handoff h, which is planned and not there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id: h, kind: contract, provider: a, consumers: [b], before: the release}",
        "{id: h, kind: contract, provider: a}",
        "{id: h, kind: contract, provider: a, consumers: [b], status: not_needed}",
        "{id: h, kind: library, name: x, provider: b, consumers: [b]}",
        "{id: h, kind: secret, name: X, provider: a, consumers: [b]}",
      })
  void nothing_is_held_against_who_need_not_wait(String handoff) {
    String plan = PLAN.replaceFirst("handoffs: .*", "handoffs: [" + handoff + "]");

    assertThat(assess(plan, merged()).claims()).isEmpty();
    assertThat(orders(assess(plan, active()))).isEmpty();
  }

  @Test
  void what_cannot_be_told_is_unknown() {
    assertThat(assess(PLAN, evidence().withoutGit("there is no repository")).claims())
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.UNKNOWN);
    assertThat(assess(PLAN.replace("[b]}", "[b], paths: [a.txt]}"), merged()).claims())
        .extracting(ClaimCheck::claim, ClaimCheck::agreement)
        .containsExactlyInAnyOrder(
            tuple("status: planned", Agreement.UNKNOWN), tuple("b needs it", Agreement.UNKNOWN));
  }

  private static final String READY =
      PLAN.replace("contract", "artifact")
          .replace("consumers: [b]", "consumers: [b], status: ready");

  private static Evidences landed(int provider, int consumer) {
    return evidence()
        .landed("feature/a", provider, provider)
        .landed("feature/b", consumer, consumer);
  }

  @Test
  void a_consumer_that_was_merged_before_its_provider_contradicts() {
    ClaimCheck check = assess(READY, landed(1, 4)).claims().get(0);

    assertThat(check.claim()).isEqualTo("b needs it");
    assertThat(check.agreement()).isEqualTo(Agreement.CONTRADICTS);
    assertThat(check.observed())
        .startsWith("b (feature/b) is merged by 3e34")
        .contains(", and a (feature/a), which provides it, is merged by 3e31")
        .endsWith(", later");
    assertThat(check.proof()).hasSize(2);
  }

  @Test
  void a_consumer_that_was_merged_after_its_provider_is_in_order() {
    assertThat(assess(READY, landed(4, 1)).claims()).isEmpty();
  }

  @Test
  void a_dependency_is_told_once() {
    String plan = READY.replace("feature/b}", "feature/b, depends_on: [a]}");

    assertThat(assess(plan, landed(1, 4)).claims())
        .extracting(ClaimCheck::subject)
        .containsExactly("b");
  }

  @Test
  void a_consumer_that_is_merged_while_its_provider_is_not_contradicts() {
    Evidences seen = merged().active("feature/a", Deltas.live().build());

    assertThat(assess(READY, seen).claims().get(0).observed())
        .endsWith(", and a (feature/a), which provides it, is not merged");
  }

  @Test
  void which_came_first_is_unknown_without_a_place_on_the_line() {
    Evidences seen = merged().landed("feature/a", 1, 1);

    assertThat(assess(READY, seen).claims())
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.agreement()).isEqualTo(Agreement.UNKNOWN);
              assertThat(check.observed())
                  .endsWith("git does not tell whether before a (feature/a), which provides it");
            });
    assertThat(assess(READY, merged()).claims())
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.UNKNOWN);
  }

  @Test
  void a_consumer_that_has_begun_while_what_is_said_to_be_ready_is_not_there_is_a_finding() {
    String plan = READY.replace("status: ready", "status: ready, paths: [/a.txt]");
    Evidences seen =
        active()
            .active("feature/a", Deltas.live().build())
            .found(new PathQuestion("/a.txt", "", Optional.empty()))
            .found(new PathQuestion("/a.txt", "", Optional.of("feature/a")));

    assertThat(orders(assess(plan, seen)))
        .singleElement()
        .asString()
        .endsWith(" and needs handoff h, which is not there");
  }

  /** The consumer was merged before a provider that changed some files. */
  private static List<ClaimCheck> shown(String kind, BranchDelta provider) {
    String plan =
        READY
            .replace("kind: artifact", "kind: " + kind)
            .replace("status: ready", "status: ready, paths: [/a.txt]");
    Evidences seen =
        landed(1, 4)
            .landed("feature/a", 1, 1, provider)
            .found(new PathQuestion("/a.txt", "", Optional.empty()), "a.txt");
    return assess(plan, seen).claims().stream()
        .filter(claim -> claim.claim().equals("b needs it"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contract", "stub"})
  void what_was_agreed_before_its_provider_was_merged_makes_nobody_wait(String kind) {
    BranchDelta works = Deltas.merged().modified("a.txt", "b.txt").build();
    BranchDelta brings = Deltas.merged().change("a.txt", FileChange.Kind.ADDED, 1, 0).build();

    assertThat(shown(kind, works)).isEmpty();
    assertThat(shown(kind, brings))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.CONTRADICTS);
    assertThat(shown("artifact", works))
        .extracting(ClaimCheck::agreement)
        .containsExactly(Agreement.CONTRADICTS);
  }

  /** What is said of a consumer that was merged before its provider, or without it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contract | signature: f() | later | UNKNOWN     | later; no path shows when the contract"
            + " was agreed on",
        "stub     | detail: any    | later | UNKNOWN     | later; no path shows when the stub was"
            + " agreed on",
        "contract | detail: any    | never | UNKNOWN     | is not merged; no path shows when the"
            + " contract was agreed on",
        "contract | paths: [/a.txt] | later | CONTRADICTS | later",
        "contract | 'ready_when: {path: {file: a.txt, contains: f}}' | later | CONTRADICTS | later",
        "artifact | detail: any    | later | CONTRADICTS | later",
        "artifact | detail: any    | never | CONTRADICTS | is not merged",
      })
  void an_agreement_without_a_path_contradicts_no_order(
      String kind, String key, String provider, Agreement agreement, String words) {
    String plan =
        READY
            .replace("kind: artifact", "kind: " + kind)
            .replace("status: ready", "status: ready, " + key);
    BranchDelta brings = Deltas.merged().change("a.txt", FileChange.Kind.ADDED, 1, 0).build();
    Evidences seen =
        provider.equals("later")
            ? landed(1, 4).landed("feature/a", 1, 1, brings)
            : merged().active("feature/a", Deltas.live().build());
    seen.found(new PathQuestion("/a.txt", "", Optional.empty()), "a.txt");
    seen.found(new PathQuestion("a.txt", "f", Optional.empty()), "a.txt");

    assertThat(assess(plan, seen).claims())
        .filteredOn(claim -> claim.claim().equals("b needs it"))
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.agreement()).isEqualTo(agreement);
              assertThat(claim.observed()).endsWith(words);
            });
  }

  @Test
  void a_text_that_its_provider_put_into_a_file_that_was_there_came_with_it() {
    String plan =
        READY
            .replace("kind: artifact", "kind: contract")
            .replace(
                "status: ready", "status: ready, ready_when: {path: {file: a.txt, contains: f}}");
    PathQuestion asked = new PathQuestion("a.txt", "f", Optional.empty());

    for (String file : List.of("a.txt", "b.txt")) {
      BranchDelta changes = Deltas.merged().modified(file).build();
      Evidences seen = landed(1, 4).landed("feature/a", 1, 1, changes).found(asked, "a.txt");
      assertThat(assess(plan, seen).claims())
          .filteredOn(claim -> claim.claim().equals("b needs it"))
          .extracting(ClaimCheck::agreement)
          .containsExactlyElementsOf(
              file.equals("a.txt") ? List.of(Agreement.CONTRADICTS) : List.of());
    }
  }
}
