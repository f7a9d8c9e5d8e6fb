package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.assess.BaselineState;
import dev.coord.assess.BaselineState.Known;
import dev.coord.assess.GateResult;
import dev.coord.assess.Judged;
import dev.coord.assess.KnownPart;
import dev.coord.assess.Overall;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.diagnostic.Location;
import dev.coord.engine.PlanSource.Entry;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Baseline;
import dev.coord.plan.Baseline.Key;
import dev.coord.plan.CoveredLines;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.yaml.BaselineReader;
import dev.coord.plan.yaml.BaselineWriter;
import dev.coord.publish.ConsoleFrame;
import dev.coord.publish.ConsoleLine;
import dev.coord.publish.ConsoleLine.Level;
import dev.coord.publish.DiagnosticConsole;
import dev.coord.rule.Outcome;
import dev.coord.site.draft.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the baseline. */
final class BaselineWriting {

  private static final int NAMED = 5;

  private final Settings settings;
  private final Opened opened;
  private final List<ConsoleLine> lines = new ArrayList<>();

  BaselineWriting(Settings settings, Opened opened) {
    this.settings = settings;
    this.opened = opened;
  }

  /** Writes the first one, or drops what is fixed and, where it may grow, takes in what is new. */
  Result write(boolean grow) {
    Plans plans = Plans.read(opened, settings);
    if (plans.plan().isEmpty()) {
      return refused(plans.problems());
    }
    String path = Baseline.path(plans.plan().get());
    if (opened.git() instanceof Observation.Unknown<GitRepository> unknown) {
      return refused(path, "a baseline names a commit: " + unknown.reason(), unknown.remedy());
    }
    if (!plans.inRepository()) {
      return refused(
          path,
          "a plan outside the repository has no baseline",
          "Keep the plan in the repository.");
    }
    Pipeline.Outcome outcome = judge();
    return outcome
        .assessment()
        .map(assessment -> write(assessment, path, grow))
        .orElseGet(() -> refused(outcome.problems()));
  }

  private Pipeline.Outcome judge() {
    return new Pipeline(settings, opened, SiteOutput.directory(settings, opened), false)
        .runUnderOwnBaseline();
  }

  private Result write(Assessment assessment, String path, boolean grow) {
    BaselineState state = assessment.baseline();
    boolean first = state.baseline().isEmpty();
    ResultsMove results = ResultsMove.of(assessment);
    Map<Key, Integer> taken = new TreeMap<>(state.fresh());
    taken
        .keySet()
        .removeIf(
            key ->
                isResult(key)
                    ? results.next().isEmpty() || !(grow || results.begins())
                    : !(first || grow));
    boolean grows = !taken.isEmpty();
    CoverageMove coverage =
        CoverageMove.of(opened.repository().orElseThrow(), assessment, path, grow);
    if (first && !grows && !coverage.moves() && !results.begins()) {
      say(Level.INFO, "No baseline is written: no gate fails by a finding that one can hold.");
      warn(coverage, results);
      tellTheRest(assessment);
      return passed();
    }
    Baseline next = next(assessment, path, taken, coverage.next(), results.next());
    long lines = next.entries().stream().filter(entry -> isResult(entry.key())).count();
    if (lines > Baseline.MOST_RESULTS) {
      return refused(
          path,
          lines
              + " different findings of tools are more than the "
              + Baseline.MOST_RESULTS
              + " that a baseline holds",
          "Mean fewer of them (tool:, rule:, of: or errors: alone of the rules with new: true), or"
              + " let the tools leave some out.");
    }
    byte[] bytes = BaselineWriter.write(next);
    if (bytes.length > BaselineReader.MAX_BYTES) {
      return refused(
          path,
          next.size()
              + " findings are more than a baseline of "
              + BaselineReader.MAX_BYTES
              + " bytes can hold",
          "Set the severity of a gate to warn until there are fewer.");
    }
    Optional<Diagnostic> problem = put(path, bytes);
    if (problem.isPresent()) {
      return refused(List.of(problem.get()));
    }
    tell(assessment, path, next, sum(taken), coverage, results);
    warn(coverage, results);
    // What is taken in may have hidden what cannot be told.
    tellTheRest(
        grows || coverage.moves() || results.begins()
            ? judge().assessment().orElse(assessment)
            : assessment);
    return passed();
  }

  private static boolean isOfNew(GateResult row) {
    return row.gate().rule() instanceof FindingsRule rule && rule.onlyNew();
  }

  private static boolean isResult(Key key) {
    return key.kind() == Baseline.Kind.RESULT;
  }

