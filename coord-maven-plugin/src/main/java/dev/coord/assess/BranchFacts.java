package dev.coord.assess;

import dev.coord.evidence.BranchDelta;
import dev.coord.evidence.BranchEvidence;
import dev.coord.evidence.Commit;
import dev.coord.evidence.GitEvidence;
import dev.coord.evidence.MergeState;
import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.BranchRule;
import dev.coord.plan.NamePattern;
import dev.coord.plan.Plan;
import dev.coord.rule.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Answers what rules ask of a branch, from what git says of it. */
final class BranchFacts {

  private static final String REMOTE = "origin/";

  private final Plan plan;
  private final Plan rulebook;
  private final Observation<GitEvidence> git;
  private final Instant judgedAt;

  BranchFacts(Plan plan, Plan rulebook, Observation<GitEvidence> git, Instant judgedAt) {
    this.plan = plan;
    this.rulebook = rulebook;
    this.git = git;
    this.judgedAt = judgedAt;
  }

  /** The time since a commit; none when it claims to be younger. */
  static Facts.Age age(Commit commit, Instant judgedAt, ZoneId zone, String since) {
    Instant from = commit.time().isBefore(judgedAt) ? commit.time() : judgedAt;
    LocalDate day = from.atZone(zone).toLocalDate();
    return new Facts.Age(
        Duration.between(from, judgedAt),
        ChronoUnit.DAYS.between(day, judgedAt.atZone(zone).toLocalDate()),
        since.formatted(commit.time().atZone(zone).toLocalDate()),
        proof(Optional.of(commit)));
  }

  private Observation<String> name(BranchRule rule) {
    return RuleQuestions.branch(plan, rulebook, rule)
        .map(Observation::known)
        .orElseGet(
            () ->
                Observation.unknown(
                    "workstream " + rule.workstream().orElse("") + " names no branch",
                    "Give it a branch: in the plan."));
  }

  private Observation<BranchEvidence> branch(BranchRule rule) {
    return name(rule)
        .then(
            name ->
                git.then(
                    found ->
                        Optional.ofNullable(found.branches().get(name))
                            .map(Observation::known)
                            .orElseGet(
                                () ->
                                    Observation.unknown(
                                        "git was not asked for " + name, "Run the build again."))));
  }

  Observation<Facts.Answer> answer(BranchRule rule, String key) {
    return switch (key) {
      case "exists" -> branch(rule).then(BranchFacts::exists);
      case "at" -> branch(rule).then(branch -> at(rule, branch));
      case "naming" -> name(rule).map(name -> named(rule, name));
      default -> branch(rule).then(branch -> target(rule, branch));
    };
  }

  /** A branch that is not found may not have been fetched, unless a merge tells of its end. */
  private static Observation<Facts.Answer> exists(BranchEvidence branch) {
    if (branch.ref().isPresent()) {
      return Observation.known(
          new Facts.Answer(true, branch.ref().get() + " is there", "", proof(branch.tip())));
    }
    return branch
        .merge()
        .map(
            state ->
                new Facts.Answer(
                    false,
                    branch.name() + " is gone (" + state.how() + ")",
                    "Push it again, or take the rule out.",
                    proof(state.merge())));
  }

  /** The last commit of a branch that is gone is the one that was merged. */
  private static Observation<Facts.Answer> at(BranchRule rule, BranchEvidence branch) {
    return branch
        .tip()
        .map(
            tip ->
                Observation.known(
                    new Facts.Answer(
                        tip.id().startsWith(rule.at().orElseThrow()),
                        "the last commit of " + branch.name() + " is " + tip.abbreviated(),
                        "Correct the commit in the plan.",
                        proof(branch.tip()))))
        .orElseGet(() -> branch.merge().then(state -> gone(branch, state)));
  }

  private static List<Proof> proof(Optional<Commit> commit) {
    return commit.stream().map(c -> Proof.commit(c.subject(), c.id())).toList();
  }

  private Facts.Answer named(BranchRule rule, String name) {
    String pattern = rule.naming().orElseThrow();
    boolean fits = new NamePattern(pattern).matches(name);
    return new Facts.Answer(
        fits,
        name + (fits ? " is named " : " is not named ") + pattern,
        "Rename the branch, and correct branch: in the plan.",
        List.of());
  }

  /** What a branch is compared with is what it is to be merged into. */
  private Observation<Facts.Answer> target(BranchRule rule, BranchEvidence branch) {
    String wanted = rule.target().orElseThrow();
    return branch
        .delta()
        .map(
            delta -> {
              String base = delta.baseName();
              boolean same = base.equals(wanted) || base.equals(REMOTE + wanted);
              return new Facts.Answer(
                  same,
                  branch.name() + " is compared with " + base,
                  "Base it on " + wanted + ", or correct the base of its workstream.",
                  proof(branch.tip()));
            });
  }

  Observation<Facts.Count> behind(BranchRule rule) {
    return branch(rule)
        .then(
            branch ->
                isMerged(branch)
                    ? Observation.known(
                        new Facts.Count(0, "it is merged", "Merge it.", proof(branch.tip())))
                    : branch
                        .delta()
                        .map(
                            delta ->
                                new Facts.Count(
                                    delta.behind(),
                                    "commits of " + delta.baseName() + " that it lacks",
                                    "Merge " + delta.baseName() + " into it, or rebase it.",
                                    proof(branch.tip()))));
  }

  Observation<Facts.Age> idle(BranchRule rule) {
    return branch(rule)
        .then(
            branch -> {
              if (isMerged(branch)) {
                return Observation.known(
                    new Facts.Age(Duration.ZERO, 0, "it is merged", proof(branch.tip())));
              }
              return branch
                  .tip()
                  .map(tip -> idle(branch, tip))
                  .orElseGet(() -> branch.merge().then(state -> gone(branch, state)));
            });
  }

  /** A commit that is yet to come shows no work; clocks may differ by a day. */
  private Observation<Facts.Age> idle(BranchEvidence branch, Commit tip) {
    if (tip.time().isAfter(judgedAt.plus(Duration.ofDays(1)))) {
      return Observation.unknown(
          "the last commit of "
              + branch.name()
              + " ("
              + tip.abbreviated()
              + ") has a date that is yet to come, "
              + tip.time().atZone(rulebook.project().calendar().zone()).toLocalDate(),
          "Let its author set the clock right and commit again (git commit --amend --no-edit).");
    }
    return Observation.known(idle(tip));
  }

  private Facts.Age idle(Commit tip) {
    return age(tip, judgedAt, rulebook.project().calendar().zone(), "since the commit of %s");
  }

  private static <T> Observation<T> gone(BranchEvidence branch, MergeState state) {
    return Observation.unknown(
        branch.name() + " is gone (" + state.how() + ")", "Push it again, or take the rule out.");
  }

  private static boolean isMerged(BranchEvidence branch) {
    boolean brought =
        branch.delta().optional().filter(d -> d.basis() == BranchDelta.Basis.MERGE).isPresent();
    return brought
        || branch
            .merge()
            .optional()
            .filter(
                state ->
                    state.kind() == MergeState.Kind.MERGED
                        || state.kind() == MergeState.Kind.REVERTED)
            .isPresent();
  }
}
