package dev.coord.evidence.git;

import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CountQuestions;
import dev.coord.evidence.CountQuestions.BranchesAnswer;
import dev.coord.evidence.CountQuestions.BranchesQuestion;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.Counts;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.CommitsAnswer;
import dev.coord.evidence.GitQuestions.CommitsQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.RepositoryAnswers;
import dev.coord.evidence.RepositoryQuestions;
import dev.coord.evidence.SourceFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.eclipse.jgit.lib.Repository;

/** Answers all questions of one run. */
final class EvidenceReader {

  private final Internals git;

  EvidenceReader(Internals git) {
    this.git = git;
  }

  /**
   * Answers questions about branches, merges and paths, each for itself.
   *
   * @param head the checked-out commit
   * @param tracked its files
   * @param sources the files that are tracked in the working tree
   */
  GitEvidence read(
      Commit head, SortedSet<String> tracked, SourceFiles sources, GitQuestions questions)
      throws IOException {
    Owners ours = owners(questions.repository());
    BranchAnswers answers = new BranchAnswers(git, questions.branches(), ours);
    Map<String, BranchEvidence> all = new LinkedHashMap<>();
    for (BranchQuestion question : questions.branches()) {
      all.put(question.name(), answers.branch(question));
    }
    Map<String, BranchEvidence> branches = SharedSquashes.apart(all);
    Map<MergeQuestion, Observation<MergeState>> merges = new LinkedHashMap<>();
    for (MergeQuestion question : questions.merges()) {
      merges.put(question, answers.merge(question));
    }
    PathAnswers files = new PathAnswers(git);
    Map<PathQuestion, Observation<PathAnswer>> paths = new LinkedHashMap<>();
    for (PathQuestion question : questions.paths()) {
      paths.put(question, files.answer(question));
    }
    CommitsReader reader = new CommitsReader(git);
    Map<CommitsQuestion, Observation<CommitsAnswer>> commits = new LinkedHashMap<>();
    for (CommitsQuestion question : questions.commits()) {
      commits.put(question, reader.read(question));
    }
    Counts counts = counts(questions.counts(), branches);
    LineReader line = new LineReader(git, ours);
    Map<String, Observation<BranchLine>> lines = new LinkedHashMap<>();
    for (BranchLine.Question question : questions.lines()) {
      lines.put(question.branch(), line.read(question));
    }
    return new GitEvidence(
        head,
        git.checkedOutBranch(),
        git.location().linked(),
        tracked,
        sources,
        branches,
        merges,
        paths,
        questions
            .history()
            .map(q -> new HistoryReader(git, branches.values()).read(answers.inPlace(q)))
            .orElseGet(
                () ->
                    Observation.unknown(
                        "nobody asked git for the history", "Run the build again.")),
        commits,
        counts,
        new LastChange(git).ofAny(git.head(), questions.files()),
        MergeForecaster.read(git, branches, questions.forecast()),
        lines,
        new Versions(git).targets(intos(questions)),
        whole(questions.repository(), tracked));
  }

  /** Those of the address that the plan tells, and of the remote that it was cloned from. */
  private Owners owners(RepositoryQuestions questions) {
    List<String> addresses = new ArrayList<>(questions.addresses());
    Repository repository = git.store().repository();
    Optional.ofNullable(repository.getConfig().getString("remote", "origin", "url"))
        .ifPresent(addresses::add);
    return Owners.of(addresses);
  }

  private Counts counts(CountQuestions questions, Map<String, BranchEvidence> known) {
    BranchesReader reader = new BranchesReader(git);
    Map<BranchesQuestion, Observation<BranchesAnswer>> branches = new LinkedHashMap<>();
    for (BranchesQuestion question : questions.branches()) {
      branches.put(question, reader.read(question));
    }
    FilesReader lengths = new FilesReader(git, known);
    Map<FilesQuestion, Observation<FilesAnswer>> files = new LinkedHashMap<>();
    for (FilesQuestion question : questions.files()) {
      files.put(question, lengths.read(question));
    }
    return new Counts(branches, files);
  }

  private RepositoryAnswers whole(RepositoryQuestions questions, SortedSet<String> tracked) {
    PeriodReader periods = new PeriodReader(git);
    StepReader step = new StepReader(git);
    Map<String, Observation<Optional<Commit>>> tags = new LinkedHashMap<>();
    for (String tag : questions.tags()) {
      tags.put(tag, step.tag(tag));
    }
    return new RepositoryAnswers(
        periods.read(questions.periods()),
        periods.missing(questions.missing(), tracked),
        tags,
        questions.synced() ? step.outOfStep() : RepositoryAnswers.NONE.outOfStep(),
        new MovedFiles(git).read(questions.moved()));
  }

  /** The branches that something is merged into. */
  private static Set<String> intos(GitQuestions questions) {
    Set<String> names = new LinkedHashSet<>();
    questions.branches().forEach(question -> names.add(question.base()));
    questions.merges().forEach(question -> names.add(question.into()));
    return names;
  }
}
