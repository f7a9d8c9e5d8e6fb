package dev.coord.evidence.coverage;

import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.SourcePaths;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.evidence.reports.TrackedFiles.Match;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the committed files that a Go profile means: it names them by the path of their module,
 * which is what the committed {@code go.mod} in the directory of the module says.
 */
final class GoModules {

  private record Module(String path, String directory) {}

  private final TrackedFiles tracked;
  private final Path workTree;
  private final SourcePaths paths;
  private Optional<List<Module>> modules = Optional.empty();

  GoModules(TrackedFiles tracked, Path workTree) {
    this.tracked = tracked;
    this.workTree = workTree;
    this.paths = new SourcePaths(tracked, workTree);
  }

  /**
   * The committed files that a file of a profile may be: below the module with the longest path
   * that the name begins with; where no module has such a path, by the end of the name.
   */
  Match locate(FoundReport report, String name) {
    if (report.root().isPresent()) {
      Match declared = tracked.at(report.roots(), withoutModule(name));
      if (!declared.isEmpty()) {
        return declared;
      }
    }
    List<Module> fitting =
        modules().stream().filter(module -> name.startsWith(module.path() + "/")).toList();
    if (fitting.isEmpty()) {
      return byEnd(report, name);
    }
    Set<String> found = new HashSet<>();
    int longest = fitting.get(0).path().length();
    fitting.stream()
        .filter(module -> module.path().length() == longest)
        .map(module -> TrackedFiles.join(module.directory(), name.substring(longest + 1)))
        .forEach(path -> found.addAll(tracked.at(List.of(""), path).candidates()));
    return Match.of(found);
  }

  private String withoutModule(String name) {
    return modules().stream()
        .filter(module -> name.startsWith(module.path() + "/"))
        .findFirst()
        .map(module -> name.substring(module.path().length() + 1))
        .orElse(name);
  }

  /** Without a module, the longest end of the name that is a committed file. */
  private Match byEnd(FoundReport report, String name) {
    Match whole = paths.locate(report, name, List.of());
    for (int slash = name.indexOf('/');
        whole.isEmpty() && slash >= 0 && name.indexOf('/', slash + 1) >= 0;
        slash = name.indexOf('/', slash + 1)) {
      whole = paths.locate(report, name.substring(slash + 1), List.of());
    }
    return whole;
  }

  /** The modules of the commit, those with the longest paths first. */
  private List<Module> modules() {
    if (modules.isEmpty()) {
      List<Module> read = new ArrayList<>();
      for (String file : tracked.named("go.mod")) {
        String directory = file.substring(0, Math.max(file.lastIndexOf('/'), 0));
        GoModFile.module(workTree, file).ifPresent(path -> read.add(new Module(path, directory)));
      }
      read.sort(
          Comparator.<Module>comparingInt(module -> -module.path().length())
              .thenComparing(Module::directory));
      modules = Optional.of(read);
    }
    return modules.get();
  }
}
