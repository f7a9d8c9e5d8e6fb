package dev.coord.assess;

import dev.coord.assess.ChangedCoverage.Piece;
import dev.coord.assess.ChangedCoverage.Unmeasured;
import dev.coord.diagnostic.Enumerated;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.CoverageCount;
import dev.coord.evidence.CoverageResults;
import dev.coord.evidence.FileCoverage;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.LineSpan;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.ReportFile;
import dev.coord.plan.ChangedScope;
import dev.coord.rule.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Counts the coverage of a scope. */
final class CoverageCounts {

  /** Files that are named where lines lack a test; the page on coverage names all. */
  private static final int MOST_PLACES = 20;

  private static final int MOST_SPANS = 6;

  private CoverageCounts() {}

  /** Coverage of everything, which needs no git. */
  static Facts.Coverage all(CoverageResults results) {
    return coverage(results.files(), results);
  }

  /** Coverage of everything, where each file must be known: others are looked for beside it. */
  static Observation<Facts.Coverage> whole(CoverageResults results, GitEvidence git) {
    return unplaced(results, path -> true, git)
        .map(CoverageCounts::untold)
        .orElseGet(() -> Observation.known(all(results)));
  }

  /** Coverage of a part of the tracked files. */
  static Observation<Facts.Coverage> of(
      CoverageResults results, Predicate<String> inScope, GitEvidence git) {
    Optional<Unplaced> unplaced = unplaced(results, inScope, git);
    if (unplaced.isPresent()) {
      return untold(unplaced.get());
    }
    return Observation.known(
        coverage(
            results.files().stream()
                .filter(file -> file.path().filter(inScope).isPresent())
                .toList(),
            results));
  }

  private static Facts.Coverage coverage(List<FileCoverage> files, CoverageResults results) {
    return new Facts.Coverage(
        files.stream().map(FileCoverage::count).reduce(CoverageCount.NONE, CoverageCount::plus),
        files.stream()
            .map(file -> new Facts.FileCount(file.path().orElse(file.name()), file.count()))
            .toList(),
        "",
        reports(results.reports()));
  }

  /** Coverage of the lines that were added or changed, in a part of the files. */
  static Observation<Facts.Coverage> changed(
      CoverageResults results,
      ChangedLines lines,
      ChangedScope how,
      Predicate<String> inScope,
      GitEvidence git) {
    Predicate<String> changed = path -> lines.files().containsKey(path) && inScope.test(path);
    Optional<Unplaced> unplaced = unplaced(results, changed, git);
    return unplaced.isPresent()
        ? untold(unplaced.get())
        : ChangedCoverage.of(results, lines)
            .then(coverage -> changed(coverage, how, inScope, reports(results.reports())));
  }

  private static Observation<Facts.Coverage> changed(
      ChangedCoverage coverage, ChangedScope how, Predicate<String> inScope, List<Proof> reports) {
    List<Piece> pieces =
        new ArrayList<>(coverage.files().stream().filter(p -> inScope.test(p.path())).toList());
    List<Unmeasured> unmeasured =
        coverage.unmeasured().stream().filter(file -> inScope.test(file.path())).toList();
    String names =
        unmeasured.isEmpty()
            ? ""
            : Enumerated.of(unmeasured.stream().map(Unmeasured::path).toList());
    boolean one = unmeasured.size() == 1;
    if (!unmeasured.isEmpty() && how.unmeasured() == ChangedScope.Unmeasured.UNKNOWN) {
      return Observation.unknown(
          "no coverage report mentions " + names + ", which " + (one ? "was" : "were") + " changed",
          "Let the reports measure "
              + (one ? "it" : "them")
              + ", name the paths that are meant (of:), or say unmeasured: fail or tell.");
    }
    String told = "";
    if (!unmeasured.isEmpty()) {
      boolean counted = how.unmeasured() == ChangedScope.Unmeasured.FAIL;
      told =
          (counted ? "all new lines of " : "without ")
              + names
              + (counted
                  ? ", which no report mentions, count as uncovered"
                  : ", which no report mentions");
      if (counted) {
        unmeasured.forEach(
            file ->
                pieces.add(
                    new Piece(file.path(), new CoverageCount(0, file.size(), 0, 0), file.spans())));
      }
    }
    List<Proof> proof = new ArrayList<>(places(pieces));
    proof.addAll(reports);
    return Observation.known(
        new Facts.Coverage(
            pieces.stream().map(Piece::count).reduce(CoverageCount.NONE, CoverageCount::plus),
            pieces.stream().map(p -> new Facts.FileCount(p.path(), p.count())).toList(),
            told,
            proof));
  }

  /** Where new lines lack a test, the files with the most of them first. */
  private static List<Proof> places(List<Piece> pieces) {
    List<Piece> open =
        pieces.stream()
            .filter(piece -> !piece.uncovered().isEmpty())
            .sorted(
                Comparator.comparingLong(
                        (Piece piece) -> piece.count().lines() - piece.count().allLines())
                    .thenComparing(Piece::path))
            .toList();
    List<Proof> proof = new ArrayList<>();
    for (Piece piece : open.subList(0, Math.min(MOST_PLACES, open.size()))) {
      String lines =
          piece.uncovered().stream()
              .limit(MOST_SPANS)
              .map(LineSpan::toString)
              .collect(Collectors.joining(", "));
      int more = piece.uncovered().size() - MOST_SPANS;
      proof.add(
          Proof.file(
              "new and not covered: " + lines + (more > 0 ? " and " + more + " more" : ""),
              Location.of(piece.path(), piece.uncovered().get(0).first(), 1)));
    }
    return proof;
  }

  private static Observation<Facts.Coverage> untold(Unplaced file) {
    return Observation.unknown(
        "whether " + file.name() + " in the coverage reports is " + file.path() + " cannot be told",
        "Name the report's root under evidence.coverage, or let the reports leave the file out.");
  }

  /**
   * A file of the reports that could not be placed.
   *
   * @param path the first tracked file that it may be
   */
  private record Unplaced(String name, String path) {}

  /**
   * A file that could not be placed and might lie in the scope. To leave it out would be to guess
   * that it does not; one that fits no tracked file of the scope, such as generated code, does not.
   */
  private static Optional<Unplaced> unplaced(
      CoverageResults results, Predicate<String> inScope, GitEvidence git) {
    List<FileCoverage> homeless =
        results.files().stream().filter(file -> file.path().isEmpty()).toList();
    if (homeless.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    homeless.forEach(file -> names.add(last(file.name())));
    List<String> candidates =
        git.sources().paths().stream()
            .filter(path -> names.contains(last(path)))
            .filter(inScope)
            .toList();
    return homeless.stream()
        .flatMap(
            file ->
                candidates.stream()
                    .filter(path -> fits(file.name(), path))
                    .limit(1)
                    .map(path -> new Unplaced(file.name(), path)))
        .findFirst();
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static boolean fits(String name, String path) {
    String below = name;
    while (below.startsWith("../")) {
      below = below.substring("../".length());
    }
    // A name that leads upwards tells all directories from there on, so the path has them, too.
    boolean all = !below.equals(name);
    return path.equals(below) || path.endsWith("/" + below) || (!all && name.endsWith("/" + path));
  }

  private static List<Proof> reports(List<ReportFile> reports) {
    return reports.stream()
        .map(report -> Proof.report(report.format(), Location.ofFile(report.path())))
        .toList();
  }
}
