package dev.coord.engine;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.engine.PlanSource.Entry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the plan: the nearest one from a directory up to the repository's root. */
final class PlanLocator {

  static final String FILE = "coord.yml";
  static final String DIRECTORY = "coord";

  private static final String HOW_TO_START =
      "Begin with a file coord.yml at the repository's root: \"coord: 1\", then \"project: {name: ...,"
          + " integration_branch: main}\", workstreams and gates; the README has a plan to copy";

  /**
   * Where the plan is.
   *
   * @param files repository paths of its files, in the order they are read; empty when there are
   *     problems
   */
  record Found(List<String> files, List<Diagnostic> problems) {
    Found {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
      Objects.requireNonNull(files, "files");
    }

    private static Found problem(Location at, String problem, String remedy) {
      return new Found(List.of(), List.of(Diagnostic.error(at, problem, remedy)));
    }
  }

  private final PlanSource source;

  PlanLocator(PlanSource source) {
    this.source = source;
  }

  /**
   * Finds the nearest plan.
   *
   * @param directory repository path to begin at; the root is the empty text
   */
  Found nearest(String directory) {
    Optional<Found> linked = Optional.empty();
    for (String at = directory; ; at = parent(at)) {
      Found found = in(at);
      linked = linked.isPresent() ? linked : linkedDirectory(at);
      if (!found.files().isEmpty() || !found.problems().isEmpty()) {
        return found;
      }
      if (at.isEmpty()) {
        return linked.isPresent()
            ? linked.get()
            : Found.problem(
                Location.ofFile(FILE),
                "there is no plan, neither coord.yml nor coord/*.yml, here or above",
                HOW_TO_START + ".");
      }
    }
  }

  /**
   * What to say where a link stands in the place of the plan's directory, and nothing else does.
   */
  private Optional<Found> linkedDirectory(String at) {
    String folder = child(at, DIRECTORY);
    return source.entry(folder) == Entry.LINK
        ? Optional.of(
            Found.problem(
                Location.ofFile(folder),
                "a plan must lie inside the repository, and this directory is a symbolic link",
                "Replace the link by the directory it leads to."))
        : Optional.empty();
  }

  /** Whether there is a plan at all. */
  static boolean isMissing(Found found) {
    return found.files().isEmpty()
        && found.problems().stream().anyMatch(p -> p.remedy().startsWith(HOW_TO_START));
  }

  private Found in(String directory) {
    String file = child(directory, FILE);
    String folder = child(directory, DIRECTORY);
    Entry single = source.entry(file);
    List<String> many = source.entry(folder) == Entry.DIRECTORY ? plans(folder) : List.of();
    if (single != Entry.NONE && !many.isEmpty()) {
      return Found.problem(
          Location.ofFile(file),
          "there are two plans, this file and " + folder + "/",
          "Keep one of them: move this file's content to "
              + folder
              + "/, or remove the directory.");
    }
    if (single != Entry.NONE) {
      return given(file);
    }
    for (String one : many) {
      if (source.entry(one) != Entry.FILE) {
        return link(one);
      }
    }
    return new Found(many, List.of());
  }

  /** The plan at a path that the user gave, a file or a directory. */
  Found given(String path) {
    return switch (source.entry(path)) {
      case FILE -> new Found(List.of(path), List.of());
      case LINK -> link(path);
      case DIRECTORY -> {
        List<String> files = plans(path);
        yield files.isEmpty()
            ? Found.problem(
                Location.ofFile(path), "this directory holds no *.yml file", HOW_TO_START + ".")
            : files.stream()
                .filter(f -> source.entry(f) != Entry.FILE)
                .findFirst()
                .map(PlanLocator::link)
                .orElseGet(() -> new Found(files, List.of()));
      }
      case NONE ->
          Found.problem(
              Location.ofFile(path),
              "there is no such plan",
              "Correct -Dcoord.plan, or leave it out to take the nearest coord.yml or coord/*.yml.");
    };
  }

  private static Found link(String path) {
    return Found.problem(
        Location.ofFile(path),
        "a plan file must be a regular file inside the repository, and this is a symbolic link",
        "Replace the link by the file it leads to.");
  }

  private List<String> plans(String directory) {
    return source.filesBelow(directory, false).stream().filter(f -> f.endsWith(".yml")).toList();
  }

  private static String child(String directory, String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }

  private static String parent(String directory) {
    int slash = directory.lastIndexOf('/');
    return slash < 0 ? "" : directory.substring(0, slash);
  }
}
