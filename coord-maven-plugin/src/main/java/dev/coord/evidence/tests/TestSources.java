package dev.coord.evidence.tests;

import dev.coord.evidence.reports.FoundReport;
import dev.coord.evidence.reports.TrackedFiles;
import dev.coord.path.RepoPaths;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the source files of the tests of one report.
 *
 * <p>Reports name classes, seldom files. A class is in the committed file that has its name and
 * package; a Python module or class is in the file of its longest dotted prefix. Where more than
 * one file fits, none is the source. A report that names a file knows better than any guess from
 * the name of a class, even where that file is none of the committed ones.
 */
final class TestSources {

  /** Languages of the JVM with their file endings, and where Maven and Gradle keep such tests. */
  private static final Map<String, List<String>> USUAL =
      Map.of(
          ".java", List.of("src/test/java", "src/it/java", "src/integrationTest/java"),
          ".kt", List.of("src/test/kotlin", "src/it/kotlin", "src/integrationTest/kotlin"),
          ".groovy", List.of("src/test/groovy", "src/it/groovy", "src/integrationTest/groovy"),
          ".scala", List.of("src/test/scala", "src/it/scala", "src/integrationTest/scala"));

  /** How many answers are remembered: a hostile report names any number of classes. */
  private static final int MAX_KNOWN = 10_000;

  /** How a path begins that is not relative, with {@code /}. */
  private static final Pattern ABSOLUTE = Pattern.compile("(?:[A-Za-z]:)?/");

  private static final List<String> ENDINGS = List.of(".java", ".kt", ".groovy", ".scala");

  private final TrackedFiles tracked;
  private final Path workTree;
  private final List<String> roots;
  private final Map<String, Optional<String>> known = new HashMap<>();

  // Nearly always the next test is of the same class.
  private String lastClass = "";
  private String lastFile = "";
  private Optional<String> last = Optional.empty();

  TestSources(TrackedFiles tracked, Path workTree, FoundReport report) {
    this.tracked = tracked;
    this.workTree = workTree;
    this.roots = report.roots();
  }

  /**
   * The source of a test.
   *
   * @param className its class as reported, or its module
   * @param file the file that the report names, or empty
   */
  Optional<String> find(String className, String file) {
    if (file.length() > RepoPaths.MAX_LENGTH) {
      return Optional.empty();
    }
    if (!className.equals(lastClass) || !file.equals(lastFile)) {
      last = look(className, file);
      lastClass = className;
      lastFile = file;
    }
    return last;
  }

  private Optional<String> look(String className, String file) {
    if (known.size() >= MAX_KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(file + '\n' + className, key -> search(className, file));
  }

  private Optional<String> search(String className, String file) {
    return file.isBlank()
        ? byJavaClass(className).or(() -> byPythonModule(className))
        : byFile(file.strip());
  }

  private Optional<String> byFile(String file) {
    String path = file.replace('\\', '/');
    String above = workTree.toString().replace('\\', '/') + "/";
    if (path.startsWith(above)) {
      return tracked.at(List.of(""), path.substring(above.length())).only();
    }
    if (ABSOLUTE.matcher(path).lookingAt()) {
      return elsewhere(path);
    }
    String relative = path.startsWith("./") ? path.substring(2) : path;
    TrackedFiles.Match exact = tracked.at(roots, relative);
    // The last root is the widest: a file of that name in another workstream is as likely.
    List<String> anywhere = roots.subList(roots.size() - 1, roots.size());
    return (exact.isEmpty() ? tracked.endingIn(anywhere, relative, List.of(), "") : exact).only();
  }

  /** The longest end of a path of another machine that is a committed file in a directory. */
  private Optional<String> elsewhere(String path) {
    int last = path.lastIndexOf('/');
    for (int slash = 0; slash < last; slash = path.indexOf('/', slash + 1)) {
      TrackedFiles.Match match = tracked.at(roots, path.substring(slash + 1));
      if (!match.isEmpty()) {
        return match.only();
      }
    }
    return Optional.empty();
  }

  private Optional<String> byJavaClass(String className) {
    String outer = className;
    for (char after : new char[] {'[', '(', '$'}) {
      int end = outer.indexOf(after);
      outer = end > 0 ? outer.substring(0, end) : outer;
    }
    String path = outer.strip().replace('.', '/');
    if (path.isEmpty() || path.contains(" ")) {
      return Optional.empty();
    }
    for (String ending : ENDINGS) {
      TrackedFiles.Match match = tracked.endingIn(roots, path + ending, USUAL.get(ending), "");
      if (!match.isEmpty()) {
        return match.only();
      }
    }
    return Optional.empty();
  }

  private Optional<String> byPythonModule(String className) {
    String path = className.replace('.', '/');
    while (!path.isEmpty()) {
      TrackedFiles.Match exact = tracked.at(roots, path + ".py");
      TrackedFiles.Match match =
          exact.isEmpty() ? tracked.endingIn(roots, path + ".py", List.of(), "") : exact;
      if (!match.isEmpty()) {
        return match.only();
      }
      path = path.substring(0, Math.max(path.lastIndexOf('/'), 0));
    }
    return Optional.empty();
  }
}
