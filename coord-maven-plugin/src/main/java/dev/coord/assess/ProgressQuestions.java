package dev.coord.assess;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.WorktreeEvidence.ProgressQuestion;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together which check lists are to be read. */
public final class ProgressQuestions {

  private ProgressQuestions() {}

  /**
   * The check lists in which workstreams say how far they are.
   *
   * @param git what git says of their branches
   */
  public static List<ProgressQuestion> of(Plan plan, Judged judged, GitEvidence git) {
    List<ProgressQuestion> questions = new ArrayList<>();
    for (Workstream workstream : plan.workstreams()) {
      Optional<String> branch = judged.branch(workstream);
      Optional<String> tip =
          branch
              .flatMap(name -> Optional.ofNullable(git.branches().get(name)))
              .flatMap(BranchEvidence::tip)
              .map(Commit::id);
      workstream
          .progressFile()
          .ifPresent(
              file -> questions.add(new ProgressQuestion(workstream.id(), file, branch, tip)));
    }
    return questions;
  }
}
