package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.FileChanges.Change;
import dev.coord.evidence.FileChange.Kind;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RepositoryQuestions.Touch;
import dev.coord.path.PathPatterns;
import dev.coord.plan.Assertion;
import dev.coord.plan.FileEntry;
import dev.coord.plan.PathRule;
import dev.coord.plan.Plan;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that the checked-out commit does not have: on branches that are not merged, and removed
 * ones. What was done with them was done all the same.
 */
final class FormerFiles {

  private FormerFiles() {}

  /** What has to be asked of git: files that somebody says were made or changed. */
  static PathPatterns questions(Plan plan) {
    Stream<FileEntry> changed =
        plan.workstreams().stream()
            .filter(workstream -> StatusClaims.isThrough(plan, workstream))
            .flatMap(workstream -> workstream.files().stream());
    return new PathPatterns(
        Stream.concat(
                changed.flatMap(file -> file.paths().stream()),
                plan.assertions()
                    .flatMap(assertion -> assertion.former().stream())
                    .flatMap(rule -> FileEntry.paths(rule.file()).stream()))
            .flatMap(paths -> paths.patterns().stream())
            .distinct()
            .toList());
  }

  /** What became of entries that the checked-out commit has no file of. */
  static Observation<FileChanges> changes(
      List<FileEntry> files, Observation<GitEvidence> git, ZoneId zone) {
    return git.then(known -> known.repository().missing())
        .map(touches -> FileChanges.of(files, FileChanges.by(touches, zone)));
  }

  /**
   * A claim about a file that was to be made, where the file is not there: that it was there once,
   * or that nobody can tell, is no contradiction.
   */
  static ClaimCheck held(
      ClaimCheck check, Assertion assertion, Observation<GitEvidence> git, ZoneId zone) {
    Optional<PathPatterns> paths = assertion.former().map(PathRule::file).flatMap(FileEntry::paths);
    if (check.agreement() != Agreement.CONTRADICTS || paths.isEmpty()) {
      return check;
    }
    Observation<List<Touch>> touches = git.then(known -> known.repository().missing());
    if (touches instanceof Observation.Unknown<List<Touch>> unknown) {
      return check.as(Agreement.UNKNOWN, unknown.reason(), unknown.remedy());
    }
    return FileChanges.by(touches.optional().orElseThrow(), zone).stream()
        .filter(change -> change.kind() == Kind.ADDED && paths.get().matches(change.path()))
        .findFirst()
        .map(change -> once(check, change))
        .orElse(check);
  }

  private static ClaimCheck once(ClaimCheck check, Change change) {
    return check
        .as(Agreement.UNKNOWN, check.observed() + ", and " + change.told(), check.remedy())
        .provenBy(change.proof());
  }
}
