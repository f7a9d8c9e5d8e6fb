package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.RepositoryQuestions.PeriodQuestion;
import dev.coord.evidence.RepositoryQuestions.Touch;
import dev.coord.path.PathPatterns;
import dev.coord.path.PatternIndex;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Plan;
import dev.coord.plan.Report;
import dev.coord.plan.Workstream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Holds files that are said to be created, modified or deleted against what was changed: those of a
 * workstream against its branch or what its merges brought, those of a report against the commits
 * of its days. That a file is there, or is gone, is told before and is not enough.
 */
final class FileChangeClaims {

  private static final int NAMED = 3;

  private final Plan plan;
  private final ZoneId zone;
  private final Observation<GitEvidence> git;
  private final boolean integration;
  private final List<WorkstreamState> states;
  private final Map<Location, Function<ClaimCheck, ClaimCheck>> holders = new HashMap<>();
  private final Map<String, Observation<Tallies>> byWorkstream = new HashMap<>();

  /**
   * What changed one of the files.
   *
   * @param by who did it: a branch, or a commit and its day
   */
  private record Change(String path, Kind kind, String by, List<Proof> proof) {}

  /**
   * What became of an entry.
   *
   * @param so the first change that is what the entry says
   * @param other the first one that is not
   */
  private record Tally(Optional<Change> so, Optional<Change> other, int count) {
    static final Tally NOTHING = new Tally(Optional.empty(), Optional.empty(), 0);

    Tally and(FileEntry file, Change change) {
      boolean is = isSo(file, change);
      return new Tally(
          so.or(() -> Optional.of(change).filter(any -> is)),
          other.or(() -> Optional.of(change).filter(any -> !is)),
          count + 1);
    }
  }

  /**
   * What became of the entries of one list.
   *
   * @param entries by the place of the path; without those that nothing became of
   * @param rest paths that were changed and that no entry covers, sorted
   */
  private record Tallies(Map<Location, Tally> entries, List<String> rest) {

    /** Goes through the changes once, however many entries there are. */
    static Tallies of(List<FileEntry> files, Collection<Change> changes) {
      List<FileEntry> meant = files.stream().filter(file -> file.paths().isPresent()).toList();
      PatternIndex index =
          new PatternIndex(
              meant.stream().map(file -> file.paths().orElseThrow().patterns().get(0)).toList());
      Map<Location, Tally> entries = new HashMap<>();
      List<String> rest = new ArrayList<>();
      for (Change change : changes) {
        BitSet matching = index.matching(change.path());
        if (matching.isEmpty()) {
          rest.add(change.path());
        }
        matching.stream()
            .mapToObj(meant::get)
            .forEach(
                file ->
                    entries.put(
                        file.origin().of("path"),
                        entries
                            .getOrDefault(file.origin().of("path"), Tally.NOTHING)
                            .and(file, change)));
      }
      return new Tallies(entries, rest);
    }

    Tally of(FileEntry file) {
      return entries.getOrDefault(file.origin().of("path"), Tally.NOTHING);
    }
  }

  /**
   * The files of a plan.
   *
   * @param judged where the checked-out commit is not of the branch that things are merged into, a
   *     merge may be missing there
   */
  FileChangeClaims(
      Plan plan,
      Plan rulebook,
      Observation<GitEvidence> git,
      Judged judged,
      List<WorkstreamState> states) {
    this.plan = plan;
    this.zone = rulebook.project().calendar().zone();
    this.git = git;
    this.integration = judged.kind() == Judged.Kind.INTEGRATION;
    this.states = states;
    states.stream().filter(state -> !state.workstream().files().isEmpty()).forEach(this::add);
    plan.handbook().reports().stream()
        .filter(report -> !report.files().isEmpty())
        .forEach(this::add);
  }

  private void add(WorkstreamState state) {
    List<FileEntry> files = state.workstream().files();
    Observation<Tallies> tallies = changes(state).map(all -> Tallies.of(files, all));
    byWorkstream.put(state.id(), tallies);
    for (FileEntry file : files) {
      holders.put(file.origin().of("path"), check -> held(check, file, state, tallies));
    }
  }

  private void add(Report report) {
    Observation<List<Touch>> touched = git.then(g -> g.repository().of(question(report, zone)));
    Observation<Tallies> then = touched.map(all -> Tallies.of(report.files(), changes(all, false)));
    Observation<Tallies> later = touched.map(all -> Tallies.of(report.files(), changes(all, true)));
    for (FileEntry file : report.files()) {
      holders.put(file.origin().of("path"), check -> held(check, file, report, then, later));
    }
  }

  /** What has to be asked of git: one question for each report with files. */
  static Stream<PeriodQuestion> questions(Plan plan, Plan rulebook) {
    ZoneId zone = rulebook.project().calendar().zone();
    return plan.handbook().reports().stream()
        .filter(report -> !report.files().isEmpty())
        .map(report -> question(report, zone));
  }

