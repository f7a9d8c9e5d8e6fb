package dev.coord.assess;

import dev.coord.evidence.GitQuestions;
import dev.coord.evidence.GitQuestions.BranchQuestion;
import dev.coord.evidence.GitQuestions.MergeQuestion;
import dev.coord.evidence.GitQuestions.PathQuestion;
import dev.coord.plan.Person;
import dev.coord.plan.Plan;
import dev.coord.plan.Rule;
import dev.coord.plan.Workstream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts together what the plan wants to know of git. */
public final class Questions {

  /**
   * How the judged branch is to be looked at.
   *
   * @param tip committish to take instead of the branch's ref
   * @param base committish given by the user, before what the plan says
   * @param uncommitted whether the working tree belongs to it
   */
  public record JudgedTip(Optional<String> tip, Optional<String> base, boolean uncommitted) {
    /** Checks that all parts are there. */
    public JudgedTip {
      Objects.requireNonNull(tip, "tip");
      Objects.requireNonNull(base, "base");
    }
  }

  private Questions() {}

  /**
   * The questions of a plan and of the plan that judges it.
   *
   * @param plan the checked-out plan
   * @param rulebook the version whose gates count; its rules are asked too
   */
  public static GitQuestions of(Plan plan, Plan rulebook, Judged judged, JudgedTip tip) {
    return new GitQuestions(
        branches(plan, rulebook, judged, tip), merges(plan, rulebook), paths(plan, rulebook));
  }

  /**
   * Bases are the rulebook's where it knows the workstream: a branch must not choose what it is
   * compared with.
   */
  private static List<BranchQuestion> branches(
      Plan plan, Plan rulebook, Judged judged, JudgedTip tip) {
    List<BranchQuestion> questions = new ArrayList<>();
    String integration = rulebook.project().integrationBranch();
    for (Workstream workstream : plan.workstreams()) {
      boolean mine = judged.workstream().equals(Optional.of(workstream.id()));
      Optional<String> branch = mine ? judged.branch() : workstream.branch();
      if (branch.isPresent()) {
        String base =
            rulebook.workstream(workstream.id()).flatMap(Workstream::base).orElse(integration);
        questions.add(
            new BranchQuestion(
                branch.get(),
                mine ? tip.tip() : Optional.empty(),
                mine ? tip.base().orElse(base) : base,
                emails(plan, workstream),
                mine && tip.uncommitted()));
      }
    }
    if (judged.kind() == Judged.Kind.UNNAMED) {
      questions.add(
          new BranchQuestion(
              judged.branch().orElseThrow(),
              tip.tip(),
              tip.base().orElse(integration),
              Set.of(),
              tip.uncommitted()));
    }
    return questions;
  }

  private static Set<String> emails(Plan plan, Workstream workstream) {
    return workstream
        .owner()
        .flatMap(plan::person)
        .map(Person::emails)
        .<Set<String>>map(LinkedHashSet::new)
        .orElse(Set.of());
  }

  private static List<MergeQuestion> merges(Plan plan, Plan rulebook) {
    Set<MergeQuestion> questions = new LinkedHashSet<>();
    for (Workstream workstream : plan.workstreams()) {
      if (workstream.base().isPresent()) {
        workstream.branch().ifPresent(b -> questions.add(intoIntegration(plan, b)));
      }
    }
    rules(plan, rulebook)
        .filter(Rule.Merged.class::isInstance)
        .map(Rule.Merged.class::cast)
        .forEach(rule -> question(plan, rule).ifPresent(questions::add));
    return List.copyOf(questions);
  }

  private static Stream<Rule> rules(Plan plan, Plan rulebook) {
    return Stream.concat(plan.rules(), rulebook.rules());
  }

  static MergeQuestion intoIntegration(Plan plan, String branch) {
    return new MergeQuestion(branch, plan.project().integrationBranch());
  }

  /** The question of a merged rule; empty when its workstream names no branch. */
  static Optional<MergeQuestion> question(Plan plan, Rule.Merged rule) {
    String into = rule.into().orElse(plan.project().integrationBranch());
    return rule.branch()
        .or(() -> rule.workstream().flatMap(plan::workstream).flatMap(Workstream::branch))
        .map(branch -> new MergeQuestion(branch, into));
  }

  private static List<PathQuestion> paths(Plan plan, Plan rulebook) {
    return rules(plan, rulebook)
        .filter(Rule.Path.class::isInstance)
        .map(rule -> question((Rule.Path) rule))
        .distinct()
        .toList();
  }

  static PathQuestion question(Rule.Path rule) {
    return new PathQuestion(rule.file(), rule.text(), rule.branch());
  }
}
