package dev.coord.evidence;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One result of a tool of analysis. All texts are hostile.
 *
 * @param level how bad the tool says it is
 * @param rank how much it matters, 0 to 100; -1 where nobody says so
 * @param tool the tool's name
 * @param rule the id of the tool's rule; empty where it names none
 * @param message what the tool says, one line; may be empty
 * @param file the file it is in, by its name in the report; empty where it names none
 * @param first the first line it is about, from 1; 0 for the whole file
 * @param last the last such line
 * @param report path of the report it is from
 */
public record ToolFinding(
    Level level,
    float rank,
    String tool,
    String rule,
    String message,
    Optional<NamedFile> file,
    int first,
    int last,
    String report) {

  /** The worst first, then by place, so that every run gives the same order. */
  public static final Comparator<ToolFinding> WORST_FIRST =
      Comparator.comparing(ToolFinding::level)
          .thenComparing(Comparator.comparingDouble(ToolFinding::rank).reversed())
          .thenComparing(ToolFinding::place)
          .thenComparingInt(ToolFinding::first)
          .thenComparingInt(ToolFinding::last)
          .thenComparing(ToolFinding::tool)
          .thenComparing(ToolFinding::rule)
          .thenComparing(ToolFinding::message)
          .thenComparing(ToolFinding::report);

  /** How bad a result is, the worst first. */
  public enum Level {
    /** A serious problem. */
    ERROR,
    /** A problem. */
    WARNING,
    /** A minor problem, or a way to do it better. */
    NOTE,
    /** The tool says that levels do not apply. */
    NONE;

    /** As SARIF writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A file that a report names.
   *
   * @param name its name there
   * @param path repository path of the one committed file that it means
   * @param elsewhere whether it surely means no committed file
   */
  public record NamedFile(String name, Optional<String> path, boolean elsewhere) {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException when it is a committed file and is none
     */
    public NamedFile {
      Objects.requireNonNull(name, "name");
      if (path.isPresent() && elsewhere) {
        throw new IllegalArgumentException(name + " is committed and is not");
      }
    }
  }

  /**
   * Checks the lines.
   *
   * @throws IllegalArgumentException when they do not follow one another
   */
  public ToolFinding {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(report, "report");
    if (first < 0 || last < first || (first == 0 && last > 0)) {
      throw new IllegalArgumentException("no lines: " + first + "-" + last);
    }
  }

  /** The committed file it is in. */
  public Optional<String> path() {
    return file.flatMap(NamedFile::path);
  }

  /** The file, as far as it is known; empty for none. */
  public String place() {
    return file.map(named -> named.path().orElse(named.name())).orElse("");
  }

  /** {@code ruff F401}. */
  public String check() {
    return rule.isEmpty() ? tool : tool + " " + rule;
  }
}
