package dev.coord.assess;

import static dev.coord.testing.Evidences.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.testing.Cases;
import dev.coord.testing.Deltas;
import dev.coord.testing.Evidences;
import dev.coord.testing.Written;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lengths of files that the plan claims, beside git. */
class FileLengthClaimsTest {

  private static final Optional<String> HERE = Optional.empty();
  private static final Optional<String> BRANCH = Optional.of("feature/a");

  private static String plan(String status, String file) {
    return "workstreams: [{id: a, branch: feature/a, status: "
        + status
        + ", files: ["
        + file
        + "]}]";
  }

  private static List<String> lengths(String plan, Evidences seen) {
    return Cases.written(plan).evidence(seen).assess().claims().stream()
        .filter(claim -> claim.claim().contains(" has "))
        .map(claim -> claim.agreement() + ": " + claim.claim() + " | " + claim.observed())
        .toList();
  }

  private static Evidences active() {
    return evidence().active("feature/a", Deltas.changing("a.txt"));
  }

  private static Observation<FilesAnswer> none() {
    return Observation.known(answer(0, Observation.known(0L)));
  }

  private static FilesAnswer answer(long count, Observation<Long> lines) {
    return new FilesAnswer(
        count, List.of(), lines, Observation.known(5L), lines, Deltas.id("4ead"));
  }

  @Test
  void a_length_that_is_another_contradicts_in_words() {
    assertThat(
            lengths(
                "reports: [{id: r, files: [{path: docs/a.md, lines: 1, bytes: 800, characters: 612}]}]",
                evidence().measured("/docs/a.md", HERE, 612)))
        .containsExactly(
            "CONTRADICTS: docs/a.md has 1 line | docs/a.md is claimed at 1 line and has 612",
            "CONTRADICTS: docs/a.md has 800 bytes | docs/a.md is claimed at 800 bytes and has 612",
            "AGREES: docs/a.md has 612 characters | docs/a.md has 612 characters");
  }

  @Test
  void the_branch_of_a_workstream_that_is_not_merged_will_do() {
    String plan = plan("ready", "{path: a.txt, lines: 3}");

    assertThat(lengths(plan, active().measured("/a.txt", HERE, 1).measured("/a.txt", BRANCH, 3)))
        .containsExactly("AGREES: a.txt has 3 lines | a.txt has 3 lines on feature/a");
    assertThat(
            lengths(plan, active().measured("/a.txt", HERE, none()).measured("/a.txt", BRANCH, 4)))
        .containsExactly(
            "CONTRADICTS: a.txt has 3 lines | a.txt is claimed at 3 lines and has 4 on feature/a");
    assertThat(
            lengths(
                plan,
                active()
                    .measured("/a.txt", HERE, 1)
                    .measured("/a.txt", BRANCH, Observation.unknown("it is gone", "Fetch it."))))
        .containsExactly("UNKNOWN: a.txt has 3 lines | it is gone");
  }

  @Test
  void of_a_merged_workstream_the_checked_out_commit_counts_alone() {
    assertThat(
            lengths(
                plan("merged", "{path: a.txt, lines: 3}"),
                evidence()
                    .merged("feature/a", Deltas.changing("a.txt"))
                    .measured("/a.txt", HERE, 4)
                    .measured("/a.txt", BRANCH, 3)))
        .containsExactly("CONTRADICTS: a.txt has 3 lines | a.txt is claimed at 3 lines and has 4");
  }

  @Test
  void a_workstream_that_is_not_through_contradicts_nothing() {
    assertThat(
            lengths(
                plan("in progress", "{path: a.txt, lines: 3}"),
                active().measured("/a.txt", HERE, none()).measured("/a.txt", BRANCH, 1)))
        .isEmpty();
  }

  @Test
  void a_file_that_is_nowhere_has_no_length() {
    assertThat(
            lengths(
                "reports: [{id: r, files: [{path: a.md, lines: 8}]}]",
                evidence().measured("/a.md", HERE, none())))
        .isEmpty();
  }

  @Test
  void a_binary_file_has_bytes_and_no_lines() {
    Observation<Long> binary = Observation.unknown("it is no text", "Compare bytes.");

    assertThat(
            lengths(
                "reports: [{id: r, files: [{path: a.png, lines: 3, bytes: 5}]}]",
                evidence().measured("/a.png", HERE, Observation.known(answer(1, binary)))))
        .containsExactly(
            "UNKNOWN: a.png has 3 lines | it is no text",
            "AGREES: a.png has 5 bytes | a.png has 5 bytes");
  }

  private static ClaimCheck counted(String count, String lines, Observation<Long> found) {
    String plan =
        "claims: [{id: docs, says: So much was written., holds_when: {files: {of: {paths: [/a.md]},"
            + " count: '%s', lines: '%s'}}}]".formatted(count, lines);
    List<ClaimCheck> claims =
        Cases.written(plan)
            .evidence(evidence().measured("/a.md", HERE, Observation.known(answer(2, found))))
            .assess()
            .claims();
    assertThat(claims).hasSize(1);
    return claims.get(0);
  }

  @Test
  void a_claim_of_a_number_of_files_and_of_their_lines_shows_both() {
    Observation<Long> lines = Observation.known(612L);

    assertThat(counted("= 2", "= 612", lines))
        .extracting(ClaimCheck::agreement, ClaimCheck::observed)
        .containsExactly(
            ClaimCheck.Agreement.AGREES,
            "its rule holds: count 2 = 2 (files) and lines 612 = 612 (lines of 2 files)");
    assertThat(counted("= 2", "= 800", lines))
        .extracting(ClaimCheck::agreement, ClaimCheck::observed)
        .containsExactly(
            ClaimCheck.Agreement.CONTRADICTS,
            "lines 612 != 800 (-188, lines of 2 files), while count 2 = 2 (files)");
    assertThat(counted("= 3", "= 800", lines))
        .extracting(ClaimCheck::agreement, ClaimCheck::observed)
        .containsExactly(
            ClaimCheck.Agreement.CONTRADICTS,
            "count 2 != 3 (-1, files) and lines 612 != 800 (-188, lines of 2 files)");
    assertThat(counted("= 2", "= 800", Observation.unknown("it is no text", "Compare bytes.")))
        .extracting(ClaimCheck::agreement, ClaimCheck::observed)
        .containsExactly(
            ClaimCheck.Agreement.UNKNOWN, "lines: it is no text, while count 2 = 2 (files)");
  }

  @Test
  void git_is_asked_for_claimed_lengths_alone() {
    Plan plan =
        Written.plan(
            "reports: [{id: r, files: [{path: a.md}, {path: b.md, change: deleted, lines: 3}]}]");

    assertThat(FileLengthClaims.questions(plan)).isEmpty();
    assertThat(
            FileLengthClaims.questions(
                Written.plan("reports: [{id: r, files: [{path: '*.md', bytes: 3}]}]")))
        .singleElement()
        .satisfies(
            question ->
                assertThat(question.paths().orElseThrow().patterns()).hasToString("[*.md]"));
  }
}
