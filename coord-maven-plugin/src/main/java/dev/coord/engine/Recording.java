package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RecordedTests;
import dev.coord.evidence.TestResults;
import dev.coord.evidence.git.GitRepository;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.ConsoleLine.Level;
import dev.coord.publish.StatusReader;
import dev.coord.publish.TestNames;
import dev.coord.site.draft.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records what a run came to, as a note of git on the commit that it judged. Where that cannot be,
 * it says why; the verdict stays what it is.
 */
final class Recording {

  private static final int MOST_FILES = 3;

  private final Settings settings;
  private final Opened opened;
  private final Path site;

  /**
   * A recording.
   *
   * @param site where the site is written: what changed there is the run's own work
   */
  Recording(Settings settings, Opened opened, Path site) {
    this.settings = settings;
    this.opened = opened;
    this.site = site;
  }

  /**
   * Records.
   *
   * @param assessment empty when nothing could be judged
   * @param status what is recorded
   * @return what became of it, for the console
   */
  List<ConsoleLine> record(Optional<Assessment> assessment, byte[] status) {
    Observation<Boolean> done =
        assessment
            .map(judged -> opened.git().then(git -> record(git, judged, status)))
            .orElseGet(
                () ->
                    Observation.unknown(
                        "nothing could be judged", "Mend what is told above, then run it again."));
    if (done instanceof Observation.Unknown<Boolean> unknown) {
      return List.of(warning("this run is not recorded: ", unknown));
    }
    List<ConsoleLine> lines = new ArrayList<>();
    assessment.flatMap(this::tests).ifPresent(lines::add);
    lines.add(
        new ConsoleLine(
            Level.INFO,
            "Recorded in "
                + Records.REF
                + " on "
                + opened.repository().orElseThrow().head().abbreviated()
                + (done.optional().orElseThrow() ? "" : ", as it was")));
    return lines;
  }

  /**
   * Records the names of the tests, which later runs compare theirs with, where a run is recorded.
   *
   * @return why that is not possible, for the console; empty where there are none, or it is
   */
  private Optional<ConsoleLine> tests(Assessment assessment) {
    Observation<TestResults> tests = assessment.evidence().tests();
    if (!tests.isKnown()) {
      return Optional.empty();
    }
    Observation<Boolean> done =
        opened
            .git()
            .then(
                git -> {
                  byte[] names =
                      TestNames.write(
                          RecordedTests.of(
                              git.head().id(),
                              assessment.judgedOn(),
                              tests.optional().orElseThrow()));
                  return names.length > TestNames.MOST_BYTES
                      ? Observation.unknown(
                          "they have more than " + (TestNames.MOST_BYTES >> 20) + " MiB",
                          "Name fewer reports under evidence.tests.")
                      : git.addNote(Records.TESTS, names, settings.clock());
                });
    return done instanceof Observation.Unknown<Boolean> unknown
        ? Optional.of(warning("the names of the tests are not recorded: ", unknown))
        : Optional.empty();
  }

  private static ConsoleLine warning(String what, Observation.Unknown<Boolean> unknown) {
    return new ConsoleLine(
        Level.WARN,
        Diagnostic.warning(
                Location.ofParameter("coord.record"), what + unknown.reason(), unknown.remedy())
            .message());
  }

  private Observation<Boolean> record(GitRepository git, Assessment assessment, byte[] status) {
    if (status.length > StatusReader.MOST_BYTES) {
      return Observation.unknown(
          "status.json has more than " + (StatusReader.MOST_BYTES >> 20) + " MiB",
          "Keep it with the site, or divide the plan.");
    }
    return assessment
        .evidence()
        .git()
        .then(evidence -> committed(evidence, assessment.plan().files()))
        .then(plan -> git.uncommitted())
        .then(this::clean)
        .then(clean -> git.addNote(Records.REF, status, settings.clock()));
  }

  /** A plan that is in no commit is not what the commit says. */
  private static Observation<Boolean> committed(GitEvidence git, List<String> plan) {
    return plan.stream()
        .filter(file -> !git.trackedFiles().contains(file))
        .findFirst()
        .map(
            file ->
                Observation.<Boolean>unknown(
                    file + " is not in the commit that was judged",
                    "Commit it, then run it again."))
        .orElseGet(() -> Observation.known(true));
  }

  private Observation<Boolean> clean(List<String> changed) {
    List<String> others =
        changed.stream().filter(file -> !opened.root().resolve(file).startsWith(site)).toList();
    return others.isEmpty()
        ? Observation.known(true)
        : Observation.unknown(
            Words.list(others, MOST_FILES)
                + Words.either(others.size(), " is", " are")
                + " not as in the commit that was judged",
            "Commit or stash, then run it again.");
  }
}
