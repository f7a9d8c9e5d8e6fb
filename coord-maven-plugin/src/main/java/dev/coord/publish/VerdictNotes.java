package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.SameReason;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.path.RepoPaths;
import dev.coord.publish.VerdictNote.Level;
import dev.coord.rule.Outcome;
import dev.coord.site.PlanLines;
import dev.coord.site.Privacy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What forges are told: all that fails the build, then all that warns. */
final class VerdictNotes {

  private static final String PLAN = "plan";

  private final Assessment assessment;
  private final Privacy privacy;
  private final List<VerdictNote> notes = new ArrayList<>();

  private VerdictNotes(Assessment assessment) {
    this.assessment = assessment;
    this.privacy = Privacy.of(assessment);
  }

  /**
   * The notes of an assessment: a changed path that breaks ownership has one of its own, and so has
   * a file whose new lines lack a test, a test that a gate names, and what a tool found in a
   * committed file.
   */
  static List<VerdictNote> of(Assessment assessment) {
    VerdictNotes all = new VerdictNotes(assessment);
    Ranking ranking = new Ranking(assessment);
    SameReason.of(ranking.breaking()).forEach(all::broken);
    SameReason.of(ranking.warning()).forEach(rows -> all.gate(rows, Level.WARNING));
    ranking.warningFindings().forEach(all::finding);
    return told(all.notes);
  }

  /** What is the same but for its line is told apart by its number, so that forges keep both. */
  private static List<VerdictNote> told(List<VerdictNote> notes) {
    Map<List<String>, Integer> seen = new HashMap<>();
    return notes.stream()
        .map(
            note -> {
              int number = seen.merge(List.of(note.check(), note.identity()), 1, Integer::sum);
              return number == 1 ? note : note.with(note.identity() + "\n" + number);
            })
        .toList();
  }

  /** The notes of a plan that cannot be judged. */
  static List<VerdictNote> of(List<Diagnostic> problems) {
    return told(
        problems.stream()
            .sorted()
            .map(
                problem ->
                    new VerdictNote(
                        problem.isError() ? Level.BROKEN : Level.WARNING,
                        PLAN,
                        SafeText.line(problem.sentences()),
                        named(problem.location()),
                        problem.location().file() + "\n" + problem.problem()))
            .toList());
  }

  private void broken(SameReason rows) {
    GateResult gate = rows.first();
    Level level = gate.outcome() == Outcome.UNKNOWN ? Level.UNKNOWN : Level.BROKEN;
    List<BrokenPart> parts = BrokenPart.of(assessment, gate);
    for (BrokenPart part : parts) {
      note(
          level,
          gate.gate().id(),
          RowText.label(assessment, gate) + ": " + part.text(),
          part.place(),
          gate.label() + "\n" + part.identity());
    }
    if (parts.stream().noneMatch(part -> part.kind() == BrokenPart.Kind.PATH)) {
      gate(rows, level);
    }
  }

  /**
   * What is told of several rows keeps the name of the first, whichever others share its reason.
   */
  private void gate(SameReason rows, Level level) {
    GateResult gate = rows.first();
    note(
        level,
        gate.gate().id(),
        RowText.label(assessment, rows)
            + (gate.outcome() == Outcome.UNKNOWN ? " is unknown: " : ": ")
            + gate.sentences(),
        Optional.of(PlanLines.of(gate)),
        gate.label());
  }

  /** What has no place that can be shown stands at the plan. */
  private void finding(Finding finding) {
    Optional<Location> place = finding.location().flatMap(VerdictNotes::named);
    note(
        Level.WARNING,
        finding.kind().words().replace(' ', '-'),
        place.isPresent()
            ? finding.sentences()
            : finding.location().map(at -> at.fileAndLine() + ": ").orElse("")
                + finding.sentences(),
        place.or(this::plan),
        finding.subject() + "\n" + finding.text());
  }

  private Optional<Location> plan() {
    return assessment.plan().files().stream().findFirst().map(Location::ofFile);
  }

  private void note(
      Level level, String check, String message, Optional<Location> place, String identity) {
    notes.add(
        new VerdictNote(
            level,
            check,
            SafeText.line(privacy.withoutAddresses(message)),
            place.flatMap(VerdictNotes::named),
            identity));
  }

  /**
   * The place as a forge can show it: a file of the repository in whose name nothing is hidden, and
   * the line where it is one of the checked-out commit.
   */
  static Optional<Location> named(Location place) {
    boolean safe =
        !place.isParameter()
            && RepoPaths.isSafe(place.file())
            && SafeText.line(place.file()).equals(place.file());
    return safe
        ? Optional.of(place.commit().isEmpty() ? place : Location.ofFile(place.file()))
        : Optional.empty();
  }
}
