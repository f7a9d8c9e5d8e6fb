package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.publish.VerdictNote.Level;
import java.util.List;

/**
 * coord's own verdicts for merge requests of GitLab, as its <a
 * href="https://docs.gitlab.com/ci/testing/code_quality/">code quality reports</a> have them. Each
 * needs a file and a line: what has none is shown at the first line of its file, and what has no
 * file is left to the gates in JUnit XML.
 */
public final class CodeQuality {

  private CodeQuality() {}

  /** The verdicts of an assessment. */
  public static byte[] of(Assessment assessment) {
    return write(VerdictNotes.of(assessment));
  }

  /** What is wrong with a plan that could not be judged. */
  public static byte[] of(List<Diagnostic> problems) {
    return write(VerdictNotes.of(problems));
  }

  static byte[] write(List<VerdictNote> notes) {
    return Json.writeList(
        notes.stream().filter(note -> note.place().isPresent()).toList(),
        (json, note) -> {
          Location place = note.place().orElseThrow();
          json.text("description", note.message());
          json.exact("check_name", note.check());
          json.exact("fingerprint", note.fingerprint());
          json.exact("severity", severity(note.level()));
          json.object(
              "location",
              at -> {
                at.exact("path", place.file());
                at.object("lines", lines -> lines.number("begin", Math.max(place.line(), 1)));
              });
        });
  }

  private static String severity(Level level) {
    return switch (level) {
      case BROKEN -> "blocker";
      case UNKNOWN -> "critical";
      case WARNING -> "minor";
    };
  }
}
