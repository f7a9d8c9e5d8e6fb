package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that a merged workstream is said to have deleted, and that are there today: somebody else
 * may have made them again. What the merge left of a directory is told by the commit that brought
 * it.
 */
final class DeletedFiles {

  private static final String TODAY = "on the checked-out commit";

  private DeletedFiles() {}

  /** What has to be asked of git: whether merges left anything of what is said to be deleted. */
  static Stream<FilesQuestion> questions(Plan plan) {
    return plan.workstreams().stream()
        .filter(workstream -> StatusClaims.isThrough(plan, workstream))
        .flatMap(
            workstream ->
                workstream.branch().stream()
                    .flatMap(
                        branch ->
                            workstream.files().stream()
                                .filter(file -> file.isDeleted() && file.paths().isPresent())
                                .map(file -> merged(file, branch))));
  }

  private static FilesQuestion merged(FileEntry file, String branch) {
    return new FilesQuestion(file.paths(), Optional.of(branch), false, false, true);
  }

  /** That the deletion that a branch shows is not all: of its merge, or of today. */
  static ClaimCheck held(
      ClaimCheck shown,
      FileCheck check,
      WorkstreamState state,
      Optional<String> today,
      Observation<GitEvidence> git) {
    FileEntry file = check.file();
    if (!file.isDeleted() || shown.agreement() != Agreement.AGREES || today.isEmpty()) {
      return shown;
    }
    ClaimCheck again = shown.seen(shown.observed() + ", and " + today.get() + " is there again");
    if (file.isThis(today.get())) {
      return again;
    }
    String branch = state.workstream().branch().orElseThrow();
    Observation<FilesAnswer> merged = git.then(known -> known.counts().of(merged(file, branch)));
    return merged
        .optional()
        .map(
            files ->
                files.first().stream()
                    .findFirst()
                    .map(left -> isThere(check, left, "where " + branch + " was merged"))
                    .orElse(again))
        .orElseGet(() -> isThere(check, today.get()));
  }

  /** That a file is there today, where nothing else tells. */
  static ClaimCheck isThere(FileCheck check, String path) {
    return isThere(check, path, TODAY);
  }

  private static ClaimCheck isThere(FileCheck check, String path, String where) {
    return check.contradicts(
        path + " is there, " + where, "Delete it, or take the entry out.", List.of());
  }
}
