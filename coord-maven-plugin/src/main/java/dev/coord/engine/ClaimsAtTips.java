package dev.coord.engine;

import dev.coord.assess.Finding;
import dev.coord.assess.Judged;
import dev.coord.diagnostic.Diagnostic;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.git.GitRepository;
import dev.coord.plan.Plan;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream;
import dev.coord.plan.yaml.ClaimsReading;
import dev.coord.plan.yaml.PlanFile;
import dev.coord.plan.yaml.PlanReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The claims that workstreams make at the tips of their branches, so that the site need not wait
 * for merges.
 *
 * @param readings what each workstream's own plan file says at its tip, by id
 */
record ClaimsAtTips(Map<String, ClaimsReading> readings) {

  /** Reads the claims of every workstream whose branch is there and not checked out. */
  static ClaimsAtTips read(Plan plan, Judged judged, GitRepository git) {
    Map<String, ClaimsReading> readings = new LinkedHashMap<>();
    PlanReader reader = new PlanReader();
    for (Workstream workstream : plan.workstreams()) {
      if (judged.workstream().equals(Optional.of(workstream.id()))) {
        continue;
      }
      String path = workstream.origin().self().file();
      workstream
          .branch()
          .flatMap(branch -> Branches.tip(git, branch))
          .flatMap(
              tip ->
                  git.file(tip, path, PlanLoader.MOST_BYTES)
                      .optional()
                      .flatMap(content -> content)
                      .map(content -> new PlanFile(path, Optional.of(tip), content)))
          .ifPresent(file -> readings.put(workstream.id(), reader.claims(file, workstream.id())));
    }
    return new ClaimsAtTips(readings);
  }

  /** The plan with all claims, whether they will count or not: what git has to be asked for. */
  Plan all(Plan plan) {
    return with(plan, this::claiming);
  }

  /** The plan with the claims of the workstreams that are not merged. */
  Plan unmerged(Plan plan, GitEvidence git) {
    return with(plan, w -> isUnmerged(w, git) ? claiming(w) : w);
  }

  private Workstream claiming(Workstream workstream) {
    return Optional.ofNullable(readings.get(workstream.id()))
        .flatMap(ClaimsReading::workstream)
        .map(workstream::claiming)
        .orElse(workstream);
  }

  private static boolean isUnmerged(Workstream workstream, GitEvidence git) {
    return workstream
        .branch()
        .map(git.branches()::get)
        .map(BranchEvidence::merge)
        .flatMap(Observation::optional)
        .filter(merge -> merge.kind() == MergeState.Kind.UNMERGED)
        .isPresent();
  }

  /** What could not be read at a tip. */
  List<Finding> findings(GitEvidence git, Plan plan) {
    return readings.entrySet().stream()
        .filter(e -> plan.workstream(e.getKey()).filter(w -> isUnmerged(w, git)).isPresent())
        .flatMap(e -> e.getValue().diagnostics().stream().map(d -> finding(e.getKey(), d)))
        .toList();
  }

  private static Finding finding(String workstream, Diagnostic diagnostic) {
    return new Finding(
        Finding.Kind.SOURCE,
        Severity.WARN,
        workstream,
        "the plan at the tip of " + workstream + "'s branch: " + diagnostic.problem(),
        diagnostic.remedy(),
        Optional.of(diagnostic.location()),
        List.of());
  }

  private static Plan with(Plan plan, UnaryOperator<Workstream> change) {
    return plan.withWorkstreams(plan.workstreams().stream().map(change).toList());
  }
}
