package dev.coord.rule;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.evidence.FileChange;
import dev.coord.evidence.Proof;
import dev.coord.plan.Baseline;
import dev.coord.plan.Boundaries.Shared;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the net change of a branch against ownership and boundaries.
 *
 * <p>For each path, the first that applies decides: {@code keeps_off}, {@code owns}, shared paths,
 * paths of other workstreams and protected paths, and last {@code unowned}.
 */
public final class OwnershipJudge {

  /** The trailer that says with whom a change of a shared path was talked over. */
  public static final String TRAILER = "Coordinated-with";

  private final Territory territory;
  private final Plan plan;
  private final SharedJudge sharedJudge;

  /** A judge by the boundaries of one plan. */
  public OwnershipJudge(Territory territory) {
    this.territory = Objects.requireNonNull(territory, "territory");
    this.plan = territory.plan();
    this.sharedJudge = new SharedJudge(territory);
  }

  /**
   * Judges a branch.
   *
   * @param subject id of the workstream, or the branch's name where the plan names none
   * @param workstream the workstream by the judge's plan; empty owns nothing
   * @param ownPlanFiles files that define a workstream which the judge's plan does not know; it may
   *     add them
   */
  public OwnershipReport judge(
      String subject,
      Optional<Workstream> workstream,
      Set<String> ownPlanFiles,
      BranchDelta delta) {
    return new Walk(workstream, ownPlanFiles, delta).report(subject);
  }

  /** One branch being judged, path by path. */
  private final class Walk {
    private final Optional<Workstream> workstream;
    private final Set<String> ownPlanFiles;
    private final BranchDelta delta;
    private final Set<String> uncommitted;
    private final Map<String, List<Commit>> commits = new HashMap<>();
    private final List<Trespass> violations = new ArrayList<>();
    private final List<Trespass> warnings = new ArrayList<>();
    private final List<Proof> attested = new ArrayList<>();

    Walk(Optional<Workstream> workstream, Set<String> ownPlanFiles, BranchDelta delta) {
      this.workstream = workstream;
      this.ownPlanFiles = ownPlanFiles;
      this.delta = delta;
      this.uncommitted = new HashSet<>(delta.uncommitted());
      for (Commit commit : delta.commits()) {
        for (String path : commit.paths()) {
          commits.computeIfAbsent(path, any -> new ArrayList<>()).add(commit);
        }
      }
    }

    OwnershipReport report(String subject) {
      delta.changes().forEach(this::look);
      return new OwnershipReport(
          subject,
          delta.changes().size(),
          violations,
          warnings,
          delta.basis() != BranchDelta.Basis.LIVE && uncommitted.isEmpty(),
          attested);
    }

    private void look(FileChange change) {
      String path = change.path();
      Optional<Location> off = workstream.flatMap(w -> territory.keepsOff(w, path));
      if (off.isPresent()) {
        violations.add(keptOff(changed(change), off.get()));
        return;
      }
      boolean definesIt = ownPlanFiles.contains(path) && change.kind() == FileChange.Kind.ADDED;
      if (definesIt || workstream.flatMap(w -> territory.owns(w, path)).isPresent()) {
        return;
      }
      ChangedPath changed = changed(change);
      List<Shared> shared = territory.shared(path);
      if (!shared.isEmpty()) {
        shared.forEach(rule -> share(rule, changed));
      } else if (!changed.owners().isEmpty()) {
        violations.add(ownedByOther(changed));
      } else {
        territory
            .protectedBy(path)
            .ifPresentOrElse(guard -> violations.add(guarded(changed, guard)), () -> rest(changed));
      }
    }

    /** The baseline is nobody's, so that whoever fixes something can drop it: growth is guarded. */
    private void rest(ChangedPath changed) {
      if (changed.path().equals(Baseline.path(plan))) {
        return;
      }
      switch (plan.boundaries().unowned()) {
        case ALLOW -> {}
        case WARN -> warnings.add(unowned(changed));
        case FAIL -> violations.add(unowned(changed));
      }
    }

    private ChangedPath changed(FileChange change) {
      String path = change.path();
      return new ChangedPath(
          change,
          commits.getOrDefault(path, List.of()),
          uncommitted.contains(path),
          territory.owners(path));
    }

    private void share(Shared rule, ChangedPath changed) {
      SharedJudge.Outcome outcome = sharedJudge.judge(workstream, rule, changed);
      attested.addAll(outcome.attested());
      outcome
          .trespass()
          .ifPresent(t -> (t.kind() == Trespass.Kind.INFORM ? warnings : violations).add(t));
    }

    private Trespass keptOff(ChangedPath changed, Location boundary) {
      return changed.trespass(
          Trespass.Kind.KEEPS_OFF,
          workstream.orElseThrow().id() + " keeps off it",
          boundary,
          "Undo the change, or take the path out of keeps_off (" + boundary.withCommit() + ").");
    }

    private Trespass ownedByOther(ChangedPath changed) {
      Territory.Claim first = changed.owners().get(0);
      return changed.trespass(
          Trespass.Kind.OWNED_BY_OTHER,
          "owned by " + String.join(" and ", changed.ownerIds()),
          first.place(),
          "Undo the change, let "
              + first.workstream()
              + " make it, or "
              + shareIt()
              + "; "
              + first.workstream()
              + " owns it by "
              + first.place().withCommit()
              + ".");
    }

    private Trespass guarded(ChangedPath changed, Location boundary) {
      return changed.trespass(
          Trespass.Kind.PROTECTED,
          "protected",
          boundary,
          "Undo the change, "
              + ownIt()
              + ", or take it out of boundaries.protected ("
              + boundary.withCommit()
              + ").");
    }

    private Trespass unowned(ChangedPath changed) {
      String own = ownIt();
      return changed.trespass(
          Trespass.Kind.UNOWNED,
          "owned by nobody",
          plan.boundaries().origin().of("unowned"),
          Character.toUpperCase(own.charAt(0)) + own.substring(1) + ", or " + shareIt() + ".");
    }

    private String ownIt() {
      return workstream
          .map(
              w ->
                  "add the path to owns of "
                      + w.id()
                      + " ("
                      + w.origin().of("owns").withCommit()
                      + ")")
          .orElse("let a workstream own the path");
    }

    private String shareIt() {
      return "share it under boundaries.shared ("
          + plan.boundaries().origin().of("shared").withCommit()
          + ")";
    }
  }
}
