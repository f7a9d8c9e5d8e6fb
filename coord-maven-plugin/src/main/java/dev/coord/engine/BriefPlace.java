package dev.coord.engine;

import dev.coord.assess.WorktreeQuestions;
import dev.coord.evidence.Worktree;
import dev.coord.evidence.WorktreeDirectories;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whose work is checked out where a brief is asked for.
 *
 * <p>Only of that workstream the working tree speaks. A brief of another one says what the site
 * says that is written here: what counts is the tip of its branch.
 */
final class BriefPlace {

  private final Settings settings;
  private final Opened opened;

  BriefPlace(Settings settings, Opened opened) {
    this.settings = settings;
    this.opened = opened;
  }

  /** The settings by which is judged, where nobody is judged but by what is checked out. */
  Settings judging(Plans plans) {
    Plan plan = plans.plan().orElseThrow();
    CiEnvironment ci = new CiEnvironment(settings.environment());
    Optional<String> branch =
        JudgedBranch.pullRequestSource(ci).or(() -> JudgedBranch.current(ci, opened.repository()));
    Optional<Workstream> asked = settings.workstream().flatMap(plan::workstream);
    if (branch.isPresent()) {
      return asked.flatMap(Workstream::branch).equals(branch) ? settings : of(Optional.empty());
    }
    return of(
        asked.isPresent()
            ? asked.filter(this::isAtItsTip).map(Workstream::id)
            : detached(plan).map(Workstream::id));
  }

  private Settings of(Optional<String> workstream) {
    return settings.judging(workstream);
  }

  /** Whose worktree this is by the plan, where HEAD is detached at the tip of its branch. */
  private Optional<Workstream> detached(Plan plan) {
    List<Workstream> here =
        plan.workstreams().stream()
            .filter(one -> one.worktree().isPresent() && isAtItsTip(one))
            .toList();
    if (here.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> directory =
        opened.repository().map(git -> git.worktrees(Set.of(), WorktreeQuestions.of(plan))).stream()
            .flatMap(all -> all.worktrees().stream())
            .filter(one -> one.current() && one.worksOn().isEmpty())
            .map(Worktree::directory)
            .findFirst();
    return directory.flatMap(
        seen ->
            here.stream()
                .filter(one -> WorktreeDirectories.same(one.worktree().orElseThrow(), seen))
                .findFirst());
  }

  private boolean isAtItsTip(Workstream workstream) {
    Optional<GitRepository> git = opened.repository();
    return git.flatMap(g -> workstream.branch().flatMap(branch -> Branches.tip(g, branch)))
        .filter(tip -> tip.equals(git.get().head().id()))
        .isPresent();
  }
}
