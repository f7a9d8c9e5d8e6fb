package dev.coord.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.coord.assess.Assessor;
import dev.coord.assess.Case;
import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.Judged;
import dev.coord.docs.Document.Code;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.SeenBranches;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The status words that the page on the plan lists mean what it says. */
class StatusWordsTest {

  private static final Map<String, MergeState.Kind> OBSERVED =
      Map.of(
          "not started", MergeState.Kind.NOT_STARTED,
          "active", MergeState.Kind.UNMERGED,
          "merged", MergeState.Kind.MERGED);

  private static final Document PAGE = Document.of("docs/plan.md");
  private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");

  private static final Code VOCABULARY =
      PAGE.code().stream()
          .filter(code -> PAGE.section("Status words").contains(code.text()))
          .findFirst()
          .orElseThrow();

  @TestFactory
  Stream<DynamicTest> a_phrase_agrees_with_what_the_page_says() {
    return PAGE.table("Status words", "meaning").stream()
        .flatMap(
            row ->
                Document.words(row.get(1)).stream()
                    .map(
                        phrase ->
                            dynamicTest(
                                phrase,
                                () ->
                                    check(
                                        "It is " + phrase + ".",
                                        List.of(row.get(2).split(", "))))));
  }

  /** How a status agrees with a branch in a state. */
  private static Agreement claim(String status, MergeState.Kind kind) {
    String workstream = "workstreams: [{id: w, branch: b, status: \"%s\"}]\n".formatted(status);
    Plan plan =
        ExamplePlan.read(
                List.of(
                    ExamplePlan.part("coord.yml", VOCABULARY.text()),
                    ExamplePlan.part("w.yml", workstream)))
            .plan()
            .orElseThrow();
    Evidence evidence =
        Evidences.evidence()
            .branch("b", SeenBranches.state(kind), Observation.known(Deltas.live().build()))
            .build();
    Judged judged = new Judged(Judged.Kind.INTEGRATION, Optional.of("main"), Optional.empty(), "");
    Case question =
        new Case(
            plan,
            plan,
            plan,
            judged,
            evidence,
            NOW,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            false,
            Map.of());
    return new Assessor().assess(question).claims().get(0).agreement();
  }

  private static void check(String status, List<String> agreeing) {
    for (Map.Entry<String, MergeState.Kind> observed : OBSERVED.entrySet()) {
      assertThat(claim(status, observed.getValue()))
          .as("%s when it is %s", status, observed.getKey())
          .isEqualTo(
              agreeing.contains(observed.getKey()) ? Agreement.AGREES : Agreement.CONTRADICTS);
    }
  }

  @TestFactory
  Stream<DynamicTest> an_example_is_read_as_the_page_says() {
    Map<String, String> agreeing =
        PAGE.table("Status words", "meaning").stream()
            .filter(row -> row.size() > 2)
            .collect(Collectors.toMap(row -> row.get(0), row -> row.get(2)));
    return PAGE.table("Status words", "status").stream()
        .map(
            row ->
                dynamicTest(
                    row.get(0),
                    () -> {
                      String status = Document.words(row.get(0)).get(0);
                      if (row.get(1).equals("nothing")) {
                        OBSERVED
                            .values()
                            .forEach(
                                kind ->
                                    assertThat(claim(status, kind)).isEqualTo(Agreement.UNKNOWN));
                      } else {
                        check(status, List.of(agreeing.get(row.get(1)).split(", ")));
                      }
                    }));
  }

  @Test
  void what_stands_first_counts_where_nothing_is_said_to_be_through_or_begun() {
    List<String> held = List.of("held up", "not through", "worked on");
    List<List<String>> rows =
        PAGE.table("Status words", "meaning").stream()
            .filter(row -> held.contains(row.get(0)))
            .toList();
    for (List<String> first : rows) {
      for (List<String> second : rows) {
        String status =
            Document.words(first.get(1)).get(0) + ", " + Document.words(second.get(1)).get(0);
        check(status, List.of(first.get(2).split(", ")));
      }
    }
  }

  @Test
  void shares_and_words_of_the_vocabulary_are_read_as_the_page_says() {
    check("0 % done", List.of("not started", "active"));
    check("40%", List.of("active"));
    check("80% complete", List.of("active"));
    check("Done, PR ready", List.of("active"));
    check("on the shelf", List.of("merged"));
    assertThat(claim("simmering", MergeState.Kind.UNMERGED)).isEqualTo(Agreement.UNKNOWN);
  }
}
