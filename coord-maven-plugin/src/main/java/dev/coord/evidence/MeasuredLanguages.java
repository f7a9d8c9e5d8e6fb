package dev.coord.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells of files that no report mentions whether one should: it is a source in a language that the
 * reports measure, and no test.
 */
public final class MeasuredLanguages {

  /** What JaCoCo measures: a report has all classes of its module that have code at all. */
  private static final Set<String> COMPILED = Set.of("groovy", "java", "kt", "scala");

  private static final String JACOCO = "JaCoCo XML";

  /**
   * Endings of what one tool measures together: what measures one of them would measure the others.
   */
  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("java", "kt"),
          Set.of("cjs", "cts", "js", "jsx", "mjs", "mts", "svelte", "ts", "tsx", "vue"),
          Set.of("c", "cc", "cpp", "cxx"));

  /** What declares types of TypeScript has no code. */
  private static final Pattern DECLARATIONS = Pattern.compile(".*\\.d\\.[cm]?ts");

  /** Names that test tools look for, and those of their directories and of their settings. */
  private static final Pattern TEST =
      Pattern.compile(
          "(?:.*/)?(?:tests?|__tests__|spec)/.*"
              + "|(?:.*/)?(?:test_[^/]*|conftest\\.py|[^/]*(?:_test|\\.test|\\.spec|_spec)\\.[a-z]+"
              + "|[^/]*(?:Test|Tests|IT|Spec)\\.[a-z]+)");

  private final Set<String> endings = new HashSet<>();
  private final Set<String> compiledRoots = new HashSet<>();

  /** The languages that reports measure. */
  public MeasuredLanguages(CoverageResults results) {
    boolean jacoco = results.reports().stream().allMatch(report -> report.format().equals(JACOCO));
    for (FileCoverage file : results.files()) {
      String name = file.path().orElse(file.name());
      if (file.size() > 0) {
        addWithFamily(ending(name));
        if (jacoco) {
          compiledRoots.add(root(name));
        }
      }
    }
    endings.remove("");
  }

  private void addWithFamily(String ending) {
    if (endings.add(ending)) {
      FAMILIES.stream().filter(family -> family.contains(ending)).forEach(endings::addAll);
    }
  }

  /** Whether the reports should mention a file. */
  public boolean shouldMeasure(String path) {
    return endings.contains(ending(path))
        && !TEST.matcher(path).matches()
        && !DECLARATIONS.matcher(path).matches()
        && !isWithoutCode(path);
  }

  /** Beside classes that JaCoCo measures, one that it does not mention has no code. */
  private boolean isWithoutCode(String path) {
    String root = root(path);
    return COMPILED.contains(ending(path)) && !root.isEmpty() && compiledRoots.contains(root);
  }

  /** The directory of sources that a file is in: {@code app/src/main/java}; else empty. */
  private static String root(String path) {
    List<String> segments = List.of(path.split("/"));
    int source = segments.indexOf("src");
    return source < 0 || source + 3 >= segments.size()
        ? ""
        : String.join("/", segments.subList(0, source + 3));
  }

  private static String ending(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.substring(name.lastIndexOf('.') + 1).equals(name)
        ? ""
        : name.substring(name.lastIndexOf('.') + 1);
  }
}