  private static int sum(Map<Key, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void warn(CoverageMove coverage, ResultsMove results) {
    Stream.of(coverage.warning(), results.warning())
        .filter(warning -> !warning.isEmpty())
        .forEach(warning -> say(Level.WARN, warning));
  }

  private Baseline next(
      Assessment assessment,
      String path,
      Map<Key, Integer> taken,
      Optional<CoveredLines> coverage,
      Optional<LocalDate> results) {
    BaselineState state = assessment.baseline();
    LocalDate today = assessment.judgedOn();
    Location place = Location.ofFile(path);
    Map<Key, Baseline.Entry> entries = new TreeMap<>();
    for (Known known : state.entries()) {
      if (known.found() > 0) {
        Baseline.Entry entry = known.entry();
        entries.put(
            entry.key(), new Baseline.Entry(entry.key(), known.found(), entry.since(), place));
      }
    }
    taken.forEach(
        (key, count) ->
            entries.merge(
                key,
                new Baseline.Entry(key, count, today, place),
                (old, more) ->
                    new Baseline.Entry(key, old.count() + more.count(), old.since(), place)));
    Optional<Baseline> before = state.baseline().filter(b -> taken.isEmpty());
    return new Baseline(
        place,
        before.map(Baseline::written).orElse(today),
        before.map(Baseline::commit).orElseGet(() -> opened.repository().orElseThrow().head().id()),
        coverage,
        results,
        List.copyOf(entries.values()));
  }

  private void tell(
      Assessment assessment,
      String path,
      Baseline next,
      int taken,
      CoverageMove coverage,
      ResultsMove results) {
    BaselineState state = assessment.baseline();
    boolean grows = taken > 0;
    int left = state.added() - taken;
    String size = Words.count(next.size(), "finding") + kinds(next);
    if (state.baseline().isEmpty()) {
      String also = coverage.moves() ? "; " + coverage.told() : "";
      say(Level.INFO, path + " is written: " + size + also + ". Commit it.");
    } else {
      List<String> done = new ArrayList<>();
      if (state.fixed() > 0) {
        done.add(
            state.fixed()
                + Words.either(state.fixed(), " was fixed and is", " were fixed and are")
                + " dropped");
      }
      if (grows) {
        done.add(taken + Words.either(taken, " is taken in", " are taken in"));
      }
      if (state.untold() > 0) {
        done.add(state.untold() + " cannot be told and stay");
      }
      if (results.begins()) {
        done.add("which findings of tools are known is told from now on");
      }
      if (coverage.moves()) {
        done.add(coverage.told());
      }
      say(
          Level.INFO,
          path
              + (state.fixed() > 0 || grows || coverage.moves() || results.begins()
                  ? " is written: "
                  : " stays as it is: ")
              + (done.isEmpty() ? "" : Words.list(done) + "; ")
              + size
              + (next.entries().isEmpty() ? "" : " since " + next.since())
              + ".");
    }
    if (left > 0) {
      say(
          Level.WARN,
          Words.count(left, "new finding")
              + Words.either(left, " is", " are")
              + " not taken in: mend "
              + Words.either(left, "it", "them")
              + ", or take in what is new with -Dcoord.baseline.grow=true.");
    }
    if (grows && assessment.judged().kind() != Judged.Kind.INTEGRATION) {
      say(
          Level.WARN,
          "A branch is judged by the baseline of its base, and by plan-guard for what it takes in:"
              + " write the baseline on "
              + assessment.rulebook().project().integrationBranch()
              + ".");
    }
  }

  private static String kinds(Baseline baseline) {
    Map<Baseline.Kind, Integer> kinds = new TreeMap<>();
    baseline.entries().forEach(e -> kinds.merge(e.key().kind(), e.count(), Integer::sum));
    return kinds.isEmpty()
        ? ""
        : kinds.entrySet().stream()
            .map(e -> e.getKey().word() + " " + e.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  /** What fails all the same: no finding of it could be known. */
  private void tellTheRest(Assessment assessment) {
    List<String> rest =
        assessment.gates().stream()
            .filter(row -> row.breaks() && !KnownPart.possible(row))
            // Coverage that is not taken in has its own warning.
            .filter(row -> !row.verdict().key().equals("against"))
            // And so have findings of tools.
            .filter(row -> row.outcome() != Outcome.FAILED || !isOfNew(row))
            .map(row -> row.label() + (row.outcome() == Outcome.UNKNOWN ? " (unknown)" : ""))
            .distinct()
            .toList();
    if (!rest.isEmpty()) {
      say(
          Level.WARN,
          "No baseline holds what "
              + Words.count(rest.size(), "gate")
              + Words.either(rest.size(), " fails", " fail")
              + " by: "
              + Words.list(rest, NAMED)
              + ".");
    }
  }

  /** Writes the file as a whole; what is the same is not written again. */
  private Optional<Diagnostic> put(String path, byte[] bytes) {
    WorkTreeSource tree = new WorkTreeSource(opened.root());
    String folder = path.substring(0, path.lastIndexOf('/'));
    if (tree.entry(folder) == Entry.LINK) {
      return Optional.of(
          Diagnostic.error(
              Location.ofFile(folder),
              "a baseline must lie inside the repository, and this is a symbolic link",
              "Replace the link by a directory."));
    }
    Path file = opened.root().resolve(path);
    try {
      if (tree.entry(path) == Entry.FILE && Arrays.equals(Files.readAllBytes(file), bytes)) {
        return Optional.empty();
      }
      Files.createDirectories(file.getParent());
      Path written = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(written);
      try {
        Files.write(written, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(written);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          Diagnostic.error(
              Location.ofFile(path),
              "the baseline cannot be written (" + e.getClass().getSimpleName() + ")",
              "Make " + folder + "/ a directory that can be written."));
    }
  }

  private void say(Level level, String text) {
    lines.add(new ConsoleLine(level, text));
  }

  private Result passed() {
    return new Result(Overall.PASSED, lines, List.of(), "");
  }

  private Result refused(String path, String problem, String remedy) {
    return refused(List.of(Diagnostic.error(Location.ofFile(path), problem, remedy)));
  }

  private Result refused(List<Diagnostic> problems) {
    ConsoleFrame frame = SiteOutput.consoleFrame(settings, "baseline", Optional.empty());
    return new Result(
        Overall.ERROR,
        DiagnosticConsole.lines(problems, frame),
        List.of(),
        DiagnosticConsole.failureMessage(problems, frame));
  }
}
