package dev.coord.evidence.git;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.path.PathPattern;
import dev.coord.path.PathPatterns;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/** Counts tracked files, and how long they are. */
final class FilesReader {

  private static final int FIRST = 5;

  /** What makes a pattern more than the path of one file. */
  private static final String SPECIAL = "*?[\\";

  private final Internals git;
  private final Map<String, BranchEvidence> branches;

  /**
   * Reads.
   *
   * @param branches what is known of branches, by name: where they were merged
   */
  FilesReader(Internals git, Map<String, BranchEvidence> branches) {
    this.git = git;
    this.branches = branches;
  }

  Observation<FilesAnswer> read(FilesQuestion question) {
    return commit(question)
        .then(commit -> git.reading(() -> Observation.known(answer(question, commit))));
  }

  private Observation<ObjectId> commit(FilesQuestion question) {
    if (!question.merged()) {
      return git.tip(question.branch());
    }
    String name = question.branch().orElseThrow();
    return Optional.ofNullable(branches.get(name))
        .flatMap(branch -> branch.merge().optional())
        .flatMap(MergeState::landing)
        .map(landing -> Observation.known(ObjectId.fromString(landing.commit())))
        .orElseGet(
            () ->
                Observation.unknown(
                    "where " + name + " was merged cannot be told",
                    "Name the commit under merged_as: in the plan."));
  }

  private FilesAnswer answer(FilesQuestion question, ObjectId commit) throws IOException {
    Map<String, TreeEntry> found = found(question, git.commits().raw(commit).tree());
    FileLengths lengths = new FileLengths(git);
    if (question.lengths()) {
      for (Map.Entry<String, TreeEntry> file : found.entrySet()) {
        lengths.add(file.getKey(), file.getValue());
      }
    }
    List<String> first = found.keySet().stream().limit(FIRST).toList();
    FilesAnswer answer =
        new FilesAnswer(
            found.size(),
            first,
            lengths.lines(),
            lengths.bytes(),
            lengths.characters(),
            commit.name());
    return question.age() && !found.isEmpty()
        ? answer.changed(new LastChange(git).ofMatching(commit, question.paths()))
        : answer;
  }

  private Map<String, TreeEntry> found(FilesQuestion question, ObjectId tree) throws IOException {
    Map<String, TreeEntry> found = new TreeMap<>();
    Optional<String> one = question.paths().flatMap(FilesReader::single);
    Optional<TreeEntry> entry =
        one.isPresent() ? git.trees().entry(tree, one.get()) : Optional.empty();
    if (one.isPresent() && entry.filter(TreeEntry::isTree).isEmpty()) {
      entry.ifPresent(file -> found.put(one.get(), file));
      return found;
    }
    git.trees()
        .files(
            tree,
            "",
            new Budget(Budget.FILES),
            (path, file) -> {
              if (question.paths().isEmpty() || question.paths().get().matches(path)) {
                found.put(path, file);
              }
            });
    return found;
  }

  /** The path of the one file that is meant: it is looked up, and not looked for everywhere. */
  private static Optional<String> single(PathPatterns paths) {
    return Optional.of(paths.patterns())
        .filter(patterns -> patterns.size() == 1)
        .map(patterns -> patterns.get(0))
        .map(PathPattern::text)
        .filter(text -> text.startsWith("/") && !text.endsWith("/"))
        .filter(text -> text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0))
        .map(text -> text.substring(1));
  }
}
