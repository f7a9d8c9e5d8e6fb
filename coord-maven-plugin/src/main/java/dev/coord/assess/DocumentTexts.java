package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.diagnostic.Mojibake;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds published documents whose text was misread in another character set before. */
final class DocumentTexts {

  private DocumentTexts() {}

  /** A finding for each document and character set, at the first place; each file is told once. */
  static List<Finding> of(Plan plan, Map<String, Observation<String>> documents) {
    return plan.handbook().pages().stream()
        .map(page -> new Read(page.file(), documents.get(page.id())))
        .distinct()
        .flatMap(DocumentTexts::findings)
        .toList();
  }

  /** A file and its text; without one where nobody asked for it. */
  private record Read(String file, Observation<String> text) {}

  private static Stream<Finding> findings(Read read) {
    return Optional.ofNullable(read.text()).flatMap(Observation::optional).stream()
        .flatMap(text -> Mojibake.of(text, at -> place(read.file(), text, at)).stream())
        .map(
            told ->
                new Finding(
                    Finding.Kind.SOURCE,
                    Severity.WARN,
                    "",
                    told.problem(),
                    told.remedy(),
                    Optional.of(told.location()),
                    List.of()));
  }

  /** The place of an offset in a file. */
  static Location place(String file, String text, int offset) {
    String before = text.substring(0, offset);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return Location.of(file, line, offset - before.lastIndexOf('\n'));
  }
}
