package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.evidence.Commit;
import dev.coord.evidence.CommitSignature;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything an assessment rests on.
 *
 * @param plan the checked-out plan, with the claims made at the tips of the workstreams' branches
 * @param rulebook the version of the plan whose gates, boundaries, waivers and people count
 * @param forked the plan where the judged branch left its base: what differs from it, the branch
 *     changed
 * @param judgedAt judging time
 * @param findings what was found while plan and evidence were read
 * @param baseProblem why the rulebook is the checked-out plan though a branch is judged
 * @param buildProblem why reports of this build are missing
 * @param weakenings where the judged branch weakens the plan that judges it
 * @param lineAuthors the commits that last changed lines of the plan that rules ask about
 * @param signatures what the signatures of commits prove that rules ask about, by the commits' ids
 * @param lenient whether what cannot be told only warns
 * @param documents texts of the files that the plan publishes as pages, by the pages' ids
 */
public record Case(
    Plan plan,
    Plan rulebook,
    Plan forked,
    Judged judged,
    Evidence evidence,
    Instant judgedAt,
    List<Finding> findings,
    Optional<BaseProblem> baseProblem,
    Optional<BuildProblem> buildProblem,
    Optional<Weakenings> weakenings,
    Map<Location, Observation<Commit>> lineAuthors,
    Map<String, Observation<CommitSignature>> signatures,
    boolean lenient,
    Map<String, Observation<String>> documents) {

  /**
   * Why the rulebook could not be read from the base of the judged branch.
   *
   * @param base the base as the user or the plan names it
   * @param reason why, a clause without its full stop
   * @param remedy what to do, a sentence with its full stop
   */
  public record BaseProblem(String base, String reason, String remedy) {
    /** Checks that all parts are there. */
    public BaseProblem {
      Objects.requireNonNull(base, "base");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /**
   * What did not happen in the build that was to bring the reports: those of an earlier build may
   * lie there instead.
   *
   * @param reason what went wrong, a clause without its full stop
   * @param remedy what to do, a sentence with its full stop
   */
  public record BuildProblem(String reason, String remedy) {
    /** Checks that all parts are there. */
    public BuildProblem {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(remedy, "remedy");
    }
  }

  /** Copies the collections. */
  public Case {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(rulebook, "rulebook");
    Objects.requireNonNull(forked, "forked");
    Objects.requireNonNull(judged, "judged");
    Objects.requireNonNull(evidence, "evidence");
    Objects.requireNonNull(judgedAt, "judgedAt");
    Objects.requireNonNull(baseProblem, "baseProblem");
    Objects.requireNonNull(buildProblem, "buildProblem");
    Objects.requireNonNull(weakenings, "weakenings");
    findings = List.copyOf(findings);
    lineAuthors = Map.copyOf(lineAuthors);
    signatures = Map.copyOf(signatures);
    documents = Map.copyOf(documents);
  }
}
