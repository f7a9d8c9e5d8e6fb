package dev.coord.engine;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.Commit;
import dev.coord.path.KnownPaths;
import dev.coord.plan.Plan;
import dev.coord.plan.PlanDiff;
import dev.coord.plan.PlanDiff.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which commit of a branch made a change of the plan: the first of the newest ones in a row
 * whose plans have it. A line that is gone has an author in this way, too.
 */
final class PlanAuthors {

  /** Most versions of the plan that are read. */
  private static final int MOST = 50;

  private static final String UNKNOWN = "by whom cannot be told";

  /**
   * Whose a change is.
   *
   * @param commit empty when none is known to have made it
   * @param otherwise what is known then; else empty
   */
  record Origin(Optional<Commit> commit, String otherwise) {
    Origin {
      Objects.requireNonNull(commit, "commit");
      Objects.requireNonNull(otherwise, "otherwise");
    }
  }

  /** A commit and what its plan changes; empty when that cannot be read. */
  private record Version(Commit commit, Optional<List<Change>> changes) {}

  private final Plan forked;
  private final Set<String> files;
  private final Optional<BranchDelta> delta;
  private final Rulebooks rulebooks;
  private final KnownPaths tracked;
  private final List<Version> versions = new ArrayList<>();
  private boolean read;

  PlanAuthors(
      Plan forked, Plan own, Optional<BranchDelta> delta, Rulebooks rulebooks, KnownPaths tracked) {
    this.forked = forked;
    this.tracked = tracked;
    this.files = new HashSet<>(own.files());
    this.files.addAll(forked.files());
    this.delta = delta;
    this.rulebooks = rulebooks;
  }

  Origin of(Change change) {
    if (delta.isEmpty()) {
      return new Origin(Optional.empty(), UNKNOWN);
    }
    Optional<Commit> found = Optional.empty();
    for (Version version : versions()) {
      if (version.changes().isPresent()) {
        if (version.changes().get().stream().noneMatch(one -> isSame(one, change))) {
          break;
        }
        found = Optional.of(version.commit());
      }
    }
    boolean allRead = versions.stream().allMatch(version -> version.changes().isPresent());
    return new Origin(found, found.isPresent() ? "" : allRead ? "not committed" : UNKNOWN);
  }

  private static boolean isSame(Change one, Change other) {
    return one.isOfTheSame(other)
        && one.sentence().equals(other.sentence())
        && one.content().equals(other.content());
  }

  private List<Version> versions() {
    if (!read) {
      read = true;
      delta.orElseThrow().commits().stream()
          .filter(commit -> !Collections.disjoint(commit.paths(), files) || isMerge(commit))
          .limit(MOST)
          .forEach(commit -> versions.add(version(commit)));
    }
    return versions;
  }

  /** A merge may have taken one side's file as it was, and so have no path of its own. */
  private boolean isMerge(Commit commit) {
    return rulebooks.git().resolve(commit.id() + "^2").isPresent();
  }

  private Version version(Commit commit) {
    return new Version(
        commit, rulebooks.at(commit.id()).map(plan -> PlanDiff.between(forked, plan, tracked)));
  }
}
