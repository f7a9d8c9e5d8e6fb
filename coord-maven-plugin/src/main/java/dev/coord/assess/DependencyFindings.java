package dev.coord.assess;

import dev.coord.diagnostic.Location;
import dev.coord.plan.Severity;
import dev.coord.plan.Workstream.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is worth a look in what workstreams wait for. */
final class DependencyFindings {

  private final Dependencies dependencies;
  private final Set<String> merged;
  private final List<Finding> findings = new ArrayList<>();

  private DependencyFindings(List<WorkstreamState> workstreams, Dependencies dependencies) {
    this.dependencies = dependencies;
    this.merged =
        workstreams.stream()
            .filter(state -> state.observed().isMerged())
            .map(WorkstreamState::id)
            .collect(Collectors.toSet());
  }

  static List<Finding> of(
      List<WorkstreamState> workstreams, List<ClaimCheck> claims, Dependencies dependencies) {
    DependencyFindings found = new DependencyFindings(workstreams, dependencies);
    Set<String> told =
        claims.stream()
            .filter(claim -> claim.agreement() == ClaimCheck.Agreement.CONTRADICTS)
            .filter(claim -> claim.claim().startsWith(OrderClaims.DEPENDS_ON))
            .map(ClaimCheck::subject)
            .collect(Collectors.toSet());
    workstreams.stream().filter(state -> !told.contains(state.id())).forEach(found::unmerged);
    workstreams.forEach(found::givenUp);
    return found.findings;
  }

  /**
   * What is merged and depends on what is not known to be merged, where no claim is contradicted by
   * it: that is told as a contradiction.
   */
  private void unmerged(WorkstreamState state) {
    if (state.observed().isMerged() && !state.waitsFor().isEmpty()) {
      add(
          state,
          state.id()
              + " is merged and depends on "
              + String.join(", ", state.waitsFor())
              + ", not known to be merged",
          "Correct depends_on, or see what is missing.",
          dependencies.place(state.workstream()));
    }
  }

  /** What waits for something that will never come: nobody is held up by it, but it is a gap. */
  private void givenUp(WorkstreamState state) {
    if (dependencies.isDropped(state.id())) {
      return;
    }
    for (String other : dependencies.of(state.workstream())) {
      if (isGivenUp(other)) {
        add(
            state,
            state.id() + " depends on " + other + ", which was given up",
            "Remove it from depends_on, or replace it.",
            dependencies.place(state.workstream(), other));
      }
    }
    Optional<Launch> launch = state.workstream().launch();
    List<String> waits = launch.map(Launch::waitFor).orElse(List.of());
    for (int i = 0; i < waits.size(); i++) {
      if (isGivenUp(waits.get(i))) {
        add(
            state,
            state.id() + " waits for " + waits.get(i) + ", which was given up",
            "Remove it from launch.wait_for, or replace it.",
            launch.orElseThrow().origin().of("wait_for", i));
      }
    }
  }

  private boolean isGivenUp(String workstream) {
    return dependencies.isGivenUp(workstream) && !merged.contains(workstream);
  }

  private void add(WorkstreamState state, String text, String remedy, Location place) {
    findings.add(
        new Finding(
            Finding.Kind.ORDER,
            Severity.WARN,
            state.id(),
            text,
            remedy,
            Optional.of(place),
            List.of()));
  }
}
