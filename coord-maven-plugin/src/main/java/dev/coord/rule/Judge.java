package dev.coord.rule;

import dev.coord.evidence.Observation;
import dev.coord.evidence.Proof;
import dev.coord.plan.ApprovedRule;
import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.CommandRule;
import dev.coord.plan.CommitsRule;
import dev.coord.plan.ConflictsRule;
import dev.coord.plan.CoverageRule;
import dev.coord.plan.DeclaredRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.MergedRule;
import dev.coord.plan.MetricRule;
import dev.coord.plan.Origin;
import dev.coord.plan.OwnershipRule;
import dev.coord.plan.PathRule;
import dev.coord.plan.PlanRule;
import dev.coord.plan.PullRequestsRule;
import dev.coord.plan.ReadyToMergeRule;
import dev.coord.plan.RepositoryRule;
import dev.coord.plan.Rule;
import dev.coord.plan.TagRule;
import dev.coord.plan.TasksRule;
import dev.coord.plan.TestsRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Judges rules. Stateless: the same rule over the same facts gives the same verdicts. */
public final class Judge {

  /**
   * Judges a rule.
   *
   * @return one verdict for each comparison of the rule in the order of the language reference, or
   *     one with an empty key for a rule without comparisons; never empty
   */
  public List<Verdict> judge(Rule rule, Facts facts) {
    if (rule instanceof CoverageRule coverage) {
      return CoverageJudge.judge(coverage, facts);
    } else if (rule instanceof TestsRule tests) {
      return TestsJudge.judge(tests, facts);
    } else if (rule instanceof OwnershipRule ownership) {
      return List.of(OwnershipVerdict.of(ownership, facts.ownership()));
    } else if (rule instanceof MergedRule merged) {
      return List.of(answer("", facts.merged(merged), "merged", rule.origin()));
    } else if (rule instanceof PathRule path) {
      return List.of(answer("", facts.path(path), wanted(path), rule.origin()));
    } else if (rule instanceof TasksRule tasks) {
      return Comparisons.tasks(tasks, facts.tasks(tasks));
    } else if (rule instanceof PlanRule plan) {
      return WholeJudge.plan(plan, facts);
    } else if (rule instanceof BranchRule branch) {
      return WholeJudge.branch(branch, facts);
    } else if (rule instanceof BranchesRule branches) {
      return WholeJudge.branches(branches, facts);
    } else if (rule instanceof TagRule tag) {
      return WholeJudge.tag(tag, facts);
    } else if (rule instanceof RepositoryRule repository) {
      return WholeJudge.repository(repository, facts);
    } else if (rule instanceof FilesRule files) {
      return WholeJudge.files(files, facts);
    } else if (rule instanceof ConflictsRule conflicts) {
      return WholeJudge.conflicts(conflicts, facts);
    } else if (rule instanceof ReadyToMergeRule ready) {
      return List.of(answer("", facts.readyToMerge(ready), "ready to merge", rule.origin()));
    } else if (rule instanceof CommitsRule commits) {
      return Comparisons.commits(commits, facts.commits(commits));
    } else if (rule instanceof FindingsRule findings) {
      return WholeJudge.findings(findings, facts);
    } else if (rule instanceof PullRequestsRule requests) {
      return WholeJudge.pullRequests(requests, facts);
    } else if (rule instanceof MetricRule metric) {
      return Comparisons.metric(metric, facts.metric(metric));
    } else if (rule instanceof CommandRule command) {
      return List.of(CommandJudge.judge(command, facts.command(command)));
    } else if (rule instanceof ApprovedRule approved) {
      String wanted =
          "approved "
              + (approved.signature() ? "and signed " : "")
              + "by "
              + String.join(" or ", approved.by());
      return List.of(answer("", facts.approved(approved), wanted, rule.origin()));
    } else if (rule instanceof DeclaredRule declared) {
      return List.of(declared(declared));
    } else if (rule instanceof Rule.All all) {
      return List.of(Combination.all(parts(all.rules(), facts)));
    } else if (rule instanceof Rule.Any any) {
      return List.of(Combination.any(parts(any.rules(), facts)));
    }
    Rule.Not not = (Rule.Not) rule;
    return List.of(Combination.not(parts(List.of(not.rule()), facts).get(0), rule));
  }

  /**
   * Judges a rule as a whole: it holds when each of its comparisons does.
   *
   * @return one verdict, which tells all comparisons with their proof
   */
  public Verdict whole(Rule rule, Facts facts) {
    return Combination.whole(rule, judge(rule, facts));
  }

  /** One part for each rule: a rule with several comparisons holds when all of them do. */
  private List<Combination.Part> parts(List<Rule> rules, Facts facts) {
    return rules.stream().map(r -> Combination.part(r, judge(r, facts))).toList();
  }

  static Verdict answer(
      String key, Observation<Facts.Answer> observed, String wanted, Origin origin) {
    if (observed instanceof Observation.Unknown<Facts.Answer> unknown) {
      return unknown(key, wanted, unknown);
    }
    Facts.Answer answer = ((Observation.Known<Facts.Answer>) observed).value();
    List<Proof> proof =
        answer.proof().isEmpty() ? List.of(Proof.plan("the rule", origin.self())) : answer.proof();
    return new Verdict(
        key,
        answer.holds() ? Outcome.PASSED : Outcome.FAILED,
        answer.seen(),
        wanted,
        answer.seen(),
        proof,
        answer.holds() ? "" : answer.remedy(),
        Optional.empty());
  }

  private static String wanted(PathRule rule) {
    return switch (rule.expectation()) {
      case CONTAINS -> "contains " + Quoted.list(rule.texts(), "and");
      case NAMES ->
          "names "
              + Quoted.list(rule.texts(), "and")
              + (rule.version().isEmpty() ? "" : " " + rule.version());
      default -> rule.expectation().name().toLowerCase(Locale.ROOT);
    };
  }

  private static Verdict declared(DeclaredRule rule) {
    boolean said = !rule.says().isEmpty();
    Proof proof =
        new Proof(
            Proof.Kind.PLAN,
            Proof.Strength.DECLARED,
            said ? rule.by() + " says: " + rule.says() : rule.by() + " has not said so",
            Optional.of(rule.origin().self()),
            rule.origin().self().commit());
    return new Verdict(
        "",
        said ? Outcome.PASSED : Outcome.UNKNOWN,
        said ? "declared by " + rule.by() : rule.by() + " has not said so yet",
        "declared by " + rule.by(),
        proof.text(),
        List.of(proof),
        said
            ? ""
            : "Let "
                + rule.by()
                + " write what is so under says ("
                + rule.origin().self().withCommit()
                + ").",
        Optional.empty());
  }

  static Verdict unknown(String key, String wanted, Observation.Unknown<?> unknown) {
    return new Verdict(
        key,
        Outcome.UNKNOWN,
        unknown.reason(),
        wanted,
        unknown.reason(),
        List.of(),
        unknown.remedy(),
        Optional.empty());
  }
}
