package dev.coord.assess;

import dev.coord.evidence.WorktreeEvidence.PlaceQuestion;
import dev.coord.plan.Plan;
import java.util.List;

/** Puts together which branches are to be checked out where. */
public final class WorktreeQuestions {

  private WorktreeQuestions() {}

  /** The worktrees that a plan gives to workstreams, in its order. */
  public static List<PlaceQuestion> of(Plan plan) {
    return plan.workstreams().stream()
        .filter(one -> one.worktree().isPresent() && one.branch().isPresent())
        .map(one -> new PlaceQuestion(one.worktree().get(), one.branch().get()))
        .toList();
  }
}
