package dev.coord.rule;

import dev.coord.plan.BranchRule;
import dev.coord.plan.BranchesRule;
import dev.coord.plan.Comparison;
import dev.coord.plan.ConflictsRule;
import dev.coord.plan.FilesRule;
import dev.coord.plan.FindingsRule;
import dev.coord.plan.PlanRule;
import dev.coord.plan.PullRequestsRule;
import dev.coord.plan.RepositoryRule;
import dev.coord.plan.TagRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the rules that look at a plan, branches or files as a whole: one verdict for each key. */
final class WholeJudge {

  private WholeJudge() {}

  static List<Verdict> plan(PlanRule rule, Facts facts) {
    Map<String, Optional<Comparison>> counts = new LinkedHashMap<>();
    counts.put("contradictions", rule.contradictions());
    counts.put("overdue", rule.overdue());
    counts.put("workstreams", rule.workstreams());
    counts.put("people", rule.people());
    counts.put("epics", rule.epics());
    counts.put("sprints", rule.sprints());
    List<Verdict> verdicts = new ArrayList<>();
    counts.forEach(
        (key, wanted) ->
            wanted.ifPresent(
                limit -> verdicts.add(Comparisons.count(rule, key, limit, facts.plan(rule, key)))));
    rule.updated()
        .ifPresent(
            day ->
                verdicts.add(
                    Judge.answer(
                        "updated", facts.updated(rule), "updated on " + day, rule.origin())));
    rule.age()
        .ifPresent(
            wanted ->
                verdicts.add(
                    Comparisons.age(
                        rule,
                        "age",
                        wanted,
                        facts.planAge(),
                        "Look through the plan, and commit what has changed.")));
    return verdicts;
  }

  static List<Verdict> branch(BranchRule rule, Facts facts) {
    List<Verdict> verdicts = new ArrayList<>();
    if (rule.exists()) {
      verdicts.add(answer(rule, "exists", "exists", facts));
    }
    rule.naming()
        .ifPresent(pattern -> verdicts.add(answer(rule, "naming", "is named " + pattern, facts)));
    rule.target()
        .ifPresent(target -> verdicts.add(answer(rule, "target", "goes into " + target, facts)));
    rule.behind()
        .ifPresent(
            wanted -> verdicts.add(Comparisons.faults(rule, "behind", wanted, facts.behind(rule))));
    rule.idle()
        .ifPresent(
            wanted ->
                verdicts.add(
                    Comparisons.age(
                        rule,
                        "idle",
                        wanted,
                        facts.idle(rule),
                        "Go on with it, or say in the plan that it rests.")));
    rule.at().ifPresent(id -> verdicts.add(answer(rule, "at", "is at " + id, facts)));
    return verdicts;
  }

  static List<Verdict> tag(TagRule rule, Facts facts) {
    List<Verdict> verdicts = new ArrayList<>();
    if (rule.exists()) {
      verdicts.add(Judge.answer("exists", facts.tag(rule, "exists"), "exists", rule.origin()));
    }
    rule.at()
        .ifPresent(
            id ->
                verdicts.add(
                    Judge.answer("at", facts.tag(rule, "at"), "is at " + id, rule.origin())));
    return verdicts;
  }

  static List<Verdict> repository(RepositoryRule rule, Facts facts) {
    List<Verdict> verdicts = new ArrayList<>();
    if (rule.clean()) {
      verdicts.add(Judge.answer("clean", facts.clean(), "clean", rule.origin()));
    }
    if (rule.synced()) {
      verdicts.add(Judge.answer("synced", facts.synced(), "synced", rule.origin()));
    }
    return verdicts;
  }

  static List<Verdict> pullRequests(PullRequestsRule rule, Facts facts) {
    List<Verdict> verdicts = new ArrayList<>();
    rule.reviewedWithin()
        .ifPresent(
            wanted ->
                verdicts.add(
                    Comparisons.age(
                        rule,
                        "reviewed_within",
                        wanted,
                        facts.pullRequests(rule, "reviewed_within"),
                        "Review what waits; of what was merged, since: says from when on this"
                            + " is to hold.")));
    rule.openFor()
        .ifPresent(
            wanted ->
                verdicts.add(
                    Comparisons.age(
                        rule,
                        "open_for",
                        wanted,
                        facts.pullRequests(rule, "open_for"),
                        "Merge it, or close it.")));
    rule.open()
        .ifPresent(
            wanted ->
                verdicts.add(
                    Comparisons.count(rule, "open", wanted, facts.openPullRequests(rule))));
    rule.target()
        .ifPresent(
            target ->
                verdicts.add(
                    Judge.answer(
                        "target",
                        facts.pullRequestTargets(rule),
                        "all go into " + target,
                        rule.origin())));
    return verdicts;
  }

  static List<Verdict> branches(BranchesRule rule, Facts facts) {
    return List.of(Comparisons.count(rule, "count", rule.count(), facts.branches(rule)));
  }

  static List<Verdict> files(FilesRule rule, Facts facts) {
    Map<String, Optional<Comparison>> numbers = new LinkedHashMap<>();
    numbers.put("count", rule.count());
    numbers.put("lines", rule.lines());
    numbers.put("bytes", rule.bytes());
    numbers.put("characters", rule.characters());
    List<Verdict> verdicts = new ArrayList<>();
    numbers.forEach(
        (key, wanted) ->
            wanted.ifPresent(
                limit ->
                    verdicts.add(Comparisons.count(rule, key, limit, facts.files(rule, key)))));
    rule.age()
        .ifPresent(
            limit ->
                verdicts.add(
                    Comparisons.age(
                        rule,
                        "age",
                        limit,
                        facts.filesAge(rule),
                        "Look through what the files say, and commit what has changed.")));
    return verdicts;
  }

  static List<Verdict> findings(FindingsRule rule, Facts facts) {
    Map<String, Optional<Comparison>> numbers = new LinkedHashMap<>();
    numbers.put("errors", rule.errors());
    numbers.put("warnings", rule.warnings());
    numbers.put("notes", rule.notes());
    numbers.put("total", rule.total());
    List<Verdict> verdicts = new ArrayList<>();
    numbers.forEach(
        (key, wanted) ->
            wanted.ifPresent(
                limit ->
                    verdicts.add(Comparisons.faults(rule, key, limit, facts.findings(rule, key)))));
    return verdicts;
  }

  static List<Verdict> conflicts(ConflictsRule rule, Facts facts) {
    List<Verdict> verdicts = new ArrayList<>();
    rule.files()
        .ifPresent(
            limit ->
                verdicts.add(
                    Comparisons.count(rule, "files", limit, facts.conflicts(rule, "files"))));
    rule.unresolved()
        .ifPresent(
            limit ->
                verdicts.add(
                    Comparisons.count(
                        rule, "unresolved", limit, facts.conflicts(rule, "unresolved"))));
    return verdicts;
  }

  private static Verdict answer(BranchRule rule, String key, String wanted, Facts facts) {
    return Judge.answer(key, facts.branch(rule, key), wanted, rule.origin());
  }
}
