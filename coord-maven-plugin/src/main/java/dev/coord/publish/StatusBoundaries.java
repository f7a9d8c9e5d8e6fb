package dev.coord.publish;

import dev.coord.assess.Assessment;
import dev.coord.assess.DirectCommits;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Observation;
import dev.coord.plan.Boundaries;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.Boundaries.Conflict;
import dev.coord.plan.Boundaries.Guard;
import dev.coord.plan.Boundaries.NoConflict;
import dev.coord.plan.Boundaries.Shared;
import java.util.List;

/** Who may change what, in {@code status.json}. */
final class StatusBoundaries {

  /** Commits of a branch that are listed at most. */
  private static final int MOST_COMMITS = 500;

  private final Json json;

  StatusBoundaries(Json json) {
    this.json = json;
  }

  void write(Assessment assessment) {
    Boundaries boundaries = assessment.rulebook().boundaries();
    json.object(
        "boundaries",
        object -> {
          json.list("shared", boundaries.shared(), this::shared);
          json.patterns("protected", boundaries.protectedPaths());
          json.text("unowned", StatusGates.word(boundaries.unowned()));
          json.list("conflicts", boundaries.conflicts(), this::conflict);
          json.list("no_conflicts", boundaries.noConflicts(), this::noConflict);
          json.object("branches", branches -> branches(assessment, boundaries.branches()));
          json.object("plan", guard -> guard(boundaries.guard()));
          json.text("allowed_signers", boundaries.allowedSigners());
        });
  }

  private void guard(Guard guard) {
    json.text("weakening", StatusGates.word(guard.weakening()));
    json.texts("by", guard.by());
  }

  private void shared(Shared shared) {
    json.patterns("paths", shared.paths());
    json.text("mode", shared.mode().word());
    json.text("steward", shared.steward());
    json.text("condition", shared.condition());
    json.place("place", shared.origin().self());
  }

  private void conflict(Conflict conflict) {
    json.patterns("paths", conflict.paths());
    json.texts("between", conflict.between());
    json.text("resolution", StatusGates.word(conflict.resolution()));
    json.text("winner", conflict.winner());
    json.text("notes", conflict.notes());
    json.place("place", conflict.origin().self());
  }

  private void noConflict(NoConflict assertion) {
    json.texts("between", assertion.between());
    json.text("reason", assertion.reason());
    json.place("place", assertion.origin().self());
  }

  private void direct(DirectCommits.Branch branch) {
    json.exact("branch", branch.branch());
    json.flag("known", branch.commits().isKnown());
    if (branch.commits() instanceof Observation.Unknown<?> unknown) {
      json.text("reason", unknown.reason());
      json.text("remedy", unknown.remedy());
    }
    List<Commit> commits = branch.commits().optional().orElse(List.of());
    json.flag("cut", branch.cut());
    json.number("count", commits.size());
    json.list(
        "commits",
        commits.subList(0, Math.min(MOST_COMMITS, commits.size())),
        commit -> {
          json.text("id", commit.id());
          json.text("time", commit.time().toString());
          json.text("author", commit.author());
          json.text("subject", commit.subject());
        });
  }

  private void branches(Assessment assessment, Branches policy) {
    json.exact("target", policy.target());
    json.exacts("never", policy.never());
    json.exacts("protected", policy.protectedBranches());
    json.patterns("except", policy.except());
    json.list("direct", DirectCommits.of(assessment), this::direct);
    json.exact("naming", policy.naming());
    json.number("behind_at_most", policy.behindAtMost());
    json.number("stale_after_hours", policy.staleAfterHours());
  }
}
