package dev.coord.engine;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.path.PathPattern;
import dev.coord.plan.Baseline;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanExtract;
import dev.coord.plan.yaml.Included;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanParts;
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
  private final Optional<CheckedOut> checkedOut;
  private final PlanReader reader = new PlanReader();

  /**
   * The checked-out plan: what a file of the past says in the same bytes as there, is said there,
   * and places in it are the user's own lines.
   *
   * @param tree the working tree
   * @param reading the plan that was read there, with which nothing is wrong
   */
  private record CheckedOut(PlanSource tree, PlanReading reading) {}

  private PlanLoader(PlanSource source, Optional<CheckedOut> checkedOut) {
    this.source = source;
    this.checkedOut = checkedOut;
  }

  PlanLoader(PlanSource source) {
    this(source, Optional.empty());
  }

  /**
   * A loader of a past version.
   *
   * @param tree the working tree
   * @param reading the plan that was read there, with which nothing is wrong
   */
  static PlanLoader past(PlanSource source, PlanSource tree, PlanReading reading) {
    return new PlanLoader(source, Optional.of(new CheckedOut(tree, reading)));
  }

  /**
   * Reads the files that were found, and those they include: all that can be read, whatever is
   * wrong with others.
   */
  PlanReading load(PlanLocator.Found found) {
    List<Diagnostic> problems = new ArrayList<>(found.problems());
    List<PlanParts> plans =
        found.plans().stream().map(plan -> withIncludes(plan, problems)).toList();
    return problems.isEmpty() ? read(plans.get(0).files()) : reader.refuse(plans, problems);
  }

  /** Ids of the workstreams that files define which can be read, each by itself. */
  List<String> workstreams(PlanLocator.Found found) {
    return found.plans().stream()
        .flatMap(plan -> paths(plan, new ArrayList<>()).stream())
        .flatMap(path -> reader.extract(file(path)).stream())
        .flatMap(extract -> extract.workstreams().stream())
        .map(PlanExtract.Work::id)
        .toList();
  }

  private PlanReading read(List<PlanFile> files) {
    return checkedOut
        .map(CheckedOut::reading)
        .filter(own -> isThat(files, own.plan().orElseThrow()))
        .orElseGet(() -> reader.read(files));
  }

  /** Whether files are those of the checked-out plan, in the same bytes. */
  private static boolean isThat(List<PlanFile> files, Plan own) {
    return files.stream().allMatch(file -> file.commit().isEmpty())
        && files.stream().map(PlanFile::path).toList().equals(own.files());
  }

  /**
   * Paths of the files that were found and those they include.
   *
   * @return empty when something is wrong with them, or when two plans were found
   */
  Optional<List<String>> paths(PlanLocator.Found found) {
    List<Diagnostic> problems = new ArrayList<>(found.problems());
    if (found.plans().size() != 1) {
      return Optional.empty();
    }
    List<String> paths = paths(found.plans().get(0), problems);
    return problems.isEmpty() ? Optional.of(paths) : Optional.empty();
  }

  private PlanParts withIncludes(PlanLocator.Files plan, List<Diagnostic> problems) {
    return new PlanParts(
        source.displayed(plan.files().get(0)),
        paths(plan, problems).stream().map(this::file).toList());
  }

  private List<String> paths(PlanLocator.Files plan, List<Diagnostic> problems) {
    String first = plan.files().get(0);
    Set<String> paths = new LinkedHashSet<>(plan.regular());
    if (paths.contains(first)) {
      for (Included included : reader.includes(file(first))) {
        include(included, plan, paths, problems);
      }
    }
    return List.copyOf(paths);
  }

  /** Adds the files that a pattern names. */
  private void include(
      Included included, PlanLocator.Files plan, Set<String> paths, List<Diagnostic> problems) {
    List<String> matching = matching(included.pattern());
    if (matching.isEmpty()) {
      problems.add(
          Diagnostic.error(
              included.location(),
              "include names no file: " + included.written(),
              included.written().startsWith("/")
                  ? "Correct the pattern; it begins with \"/\", so it is relative to the root of the"
                      + " repository."
                  : "Correct the pattern; it is relative to the including file's directory."));
    }
    for (String path : matching) {
      PlanSource.Entry entry = source.entry(path);
      if (entry == PlanSource.Entry.FILE) {
        paths.add(path);
      } else if (!plan.irregular().contains(path)) {
        problems.add(
            PlanLocator.irregular(included.location(), "an included plan file", path, entry));
      }
    }
  }

  private List<String> matching(PathPattern pattern) {
    return source.filesBelow("", true).stream()
        .filter(path -> path.endsWith(".yml") || path.endsWith(".yaml"))
        .filter(path -> !Baseline.isAt(path))
        .filter(pattern::matches)
        .toList();
  }

  PlanFile file(String path) {
    byte[] content = source.read(path, MOST_BYTES);
    boolean same =
        checkedOut
            .map(CheckedOut::tree)
            .filter(tree -> tree.entry(path) == PlanSource.Entry.FILE)
            .filter(tree -> Arrays.equals(tree.read(path, MOST_BYTES), content))
            .isPresent();
    return new PlanFile(source.displayed(path), same ? Optional.empty() : source.commit(), content);
  }
}
