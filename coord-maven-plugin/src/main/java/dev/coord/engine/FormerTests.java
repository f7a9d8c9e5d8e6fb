package dev.coord.engine;

import dev.coord.assess.Judged.Kind;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RecordedTests;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.git.Note;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.TestsRule;
import dev.coord.publish.TestNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the recorded tests that rules compare with: those of the newest run that tells of tests, on
 * the first-parent line of the base. A branch's own commits are not on it, so that what is recorded
 * there does not count; HEAD's own record never does.
 */
public final class FormerTests {

  /** Most records that are read: the newest ones may be none. */
  private static final int MOST_RUNS = 3;

  private static final int MOST_COMMITS = 2_000;

  private static final String REMEDY =
      "Run coord:site -Dcoord.record on the integration branch with test reports, and fetch "
          + Records.TESTS
          + " (git fetch origin "
          + Records.TESTS
          + ":"
          + Records.TESTS
          + "); of a shallow clone, fetch all (fetch-depth: 0).";

  /** No run is recorded. */
  public static final Observation<RecordedTests> NOTHING =
      Observation.unknown("no run with tests is recorded on the base", REMEDY);

  private FormerTests() {}

  /** Looks for them where a rule of one of the plans compares with them. */
  static Observation<RecordedTests> read(Opened opened, Court court, Plan own) {
    boolean asked =
        Stream.concat(own.rules(), court.rulebook().plan().rules())
            .flatMap(Rule::flat)
            .anyMatch(rule -> rule instanceof TestsRule r && r.looksBack());
    return asked
        ? opened.git().then(git -> find(git, court))
        : Observation.unknown(
            "no rule compares with the tests of a recorded run", "Add vanished: \"= 0\".");
  }

  private static Observation<RecordedTests> find(GitRepository git, Court court) {
    Optional<String> base = court.rulebook().commit();
    if (base.isEmpty() && court.judged().judged().kind() != Kind.INTEGRATION) {
      return Observation.unknown(
          "it cannot be told whose recorded runs this is compared with",
          "Name the base (-Dcoord.base), or fetch it.");
    }
    return git.notesUpTo(
            Records.TESTS,
            base.orElse(git.head().id()),
            MOST_RUNS + 1,
            MOST_COMMITS,
            TestNames.MOST_BYTES)
        .then(notes -> newest(notes.orElse(List.of())));
  }

  private static Observation<RecordedTests> newest(List<Note> notes) {
    return notes.stream()
        .flatMap(
            note ->
                note
                    .content()
                    .flatMap(TestNames::read)
                    // A note that was copied from another commit tells nothing of this one.
                    .filter(tests -> tests.commit().equals(note.commit()))
                    .stream())
        .findFirst()
        .map(Observation::known)
        .orElse(NOTHING);
  }
}
