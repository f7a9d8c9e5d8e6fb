package dev.coord.evidence;

import dev.coord.evidence.CountQuestions.BranchesAnswer;
import dev.coord.evidence.CountQuestions.BranchesQuestion;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What git counted, each by its question, in the order asked.
 *
 * @param branches answers about branches
 * @param files answers about files
 */
public record Counts(
    Map<BranchesQuestion, Observation<BranchesAnswer>> branches,
    Map<FilesQuestion, Observation<FilesAnswer>> files) {

  /** Nothing was counted. */
  public static final Counts NONE = new Counts(Map.of(), Map.of());

  /** Copies the collections. */
  public Counts {
    branches = Collections.unmodifiableMap(new LinkedHashMap<>(branches));
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }

  /** The answer to a question about branches; unknown when it was not asked. */
  public Observation<BranchesAnswer> of(BranchesQuestion question) {
    return branches.getOrDefault(
        question,
        Observation.unknown("git was not asked for the branches", "Run the build again."));
  }

  /** The answer to a question about files; unknown when it was not asked. */
  public Observation<FilesAnswer> of(FilesQuestion question) {
    return files.getOrDefault(
        question, Observation.unknown("git was not asked for the files", "Run the build again."));
  }
}
