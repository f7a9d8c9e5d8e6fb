package dev.coord.evidence.reports;

import dev.coord.diagnostic.Diagnostic;
import dev.coord.evidence.Observation;
import dev.coord.plan.EvidenceSources.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what is wrong with reports of one kind and says all of it in one sentence. */
final class ReportProblems {

  /** How many files a message names. */
  private static final int NAMED = 3;

  private final ReportKind kind;
  private final BuildTool tool;
  private final Map<Flaw, List<String>> flaws = new EnumMap<>(Flaw.class);
  private final List<String> untold = new ArrayList<>();
  private Optional<Observation.Unknown<Instant>> withoutCommit = Optional.empty();
  private final List<Diagnostic> invalid = new ArrayList<>();
  private final List<Source> missing = new ArrayList<>();

  ReportProblems(ReportKind kind, BuildTool tool) {
    this.kind = kind;
    this.tool = tool;
  }

  void add(Flaw flaw, String path) {
    flaws.computeIfAbsent(flaw, key -> new ArrayList<>()).add(path);
  }

  /** A report that no commit can be held against; {@code why} is the same for all. */
  void addUntold(Observation.Unknown<Instant> why, String path) {
    withoutCommit = Optional.of(why);
    untold.add(path);
  }

  void add(Diagnostic diagnostic) {
    invalid.add(diagnostic);
  }

  void addMissing(Source source) {
    missing.add(source);
  }

  boolean isEmpty() {
    return flaws.isEmpty() && untold.isEmpty() && invalid.isEmpty() && missing.isEmpty();
  }

  <T> Observation<T> unknown() {
    List<String> reasons = new ArrayList<>();
    Set<String> remedies = new LinkedHashSet<>();
    if (!missing.isEmpty()) {
      reasons.add(
          "no "
              + kind.noun()
              + " was found for "
              + some(
                  missing.stream()
                      .map(
                          source ->
                              source.files() + " (" + source.origin().self().fileAndLine() + ")")
                      .toList()));
      remedies.add(kind.action() + " first" + tool.run() + ", or correct " + kind.place() + ".");
    }
    flaws.forEach(
        (flaw, paths) -> {
          String problem = flaw.problem(paths.size());
          reasons.add(
              paths.size() == 1
                  ? kind.noun() + " " + paths.get(0) + " " + problem
                  : paths.size() + " " + kind.noun() + "s " + problem + ": " + some(paths));
          remedies.add(flaw.remedy(kind, tool));
        });
    withoutCommit.ifPresent(
        why -> {
          boolean one = untold.size() == 1;
          reasons.add(
              why.reason()
                  + ", so it cannot be told whether "
                  + (one ? "" : untold.size() + " ")
                  + kind.noun()
                  + (one ? " " + untold.get(0) + " is" : "s are")
                  + " of this version"
                  + (one ? "" : ": " + some(untold)));
          remedies.add(why.remedy() + tool.together());
        });
    for (Diagnostic diagnostic : invalid.subList(0, Math.min(NAMED, invalid.size()))) {
      reasons.add(diagnostic.location() + ": " + diagnostic.problem());
      remedies.add(diagnostic.remedy());
    }
    if (invalid.size() > NAMED) {
      reasons.add(invalid.size() - NAMED + " more " + kind.noun() + "s cannot be used");
    }
    return Observation.unknown(String.join("; ", reasons), String.join(" ", remedies));
  }

  /** {@code a, b, c and 2 more}. */
  static String some(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
  }
}
