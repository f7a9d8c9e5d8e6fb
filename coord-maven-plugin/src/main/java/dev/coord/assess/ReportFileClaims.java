package dev.coord.assess;

import dev.coord.assess.FileChanges.Change;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.RepositoryQuestions.PeriodQuestion;
import dev.coord.evidence.RepositoryQuestions.Touch;
import dev.coord.path.PathPatterns;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Plan;
import dev.coord.plan.Report;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds files that reports say were created, modified or deleted against what the commits of their
 * days did, on whatever branch. Where a file is now shows nothing of what was done then.
 */
final class ReportFileClaims {

  /** What was looked through where nothing was found. */
  static final Proof LOOKED_AT =
      new Proof(
          Proof.Kind.COMMIT,
          Proof.Strength.OBSERVED,
          "the commits of all local and remote branches",
          Optional.empty(),
          Optional.empty());

  private final Plan plan;
  private final Plan rulebook;
  private final ZoneId zone;
  private final Observation<GitEvidence> git;

  ReportFileClaims(Plan plan, Plan rulebook, Observation<GitEvidence> git) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.zone = zone(rulebook);
    this.git = git;
  }

  private static ZoneId zone(Plan rulebook) {
    return rulebook.project().calendar().zone();
  }

  private static Stream<Report> reports(Plan plan) {
    return plan.handbook().reports().stream().filter(report -> !report.files().isEmpty());
  }

  /** What has to be asked of git: one question for each report with files. */
  static Stream<PeriodQuestion> questions(Plan plan, Plan rulebook) {
    return reports(plan).map(report -> question(report, rulebook));
  }

  static PeriodQuestion question(Report report, Plan rulebook) {
    ZoneId zone = zone(rulebook);
    return new PeriodQuestion(
        report.from().map(day -> day.atStartOfDay(zone).toInstant()),
        report.to().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
        patterns(report.files().stream()),
        patterns(FileLengthClaims.measured(report.files())));
  }

  private static PathPatterns patterns(Stream<FileEntry> files) {
    return new PathPatterns(
        files
            .flatMap(file -> file.paths().stream())
            .flatMap(paths -> paths.patterns().stream())
            .distinct()
            .toList());
  }

  /** A claim for each file, in the plan's order. */
  List<ClaimCheck> check() {
    List<ClaimCheck> checks = new ArrayList<>();
    reports(plan)
        .forEach(
            report -> {
              Observation<List<Touch>> touched =
                  git.then(known -> known.repository().of(question(report, rulebook)));
              Observation<FileChanges> then = touched.map(all -> changes(report, all, false));
              Observation<FileChanges> later = touched.map(all -> changes(report, all, true));
              report.files().stream()
                  .map(
                      file ->
                          check(new FileCheck("report " + report.id(), file), report, then, later))
                  .forEach(checks::add);
            });
    return checks;
  }

  private FileChanges changes(Report report, List<Touch> touches, boolean later) {
    return FileChanges.of(
        report.files(),
        FileChanges.by(touches.stream().filter(touch -> touch.later() == later).toList(), zone));
  }

  private static ClaimCheck check(
      FileCheck check,
      Report report,
      Observation<FileChanges> then,
      Observation<FileChanges> later) {
    if (check.unreadable().isPresent()) {
      return check.unreadable().get();
    }
    if (then instanceof Observation.Unknown<FileChanges> unknown) {
      return check.unknown(unknown);
    }
    Optional<ClaimCheck> shown = check.shown(then.optional().orElseThrow().of(check.file()));
    Optional<Change> after = later.optional().flatMap(changes -> changes.of(check.file()).so());
    boolean so = shown.filter(one -> one.agreement() == ClaimCheck.Agreement.AGREES).isPresent();
    if (so || after.isEmpty()) {
      return shown.orElseGet(() -> check.nothing(nobody(check, report), List.of(LOOKED_AT)));
    }
    return check.unknown(
        shown.map(ClaimCheck::observed).orElseGet(() -> nobody(check, report))
            + ", and "
            + after.get().by()
            + " does",
        "Correct the days or the entry; a commit that was squashed or rebased is of a later day.",
        after.get().proof());
  }

  private static String nobody(FileCheck check, Report report) {
    return "no commit" + days(report) + " " + check.verb() + "s " + check.file().path();
  }

  /** {@code of 2026-01-05}, {@code from 2026-01-05 to 2026-01-09}; empty without days. */
  private static String days(Report report) {
    if (report.from().isPresent() && report.from().equals(report.to())) {
      return " of " + report.from().get();
    }
    return report.from().map(day -> " from " + day).orElse("")
        + report.to().map(day -> " to " + day).orElse("");
  }
}
