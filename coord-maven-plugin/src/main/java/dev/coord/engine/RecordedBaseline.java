package dev.coord.engine;

import dev.coord.assess.Judged.Kind;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RecordedRun;
import dev.coord.evidence.git.GitRepository;
import dev.coord.evidence.git.Note;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.publish.StatusReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the recorded run that rules compare with: the newest one that tells of coverage, on the
 * first-parent line of the base. A branch's own commits are not on it, so that what is recorded
 * there does not count; HEAD's own record never does.
 */
public final class RecordedBaseline {

  /** Most records that are read: the newest ones may tell of no coverage. */
  private static final int MOST_RUNS = 10;

  private static final int MOST_COMMITS = 2_000;

  private static final String REMEDY =
      "Run coord:site -Dcoord.record on the integration branch with coverage reports, and fetch "
          + Records.REF
          + " (git fetch origin "
          + Records.REF
          + ":"
          + Records.REF
          + "); of a shallow clone, fetch all (fetch-depth: 0).";

  /** No run is recorded. */
  public static final Observation<RecordedRun> NOTHING =
      Observation.unknown("no run with coverage is recorded on the base", REMEDY);

  private RecordedBaseline() {}

  /** Looks for it where a rule of one of the plans compares with it. */
  static Observation<RecordedRun> read(Opened opened, Court court, Plan own) {
    boolean asked =
        Stream.concat(own.rules(), court.rulebook().plan().rules())
            .flatMap(Rule::flat)
            .anyMatch(rule -> rule instanceof Rule.Coverage r && r.against().isPresent());
    return asked
        ? opened.git().then(git -> find(git, court))
        : Observation.unknown("no rule compares with a recorded run", "Add against: baseline.");
  }

  private static Observation<RecordedRun> find(GitRepository git, Court court) {
    Optional<String> base = court.rulebook().commit();
    if (base.isEmpty() && court.judged().judged().kind() != Kind.INTEGRATION) {
      return Observation.unknown(
          "it cannot be told whose recorded runs this is compared with",
          "Name the base (-Dcoord.base), or fetch it.");
    }
    return git.notesUpTo(
            Records.REF,
            base.orElse(git.head().id()),
            MOST_RUNS + 1,
            MOST_COMMITS,
            StatusReader.MOST_BYTES)
        .then(notes -> newest(notes.orElse(List.of())));
  }

  private static Observation<RecordedRun> newest(List<Note> notes) {
    return notes.stream()
        .flatMap(
            note ->
                note
                    .content()
                    .flatMap(StatusReader::read)
                    // A note that was copied from another commit tells nothing of this one.
                    .filter(run -> run.commit().equals(note.commit()))
                    .stream())
        .filter(run -> run.coverage().isPresent())
        .findFirst()
        .map(Observation::known)
        .orElse(NOTHING);
  }
}
