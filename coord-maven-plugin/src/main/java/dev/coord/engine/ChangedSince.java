package dev.coord.engine;

import dev.coord.assess.Judged.Kind;
import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.ChangedLines;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells which lines of the working tree are new: on a branch since its merge base with its base, on
 * the integration branch since what was there before the push, or before the last commit.
 */
final class ChangedSince {

  private final Settings settings;
  private final GitRepository git;
  private final JudgedBranch judged;

  private ChangedSince(Settings settings, GitRepository git, JudgedBranch judged) {
    this.settings = settings;
    this.git = git;
    this.judged = judged;
  }

  /**
   * Looks for them where a rule of one of the plans asks.
   *
   * @param observed what git says of the judged branch
   * @param fork where HEAD left its base, where no branch is judged
   */
  static Observation<ChangedLines> read(
      Settings settings,
      Opened opened,
      Court court,
      Plan own,
      Observation<GitEvidence> observed,
      Optional<String> fork) {
    boolean asked =
        Stream.concat(own.rules(), court.rulebook().plan().rules())
            .flatMap(Rule::flat)
            .anyMatch(
                rule ->
                    rule instanceof CoverageRule r && r.changed().isPresent()
                        || rule instanceof FindingsRule f && f.changed());
    if (!asked) {
      return Observation.unknown("no rule asks for changed lines", "Add changed: true.");
    }
    return opened
        .git()
        .then(
            git ->
                observed
                    .then(seen -> new ChangedSince(settings, git, court.judged()).from(seen, fork))
                    .then(from -> git.changedLines(from, inCi(settings))));
  }

  /**
   * A CI service checks out before it runs tests, or fetches what another job reported, which may
   * well be older. Elsewhere anybody checks out at any time.
   */
  private static boolean inCi(Settings settings) {
    return new CiEnvironment(settings.environment()).recognised();
  }

  private Observation<String> from(GitEvidence seen, Optional<String> fork) {
    Kind kind = judged.judged().kind();
    if (kind == Kind.INTEGRATION) {
      return before();
    }
    Optional<String> branch = judged.judged().branch();
    if (branch.isEmpty()) {
      return fork.map(Observation::known)
          .orElseGet(
              () ->
                  Observation.unknown(
                      "it cannot be told since when lines are new",
                      "Name the base (-Dcoord.base)."));
    }
    if (judged.tip().tip().isEmpty()) {
      return Observation.unknown(
          branch.get() + " is judged and not checked out, so that no report tells of its lines",
          "Check it out, and run the tests there.");
    }
    Optional<BranchEvidence> evidence = Optional.ofNullable(seen.branches().get(branch.get()));
    return evidence
        .map(BranchEvidence::delta)
        .orElseGet(
            () ->
                Observation.unknown(
                    "git was not asked for " + branch.get(), "Run the build again."))
        .map(BranchDelta::base)
        .then(this::mergeBase);
  }

  /** Where the integration branch was before what came to it last. */
  private Observation<String> before() {
    PushStart start = PushStart.of(settings, git, judged.judged().branch().orElse("HEAD"));
    if (start.commit().isPresent()) {
      return mergeBase(start.commit().get());
    }
    if (start.said().isPresent()) {
      return Observation.unknown(
          "this clone does not have " + start.name() + ", which was pushed to",
          "Fetch the history (fetch-depth: 0).");
    }
    return git.parents(git.head().id())
        .then(
            parents ->
                first(parents)
                    .map(Observation::known)
                    .orElseGet(
                        () ->
                            Observation.unknown(
                                "HEAD is the first commit, so that nothing was there before it",
                                "Commit once more.")));
  }

  private static Optional<String> first(List<String> parents) {
    return parents.stream().findFirst();
  }

  /** Of the checked-out commit, whose lines the reports count. */
  private Observation<String> mergeBase(String base) {
    return git.mergeBase(git.head().id(), base)
        .then(
            found ->
                found
                    .map(Observation::known)
                    .orElseGet(
                        () ->
                            Observation.unknown(
                                "HEAD and its base have no common commit",
                                "Correct the base in the plan, or name it (-Dcoord.base).")));
  }
}
