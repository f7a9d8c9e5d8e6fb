package dev.coord.publish;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.publish.ConsoleLine.Level;
import dev.coord.site.draft.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a build says on the console of mistakes in its plan. */
public final class DiagnosticConsole {

  /** Most mistakes that are printed; the page lists them all. */
  public static final int MOST_LINES = 100;

  private static final int MOST_FILES = 10;

  private static final List<String> NO_PLAN = List.of(".ftlh", ".ftl", ".css");

  private DiagnosticConsole() {}

  /**
   * All mistakes, each {@code file:line:column: problem. Remedy.}, sorted by place; errors before
   * warnings. Where there are more than {@value #MOST_LINES}, the last line counts the rest and
   * names their files. The page that lists them is named last, where there is one.
   */
  public static List<ConsoleLine> lines(List<Diagnostic> diagnostics, ConsoleFrame frame) {
    List<Diagnostic> sorted =
        diagnostics.stream()
            .sorted(Comparator.comparing(Diagnostic::severity).thenComparing(d -> d))
            .toList();
    List<ConsoleLine> lines = new ArrayList<>();
    for (Diagnostic diagnostic : sorted.subList(0, Math.min(MOST_LINES, sorted.size()))) {
      lines.add(
          new ConsoleLine(diagnostic.isError() ? Level.ERROR : Level.WARN, diagnostic.message()));
    }
    if (sorted.size() > MOST_LINES) {
      Level level = sorted.get(MOST_LINES).isError() ? Level.ERROR : Level.WARN;
      List<Diagnostic> rest = sorted.subList(MOST_LINES, sorted.size());
      lines.add(new ConsoleLine(level, SafeText.line(rest.size() + " more, " + files(rest))));
    }
    frame.index().ifPresent(path -> lines.add(new ConsoleLine(Level.INFO, "Site: " + path)));
    return List.copyOf(lines);
  }

  /** Which files hold mistakes, each with how many: {@code in coord.yml (30)}. */
  private static String files(List<Diagnostic> rest) {
    Map<String, Integer> files = new TreeMap<>();
    rest.forEach(diagnostic -> files.merge(diagnostic.location().file(), 1, Integer::sum));
    int more = files.size() - MOST_FILES;
    return files.entrySet().stream()
            .limit(MOST_FILES)
            .map(file -> file.getKey() + " (" + file.getValue() + ")")
            .collect(Collectors.joining(", ", "in ", ""))
        + (more > 0 ? " and in " + Words.count(more, "further file") : "");
  }

  /**
   * What the build's exception says: how many mistakes there are, the first of them with its
   * remedy, the command to run then, and the page that lists all.
   *
   * @throws IllegalArgumentException when there is no error among the diagnostics
   */
  public static String failureMessage(List<Diagnostic> diagnostics, ConsoleFrame frame) {
    List<Diagnostic> errors = diagnostics.stream().filter(Diagnostic::isError).sorted().toList();
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("without an error there is no failure");
    }
    String tail =
        SafeText.line(
            " Then run "
                + frame.command()
                + frame.index().map(path -> ", see " + path).orElse("")
                + ".",
            SafeText.MAX_LENGTH / 2);
    String head =
        (isOfPlan(errors.get(0)) ? "The plan cannot be used: " : "Nothing can be judged: ")
            + Words.count(errors.size(), "mistake")
            + (errors.size() == 1 ? ", " : ", the first ")
            + errors.get(0).message();
    return SafeText.line(SafeText.line(head, SafeText.MAX_LENGTH - tail.length()) + tail);
  }

  /** Parameters are of the build, and templates of the site. */
  private static boolean isOfPlan(Diagnostic error) {
    return !error.location().isParameter()
        && NO_PLAN.stream().noneMatch(error.location().file()::endsWith);
  }
}
