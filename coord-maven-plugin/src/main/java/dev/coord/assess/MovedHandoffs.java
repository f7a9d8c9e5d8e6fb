package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.evidence.CountQuestions.FilesAnswer;
import dev.coord.evidence.CountQuestions.FilesQuestion;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.GitQuestions.PathAnswer;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.evidence.RepositoryQuestions.Moved;
import dev.coord.evidence.RepositoryQuestions.MovedQuestion;
import dev.coord.path.PathPatterns;
import dev.coord.plan.FileEntry;
import dev.coord.plan.Handoff;
import dev.coord.plan.PathRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files of handoffs that are said to be ready and are not there: one that was renamed since is, and
 * one that its provider's merge had was handed over, whatever became of it. What files contain is
 * no matter of theirs.
 */
final class MovedHandoffs {

  private static final int ABBREVIATED = 7;

  private final Plan plan;
  private final Observation<GitEvidence> git;

  /**
   * What became of the files of one pattern.
   *
   * @param agreement what that says of a claim that they are there
   */
  private record Fate(Agreement agreement, String words, List<Proof> proof) {
    Fate {
      Objects.requireNonNull(agreement, "agreement");
      proof = List.copyOf(proof);
    }
  }

  MovedHandoffs(Plan plan, Observation<GitEvidence> git) {
    this.plan = plan;
    this.git = git;
  }

  /** What has to be asked of git: where files went. */
  static MovedQuestion moved(Plan plan) {
    return new MovedQuestion(
        new PathPatterns(
            plan.handoffs().stream()
                .flatMap(handoff -> files(handoff).stream())
                .flatMap(rule -> FileEntry.paths(rule.file()).stream())
                .flatMap(paths -> paths.patterns().stream())
                .distinct()
                .toList()),
        plan.project().integrationBranch(),
        plan.project()
            .started()
            .map(day -> day.atStartOfDay(plan.project().calendar().zone()).toInstant()));
  }

  /** What has to be asked of git: whether the merge of the provider had them. */
  static Stream<FilesQuestion> merged(Plan plan) {
    return plan.handoffs().stream()
        .flatMap(
            handoff ->
                files(handoff).stream().flatMap(rule -> merged(plan, handoff, rule).stream()));
  }

  private static Optional<FilesQuestion> merged(Plan plan, Handoff handoff, PathRule rule) {
    Optional<PathPatterns> paths = FileEntry.paths(rule.file());
    return paths.isEmpty()
        ? Optional.empty()
        : handoff
            .provider()
            .flatMap(plan::workstream)
            .flatMap(Workstream::branch)
            .map(branch -> new FilesQuestion(paths, Optional.of(branch), false, false, true));
  }

  /** The files that are to be there, where nothing else is asked of a handoff that is ready. */
  private static List<PathRule> files(Handoff handoff) {
    if (handoff.status() != Handoff.Status.READY || handoff.proof().isEmpty()) {
      return List.of();
    }
    Rule rule = handoff.proof().get();
    List<Rule> parts = rule instanceof Rule.All all ? all.rules() : List.of(rule);
    List<PathRule> files =
        parts.stream()
            .filter(PathRule.class::isInstance)
            .map(PathRule.class::cast)
            .filter(path -> path.expectation() == PathRule.Expectation.EXISTS)
            .filter(path -> path.branch().isEmpty())
            .toList();
    return files.size() == parts.size() ? files : List.of();
  }

  /** A claim that a handoff is ready, held against what became of its files. */
  ClaimCheck held(ClaimCheck check, Handoff handoff, PlanFacts facts) {
    List<PathRule> files = files(handoff);
    if (check.agreement() != Agreement.CONTRADICTS || files.isEmpty()) {
      return check;
    }
    List<Fate> fates = new ArrayList<>();
    for (PathRule file : files) {
      if (!isThere(file, facts)) {
        Optional<Fate> fate = fate(handoff, file);
        if (fate.isEmpty()) {
          return check;
        }
        fates.add(fate.get());
      }
    }
    return fates.stream()
        .max((one, other) -> worse(one) - worse(other))
        .map(
            fate ->
                check
                    .as(fate.agreement(), fate.words(), "Write where it is now.")
                    .provenBy(fate.proof()))
        .orElse(check);
  }

  private static int worse(Fate fate) {
    return fate.agreement() == Agreement.AGREES ? 0 : 1;
  }

  /**
   * On the branch that it is handed over on, or, where that is not there, on what is checked out.
   */
  private boolean isThere(PathRule file, PlanFacts facts) {
    return facts
        .on(plan.project().integrationBranch())
        .files(file)
        .optional()
        .or(() -> facts.files(file).optional())
        .map(PathAnswer::found)
        .filter(found -> !found.isEmpty())
        .isPresent();
  }

  private Optional<Fate> fate(Handoff handoff, PathRule file) {
    Observation<List<Moved>> moved = git.then(known -> known.repository().moved());
    return moved
        .optional()
        .flatMap(all -> renamed(all, file))
        .or(() -> handedOver(handoff, file))
        .or(
            () ->
                moved instanceof Observation.Unknown<List<Moved>> unknown
                    ? Optional.of(
                        new Fate(
                            Agreement.UNKNOWN,
                            file.file() + " does not exist, and " + unknown.reason(),
                            List.of()))
                    : Optional.empty());
  }

  private static Optional<Fate> renamed(List<Moved> all, PathRule file) {
    Optional<PathPatterns> paths = FileEntry.paths(file.file());
    return all.stream()
        .filter(one -> paths.filter(p -> p.matches(one.from())).isPresent())
        .findFirst()
        .map(one -> new Fate(Agreement.AGREES, words(one), List.of(proof(one))));
  }

  private static String words(Moved moved) {
    return moved.from() + " was renamed to " + moved.to() + " by " + abbreviated(moved.commit());
  }

  private static Proof proof(Moved moved) {
    return Proof.commit(words(moved), moved.commit());
  }

  private Optional<Fate> handedOver(Handoff handoff, PathRule file) {
    return merged(plan, handoff, file)
        .flatMap(question -> git.then(known -> known.counts().of(question)).optional())
        .filter(found -> found.count() > 0)
        .map(
            found ->
                new Fate(
                    Agreement.UNKNOWN,
                    file.file()
                        + " does not exist, and was there where "
                        + branch(handoff)
                        + " was merged ("
                        + abbreviated(found.commit())
                        + ")",
                    proof(found)));
  }

  private String branch(Handoff handoff) {
    return handoff.provider().flatMap(plan::workstream).flatMap(Workstream::branch).orElseThrow();
  }

  private static List<Proof> proof(FilesAnswer found) {
    return PathAnswers.proof(found.first(), found.commit());
  }

  private static String abbreviated(String commit) {
    return commit.substring(0, Math.min(ABBREVIATED, commit.length()));
  }
}
