package dev.coord.assess;

import dev.coord.assess.ClaimCheck.Instance;
import dev.coord.evidence.BranchLine;
import dev.coord.evidence.Commit;
import dev.coord.evidence.Evidence;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.Boundaries.Branches;
import dev.coord.plan.Event;
import dev.coord.plan.Merges.Entry;
import dev.coord.plan.Merges.Wave;
import dev.coord.plan.Plan;
import dev.coord.plan.Workstream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The branches whose commits are looked at one by one, and where the plan lets things go. */
final class BranchLines {

  private BranchLines() {}

  /** What git is asked: nothing where no policy says anything of what is on a branch. */
  static List<BranchLine.Question> questions(Plan plan, Plan rulebook) {
    Branches policy = rulebook.boundaries().branches();
    Set<String> names = new LinkedHashSet<>(policy.protectedBranches());
    names.addAll(policy.never());
    if (!policy.never().isEmpty() || policy.target().isPresent() || declaresTargets(plan)) {
      names.addAll(candidates(plan, rulebook));
    }
    rulebook.events().stream()
        .filter(event -> event.kind() == Event.Kind.FREEZE)
        .forEach(event -> names.addAll(event.branches()));
    Optional<Instant> since =
        rulebook
            .project()
            .started()
            .map(day -> day.atStartOfDay(rulebook.project().calendar().zone()).toInstant());
    return names.stream().map(name -> new BranchLine.Question(name, since)).toList();
  }

  private static boolean declaresTargets(Plan plan) {
    return plan.merges().queue().stream().anyMatch(entry -> entry.target().isPresent())
        || plan.merges().waves().stream().anyMatch(wave -> wave.into().isPresent());
  }

  /** Branches that something may have been merged into: all that the plan knows as such. */
  static Set<String> candidates(Plan plan, Plan rulebook) {
    Set<String> all = new LinkedHashSet<>(rulebook.boundaries().branches().never());
    all.add(rulebook.project().integrationBranch());
    rulebook.project().releaseBranch().ifPresent(all::add);
    rulebook.boundaries().branches().target().ifPresent(all::add);
    plan.merges().queue().forEach(entry -> entry.target().ifPresent(all::add));
    plan.merges().waves().forEach(wave -> wave.into().ifPresent(all::add));
    return all;
  }

  /**
   * Where a workstream is to be merged: where the queue and the waves say, else where pull requests
   * go; empty where the plan does not say.
   */
  static Set<String> targets(Plan plan, Plan rulebook, Workstream workstream) {
    String integration = plan.project().integrationBranch();
    Set<String> declared = new LinkedHashSet<>();
    boolean written = false;
    for (Entry entry : plan.merges().queue()) {
      if (entry.workstream().equals(Optional.of(workstream.id()))
          || entry.source().isPresent() && entry.source().equals(workstream.branch())) {
        declared.add(entry.target().orElse(integration));
        written |= entry.target().isPresent();
      }
    }
    for (Wave wave : plan.merges().waves()) {
      if (wave.workstreams().contains(workstream.id())) {
        declared.add(wave.into().orElse(integration));
        written |= wave.into().isPresent();
      }
    }
    Optional<String> target = rulebook.boundaries().branches().target();
    return written ? declared : target.map(Set::of).orElse(Set.of());
  }

  /** The line of a branch; unknown where git cannot tell. */
  static Observation<BranchLine> of(Evidence evidence, String branch) {
    return evidence
        .git()
        .then(
            git ->
                git.lines()
                    .getOrDefault(
                        branch,
                        Observation.unknown(
                            "git was not asked for " + branch, "Run the build again.")));
  }

  /**
   * Commits that contradict a claim.
   *
   * @param newestFirst them, the newest first
   */
  static List<Instance> instances(
      List<Commit> newestFirst, ZoneId zone, Function<Commit, Proof> proof) {
    List<Instance> instances = new ArrayList<>();
    for (Commit commit : newestFirst) {
      instances.add(new Instance(named(commit, zone), proof.apply(commit)));
    }
    Collections.reverse(instances);
    return instances;
  }

  /** A commit as texts name it: its short id, its committer's day, and its author. */
  static String named(Commit commit, ZoneId zone) {
    return commit.abbreviated()
        + " of "
        + commit.time().atZone(zone).toLocalDate()
        + " by "
        + commit.author();
  }
}
