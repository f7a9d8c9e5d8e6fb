package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Agreement;
import dev.coord.assess.WaveState.Progress;
import dev.coord.diagnostic.Location;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds it against git that the project has its tag, and that a wave ends with one: after all of it
 * is merged the tag is there, and not before. A project's tag that a wave ends with is the wave's.
 */
final class TagClaims {

  private final Plan plan;
  private final Observation<GitEvidence> git;

  TagClaims(Plan plan, Observation<GitEvidence> git) {
    this.plan = plan;
    this.git = git;
  }

  /** The tags that git is asked for. */
  static Stream<String> questions(Plan plan) {
    return Stream.concat(
        plan.project().tag().stream(),
        plan.merges().waves().stream().flatMap(wave -> wave.tag().stream()));
  }

  /** A claim for each tag that should be there, or is there too early, in the plan's order. */
  List<ClaimCheck> check(List<WaveState> waves) {
    List<ClaimCheck> checks = new ArrayList<>();
    boolean ended =
        waves.stream()
            .anyMatch(
                state ->
                    state.wave().tag().isPresent()
                        && state.wave().tag().equals(plan.project().tag()));
    if (!ended) {
      plan.project()
          .tag()
          .ifPresent(
              tag ->
                  checks.add(check("project", tag, plan.project().origin().of("tag"), true, "")));
    }
    for (WaveState state : waves) {
      Progress observed = state.observed();
      boolean merged = observed == Progress.MERGED;
      if (state.wave().tag().isPresent() && observed != Progress.UNKNOWN) {
        ClaimCheck check =
            check(
                "wave " + state.wave().id(),
                state.wave().tag().get(),
                state.wave().origin().of("tag"),
                merged,
                ", and the wave is " + observed.words());
        if (merged || check.agreement() == Agreement.CONTRADICTS) {
          checks.add(check);
        }
      }
    }
    return checks;
  }

  private ClaimCheck check(
      String subject, String tag, Location place, boolean wanted, String because) {
    Observation<Optional<Commit>> seen = git.then(known -> known.repository().tag(tag));
    Optional<Commit> found = seen.optional().flatMap(commit -> commit);
    Agreement agreement =
        !seen.isKnown()
            ? Agreement.UNKNOWN
            : found.isPresent() == wanted ? Agreement.AGREES : Agreement.CONTRADICTS;
    String observed =
        seen instanceof Observation.Unknown<Optional<Commit>> unknown
            ? unknown.reason()
            : found
                    .map(commit -> tag + " is at " + commit.abbreviated())
                    .orElse("there is no tag " + tag)
                + because;
    return new ClaimCheck(
        subject,
        "tag: " + tag,
        place,
        observed,
        agreement,
        found.stream().map(c -> Proof.commit(c.subject(), c.id()).attested()).toList(),
        wanted
            ? "Tag the commit and push the tag, or correct the plan."
            : "Merge what is left and move the tag, or correct the plan.");
  }
}
