package dev.coord.assess;

import dev.coord.diagnostic.Enumerated;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.UnmeasuredFile;
import dev.coord.plan.ChangedScope.Unmeasured;
import dev.coord.rule.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Adds the sources that no report mentions to what reports say, as a rule wants them to count. */
final class UnmeasuredCoverage {

  /** Files that are named in a proof; the page on coverage names more. */
  private static final int MOST_PLACES = 20;

  private UnmeasuredCoverage() {}

  /**
   * The coverage with the sources of a part that no report mentions.
   *
   * @return unknown when nobody is to say whether they were run
   */
  static Observation<Facts.Coverage> of(
      Facts.Coverage measured,
      List<UnmeasuredFile> all,
      Unmeasured how,
      Predicate<String> inScope) {
    List<UnmeasuredFile> files =
        all.stream().filter(file -> file.lines() > 0 && inScope.test(file.path())).toList();
    if (files.isEmpty()) {
      return Observation.known(measured);
    }
    String names = Enumerated.of(files.stream().map(UnmeasuredFile::path).toList());
    return switch (how) {
      case UNKNOWN ->
          Observation.unknown(
              "no coverage report mentions " + names,
              "Let the reports measure "
                  + (files.size() == 1 ? "it" : "them")
                  + ", name the part that is meant (of:), or say unmeasured: fail or tell.");
      case TELL ->
          Observation.known(
              new Facts.Coverage(
                  measured.count(),
                  measured.files(),
                  "without " + names + ", which no report mentions",
                  measured.proof()));
      case FAIL -> Observation.known(counted(measured, files, names));
    };
  }

  /** All of their lines: which of them can be run, nobody knows. */
  private static Facts.Coverage counted(
      Facts.Coverage measured, List<UnmeasuredFile> files, String names) {
    CoverageCount count = measured.count();
    List<Facts.FileCount> each = new ArrayList<>(measured.files());
    List<Proof> proof = new ArrayList<>();
    for (UnmeasuredFile file : files) {
      CoverageCount lines = new CoverageCount(0, file.lines(), 0, 0);
      count = count.plus(lines);
      each.add(new Facts.FileCount(file.path(), lines));
      if (proof.size() < MOST_PLACES) {
        proof.add(
            Proof.file(
                "in no report: " + new LineSpan(1, file.lines()), Location.of(file.path(), 1, 1)));
      }
    }
    proof.addAll(measured.proof());
    return new Facts.Coverage(
        count,
        each,
        "all lines of " + names + ", which no report mentions, count as uncovered",
        proof);
  }
}
