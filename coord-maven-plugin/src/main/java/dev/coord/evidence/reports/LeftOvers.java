package dev.coord.evidence.reports;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Tells reports that this Maven session wrote about its tests from what earlier ones left. */
final class LeftOvers {

  private final ReportKind kind;
  private final Freshness freshness;
  private final Set<String> rewritten = new HashSet<>();
  private final Map<BuiltModule, Boolean> withoutSources = new HashMap<>();

  /**
   * Looks at all reports of one kind.
   *
   * @param reports those that count, the committed ones included
   */
  LeftOvers(ReportKind kind, Freshness freshness, List<FoundReport> reports) {
    this.kind = kind;
    this.freshness = freshness;
    reports.stream()
        .filter(report -> freshness.isOfThisSession(report.modified()))
        .forEach(report -> rewritten.add(report.directory()));
  }

  /** Why a report is not about tests that this session ran; empty where nothing speaks for it. */
  Optional<Flaw> flaw(FoundReport report) {
    boolean ofThisSession = freshness.isOfThisSession(report.modified());
    if (!ofThisSession && rewritten.contains(report.directory())) {
      return Optional.of(Flaw.LEFT_OVER);
    }
    if (!ofThisSession && any(module -> module.rewrites(kind, report))) {
      return Optional.of(Flaw.NOT_REWRITTEN);
    }
    return any(module -> module.rewrites(kind, report) && isWithoutSources(module))
        ? Optional.of(Flaw.WITHOUT_SOURCES)
        : Optional.empty();
  }

  /**
   * Whether a report of this session is about tests that an earlier one ran, by the time that it
   * states itself: JaCoCo writes a report anew from whatever execution data lies there.
   */
  boolean isOfEarlierTests(FoundReport report, Instant stated) {
    return !freshness.isOfThisSession(stated) && any(module -> module.rewrites(kind, report));
  }

  private boolean any(Predicate<BuiltModule> what) {
    return freshness.builtModules().stream().anyMatch(what);
  }

  private boolean isWithoutSources(BuiltModule module) {
    return withoutSources.computeIfAbsent(module, BuiltModule::runsTestsWithoutSources);
  }
}
