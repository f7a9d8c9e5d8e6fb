package dev.coord.assess;

import dev.coord.evidence.Commit;
import dev.coord.evidence.CountQuestions.BranchesAnswer;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.FilesRule;
import dev.coord.rule.Facts.Count;

/** What rules ask of branches and files that git counted. */
final class FileCounts {

  private FileCounts() {}

  static Count branches(BranchesRule rule, BranchesAnswer found) {
    return new Count(
        found.count(),
        "branches" + rule.naming().map(pattern -> " named " + pattern).orElse(""),
        "See which branches are there (git branch --all), or correct the number.",
        found.first().stream()
            .map(branch -> Proof.commit(branch.name(), branch.commit()))
            .toList());
  }

  /** No file at all is a number of files, and no length. */
  static Observation<Count> files(FilesRule rule, String key, FilesAnswer found) {
    String where = rule.branch().map(branch -> " on " + branch).orElse("");
    if (key.equals("count")) {
      return Observation.known(count(found.count(), "files" + where, found));
    }
    if (found.count() == 0) {
      return nothing(rule);
    }
    String nouns = key + " of " + found.count() + (found.count() == 1 ? " file" : " files") + where;
    return switch (key) {
      case "lines" -> found.lines().map(number -> count(number, nouns, found));
      case "bytes" -> found.bytes().map(number -> count(number, nouns, found));
      default -> found.characters().map(number -> count(number, nouns, found));
    };
  }

  /** The last change of any of the files; what is not there has no age. */
  static Observation<Commit> changed(FilesRule rule, FilesAnswer found) {
    return found.count() == 0 ? nothing(rule) : found.changed();
  }

  private static <T> Observation<T> nothing(FilesRule rule) {
    return Observation.unknown(
        "no tracked file fits of:"
            + rule.branch().map(branch -> " on " + branch).orElse("")
            + ", so there is nothing to measure",
        "Add and commit one, or correct of: (" + rule.origin().self().withCommit() + ").");
  }

  private static Count count(long number, String nouns, FilesAnswer found) {
    return new Count(
        number,
        nouns,
        "See which files are counted, or correct the number.",
        PathAnswers.proof(found.first(), found.commit()));
  }
}
