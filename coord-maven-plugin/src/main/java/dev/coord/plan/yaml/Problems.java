package dev.coord.plan.yaml;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong while reading goes on. */
final class Problems {
  /** How many a reader is shown; whoever has more mends the first ones first. */
  static final int SHOWN = 200;

  /** How many are kept, so that a hostile file cannot fill the memory with messages. */
  private static final int KEPT = 10_000;

  /** How many files are named that hold what is not shown. */
  private static final int FILES = 10;

  private final TreeSet<Diagnostic> diagnostics = new TreeSet<>();
  private long dropped;

  void error(Location location, String problem, String remedy) {
    add(Diagnostic.error(location, problem, remedy));
  }

  void add(Diagnostic diagnostic) {
    if (diagnostics.size() < KEPT) {
      diagnostics.add(diagnostic);
    } else {
      dropped++;
    }
  }

  /** Adds what was collected apart. */
  void addAll(Problems others) {
    others.diagnostics.forEach(this::add);
    dropped += others.dropped;
  }

  /** How many there are. */
  long count() {
    return diagnostics.size() + dropped;
  }

  boolean isEmpty() {
    return diagnostics.isEmpty();
  }

  /** All of them by place, each once; beyond {@link #SHOWN}, the last says how many are missing. */
  List<Diagnostic> sorted() {
    List<Diagnostic> shown = new ArrayList<>(diagnostics.stream().limit(SHOWN).toList());
    long hidden = count() - shown.size();
    if (hidden > 0) {
      Location last = shown.get(shown.size() - 1).location();
      shown.add(
          Diagnostic.error(
              new Location(last.file(), 0, 0, last.commit()),
              hidden + " more problems are not shown, " + files(),
              "Mend the first " + SHOWN + ", then read the plan again."));
    }
    return shown;
  }

  /** Which files hold those that are not shown: {@code in coord.yml}. */
  private String files() {
    List<String> files =
        diagnostics.stream().skip(SHOWN).map(d -> d.location().file()).distinct().toList();
    int more = files.size() - FILES;
    return "in "
        + Words.list(files.subList(0, Math.min(FILES, files.size())))
        + (more > 0 ? " and " + more + " more files" : "");
  }

  /** The same as {@link #sorted()}, as warnings. */
  List<Diagnostic> asWarnings() {
    return sorted().stream()
        .map(d -> Diagnostic.warning(d.location(), d.problem(), d.remedy()))
        .toList();
  }
}
