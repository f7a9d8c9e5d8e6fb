package dev.coord.engine;

import dev.coord.assess.Assessment;
import dev.coord.assess.Overall;
import dev.coord.assess.WorkstreamState;
import dev.coord.evidence.Worktree;
import dev.coord.plan.Workstream;
import dev.coord.publish.SafeText;
import dev.coord.publish.feed.Briefs;
import dev.coord.site.draft.Words;
import java.util.List;
import java.util.Optional;

/** Finds the workstream whose brief is wanted, and prints it. */
final class BriefPrinting {

  private static final int MOST_NAMED = 12;

  private final Settings settings;
  private final Assessment assessment;

  BriefPrinting(Settings settings, Assessment assessment) {
    this.settings = settings;
    this.assessment = assessment;
  }

  /** The brief, whatever it says of gates; an error only where there is none to print. */
  Result print(Briefs briefs) {
    Optional<String> id = wanted();
    return id.flatMap(assessment::workstream)
        .map(state -> new Result(Overall.PASSED, List.of(), briefs.lines(state), ""))
        .orElseGet(() -> unknown(id));
  }

  /** The user's word, else the branch that is checked out or worked on here. */
  private Optional<String> wanted() {
    return settings
        .workstream()
        .or(() -> assessment.judged().workstream())
        .or(
            () ->
                assessment.evidence().worktrees().worktrees().stream()
                    .filter(Worktree::current)
                    .flatMap(here -> here.worksOn().stream())
                    .flatMap(branch -> assessment.plan().workstreamOfBranch(branch).stream())
                    .map(Workstream::id)
                    .findFirst());
  }

  private Result unknown(Optional<String> id) {
    List<String> ids = assessment.workstreams().stream().map(WorkstreamState::id).toList();
    String problem =
        id.map(wrong -> "The plan has no workstream " + wrong)
            .orElseGet(
                () ->
                    assessment
                        .judged()
                        .branch()
                        .map(branch -> branch + " is the branch of no workstream")
                        .orElseGet(() -> sentence(PathsCheck.nobody(assessment.evidence().git()))));
    String remedy =
        ids.isEmpty()
            ? "Write workstreams into the plan."
            : "Name one with -Dcoord.workstream=ID: " + Words.list(ids, MOST_NAMED) + ".";
    return new Result(Overall.ERROR, List.of(), List.of(), SafeText.line(problem + ". " + remedy));
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