  /** Files that somebody who is through says were changed, wherever they are now. */
  static PathPatterns missing(Plan plan) {
    return new PathPatterns(
        plan.workstreams().stream()
            .filter(workstream -> ClaimChecker.isThrough(plan, workstream))
            .flatMap(workstream -> workstream.files().stream())
            .flatMap(file -> file.paths().stream())
            .flatMap(paths -> paths.patterns().stream())
            .distinct()
            .toList());
  }

  private static PeriodQuestion question(Report report, ZoneId zone) {
    return new PeriodQuestion(
        report.from().map(day -> day.atStartOfDay(zone).toInstant()),
        report.to().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
        new PathPatterns(
            report.files().stream()
                .flatMap(file -> file.paths().stream())
                .flatMap(paths -> paths.patterns().stream())
                .distinct()
                .toList()));
  }

  /** The claim beside what was changed, where it is about a file and the file is as it says. */
  ClaimCheck held(ClaimCheck check) {
    return check.agreement() == Agreement.CONTRADICTS
        ? check
        : holders.getOrDefault(check.place(), same -> same).apply(check);
  }

  private ClaimCheck held(
      ClaimCheck check, FileEntry file, WorkstreamState state, Observation<Tallies> tallies) {
    Optional<String> again = again(file, state);
    if (again.isPresent()) {
      return contradicts(
          check,
          again.get() + " is there, on the checked-out commit",
          "Delete it, or take the entry out.",
          List.of());
    }
    if (check.agreement() != Agreement.AGREES) {
      return check;
    }
    if (tallies instanceof Observation.Unknown<Tallies> unknown) {
      return unknown(check, unknown.reason(), unknown.remedy());
    }
    Tally tally = tallies.optional().orElseThrow().of(file);
    String branch = state.workstream().branch().orElseThrow();
    // A directory that was created, or deleted, has nothing that was there before, or is there.
    return tally.other().isPresent() && file.change() != FileEntry.Change.MODIFIED
        ? otherwise(check, file, tally.other().get())
        : held(check, file, tally, branch + " does not " + verb(file.change()));
  }

  /** What is there of a file that a merge deleted. */
  private Optional<String> again(FileEntry file, WorkstreamState state) {
    return file.change() == FileEntry.Change.DELETED && integration && state.observed().isMerged()
        ? git.optional().stream()
            .flatMap(known -> known.trackedFiles().stream())
            .filter(path -> matches(file, path))
            .findFirst()
        : Optional.empty();
  }

  /** All that a branch changes, or that its merges brought, by path. */
  private static Observation<Collection<Change>> changes(WorkstreamState state) {
    String name = state.workstream().branch().orElse("");
    if (name.isEmpty()) {
      return Observation.unknown(
          "workstream " + state.id() + " names no branch, so what it changed cannot be told",
          "Give it a branch: in the plan.");
    }
    Observation<BranchEvidence> branch =
        state
            .branch()
            .map(Observation::known)
            .orElseGet(
                () -> Observation.unknown("git was not asked for " + name, "Run the build again."));
    return branch
        .then(BranchEvidence::delta)
        .then(
            delta ->
                branch
                    .then(known -> known.earlier().orElse(Observation.known(delta)))
                    .map(earlier -> together(name, earlier, delta)));
  }

  private static Collection<Change> together(
      String branch, BranchDelta earlier, BranchDelta delta) {
    Map<String, Kind> kinds = new TreeMap<>();
    earlier.changes().forEach(change -> kinds.put(change.path(), change.kind()));
    if (earlier != delta) {
      delta.changes().forEach(later -> kinds.merge(later.path(), later.kind(), Kind::then));
    }
    Map<String, Change> changes = new TreeMap<>();
    kinds.forEach(
        (path, kind) ->
            changes.put(
                path,
                new Change(
                    path,
                    kind,
                    branch,
                    List.of(Proof.commit("the last commit of " + branch, delta.tip())))));
    return changes.values();
  }

  private static ClaimCheck held(
      ClaimCheck check,
      FileEntry file,
      Report report,
      Observation<Tallies> then,
      Observation<Tallies> later) {
    if (check.agreement() != Agreement.AGREES) {
      return check;
    }
    if (then instanceof Observation.Unknown<Tallies> unknown) {
      return unknown(check, unknown.reason(), unknown.remedy());
    }
    String nobody = "no commit" + days(report) + " " + verb(file.change()) + "s";
    ClaimCheck held = held(check, file, then.optional().orElseThrow().of(file), nobody);
    Optional<Change> after = later.optional().flatMap(tallies -> tallies.of(file).so());
    return held.agreement() == Agreement.CONTRADICTS && after.isPresent()
        ? unknown(
            check,
            held.observed() + ", and " + after.get().by() + " does",
            "Correct the days or the entry; a commit that was squashed or rebased is of a later"
                + " day.")
        : held;
  }

  private List<Change> changes(List<Touch> all, boolean later) {
    return all.stream()
        .filter(touch -> touch.later() == later)
        .map(
            touch -> {
              LocalDate day = touch.time().atZone(zone).toLocalDate();
              String by = touch.commit().substring(0, 7) + " of " + day;
              return new Change(
                  touch.path(), touch.kind(), by, List.of(Proof.commit(by, touch.commit())));
            })
        .sorted(Comparator.comparing(Change::path))
        .toList();
  }

