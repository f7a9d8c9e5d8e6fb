package dev.coord.engine;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.path.PathPattern;
import dev.coord.plan.yaml.Included;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import dev.coord.plan.yaml.PlanReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a version of the plan. */
final class PlanLoader {

  /** One byte more than a plan file may have, so that the reader can tell that it is too long. */
  static final int MOST_BYTES = (1 << 20) + 1;

  private final PlanSource source;
  private final Optional<PlanSource> checkedOut;
  private final PlanReader reader = new PlanReader();

  PlanLoader(PlanSource source) {
    this(source, Optional.empty());
  }

  /**
   * A loader of a past version.
   *
   * @param checkedOut the working tree: what a file of the past says in the same bytes as there, is
   *     said there, and places in it are the user's own lines
   */
  PlanLoader(PlanSource source, Optional<PlanSource> checkedOut) {
    this.source = source;
    this.checkedOut = checkedOut;
  }

  /** Reads the files that were found, and those they include. */
  PlanReading load(PlanLocator.Found found) {
    if (!found.problems().isEmpty()) {
      return new PlanReading(Optional.empty(), found.problems());
    }
    Set<String> paths = new LinkedHashSet<>(found.files());
    List<Diagnostic> problems = new ArrayList<>();
    for (Included included : reader.includes(file(found.files().get(0)))) {
      List<String> matching = matching(included.pattern());
      if (matching.isEmpty()) {
        problems.add(
            Diagnostic.error(
                included.location(),
                "include names no file: " + written(included.pattern()),
                "Correct the pattern; it is relative to the including file's directory."));
      }
      for (String path : matching) {
        if (source.entry(path) == PlanSource.Entry.FILE) {
          paths.add(path);
        } else {
          problems.add(
              Diagnostic.error(
                  included.location(),
                  "an included plan file must be a regular file inside the repository, and "
                      + path
                      + " is a symbolic link",
                  "Replace the link by the file it leads to."));
        }
      }
    }
    PlanReading reading = reader.read(paths.stream().map(this::file).toList());
    if (problems.isEmpty()) {
      return reading;
    }
    problems.addAll(reading.diagnostics());
    return new PlanReading(Optional.empty(), problems.stream().sorted().toList());
  }

  /** The pattern without the mark that anchors it to the root. */
  private static String written(PathPattern pattern) {
    String text = pattern.text();
    return text.startsWith("/") ? text.substring(1) : text;
  }

  private List<String> matching(PathPattern pattern) {
    return source.filesBelow("", true).stream()
        .filter(path -> path.endsWith(".yml") || path.endsWith(".yaml"))
        .filter(pattern::matches)
        .toList();
  }

  PlanFile file(String path) {
    byte[] content = source.read(path, MOST_BYTES);
    boolean same =
        checkedOut
            .filter(tree -> tree.entry(path) == PlanSource.Entry.FILE)
            .filter(tree -> Arrays.equals(tree.read(path, MOST_BYTES), content))
            .isPresent();
    return new PlanFile(source.displayed(path), same ? Optional.empty() : source.commit(), content);
  }
}
