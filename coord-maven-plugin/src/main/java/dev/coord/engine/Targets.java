package dev.coord.engine;

import dev.coord.assess.Case.BaseProblem;
import dev.coord.assess.Finding;
import dev.coord.plan.Plan;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The branches that others are merged into.
 *
 * @param integration the one that workstreams are merged into
 * @param names all of them, the release branch among them
 * @param findings what should be known about how they were found
 * @param problem why nothing but the checked-out plan's own word says so, when that proves nothing
 */
record Targets(
    String integration, Set<String> names, List<Finding> findings, Optional<BaseProblem> problem) {

  Targets {
    Objects.requireNonNull(integration, "integration");
    Objects.requireNonNull(problem, "problem");
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    findings = List.copyOf(findings);
  }

  /** Those that a plan names. */
  static Targets of(Plan plan) {
    String integration = plan.project().integrationBranch();
    return new Targets(integration, names(plan), List.of(), Optional.empty());
  }

  /** The integration branch that a plan names, and its release branch. */
  static Set<String> names(Plan plan) {
    Set<String> names = new LinkedHashSet<>();
    names.add(plan.project().integrationBranch());
    plan.project().releaseBranch().ifPresent(names::add);
    return names;
  }

  /** Whether a branch is one that others are merged into. */
  boolean has(String branch) {
    return names.contains(branch);
  }

  /** The same with a branch more. */
  Targets and(String branch) {
    Set<String> more = new LinkedHashSet<>(names);
    more.add(branch);
    return new Targets(integration, more, findings, problem);
  }

  /** The same with another branch to be compared with. */
  Targets judgedBy(String other) {
    return new Targets(other, names, findings, problem);
  }

  /** The same with something that should be known. */
  Targets with(Finding finding) {
    return new Targets(integration, names, List.of(finding), problem);
  }

  /** The same, but nobody can tell whether it is so. */
  Targets unproven(BaseProblem why) {
    return new Targets(integration, names, findings, Optional.of(why));
  }
}