  /** {@code of 2026-01-05}, {@code from 2026-01-05 to 2026-01-09}; empty without days. */
  private static String days(Report report) {
    if (report.from().isPresent() && report.from().equals(report.to())) {
      return " of " + report.from().get();
    }
    return report.from().map(day -> " from " + day).orElse("")
        + report.to().map(day -> " to " + day).orElse("");
  }

  private static boolean matches(FileEntry file, String path) {
    return file.paths().filter(paths -> paths.matches(path)).isPresent();
  }

  /** Whether a change is what is said of the files. */
  private static boolean isSo(FileEntry file, Change change) {
    return change.kind() == kind(file.change())
        || file.change() == FileEntry.Change.MODIFIED && !isFile(file, change.path());
  }

  private static Kind kind(FileEntry.Change change) {
    return switch (change) {
      case CREATED -> Kind.ADDED;
      case MODIFIED -> Kind.MODIFIED;
      case DELETED -> Kind.DELETED;
    };
  }

  /** Whether an entry names this very file, and no directory or pattern. */
  private static boolean isFile(FileEntry file, String path) {
    return path.equals(file.path().startsWith("/") ? file.path().substring(1) : file.path());
  }

  private static String verb(FileEntry.Change change) {
    return switch (change) {
      case CREATED -> "add";
      case MODIFIED -> "change";
      case DELETED -> "delete";
    };
  }

  private static ClaimCheck held(ClaimCheck check, FileEntry file, Tally tally, String nobody) {
    if (tally.so().isPresent()) {
      String more = tally.count() > 1 ? " and " + (tally.count() - 1) + " more" : "";
      return check
          .as(Agreement.AGREES, told(tally.so().get()) + more, check.remedy())
          .provenBy(tally.so().get().proof());
    }
    return tally
        .other()
        .map(other -> otherwise(check, file, other))
        .orElseGet(
            () ->
                contradicts(
                    check,
                    nobody + " " + file.path(),
                    "Take the entry out, or do what it says.",
                    List.of()));
  }

  /** Something else was done to the file. */
  private static ClaimCheck otherwise(ClaimCheck check, FileEntry file, Change other) {
    String before =
        switch (other.kind()) {
          case ADDED -> ", which was not there before";
          case MODIFIED ->
              file.change() == FileEntry.Change.CREATED ? ", which was there before" : "";
          case DELETED -> "";
        };
    return contradicts(
        check,
        told(other) + before,
        "Write 'change: " + word(other.kind()).word() + "', or name another file.",
        other.proof());
  }

  private static FileEntry.Change word(Kind kind) {
    return Stream.of(FileEntry.Change.values())
        .filter(change -> kind(change) == kind)
        .findFirst()
        .orElseThrow();
  }

  private static String told(Change change) {
    return change.by() + " " + verb(word(change.kind())) + "s " + change.path();
  }

  private static ClaimCheck contradicts(
      ClaimCheck check, String observed, String remedy, List<Proof> proof) {
    return check.as(Agreement.CONTRADICTS, observed, remedy).provenBy(proof);
  }

  private static ClaimCheck unknown(ClaimCheck check, String reason, String remedy) {
    return check.as(Agreement.UNKNOWN, reason, remedy);
  }

  /**
   * What workstreams that say that they are through changed without listing it, where they list
   * files; their plan files and check lists are theirs without that.
   */
  List<ClaimCheck> unlisted() {
    return states.stream()
        .filter(state -> !state.workstream().files().isEmpty())
        .filter(state -> ClaimChecker.isThrough(plan, state.workstream()))
        .flatMap(state -> unlisted(state).stream())
        .toList();
  }

  private Optional<ClaimCheck> unlisted(WorkstreamState state) {
    Workstream workstream = state.workstream();
    List<String> unlisted =
        byWorkstream.get(state.id()).optional().stream()
            .flatMap(tallies -> tallies.rest().stream())
            .filter(path -> !plan.files().contains(path))
            .filter(path -> !workstream.progressFile().equals(Optional.of(path)))
            .toList();
    if (unlisted.isEmpty()) {
      return Optional.empty();
    }
    int more = unlisted.size() - NAMED;
    int listed = workstream.files().size();
    return Optional.of(
        new ClaimCheck(
                state.id(),
                "files: " + listed + (listed == 1 ? " entry" : " entries"),
                workstream.origin().of("files"),
                workstream.branch().orElseThrow()
                    + " changes "
                    + String.join(", ", unlisted.subList(0, Math.min(NAMED, unlisted.size())))
                    + (more > 0 ? " and " + more + " more" : "")
                    + ", which "
                    + (unlisted.size() == 1 ? "is" : "are")
                    + " not listed",
                Agreement.CONTRADICTS,
                List.of(),
                "List them under files:, as a directory or a pattern where they are many.")
            .by(unlisted.size()));
  }
}
