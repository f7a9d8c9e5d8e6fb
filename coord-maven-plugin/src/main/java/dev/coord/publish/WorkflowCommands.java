package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.Finding;
import dev.coord.assess.GateResult;
import dev.coord.assess.SameReason;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.publish.BrokenPart.Kind;
import dev.coord.site.PlanLines;
import dev.coord.site.Privacy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Annotations for GitHub Actions, as workflow commands.
 *
 * <p>Each string is one line, to be written to standard output at the start of a line by one
 * writer, where the environment variable {@code GITHUB_ACTIONS} is {@code true}. GitHub shows ten
 * errors and ten warnings of a step and drops the rest without a word; so there are at most nine of
 * each, and a tenth that counts the rest.
 *
 * @see <a href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">
 *     workflow commands</a>
 */
public final class WorkflowCommands {

  private static final int MOST = 9;
  private static final int FILES_OF_A_GATE = 3;

  private record Annotation(Optional<Location> place, String title, String message) {
    boolean saysTheSame(Annotation other) {
      return place.equals(other.place) && message.equals(other.message);
    }
  }

  private final List<Annotation> errors = new ArrayList<>();
  private final List<Annotation> warnings = new ArrayList<>();

  private WorkflowCommands() {}

  /**
   * Errors for what fails the build, at the plan line; for ownership at the changed files, too, for
   * the coverage of changed lines where they are not covered, for tests at their sources, and for
   * findings of tools at the lines they are about; warnings for what warns.
   */
  public static List<String> annotations(Assessment assessment) {
    WorkflowCommands commands = new WorkflowCommands();
    Ranking ranking = new Ranking(assessment);
    Privacy privacy = Privacy.of(assessment);
    SameReason.of(ranking.breaking()).forEach(rows -> commands.broken(assessment, privacy, rows));
    ranking.breaking().forEach(gate -> commands.found(assessment, privacy, gate));
    SameReason.of(ranking.warning())
        .forEach(rows -> commands.warnings.add(annotation(assessment, privacy, rows)));
    ranking.warningFindings().forEach(finding -> commands.finding(privacy, finding));
    return commands.lines();
  }

  /** One annotation for each mistake in the plan, at its place. */
  public static List<String> annotations(List<Diagnostic> diagnostics) {
    WorkflowCommands commands = new WorkflowCommands();
    for (Diagnostic diagnostic : diagnostics.stream().sorted().toList()) {
      (diagnostic.isError() ? commands.errors : commands.warnings)
          .add(
              new Annotation(
                  Optional.of(diagnostic.location()), "coord plan", diagnostic.sentences()));
    }
    return commands.lines();
  }

  /** One error without a place. */
  public static String error(String title, String message) {
    return line("error", new Annotation(Optional.empty(), title, message));
  }

  private void broken(Assessment assessment, Privacy privacy, SameReason rows) {
    GateResult gate = rows.first();
    List<BrokenPart> parts = BrokenPart.of(assessment, gate);
    Stream.of(Kind.PATH, Kind.LINES, Kind.TEST)
        .flatMap(kind -> of(kind, parts).limit(FILES_OF_A_GATE))
        .forEach(part -> errors.add(annotation(assessment, privacy, gate, part)));
    if (of(Kind.PATH, parts).count() != 1) {
      errors.add(annotation(assessment, privacy, rows));
    }
  }

  private static Annotation annotation(Assessment assessment, Privacy privacy, SameReason rows) {
    return new Annotation(
        Optional.of(PlanLines.of(rows.first())),
        RowText.label(assessment, rows),
        privacy.withoutAddresses(rows.first().sentences()));
  }

  /** Behind all gates, so that none of these is among what is only counted. */
  private void found(Assessment assessment, Privacy privacy, GateResult gate) {
    of(Kind.FINDING, BrokenPart.of(assessment, gate))
        .map(part -> annotation(assessment, privacy, gate, part))
        .filter(found -> errors.stream().noneMatch(found::saysTheSame))
        .forEach(errors::add);
  }

  private static Stream<BrokenPart> of(Kind kind, List<BrokenPart> parts) {
    return parts.stream().filter(part -> part.kind() == kind);
  }

  /** Paths are told as they are. */
  private static Annotation annotation(
      Assessment assessment, Privacy privacy, GateResult gate, BrokenPart part) {
    boolean named = part.kind() == Kind.PATH || part.kind() == Kind.LINES;
    return new Annotation(
        part.place(),
        RowText.label(assessment, gate),
        named ? part.text() : privacy.withoutAddresses(part.text()));
  }

  private void finding(Privacy privacy, Finding finding) {
    warnings.add(
        new Annotation(
            finding.location(),
            finding.kind().words(),
            privacy.withoutAddresses(finding.sentences())));
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    add(lines, "error", errors);
    add(lines, "warning", warnings);
    return List.copyOf(lines);
  }

  private static void add(List<String> lines, String command, List<Annotation> annotations) {
    int shown = annotations.size() <= MOST + 1 ? annotations.size() : MOST;
    annotations.subList(0, shown).forEach(annotation -> lines.add(line(command, annotation)));
    if (annotations.size() > shown) {
      String rest = (annotations.size() - shown) + " more " + command + "s, see coord's gates page";
      lines.add(line(command, new Annotation(Optional.empty(), "coord", rest)));
    }
  }

  private static String line(String command, Annotation annotation) {
    StringBuilder line = new StringBuilder("::").append(command).append(' ');
    // A line of another commit would stand beside a text that it is not about.
    annotation
        .place()
        .filter(place -> place.commit().isEmpty())
        .flatMap(VerdictNotes::named)
        .ifPresent(place -> line.append(at(place)));
    return line.append("title=")
        .append(property(SafeText.line(annotation.title())))
        .append("::")
        .append(data(SafeText.line(annotation.message())))
        .toString();
  }

  private static String at(Location place) {
    String file = "file=" + property(place.file()) + ",";
    String line = place.line() == 0 ? file : file + "line=" + place.line() + ",";
    return place.column() == 0 ? line : line + "col=" + place.column() + ",";
  }

  /** Escapes a message as the runner's toolkit does. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** Escapes a property as the runner's toolkit does. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
