package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.FileChanges.Change;
import dev.coord.assess.FileChanges.Tally;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Holds files that workstreams are said to create, modify or delete against what their branches
 * change, or what their merges brought. That a file is there, or is gone, is not enough; that it is
 * not there any more, or again, is not against them. Only of a deleted one, today's files count
 * where nothing else tells.
 */
final class FileChangeClaims {

  private static final int NAMED = 3;

  private final Plan plan;
  private final Observation<GitEvidence> git;
  private final boolean integration;
  private final List<WorkstreamState> states;
  private final Map<Location, String> there;
  private final Observation<FileChanges> ever;
  private final OwnChanges own;
  private final Map<String, Observation<FileChanges>> byWorkstream = new HashMap<>();
  private final Map<String, Observation<FileChanges>> whole = new HashMap<>();

  /**
   * The files of a plan.
   *
   * @param own which changes of a branch are the workstream's own
   * @param judged where the checked-out commit is not of the branch that things are merged into, a
   *     merge may be missing there
   */
  FileChangeClaims(
      Plan plan,
      Plan rulebook,
      Observation<GitEvidence> git,
      Judged judged,
      OwnChanges own,
      List<WorkstreamState> states) {
    this.plan = plan;
    this.git = git;
    this.own = own;
    this.integration = judged.kind() == Judged.Kind.INTEGRATION;
    this.states = states.stream().filter(state -> !files(state).isEmpty()).toList();
    List<FileEntry> all = this.states.stream().flatMap(state -> files(state).stream()).toList();
    ZoneId zone = rulebook.project().calendar().zone();
    there =
        FileChanges.fitting(
            all,
            git.optional().<Collection<String>>map(GitEvidence::trackedFiles).orElse(Set.of()));
    ever = FormerFiles.changes(all, git, zone);
    this.states.forEach(
        state -> {
          byWorkstream.put(state.id(), changes(state, delta -> own.of(state.id(), delta)));
          whole.put(state.id(), changes(state, delta -> delta));
        });
  }

  private static List<FileEntry> files(WorkstreamState state) {
    return state.workstream().files();
  }

  /**
   * A claim for each file, in the plan's order. Of a workstream that does not say that it is
   * through, nobody says that they are changed: what is not so is left out.
   */
  List<ClaimCheck> check() {
    List<ClaimCheck> checks = new ArrayList<>();
    for (WorkstreamState state : states) {
      boolean through = StatusClaims.isThrough(plan, state.workstream());
      files(state).stream()
          .map(file -> new FileCheck(state.id(), file))
          .map(check -> check.unreadable().orElseGet(() -> check(check, state)))
          .filter(check -> through || check.agreement() == Agreement.AGREES || !git.isKnown())
          .forEach(checks::add);
    }
    return checks;
  }

  private ClaimCheck check(FileCheck check, WorkstreamState state) {
    FileEntry file = check.file();
    Optional<String> path = Optional.ofNullable(there.get(FileChanges.place(file)));
    Observation<FileChanges> changes = byWorkstream.get(state.id());
    boolean nowhere = state.workstream().branch().isEmpty();
    boolean mayBeGone = integration && state.observed().isMerged() || nowhere;
    if (changes instanceof Observation.Unknown<FileChanges> unknown) {
      if (file.isDeleted() && mayBeGone && path.isPresent()) {
        return DeletedFiles.isThere(check, path.get());
      }
      boolean unseen = nowhere || Standing.undecided(state).isPresent();
      return unseen && git.isKnown() ? withoutBranch(check, path, unknown) : check.unknown(unknown);
    }
    Tally tally = tally(state, file);
    boolean all = file.change().filter(change -> change != FileEntry.Change.MODIFIED).isPresent();
    if (tally.other().isPresent() && all) {
      // A directory that was created, or deleted, has nothing that was there before, or is there.
      return check.otherwise(tally.other().get());
    }
    String nobody =
        state.workstream().branch().orElseThrow() + " does not " + check.verb() + " " + file.path();
    return check
        .shown(tally)
        .map(shown -> mayBeGone ? DeletedFiles.held(shown, check, state, path, git) : shown)
        .orElseGet(
            () -> path.isPresent() ? check.nothing(nobody, List.of()) : absent(check, nobody));
  }

  /** Of a file that it did nothing to itself, what came with another one's commits counts. */
  private Tally tally(WorkstreamState state, FileEntry file) {
    Tally itself = byWorkstream.get(state.id()).optional().orElseThrow().of(file);
    return itself.count() > 0
        ? itself
        : whole.get(state.id()).optional().map(found -> found.of(file)).orElse(itself);
  }

  /** A file that is there may be its work; of one that never was, nobody has to know the branch. */
  private ClaimCheck withoutBranch(
      FileCheck check, Optional<String> path, Observation.Unknown<FileChanges> unknown) {
    boolean told = path.isPresent() || check.file().isDeleted();
    if (told || ever.optional().flatMap(all -> all.of(check.file()).so()).isPresent()) {
      return check.unknown(unknown);
    }
    return absent(check, check.file().path() + " is not there");
  }

