package dev.coord.engine;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.engine.PlanSource.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the plan: the nearest one from a directory up to the repository's root. */
final class PlanLocator {

  static final String FILE = "coord.yml";
  static final String DIRECTORY = "coord";

  private static final List<String> MISNAMED = List.of("coord.yaml", ".coord.yml");

  private static final String HOW_TO_START =
      "Begin with a file coord.yml at the repository's root: \"coord: 1\", then \"project: {name: ...,"
          + " integration_branch: main}\", workstreams and gates; the README has a plan to copy";

  /**
   * The files of a plan.
   *
   * @param files repository paths in the order they are read, at least one; the first may include
   *     others
   * @param irregular those of them that are links or special files, which are never read
   */
  record Files(List<String> files, List<String> irregular) {
    Files {
      files = List.copyOf(files);
      irregular = List.copyOf(irregular);
    }

    /** The files that can be read. */
    List<String> regular() {
      return files.stream().filter(file -> !irregular.contains(file)).toList();
    }
  }

  /**
   * Where the plan is.
   *
   * @param plans its files; none, or those of two plans, only when there are problems
   */
  record Found(List<Files> plans, List<Diagnostic> problems) {
    Found {
      plans = List.copyOf(plans);
      problems = List.copyOf(problems);
    }

    /** The files that can be read. */
    List<String> files() {
      return plans.stream().flatMap(plan -> plan.regular().stream()).toList();
    }

    private Found and(Found other) {
      return new Found(
          Stream.concat(plans.stream(), other.plans.stream()).toList(),
          Stream.concat(problems.stream(), other.problems.stream()).toList());
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
    Optional<String> misnamed = Optional.empty();
    for (String at = directory; ; at = parent(at)) {
      Found found = in(at);
      linked = linked.isPresent() ? linked : elsewhere(at);
      misnamed = misnamed.isPresent() ? misnamed : misnamed(at);
      if (!found.plans().isEmpty() || !found.problems().isEmpty()) {
        return found;
      }
      if (at.isEmpty()) {
        return linked.isPresent()
            ? linked.get()
            : Found.problem(
                Location.ofFile(FILE),
                "there is no plan, neither coord.yml nor coord/*.yml, here or above"
                    + misnamed.map(file -> "; " + file + " is not read").orElse(""),
                HOW_TO_START + misnamed.map(f -> ", or rename that file").orElse("") + ".");
      }
    }
  }

  /**
   * What to say where a link or another repository stands in the place of the plan's directory, and
   * nothing else does.
   */
  private Optional<Found> elsewhere(String at) {
    String folder = child(at, DIRECTORY);
    String must = "a plan must lie inside the repository, and this directory is ";
    return switch (source.entry(folder)) {
      case LINK ->
          Optional.of(
              Found.problem(
                  Location.ofFile(folder),
                  must + "a symbolic link",
                  "Replace the link by the directory it leads to."));
      case FOREIGN ->
          Optional.of(
              Found.problem(
                  Location.ofFile(folder),
                  must + "another repository",
                  "Commit its files to this one, in the place of the submodule."));
      default -> Optional.empty();
    };
  }

  /** A file that nearly has the name of a plan. */
  private Optional<String> misnamed(String at) {
    return MISNAMED.stream()
        .map(name -> child(at, name))
        .filter(file -> source.entry(file) == Entry.FILE)
        .findFirst();
  }

  /** Whether there is a plan at all. */
  static boolean isMissing(Found found) {
    return found.plans().isEmpty()
        && found.problems().stream().allMatch(p -> p.remedy().startsWith(HOW_TO_START));
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
                  + "/, or remove the directory.")
          .and(given(file))
          .and(plan(many));
    }
    if (single != Entry.NONE) {
      return given(file);
    }
    return many.isEmpty() ? new Found(List.of(), List.of()) : plan(many);
  }

  /** A plan of which each link and each special file is a mistake of its own. */
  private Found plan(List<String> files) {
    List<String> irregular =
        files.stream().filter(file -> source.entry(file) != Entry.FILE).toList();
    return new Found(
        List.of(new Files(files, irregular)),
        irregular.stream()
            .map(path -> irregular(shown(path), "a plan file", "this", source.entry(path)))
            .toList());
  }

  /** The plan at a path that the user gave, a file or a directory. */
  Found given(String path) {
    return switch (source.entry(path)) {
      case FILE, LINK, FOREIGN, SPECIAL -> plan(List.of(path));
      case DIRECTORY -> {
        List<String> files = plans(path);
        yield files.isEmpty()
            ? Found.problem(shown(path), "this directory holds no *.yml file", HOW_TO_START + ".")
            : plan(files);
      }
      case NONE ->
          Found.problem(
              shown(path),
              "there is no such plan",
              "Correct -Dcoord.plan, or leave it out to take the nearest coord.yml or coord/*.yml.");
    };
  }

  /**
   * What to say of something in the place of a plan file.
   *
   * @param file what is expected
   * @param found what is there instead, as the subject of a sentence
   * @param entry what that is
   */
  static Diagnostic irregular(Location at, String file, String found, Entry entry) {
    return Diagnostic.error(
        at,
        file
            + " must be a regular file inside the repository, and "
            + found
            + switch (entry) {
              case LINK -> " is a symbolic link";
              case FOREIGN -> " is in another one";
              default -> " is none";
            },
        switch (entry) {
          case LINK -> "Replace the link by the file it leads to.";
          case FOREIGN -> "Commit the file to this one, in the place of the submodule.";
          default -> "Remove it, or replace it by a file.";
        });
  }

  private Location shown(String path) {
    return Location.ofFile(source.displayed(path));
  }

  private List<String> plans(String directory) {
    return source.filesBelow(directory, false).stream().filter(PlanLocator::isOfDirectory).toList();
  }

  /** Whether a file of a plan's directory is one of the plan. */
  static boolean isOfDirectory(String file) {
    return file.endsWith(".yml");
  }

  /** The directory of which a file of a plan is one of several; empty for one that stands alone. */
  static Optional<String> directory(String file) {
    return file.equals(child(parent(file), FILE)) ? Optional.empty() : Optional.of(parent(file));
  }

  private static String child(String directory, String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }

  private static String parent(String directory) {
    int slash = directory.lastIndexOf('/');
    return slash < 0 ? "" : directory.substring(0, slash);
  }
}
