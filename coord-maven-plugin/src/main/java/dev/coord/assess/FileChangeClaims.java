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
import dev.coord.plan.FileEntry;
import dev.coord.plan.Plan;
import dev.coord.plan.Report;
import dev.coord.plan.Workstream;
import java.time.LocalDate;
import java.time.ZoneId;
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

  /**
   * What changed one of the files.
   *
   * @param by who did it: a branch, or a commit and its day
   */
  private record Change(String path, Kind kind, String by, List<Proof> proof) {}

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
    for (WorkstreamState state : states) {
      for (FileEntry file : state.workstream().files()) {
        holders.put(file.origin().of("path"), check -> held(check, file, state));
      }
    }
    for (Report report : plan.handbook().reports()) {
      for (FileEntry file : report.files()) {
        holders.put(file.origin().of("path"), check -> held(check, file, report));
      }
    }
  }

  /** What has to be asked of git: one question for each report with files. */
  static Stream<PeriodQuestion> questions(Plan plan, Plan rulebook) {
    ZoneId zone = rulebook.project().calendar().zone();
    return plan.handbook().reports().stream()
        .filter(report -> !report.files().isEmpty())
        .map(report -> question(report, zone));
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

  private ClaimCheck held(ClaimCheck check, FileEntry file, WorkstreamState state) {
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
    Observation<Map<String, Change>> changes = changes(state);
    if (changes instanceof Observation.Unknown<Map<String, Change>> unknown) {
      return unknown(check, unknown.reason(), unknown.remedy());
    }
    String branch = state.workstream().branch().orElseThrow();
    List<Change> all = matching(file, changes.optional().orElseThrow().values());
    Optional<Change> other = all.stream().filter(change -> !isSo(file, change)).findFirst();
    // A directory that was created, or deleted, has nothing that was there before, or is there.
    return other.isPresent() && file.change() != FileEntry.Change.MODIFIED
        ? otherwise(check, file, other.get())
        : held(check, file, all, branch + " does not " + verb(file.change()));
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
  private static Observation<Map<String, Change>> changes(WorkstreamState state) {
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

  private static Map<String, Change> together(
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
    return changes;
  }

  private ClaimCheck held(ClaimCheck check, FileEntry file, Report report) {
    if (check.agreement() != Agreement.AGREES) {
      return check;
    }
    Observation<List<Touch>> touched = git.then(g -> g.repository().of(question(report, zone)));
    if (touched instanceof Observation.Unknown<List<Touch>> unknown) {
      return unknown(check, unknown.reason(), unknown.remedy());
    }
    List<Touch> all = touched.optional().orElseThrow();
    String nobody = "no commit" + days(report) + " " + verb(file.change()) + "s";
    ClaimCheck held = held(check, file, matching(file, changes(all, false)), nobody);
    Optional<Change> later =
        matching(file, changes(all, true)).stream()
            .filter(change -> isSo(file, change))
            .findFirst();
    return held.agreement() == Agreement.CONTRADICTS && later.isPresent()
        ? unknown(
            check,
            held.observed() + ", and " + later.get().by() + " does",
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

  private static List<Change> matching(FileEntry file, Collection<Change> all) {
    return all.stream().filter(change -> matches(file, change.path())).toList();
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

  private static ClaimCheck held(
      ClaimCheck check, FileEntry file, List<Change> all, String nobody) {
    Optional<Change> so = all.stream().filter(change -> isSo(file, change)).findFirst();
    if (so.isPresent()) {
      String more = all.size() > 1 ? " and " + (all.size() - 1) + " more" : "";
      return check
          .as(Agreement.AGREES, told(so.get()) + more, check.remedy())
          .provenBy(so.get().proof());
    }
    return all.isEmpty()
        ? contradicts(
            check, nobody + " " + file.path(), "Take the entry out, or do what it says.", List.of())
        : otherwise(check, file, all.get(0));
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
        changes(state).optional().stream()
            .flatMap(changes -> changes.keySet().stream())
            .filter(path -> !plan.files().contains(path))
            .filter(path -> !workstream.progressFile().equals(Optional.of(path)))
            .filter(path -> workstream.files().stream().noneMatch(file -> matches(file, path)))
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
                workstream.files().get(0).origin().of("path"),
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