  /** A file that the checked-out commit does not have, and the branch does not change so. */
  private ClaimCheck absent(FileCheck check, String nobody) {
    if (ever instanceof Observation.Unknown<FileChanges> unknown) {
      return check.unknown(unknown);
    }
    return ever.optional()
        .flatMap(all -> all.of(check.file()).so())
        .map(
            change ->
                check.unknown(
                    nobody + ", and " + change.by() + " does",
                    "Name the branch that did it, or take the entry out.",
                    change.proof()))
        .orElseGet(() -> check.nothing(nobody, List.of(ReportFileClaims.LOOKED_AT)));
  }

  /** All that a branch changes, or that its merges brought, by path. */
  private static Observation<FileChanges> changes(
      WorkstreamState state, UnaryOperator<BranchDelta> counting) {
    return changes(state, Observation::known, counting);
  }

  private static Observation<FileChanges> changes(
      WorkstreamState state,
      Function<BranchDelta, Observation<BranchDelta>> taken,
      UnaryOperator<BranchDelta> counting) {
    String name = state.workstream().branch().orElse("");
    if (name.isEmpty()) {
      return Observation.unknown(
          "workstream " + state.id() + " names no branch, so what it changed cannot be told",
          "Give it a branch: in the plan.");
    }
    Optional<Observation<FileChanges>> undecided = Standing.undecided(state);
    if (undecided.isPresent()) {
      return undecided.get();
    }
    Observation<BranchEvidence> branch =
        state
            .branch()
            .map(Observation::known)
            .orElseGet(
                () -> Observation.unknown("git was not asked for " + name, "Run the build again."));
    return branch
        .then(BranchEvidence::delta)
        .then(taken)
        .then(
            delta ->
                branch
                    .then(known -> known.earlier().orElse(Observation.known(delta)))
                    .map(earlier -> told(state, name, earlier, delta, counting)));
  }

  private static FileChanges told(
      WorkstreamState state,
      String branch,
      BranchDelta earlier,
      BranchDelta delta,
      UnaryOperator<BranchDelta> counting) {
    Optional<BranchDelta> since =
        earlier == delta ? Optional.empty() : Optional.of(counting.apply(delta));
    Map<String, String> renamed = new HashMap<>();
    delta.renamed().forEach((now, old) -> renamed.put(old, now));
    earlier.renamed().forEach((now, old) -> renamed.put(old, now));
    return FileChanges.of(files(state), together(branch, counting.apply(earlier), since), renamed);
  }

  private static Collection<Change> together(
      String branch, BranchDelta earlier, Optional<BranchDelta> since) {
    Map<String, Kind> kinds = new TreeMap<>();
    earlier.changes().forEach(change -> kinds.put(change.path(), change.kind()));
    since.ifPresent(
        delta ->
            delta.changes().forEach(later -> kinds.merge(later.path(), later.kind(), Kind::then)));
    String tip = since.orElse(earlier).tip();
    Map<String, Change> changes = new TreeMap<>();
    kinds.forEach(
        (path, kind) ->
            changes.put(
                path,
                new Change(
                    path,
                    kind,
                    branch,
                    List.of(Proof.commit("the last commit of " + branch, tip)))));
    return changes.values();
  }

  /**
   * What workstreams that say that they are through changed without listing it, where they list
   * files; their plan files and check lists are theirs without that.
   */
  List<ClaimCheck> unlisted() {
    return states.stream()
        .filter(state -> StatusClaims.isThrough(plan, state.workstream()))
        .flatMap(state -> unlisted(state).stream())
        .toList();
  }

  private Optional<ClaimCheck> unlisted(WorkstreamState state) {
    Workstream workstream = state.workstream();
    Observation<FileChanges> outstanding =
        changes(state, BranchDelta::outstanding, delta -> own.surely(state.id(), delta));
    if (outstanding instanceof Observation.Unknown<FileChanges> unknown) {
      // What cannot be told of the whole branch is said of each of its files.
      return byWorkstream.get(state.id()).isKnown()
          ? Optional.of(unlisted(state, unknown.reason(), Agreement.UNKNOWN, unknown.remedy()))
          : Optional.empty();
    }
    List<String> unlisted =
        outstanding.optional().orElseThrow().rest().stream()
            .filter(path -> !plan.files().contains(path))
            .filter(path -> !workstream.progressFile().equals(Optional.of(path)))
            .toList();
    if (unlisted.isEmpty()) {
      return Optional.empty();
    }
    int more = unlisted.size() - NAMED;
    return Optional.of(
        unlisted(
                state,
                workstream.branch().orElseThrow()
                    + " changes "
                    + String.join(", ", unlisted.subList(0, Math.min(NAMED, unlisted.size())))
                    + (more > 0 ? " and " + more + " more" : "")
                    + ", which "
                    + (unlisted.size() == 1 ? "is" : "are")
                    + " not listed",
                Agreement.CONTRADICTS,
                "List them under files:, as a directory or a pattern where they are many.")
            .by(unlisted.size()));
  }

  private static ClaimCheck unlisted(
      WorkstreamState state, String observed, Agreement agreement, String remedy) {
    int listed = files(state).size();
    return new ClaimCheck(
        state.id(),
        "files: " + listed + (listed == 1 ? " entry" : " entries"),
        state.workstream().origin().of("files"),
        observed,
        agreement,
        List.of(),
        remedy);
  }
}
